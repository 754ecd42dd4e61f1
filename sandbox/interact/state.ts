/** What stands in the inputs of a view, in the shape of `view.state.values` (docs.slack.dev, view state). */
import type { KnownBlock } from '@slack/types';
import { HELD, holdsNothing } from '../blockkit/inputs.ts';
import { elementsOf, type AnyElement } from '../core/messages.ts';
import type { StateValues } from '../core/types.ts';
import type { InputState } from '../server/protocol.ts';

/** Under which key an element's state holds its value; undefined for what keeps none (a button). */
export function stateKey(element: AnyElement): string | undefined {
  return HELD[element.type]?.key;
}

/**
 * The state of all inputs, as the app gets it: every input block, and of the other blocks what has a value.
 * @param given what the person's client says; entries of blocks that are not there are dropped.
 */
export function collectState(blocks: readonly KnownBlock[], given: StateValues): StateValues {
  const values: StateValues = {};
  for (const block of blocks) {
    for (const element of elementsOf(block)) {
      const [blockId, actionId] = [block.block_id ?? '', element.action_id ?? ''];
      const state = stateOf(element, given[blockId]?.[actionId]);
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
