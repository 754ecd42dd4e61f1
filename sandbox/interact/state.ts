/** What stands in the inputs of a view, in the shape of `view.state.values` (docs.slack.dev, view state). */
import type { KnownBlock } from '@slack/types';
import { elementsOf, type AnyElement } from '../core/messages.ts';
import type { StateValues } from '../core/types.ts';
import type { InputState } from '../server/protocol.ts';

/** The key of an element's state, and the key of the element that it starts with. */
const STATE_KEYS: Record<string, { key: string; initial: string; empty: unknown }> = {
  plain_text_input: { key: 'value', initial: 'initial_value', empty: null },
  email_text_input: { key: 'value', initial: 'initial_value', empty: null },
  url_text_input: { key: 'value', initial: 'initial_value', empty: null },
  number_input: { key: 'value', initial: 'initial_value', empty: null },
  rich_text_input: { key: 'rich_text_value', initial: 'initial_value', empty: null },
  static_select: { key: 'selected_option', initial: 'initial_option', empty: null },
  external_select: { key: 'selected_option', initial: 'initial_option', empty: null },
  radio_buttons: { key: 'selected_option', initial: 'initial_option', empty: null },
  multi_static_select: { key: 'selected_options', initial: 'initial_options', empty: [] },
  multi_external_select: { key: 'selected_options', initial: 'initial_options', empty: [] },
  checkboxes: { key: 'selected_options', initial: 'initial_options', empty: [] },
  users_select: { key: 'selected_user', initial: 'initial_user', empty: null },
  multi_users_select: { key: 'selected_users', initial: 'initial_users', empty: [] },
  conversations_select: { key: 'selected_conversation', initial: 'initial_conversation', empty: null },
  multi_conversations_select: { key: 'selected_conversations', initial: 'initial_conversations', empty: [] },
  channels_select: { key: 'selected_channel', initial: 'initial_channel', empty: null },
  multi_channels_select: { key: 'selected_channels', initial: 'initial_channels', empty: [] },
  datepicker: { key: 'selected_date', initial: 'initial_date', empty: null },
  timepicker: { key: 'selected_time', initial: 'initial_time', empty: null },
  datetimepicker: { key: 'selected_date_time', initial: 'initial_date_time', empty: null },
};

/** Under which key an element's state holds its value; undefined for what keeps none (a button). */
export function stateKey(element: AnyElement): string | undefined {
  return STATE_KEYS[element.type]?.key;
}

/** What an element holds before anybody touched it. */
function initialState(element: AnyElement): InputState | undefined {
  const keys = STATE_KEYS[element.type];
  return keys && { type: element.type, [keys.key]: element[keys.initial] ?? keys.empty };
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
      const state = normal(given[blockId]?.[actionId], element) ?? initialState(element);
      if (!state || (block.type !== 'input' && isEmpty(state, element))) continue;
      (values[blockId] ??= {})[actionId] = state;
    }
  }
  return values;
}

/** Whether an element holds nothing. */
export function isEmpty(state: InputState | undefined, element: AnyElement): boolean {
  const value = state?.[stateKey(element) ?? ''];
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** An emptied text field is `null` for the app, never "". */
function normal(state: InputState | undefined, element: AnyElement): InputState | undefined {
  const key = stateKey(element);
  if (!state || !key) return undefined;
  const value = state[key];
  return { ...state, type: element.type, [key]: value === '' || value === undefined ? initialEmpty(element) : value };
}

function initialEmpty(element: AnyElement): unknown {
  return STATE_KEYS[element.type]?.empty ?? null;
}
