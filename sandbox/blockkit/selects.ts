/**
 * Select menus of one and of several items. Sources: docs.slack.dev/reference/block-kit/block-elements/select-menu-element
 * and multi-select-menu-element.
 */
import { z } from 'zod';
import { confirm, conversationFilter, id, option, optionGroup } from './composition.ts';
import { filled, plainText } from './text.ts';

const MAX_OPTIONS = 100;

const menu = {
  action_id: id.optional(),
  placeholder: plainText(150).optional(),
  focus_on_load: z.boolean().optional(),
  confirm: confirm.optional(),
};
const several = { max_selected_items: z.number().int().min(1).optional() };
/** Options or groups of them; that it is exactly one of the two is checked in rules.ts. */
const choices = {
  options: z.array(option).min(1).max(MAX_OPTIONS).optional(),
  option_groups: z.array(optionGroup).min(1).max(MAX_OPTIONS).optional(),
};
const conversations = {
  default_to_current_conversation: z.boolean().optional(),
  filter: conversationFilter.optional(),
};
/** Only in an input block of a modal, which rules.ts checks. */
const answersByUrl = { response_url_enabled: z.boolean().optional() };
const slackId = filled(255);
const slackIds = z.array(slackId).optional();

/** All select menus that the sandbox knows; each may stand in a section, an actions block and an input block. */
export const selects = [
  z.strictObject({ type: z.literal('static_select'), ...menu, ...choices, initial_option: option.optional() }),
  z.strictObject({
    type: z.literal('multi_static_select'),
    ...menu,
    ...several,
    ...choices,
    // That an empty list is refused is assumed.
    initial_options: z.array(option).min(1).max(MAX_OPTIONS).optional(),
  }),
  z.strictObject({
    type: z.literal('external_select'),
    ...menu,
    initial_option: option.optional(),
    min_query_length: z.number().int().min(0).optional(),
  }),
  z.strictObject({ type: z.literal('users_select'), ...menu, initial_user: slackId.optional() }),
  z.strictObject({ type: z.literal('multi_users_select'), ...menu, ...several, initial_users: slackIds }),
  z.strictObject({
    type: z.literal('conversations_select'),
    ...menu,
    ...conversations,
    ...answersByUrl,
    initial_conversation: slackId.optional(),
  }),
  z.strictObject({
    type: z.literal('multi_conversations_select'),
    ...menu,
    ...several,
    ...conversations,
    initial_conversations: slackIds,
  }),
  z.strictObject({
    type: z.literal('channels_select'),
    ...menu,
    ...answersByUrl,
    initial_channel: slackId.optional(),
  }),
] as const;
