/**
 * Messages, modals and the home tab. Sources: docs.slack.dev/reference/block-kit/blocks and
 * docs.slack.dev/reference/views.
 */
import { z } from 'zod';
import { block } from './blocks.ts';
import { MAX_ID } from './composition.ts';
import { plainText, upTo } from './text.ts';

const MAX_MESSAGE_BLOCKS = 50;
const MAX_VIEW_BLOCKS = 100;
/** 250 KB of UTF-8; the docs do not say which KB, so the larger. */
export const MAX_VIEW_BYTES = 250 * 1024;
/** Not in the docs: the total at which Slack was seen to answer `msg_blocks_too_long`. */
export const MAX_MESSAGE_TEXT = 13_200;

const MAX_TITLE = 24;

/** Text beyond 40,000 characters is cut by Slack, not refused, so it has no limit here. */
export const message = z.object({
  text: z.string().optional(),
  blocks: z.array(block).max(MAX_MESSAGE_BLOCKS).optional(),
});

const viewFields = {
  blocks: z.array(block).max(MAX_VIEW_BLOCKS),
  private_metadata: upTo(3000).optional(),
  callback_id: upTo(MAX_ID).optional(),
  external_id: upTo(MAX_ID).optional(),
};

const modal = z.strictObject({
  type: z.literal('modal'),
  ...viewFields,
  title: plainText(MAX_TITLE),
  submit: plainText(MAX_TITLE).optional(),
  close: plainText(MAX_TITLE).optional(),
  clear_on_close: z.boolean().optional(),
  notify_on_close: z.boolean().optional(),
});

const home = z.strictObject({ type: z.literal('home'), ...viewFields });

/** Unions of one, so that a view of the other type is answered with `unsupported type` alone. */
export const views = {
  modal: z.discriminatedUnion('type', [modal]),
  home: z.discriminatedUnion('type', [home]),
} as const;
