/**
 * What Slack's own client refuses before it submits a modal. The page runs this in the browser, so nothing here needs
 * Node or zod.
 */
import type { InputBlock } from '@slack/types';

/** What stands in one input: the object at `view.state.values[block_id][action_id]`. */
type State = Readonly<Record<string, unknown>>;

/** Where an element keeps what was entered or chosen, by its type. */
const ENTERED: Readonly<Record<string, string>> = {
  plain_text_input: 'value',
  static_select: 'selected_option',
  external_select: 'selected_option',
  radio_buttons: 'selected_option',
  multi_static_select: 'selected_options',
  checkboxes: 'selected_options',
  users_select: 'selected_user',
  multi_users_select: 'selected_users',
  conversations_select: 'selected_conversation',
  multi_conversations_select: 'selected_conversations',
  channels_select: 'selected_channel',
  datepicker: 'selected_date',
};

/** docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element: the most when `max_length` is not given. */
const MAX_INPUT = 3000;

/**
 * Why Slack's client would not submit this input, in words for the person; undefined when it would.
 *
 * All wordings are assumed. Spaces alone count as an entry (assumed), so the bot must look after them itself.
 * @param state what stands in the input; undefined when it was never touched and holds nothing
 */
export function checkInput(block: InputBlock, state: State | undefined): string | undefined {
  const key = ENTERED[block.element.type];
  if (key === undefined) throw new Error(`The sandbox does not know the input element ${block.element.type}`);
  const entered = state?.[key];
  if (isEmpty(entered)) return block.optional === true ? undefined : 'Please complete this required field.';
  if (typeof entered === 'string' && block.element.type === 'plain_text_input') {
    return checkLength(entered, block.element.min_length ?? 0, block.element.max_length ?? MAX_INPUT);
  }
  if (Array.isArray(entered) && 'max_selected_items' in block.element) {
    return checkCount(entered.length, block.element.max_selected_items);
  }
  return undefined;
}

function isEmpty(entered: unknown): boolean {
  return (
    entered === undefined || entered === null || entered === '' || (Array.isArray(entered) && entered.length === 0)
  );
}

function checkLength(text: string, least: number, most: number): string | undefined {
  if (text.length < least) return `Please enter at least ${least} characters.`;
  if (text.length > most) return `Please enter no more than ${most} characters.`;
  return undefined;
}

function checkCount(count: number, most: number | undefined): string | undefined {
  return most === undefined || count <= most ? undefined : `Please choose no more than ${most} items.`;
}
