/**
 * What stands in an input, and what Slack's own client refuses before it submits a modal. Source of the keys:
 * docs.slack.dev/reference/interaction-payloads/view-interactions-payload; the wordings for the person are assumed.
 */
import { extensionOf } from '../core/files.ts';
import type { FileInput, InputBlock, KnownBlock } from '@slack/types';

/** What stands in one input: the object at `view.state.values[block_id][action_id]`. */
type State = Readonly<Record<string, unknown>>;
type States = Readonly<Record<string, Readonly<Record<string, State>>>>;

/** Where an element keeps what was entered or chosen, the key of what it starts with, and what it holds when empty. */
type Held = { key: string; initial: string; empty: null | readonly never[] };

const one = (what: string): Held => ({ key: `selected_${what}`, initial: `initial_${what}`, empty: null });
const several = (what: string): Held => ({ key: `selected_${what}`, initial: `initial_${what}`, empty: [] });

/** By the type of the element; absent for what holds nothing (a button). */
export const HELD: Readonly<Record<string, Held>> = {
  plain_text_input: { key: 'value', initial: 'initial_value', empty: null },
  static_select: one('option'),
  external_select: one('option'),
  radio_buttons: one('option'),
  multi_static_select: several('options'),
  checkboxes: several('options'),
  users_select: one('user'),
  multi_users_select: several('users'),
  conversations_select: one('conversation'),
  multi_conversations_select: several('conversations'),
  channels_select: one('channel'),
  datepicker: one('date'),
  file_input: { key: 'files', initial: 'initial_files', empty: [] },
};

/** docs.slack.dev/reference/block-kit/block-elements/file-input-element: of each file, and of files where none is said. */
const LARGEST_FILE_BYTES = 10 * 1024 * 1024;
const MAX_FILES = 10;

/** docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element: the most when `max_length` is not given. */
const MAX_INPUT = 3000;

/** What is wrong with a filled form, in words for the person, by block id. Empty: it may be sent. */
export function formFaults(blocks: readonly KnownBlock[], values: States): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== 'input') continue;
    const blockId = block.block_id ?? '';
    const fault = checkInput(block, values[blockId]?.[block.element.action_id ?? '']);
    if (fault !== undefined) faults[blockId] = fault;
  }
  return faults;
}

/**
 * Why Slack's client would not submit this input; undefined when it would. Spaces alone count as an entry (assumed), so the
 * bot must look after them itself.
 * @param state what stands in the input; undefined when it was never touched and holds nothing
 */
export function checkInput(block: InputBlock, state: State | undefined): string | undefined {
  const held = HELD[block.element.type];
  if (held === undefined) throw new Error(`The sandbox does not know the input element ${block.element.type}`);
  const entered = state?.[held.key];
  if (holdsNothing(entered)) return block.optional === true ? undefined : 'Please complete this required field.';
  if (typeof entered === 'string' && block.element.type === 'plain_text_input') {
    return checkLength(entered, block.element.min_length ?? 0, block.element.max_length ?? MAX_INPUT);
  }
  if (Array.isArray(entered) && block.element.type === 'file_input') return checkFiles(block.element, entered);
  if (Array.isArray(entered) && 'max_selected_items' in block.element) {
    return checkCount(entered.length, block.element.max_selected_items);
  }
  return undefined;
}

/** Whether nothing was entered or chosen. */
export function holdsNothing(entered: unknown): boolean {
  return (
    entered === undefined || entered === null || entered === '' || (Array.isArray(entered) && entered.length === 0)
  );
}

function checkLength(text: string, least: number, most: number): string | undefined {
  if (text.length < least) return `Please enter at least ${least} characters.`;
  if (text.length > most) return `Please enter at most ${most} characters.`;
  return undefined;
}

function checkCount(count: number, most: number | undefined): string | undefined {
  return most === undefined || count <= most ? undefined : `Please choose at most ${most}.`;
}

/** Types are told by the end of the name (docs.slack.dev: a convenience, and no check of what is in the file). */
function checkFiles(element: FileInput, files: readonly { name?: unknown; size?: unknown }[]): string | undefined {
  const { max_files: most = MAX_FILES, filetypes } = element;
  if (files.length > most) return `Please choose at most ${most} files.`;
  const tooLarge = files.find(({ size }) => typeof size === 'number' && size > LARGEST_FILE_BYTES);
  if (tooLarge) return `${String(tooLarge.name)} is larger than 10 MB.`;
  const strange = files.find(({ name }) => filetypes !== undefined && !filetypes.includes(extensionOf(String(name))));
  return strange && `${String(strange.name)} is not one of ${filetypes?.join(', ')}.`;
}
