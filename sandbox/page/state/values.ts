/** What stands in the inputs of a view or message: what was typed, else the initial values of the blocks. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { AnyBlock } from '@slack/types';
import type { InputState } from '../../server/protocol.ts';

export type Values = Record<string, Record<string, InputState>>;

/** The parts of an element that matter here; blocks are checked by the server, so reading them loosely is safe. */
export type AnyElement = { type: string; action_id?: string } & Record<string, unknown>;

/** The state of an element before anybody touched it, as `view.state.values` has it; null for elements without one. */
export function initialState(element: AnyElement): InputState | null {
  const { type } = element;
  const given = (key: string, nothing: unknown) => element[key] ?? nothing;
  switch (type) {
    case 'plain_text_input':
      return { type, value: given('initial_value', null) };
    case 'static_select':
    case 'radio_buttons':
      return { type, selected_option: given('initial_option', null) };
    case 'multi_static_select':
    case 'checkboxes':
      return { type, selected_options: given('initial_options', []) };
    case 'users_select':
      return { type, selected_user: given('initial_user', null) };
    case 'multi_users_select':
      return { type, selected_users: given('initial_users', []) };
    case 'conversations_select':
      return { type, selected_conversation: given('initial_conversation', null) };
    case 'multi_conversations_select':
      return { type, selected_conversations: given('initial_conversations', []) };
    case 'file_input':
      return { type, files: [] };
    case 'datepicker':
      return { type, selected_date: given('initial_date', null) };
    default:
      return null;
  }
}

function elementsOf(block: AnyBlock): AnyElement[] {
  const loose = block as unknown as Record<string, unknown>;
  if (block.type === 'input') return [loose['element'] as AnyElement];
  if (block.type === 'actions') return loose['elements'] as AnyElement[];
  if (block.type === 'section' && loose['accessory']) return [loose['accessory'] as AnyElement];
  return [];
}

export const blockIdOf = (block: AnyBlock, index: number) => block.block_id ?? `block-${index}`;

/** Slack's rule: the same block_id and action_id keep what was typed; new ones start from their initial values. */
function valuesOf(blocks: readonly AnyBlock[], typed: Values): Values {
  const values: Values = {};
  blocks.forEach((block, index) => {
    const blockId = blockIdOf(block, index);
    for (const element of elementsOf(block)) {
      const initial = initialState(element);
      if (!initial) continue;
      const kept = typed[blockId]?.[element.action_id ?? ''];
      (values[blockId] ??= {})[element.action_id ?? ''] = kept?.type === initial.type ? kept : initial;
    }
  });
  return values;
}

export function withValue(values: Values, blockId: string, actionId: string, state: InputState): Values {
  return { ...values, [blockId]: { ...values[blockId], [actionId]: state } };
}

function prune(typed: Values, present: Values): Values {
  const gone = Object.entries(typed).some(([id, of]) => Object.keys(of).some((action) => !present[id]?.[action]));
  if (!gone) return typed;
  const kept = Object.entries(typed).map(([id, of]) => [
    id,
    Object.fromEntries(Object.entries(of).filter(([action]) => present[id]?.[action])),
  ]);
  return Object.fromEntries(kept.filter(([, of]) => Object.keys(of as object).length > 0)) as Values;
}

export function useValues(blocks: readonly AnyBlock[]) {
  const [typed, setTyped] = useState<Values>({});
  const values = useMemo(() => valuesOf(blocks, typed), [blocks, typed]);
  // Forgets what was typed into inputs that are gone, so that one which comes back starts afresh.
  useEffect(() => setTyped((old) => prune(old, values)), [blocks]);
  const set = (blockId: string, actionId: string, state: InputState) =>
    setTyped((old) => withValue(old, blockId, actionId, state));
  return { values, set };
}
