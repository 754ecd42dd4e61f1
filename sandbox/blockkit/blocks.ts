/**
 * Blocks. Source: docs.slack.dev/reference/block-kit/blocks.
 *
 * The sandbox covers what the bot sends, strictly: a block that is not listed here (markdown, table, video, alert, card
 * and others) is refused as unsupported, even where Slack knows it. Those listed may stand in messages, modals and home
 * alike, so one list serves every surface.
 */
import { z } from 'zod';
import { id, imageFields } from './composition.ts';
import { accessory, actionsElement, contextElement, inputElement } from './elements.ts';
import { richText } from './rich-text.ts';
import { anyText, plainText } from './text.ts';

const blockId = { block_id: id.optional() };

const header = z.strictObject({
  type: z.literal('header'),
  ...blockId,
  text: plainText(150),
  level: z.number().int().min(1).max(4).optional(),
});

/** That it has text or fields is checked in rules.ts. */
const section = z.strictObject({
  type: z.literal('section'),
  ...blockId,
  text: anyText(3000).optional(),
  fields: z.array(anyText(2000)).min(1).max(10).optional(),
  accessory: accessory.optional(),
  expand: z.boolean().optional(),
});

const divider = z.strictObject({ type: z.literal('divider'), ...blockId });

const context = z.strictObject({
  type: z.literal('context'),
  ...blockId,
  elements: z.array(contextElement).min(1).max(10),
});

const actions = z.strictObject({
  type: z.literal('actions'),
  ...blockId,
  elements: z.array(actionsElement).min(1).max(25),
});

/** That a modal with an input has a submit button is checked in rules.ts. */
const input = z.strictObject({
  type: z.literal('input'),
  ...blockId,
  label: plainText(2000),
  element: inputElement,
  hint: plainText(2000).optional(),
  optional: z.boolean().optional(),
  dispatch_action: z.boolean().optional(),
});

const image = z.strictObject({ ...imageFields, ...blockId, title: plainText(2000).optional() });

/** Any block the sandbox knows. */
export const block = z.discriminatedUnion('type', [header, section, divider, context, actions, input, image, richText]);
