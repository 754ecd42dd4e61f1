/**
 * Judges blocks as Slack does before it accepts a message or a view. Source of the limits:
 * docs.slack.dev/reference/block-kit; of the wordings: answers of Slack's that were quoted in public.
 */
import { schemaFaults } from './faults.ts';
import type { Fault } from './faults.ts';
import { blockRules, submitRule } from './rules.ts';
import { MAX_MESSAGE_TEXT, MAX_VIEW_BYTES, message, views } from './surfaces.ts';
import { isObject, textLength } from './walk.ts';

export type { Fault } from './faults.ts';

/**
 * What Slack would refuse in a message's `blocks` and `text`; an empty list when nothing.
 *
 * Pointers begin at the message: `/blocks/0/text/text`. A fault whose message is `msg_blocks_too_long` is to be answered
 * with that error code; the others with `invalid_blocks`.
 */
export function validateMessage(payload: { blocks?: unknown; text?: unknown }): Fault[] {
  const sent = asSent({ blocks: payload.blocks, text: payload.text });
  const blocks = isObject(sent) ? sent['blocks'] : undefined;
  const faults = [...schemaFaults(message, sent, ''), ...blockRules(blocks, '/blocks', 'message')];
  if (textLength(blocks) > MAX_MESSAGE_TEXT) faults.push({ message: 'msg_blocks_too_long', pointer: '/blocks' });
  return withoutRepeats(faults);
}

/**
 * What Slack would refuse in a view for a modal or for the home tab; an empty list when nothing.
 *
 * Pointers begin at the call's arguments: `/view/title/text`. A fault whose message is `view_too_large` is to be answered
 * with that error code; the others with `invalid_arguments`.
 */
export function validateView(view: unknown, surface: 'modal' | 'home'): Fault[] {
  const sent = asSent(view);
  const broken = schemaFaults(views[surface], sent, '/view');
  // Slack tells first that no kind of view fits, then why.
  const faults =
    broken.length > 0 ? [{ message: 'failed to match all allowed schemas', pointer: '/view' }, ...broken] : [];
  if (!isObject(sent) || sent['type'] !== surface) return faults;
  faults.push(...blockRules(sent['blocks'], '/view/blocks', surface));
  if (surface === 'modal') faults.push(...submitRule({ value: sent, pointer: '/view' }));
  if (Buffer.byteLength(JSON.stringify(sent)) > MAX_VIEW_BYTES) {
    faults.push({ message: 'view_too_large', pointer: '/view' });
  }
  return withoutRepeats(faults);
}

/** The value as it arrives: JSON drops keys that are undefined, and Slack never sees them. */
function asSent(value: unknown): unknown {
  const json = JSON.stringify(value) as string | undefined;
  return json === undefined ? undefined : (JSON.parse(json) as unknown);
}

function withoutRepeats(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [`${fault.pointer} ${fault.message}`, fault])).values()];
}
