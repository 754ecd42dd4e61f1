/** A surface is where blocks stand (a message, a modal, the home): it holds their values and sends their presses. */
import type { AnyBlock, Confirm } from '@slack/types';
import { createContext, type ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { Act, ActResult, InputState } from '../../server/protocol.ts';
import { type Desk, useDesk } from '../state/desk.ts';
import { initialState, type AnyElement, useValues, type Values, withValue } from '../state/values.ts';

type Press = Extract<Act, { act: 'press' }>;

export type Surface = {
  values: Values;
  /** Errors by block id, and how to say that the person is mending one. */
  errors: Record<string, string>;
  mend(blockId: string): void;
  set(blockId: string, actionId: string, state: InputState): void;
  press(blockId: string, actionId: string, chosen?: InputState): Promise<ActResult>;
};

const SurfaceContext = createContext<Surface | null>(null);
export const SurfaceProvider = SurfaceContext.Provider;

export function useSurface(): Surface {
  const surface = useContext(SurfaceContext);
  if (!surface) throw new Error('blocks outside of a surface');
  return surface;
}

/** Sends a press with everything that stands in the inputs, the new choice among it. */
export function pressOn(desk: Desk, on: Press['on'], values: Values) {
  return (blockId: string, actionId: string, chosen?: InputState) => {
    const state = chosen ? withValue(values, blockId, actionId, chosen) : values;
    return desk.actOrSay({ act: 'press', on, blockId, actionId, state, ...(chosen ? { chosen } : {}) });
  };
}

/** A message's or the home's blocks; a modal makes its own surface, because it submits the values too. */
export function SurfaceOf(props: { on: Press['on']; blocks: readonly AnyBlock[]; children: ComponentChildren }) {
  const desk = useDesk();
  const { values, set } = useValues(props.blocks);
  const press = pressOn(desk, props.on, values);
  return <SurfaceProvider value={{ values, errors: {}, mend: () => {}, set, press }}>{props.children}</SurfaceProvider>;
}

/** How an element hears of its place: who names it, whether it stands in an input block, what is wrong with it. */
export type Slot = {
  blockId: string;
  /** The id that the label points at. */
  id: string;
  /** The accessible name where no `<label>` points here. */
  name?: string | undefined;
  labelledBy?: string | undefined;
  describedBy?: string | undefined;
  invalid?: boolean;
  /** Input blocks send no action unless dispatch_action says so; sections and actions always do. */
  dispatches: boolean;
  isInput: boolean;
  optional?: boolean;
};

/** The value of an element and what a change of it does. */
export function useField(slot: Slot, element: AnyElement) {
  const surface = useSurface();
  const desk = useDesk();
  const actionId = element.action_id ?? '';
  const held = surface.values[slot.blockId]?.[actionId] ?? initialState(element);
  const state: InputState = held ?? { type: element.type };
  const send = (next: InputState) => surface.press(slot.blockId, actionId, next);
  const keep = (next: InputState) => {
    surface.mend(slot.blockId);
    surface.set(slot.blockId, actionId, next);
  };
  const change = async (part: Record<string, unknown>) => {
    const next = { type: element.type, ...part };
    const confirm = element['confirm'] as Confirm | undefined;
    if (slot.dispatches && confirm && !(await desk.ask(confirm))) return;
    keep(next);
    if (slot.dispatches) await send(next);
  };
  return { state, keep, send, change };
}

/** The attributes that every kind of input carries. */
export function named(slot: Slot, placeholder?: string) {
  return {
    id: slot.id,
    'aria-label': slot.labelledBy ? undefined : (slot.name ?? placeholder),
    'aria-describedby': slot.describedBy,
    'aria-invalid': slot.invalid ? ('true' as const) : undefined,
    'aria-required': slot.isInput && !slot.optional ? ('true' as const) : undefined,
  };
}
