/** Pressing and filling on a message, a modal or a home: the same for all three. */
import type { KnownBlock } from '@slack/types';
import { elementsOf, type AnyElement } from '../core/messages.ts';
import type { User } from '../core/types.ts';
import { stateKey } from '../interact/state.ts';
import type { Act, InputState } from '../server/protocol.ts';
import { chosenState, optionCalled, type Filling } from './choose.ts';
import { performOrThrow, type Context } from './context.ts';
import { textOf } from './flatten.ts';
import { buttonsIn, type Button } from './seen.ts';

type On = Extract<Act, { act: 'press' }>['on'];

/** Where something is pressed: what Slack calls it, its blocks, and the id of the view, if it is one. */
export type Surface = { on: On; blocks: readonly KnownBlock[]; viewId: string | undefined };

/** Presses the button of a text, or chooses `option` of the choice with that placeholder. */
export async function pressOn(context: Context, user: User, surface: Surface, label: string, option?: string) {
  const buttons = buttonsIn(context.engine, surface.blocks);
  const button = buttons.find((one) => one.label === label);
  if (!button) throw new Error(`There is no "${label}" here, only "${buttons.map((one) => one.label).join('", "')}"`);
  await pressButton(context, user, surface, button, option);
}

/** Presses what was already found. */
export async function pressButton(context: Context, user: User, surface: Surface, button: Button, option?: string) {
  const { element } = button;
  const chosen = option === undefined ? undefined : chosenBy(context, user, element, option);
  await sendPress(context, user, surface, { blockId: button.blockId, element, chosen });
}

function chosenBy(context: Context, user: User, element: AnyElement, option: string): InputState {
  if (element.type !== 'overflow') return chosenState(context.engine, user, element, option);
  return { type: 'overflow', selected_option: optionCalled(context.engine, element, option) };
}

type Pressed = { blockId: string; element: AnyElement; chosen: InputState | undefined };

async function sendPress(context: Context, user: User, surface: Surface, pressed: Pressed): Promise<void> {
  const { blockId, element, chosen } = pressed;
  const state = surface.viewId === undefined ? undefined : context.drafts.get(surface.viewId);
  await performOrThrow(context, user.id, {
    act: 'press',
    on: surface.on,
    blockId,
    actionId: element.action_id ?? '',
    ...(chosen ? { chosen } : {}),
    ...(state ? { state } : {}),
  });
}

type Field = { label: string; block: KnownBlock; element: AnyElement };

/** Everything that can be filled, by its visible label: the input's label, else the section's text or the placeholder. */
export function fieldsIn(context: Context, blocks: readonly KnownBlock[]): Field[] {
  const { world } = context.engine;
  return blocks.flatMap((block) =>
    elementsOf(block)
      .filter((element) => stateKey(element) !== undefined)
      .map((element) => {
        const own = block.type === 'input' ? block.label : block.type === 'section' ? block.text : undefined;
        return { label: textOf(world, own ?? element['placeholder']), block, element };
      }),
  );
}

/** Fills one field, and tells the app at once where the field is made to do so. */
export async function fillOn(context: Context, user: User, surface: Surface, label: string, filling: Filling) {
  const fields = fieldsIn(context, surface.blocks);
  const field = fields.find((one) => one.label === label);
  if (!field) throw new Error(`There is no field "${label}", only "${fields.map((one) => one.label).join('", "')}"`);
  const { block, element } = field;
  const chosen = chosenState(context.engine, user, element, filling);
  if (surface.viewId !== undefined)
    keep(context, surface.viewId, block.block_id ?? '', element.action_id ?? '', chosen);
  const tells = block.type !== 'input' || block.dispatch_action === true;
  if (tells) await sendPress(context, user, surface, { blockId: block.block_id ?? '', element, chosen });
}

function keep(context: Context, viewId: string, blockId: string, actionId: string, chosen: InputState): void {
  const draft = context.drafts.get(viewId) ?? {};
  context.drafts.set(viewId, { ...draft, [blockId]: { ...draft[blockId], [actionId]: chosen } });
}
