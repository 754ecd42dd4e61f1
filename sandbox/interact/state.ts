/** What stands in the inputs of a view, in the shape of `view.state.values` (docs.slack.dev, view state). */
import type { KnownBlock } from '@slack/types';
import { HELD, holdsNothing } from '../blockkit/inputs.ts';
import { elementsOf, type AnyElement } from '../core/messages.ts';
import { isObject } from '../api/body.ts';
import { fileShape } from '../api/fileShape.ts';
import type { Engine } from '../core/engine.ts';
import type { StateValues, User } from '../core/types.ts';
import type { InputState } from '../server/protocol.ts';

/** Under which key an element's state holds its value; undefined for what keeps none (a button). */
export function stateKey(element: AnyElement): string | undefined {
  return HELD[element.type]?.key;
}

/**
 * The state of all inputs, as the app gets it: every input block, and of the other blocks what has a value.
 * @param given what the person's client says; entries of blocks that are not there are dropped.
 */
export function collectState(
  engine: Engine,
  user: User,
  blocks: readonly KnownBlock[],
  given: StateValues,
): StateValues {
  const values: StateValues = {};
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      const [blockId, actionId] = [block.block_id ?? '', element.action_id ?? ''];
      const state = stateOf(element, withFiles(engine, user, given[blockId]?.[actionId]));
      if (!state || (block.type !== 'input' && holdsNothing(state[stateKey(element) ?? '']))) continue;
      (values[blockId] ??= {})[actionId] = state;
    }
  }
  return values;
}

/** What an element holds: what the person gave, else what it started with. An emptied text is `null` for the app, never "". */
function stateOf(element: AnyElement, given: InputState | undefined): InputState | undefined {
  const held = HELD[element.type];
  if (!held) return undefined;
  const value = given ? given[held.key] : element[held.initial];
  return { ...given, type: element.type, [held.key]: value === '' || value === undefined ? held.empty : value };
}

/** What is handed in by a modal is the app's to read (docs.slack.dev, file input element). */
export function handInFiles({ world }: Engine, values: StateValues): void {
  for (const state of Object.values(values).flatMap((block) => Object.values(block))) {
    for (const { id } of state.type === 'file_input' ? (state['files'] as { id: string }[]) : []) {
      const file = world.files.get(id);
      if (file) file.isForApp = true;
    }
  }
}

/** The files of an input, of which a client says only the ids, whole, and only this person's own. (assumed: externals' too) */
function withFiles(engine: Engine, user: User, given: InputState | undefined): InputState | undefined {
  if (given?.type !== 'file_input' || !Array.isArray(given['files'])) return given;
  const files = given['files'].flatMap((one: unknown) => {
    const file = isObject(one) ? engine.world.files.get(String(one['id'])) : undefined;
    return file?.user === user.id && !file.isDeleted ? [file] : [];
  });
  return { type: given.type, files: files.map((file) => fileShape(engine, file)) };
}
