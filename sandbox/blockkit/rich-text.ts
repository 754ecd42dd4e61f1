/**
 * The rich_text block. Source: docs.slack.dev/reference/block-kit/blocks/rich-text-block.
 *
 * Empty lists of elements are accepted, as Slack does; that an empty text is refused is assumed.
 */
import { z } from 'zod';
import { id, MAX_URL } from './composition.ts';
import { filled } from './text.ts';

const text = z.string().min(1);
const flag = z.boolean().optional();
const url = filled(MAX_URL);
const styles = { bold: flag, italic: flag, strike: flag, code: flag, underline: flag };
const textStyle = z.strictObject(styles).optional();
/** Mentions know three styles more (docs.slack.dev/reference/block-kit/blocks/rich-text-block). */
const mentionStyle = z.strictObject({ ...styles, highlight: flag, client_highlight: flag, unlink: flag }).optional();

const plain = z.strictObject({ type: z.literal('text'), text, style: textStyle });
const link = z.strictObject({
  type: z.literal('link'),
  url,
  text: text.optional(),
  unsafe: flag,
  style: textStyle,
});

const inline = z.discriminatedUnion('type', [
  plain,
  link,
  z.strictObject({
    type: z.literal('emoji'),
    name: text,
    unicode: text.optional(),
    url: url.optional(),
    style: textStyle,
  }),
  z.strictObject({ type: z.literal('user'), user_id: text, style: mentionStyle }),
  z.strictObject({ type: z.literal('usergroup'), usergroup_id: text, style: mentionStyle }),
  z.strictObject({ type: z.literal('channel'), channel_id: text, style: mentionStyle }),
  z.strictObject({
    type: z.literal('broadcast'),
    range: z.enum(['here', 'channel', 'everyone']),
    style: mentionStyle,
  }),
  z.strictObject({
    type: z.literal('date'),
    timestamp: z.number().int(),
    format: text,
    url: url.optional(),
    fallback: text.optional(),
    style: textStyle,
  }),
]);

const border = z.literal([0, 1]).optional();
const section = z.strictObject({ type: z.literal('rich_text_section'), elements: z.array(inline) });

const part = z.discriminatedUnion('type', [
  section,
  z.strictObject({
    type: z.literal('rich_text_list'),
    style: z.enum(['bullet', 'ordered']),
    // A list holds sections only: deeper levels are further lists with a larger indent.
    elements: z.array(z.discriminatedUnion('type', [section])),
    indent: z.number().int().min(0).max(8).optional(),
    offset: z.number().int().min(0).optional(),
    border,
  }),
  z.strictObject({ type: z.literal('rich_text_quote'), elements: z.array(inline), border }),
  z.strictObject({
    type: z.literal('rich_text_preformatted'),
    elements: z.array(z.discriminatedUnion('type', [plain, link])),
    language: text.optional(),
    border,
  }),
]);

export const richText = z.strictObject({
  type: z.literal('rich_text'),
  block_id: id.optional(),
  elements: z.array(part),
});
