/**
 * Text objects. Source: docs.slack.dev/reference/block-kit/composition-objects/text-object.
 *
 * Slack does not say whether it counts UTF-16 units or code points. The sandbox counts UTF-16 units, which are never
 * fewer, on the string as sent (so `&amp;` is five and most emoji are two).
 */
import { z } from 'zod';

/** The most a text object holds where its place sets no smaller limit. */
const MAX_TEXT = 3000;

/** A string of at most `max` UTF-16 units. zod's own `max` counts code points, and so would let longer ones through. */
export const upTo = (max: number) =>
  z.string().check(({ value, issues }) => {
    if (value.length <= max) return;
    issues.push({ code: 'too_big', origin: 'string', maximum: max, inclusive: true, input: value });
  });

/** A string that Slack refuses when it is empty, up to `max` characters. */
export const filled = (max: number) => upTo(max).min(1);

/** A plain_text object of at most `max` characters. */
export const plainText = (max: number = MAX_TEXT) =>
  z.strictObject({ type: z.literal('plain_text'), text: filled(max), emoji: z.boolean().optional() });

/** A mrkdwn object of at most `max` characters. */
export const mrkdwn = (max: number = MAX_TEXT) =>
  z.strictObject({ type: z.literal('mrkdwn'), text: filled(max), verbatim: z.boolean().optional() });

/** Either kind of text object, where both may stand. */
export const anyText = (max: number = MAX_TEXT) => z.discriminatedUnion('type', [plainText(max), mrkdwn(max)]);
