/** What Slack's own client checks before a form leaves the person's screen. The wordings are assumed. */
import type { InputBlock, KnownBlock } from '@slack/types';
import { elementsOf, type AnyElement } from '../core/messages.ts';
import type { StateValues } from '../core/types.ts';
import { isEmpty, stateKey } from './state.ts';

/** A text input takes this much where it names no `max_length` (docs.slack.dev, plain-text input). */
const LONGEST_TEXT = 3000;

/** What is wrong with a filled form, by block id. Empty: it may be sent. */
export function formFaults(blocks: readonly KnownBlock[], state: StateValues): Record<string, string> {
  const faults: Record<string, string> = {};
  for (const block of blocks) {
    if (block.type !== 'input') continue;
    const fault = inputFault(block, state);
    if (fault) faults[block.block_id ?? ''] = fault;
  }
  return faults;
}

function inputFault(block: InputBlock, state: StateValues): string | undefined {
  const [element] = elementsOf(block);
  if (!element) return undefined;
  const given = state[block.block_id ?? '']?.[element.action_id ?? ''];
  if (isEmpty(given, element)) return block.optional ? undefined : 'Please complete this required field.';
  const value = given?.[stateKey(element) ?? ''];
  if (element.type === 'plain_text_input') return lengthFault(element, String(value));
  if (element.type === 'number_input') return numberFault(element, String(value));
  if (element.type === 'url_text_input' && !URL.canParse(String(value))) return 'Please enter a valid URL.';
  if (element.type === 'email_text_input' && !/^\S+@\S+\.\S+$/.test(String(value)))
    return 'Please enter a valid email.';
  return Array.isArray(value) ? countFault(element, value.length) : undefined;
}

function lengthFault(element: AnyElement, value: string): string | undefined {
  const shortest = Number(element['min_length'] ?? 0);
  const longest = Number(element['max_length'] ?? LONGEST_TEXT);
  if (value.length < shortest) return `Please enter at least ${shortest} characters.`;
  return value.length > longest ? `Please enter at most ${longest} characters.` : undefined;
}

function numberFault(element: AnyElement, value: string): string | undefined {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) return 'Please enter a number.';
  if (element['is_decimal_allowed'] !== true && !Number.isInteger(number)) return 'Please enter a whole number.';
  const least = Number(element['min_value'] ?? Number.NEGATIVE_INFINITY);
  const most = Number(element['max_value'] ?? Number.POSITIVE_INFINITY);
  if (number < least) return `Please enter a number of at least ${least}.`;
  return number > most ? `Please enter a number of at most ${most}.` : undefined;
}

function countFault(element: AnyElement, count: number): string | undefined {
  const most = Number(element['max_selected_items'] ?? Number.POSITIVE_INFINITY);
  return count > most ? `Please choose at most ${most}.` : undefined;
}
