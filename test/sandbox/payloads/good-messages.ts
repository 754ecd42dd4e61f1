/** Messages that Slack takes, with every block and element that the bot sends. */
import { lengthy } from './bad-blocks.ts';
import {
  actions,
  button,
  confirm,
  divider,
  good,
  input,
  line,
  message,
  mrkdwn,
  option,
  options,
  picture,
  plain,
  richText,
  section,
  select,
  textInput,
} from '../blockkit/build.ts';
import type { Case, Json } from '../blockkit/build.ts';

const mixed = option('a', { description: plain('first') });
const full: Json[] = [
  { type: 'header', text: { ...plain('Brief'), emoji: true }, block_id: 'h', level: 2 },
  section({ text: { ...mrkdwn('*Owner*'), verbatim: true }, fields: [plain('a'), mrkdwn('b')], expand: true }),
  section({ accessory: picture() }),
  { ...divider, block_id: 'd' },
  { type: 'context', elements: [picture(), plain('a'), mrkdwn('b')] },
  picture({ title: plain('Key visual'), block_id: 'p' }),
  { ...picture(), image_url: undefined, slack_file: { id: 'F1' } },
];
const pickers: Json[] = [
  button({ style: 'primary', value: 'v', url: 'https://example.com', confirm: confirm({ style: 'danger' }) }),
  {
    type: 'checkboxes',
    action_id: 'c',
    options: [mixed, option('b', { text: mrkdwn('*b*') })],
    initial_options: [mixed],
  },
  { type: 'radio_buttons', action_id: 'r', options: options(2), initial_option: option('o1') },
  select({ initial_option: option('o0'), placeholder: plain('Pick'), focus_on_load: true }),
  {
    type: 'multi_static_select',
    action_id: 'm',
    options: options(3),
    initial_options: options(2),
    max_selected_items: 2,
  },
  {
    type: 'static_select',
    action_id: 'g',
    option_groups: [{ label: plain('A'), options: options(2) }],
    initial_option: option('o1'),
  },
  { type: 'external_select', action_id: 'e', initial_option: option('x'), min_query_length: 2 },
  { type: 'users_select', action_id: 'u', initial_user: 'U1' },
  { type: 'multi_users_select', action_id: 'mu', initial_users: ['U1', 'U2'], max_selected_items: 3 },
  { type: 'conversations_select', action_id: 'cs', initial_conversation: 'C1', filter: { include: ['public', 'im'] } },
  {
    type: 'multi_conversations_select',
    action_id: 'mc',
    default_to_current_conversation: true,
    filter: { exclude_bot_users: true },
  },
  { type: 'channels_select', action_id: 'ch', initial_channel: 'C1' },
  { type: 'datepicker', action_id: 'd', initial_date: '2028-02-29', placeholder: plain('Due') },
  { type: 'overflow', action_id: 'o', options: [option('a', { url: 'https://example.com' })], confirm: confirm() },
];
const style = { bold: true, italic: false, strike: true, code: false, underline: true };
const inline: Json[] = [
  { type: 'text', text: 'Hello', style },
  { type: 'link', url: 'https://example.com', text: 'here', unsafe: false, style: { bold: true } },
  { type: 'emoji', name: 'wave', unicode: '1f44b' },
  { type: 'user', user_id: 'U1', style: { client_highlight: true } },
  { type: 'usergroup', usergroup_id: 'S1' },
  { type: 'channel', channel_id: 'C1' },
  { type: 'broadcast', range: 'here' },
  { type: 'date', timestamp: 1_720_710_212, format: '{date_num}', url: 'https://example.com', fallback: 'then' },
];

export const goodMessages: Case[] = [
  good('a message of text alone', { text: 'Hello' }),
  good('a message without blocks', { text: 'Hello', blocks: [] }),
  good('every plain block', message(...full)),
  good('every element in an actions block', message(actions(...pickers))),
  good('every element beside a section', message(...pickers.map((accessory) => section({ accessory })))),
  good('the same action_id in two blocks', message(actions(button()), actions(button()))),
  good('a section of fields alone', message({ type: 'section', fields: [plain('a')] })),
  good('keys that are undefined, which JSON drops', message(section({ accessory: undefined, colour: undefined }))),
  good(
    'every element in an input block',
    message(
      input(textInput({ multiline: true, min_length: 2, max_length: 2, initial_value: '' }), {
        optional: true,
        hint: plain('h'),
      }),
      input(textInput({ dispatch_action_config: { trigger_actions_on: ['on_enter_pressed'] } }), {
        dispatch_action: true,
      }),
      ...pickers.slice(1, -1).map((element) => input(element)),
    ),
  ),
  good(
    'rich text of every kind',
    message(
      richText(
        line(...inline),
        {
          type: 'rich_text_list',
          style: 'bullet',
          elements: [line(...inline), line()],
          indent: 1,
          border: 1,
          offset: 2,
        },
        { type: 'rich_text_quote', elements: inline, border: 0 },
        { type: 'rich_text_preformatted', elements: inline.slice(0, 2), language: 'ts' },
      ),
    ),
  ),
  good('13,200 characters over all blocks', message(...lengthy(13_200))),
];
