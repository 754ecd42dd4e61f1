/** Composition objects. Source: docs.slack.dev/reference/block-kit/composition-objects. */
import { z } from 'zod';
import { anyText, filled, plainText } from './text.ts';

/** Slack's limit on action_id, block_id, callback_id and external_id. */
export const MAX_ID = 255;
export const MAX_URL = 3000;
/** The docs say 150 for an option's value, the SDK's comment 75: the sandbox refuses beyond the larger. */
const MAX_OPTION_VALUE = 150;

/** An id of an action or a block. That an empty one is refused is assumed. */
export const id = filled(MAX_ID);

const optionFields = { value: filled(MAX_OPTION_VALUE), description: plainText(75).optional() };

/** An option of a select menu: its text must be plain. */
export const option = z.strictObject({ text: plainText(75), ...optionFields });
/** An option of checkboxes and radio buttons: its text may be mrkdwn. */
export const richOption = z.strictObject({ text: anyText(75), ...optionFields });
/** An option of an overflow menu, the only one that may carry a url. */
export const linkOption = z.strictObject({ text: plainText(75), ...optionFields, url: filled(MAX_URL).optional() });

export const optionGroup = z.strictObject({ label: plainText(75), options: z.array(option).min(1).max(100) });

export const colour = z.enum(['primary', 'danger']);

/** The docs require all four texts, the SDK's types only one: the docs are followed. */
export const confirm = z.strictObject({
  title: plainText(100),
  text: anyText(300),
  confirm: plainText(30),
  deny: plainText(30),
  style: colour.optional(),
});

/** That it holds at least one key is checked in rules.ts. */
export const conversationFilter = z.strictObject({
  include: z
    .array(z.enum(['im', 'mpim', 'private', 'public']))
    .min(1)
    .optional(),
  exclude_external_shared_channels: z.boolean().optional(),
  exclude_bot_users: z.boolean().optional(),
});

export const dispatchActionConfig = z.strictObject({
  trigger_actions_on: z
    .array(z.enum(['on_enter_pressed', 'on_character_entered']))
    .min(1)
    .max(2)
    .optional(),
});

/** By id or by url; that it is exactly one of them is checked in rules.ts. */
const slackFile = z.strictObject({ id: filled(MAX_ID).optional(), url: filled(MAX_URL).optional() });

/** What an image block and an image element have in common; one source exactly is checked in rules.ts. */
export const imageFields = {
  type: z.literal('image'),
  alt_text: filled(2000),
  image_url: filled(MAX_URL).optional(),
  slack_file: slackFile.optional(),
};
