/** Every limit of the elements, each at the limit and one beyond it. */
import {
  actions,
  atLeast,
  atMost,
  button,
  chars,
  confirm,
  input,
  message,
  mrkdwn,
  option,
  options,
  plain,
  select,
  textInput,
  times,
} from '../blockkit/build.ts';
import type { Case, Json } from '../blockkit/build.ts';

const element = (more: Json) => message(actions(button(more)));
const inInput = (more: Json) => message(input(textInput(more)));
const act = (type: string, more: Json) => message(actions({ type, action_id: 'a', ...more }));
const E = '/blocks/0/elements/0';

export const elementLimits: Case[] = [
  ...atMost(255, 'characters', (n) => element({ action_id: chars(n) }), `${E}/action_id`),
  ...atLeast(1, 'characters', (n) => element({ action_id: chars(n) }), `${E}/action_id`),
  ...atMost(75, 'characters', (n) => element({ text: plain(chars(n)) }), `${E}/text/text`),
  ...atMost(2000, 'characters', (n) => element({ value: chars(n) }), `${E}/value`),
  ...atMost(3000, 'characters', (n) => element({ url: chars(n) }), `${E}/url`),
  ...atMost(75, 'characters', (n) => element({ accessibility_label: chars(n) }), `${E}/accessibility_label`),
  ...atMost(
    100,
    'characters',
    (n) => element({ confirm: confirm({ title: plain(chars(n)) }) }),
    `${E}/confirm/title/text`,
  ),
  ...atMost(
    300,
    'characters',
    (n) => element({ confirm: confirm({ text: mrkdwn(chars(n)) }) }),
    `${E}/confirm/text/text`,
  ),
  ...atMost(
    30,
    'characters',
    (n) => element({ confirm: confirm({ confirm: plain(chars(n)) }) }),
    `${E}/confirm/confirm/text`,
  ),
  ...atMost(
    30,
    'characters',
    (n) => element({ confirm: confirm({ deny: plain(chars(n)) }) }),
    `${E}/confirm/deny/text`,
  ),
  ...['checkboxes', 'radio_buttons'].flatMap((type) => [
    ...atMost(10, 'items', (n) => act(type, { options: options(n) }), `${E}/options`),
    ...atLeast(1, 'items', (n) => act(type, { options: options(n) }), `${E}/options`),
    ...atMost(
      75,
      'characters',
      (n) => act(type, { options: [option('a', { text: mrkdwn(chars(n)) })] }),
      `${E}/options/0/text/text`,
    ),
  ]),
  ...['static_select', 'multi_static_select'].flatMap((type) => [
    ...atMost(100, 'items', (n) => act(type, { options: options(n) }), `${E}/options`),
    ...atLeast(1, 'items', (n) => act(type, { options: options(n) }), `${E}/options`),
    ...atMost(
      75,
      'characters',
      (n) => act(type, { options: [option('a', { text: plain(chars(n)) })] }),
      `${E}/options/0/text/text`,
    ),
    ...atMost(
      150,
      'characters',
      (n) => act(type, { options: [option('a', { value: chars(n) })] }),
      `${E}/options/0/value`,
    ),
    ...atMost(
      75,
      'characters',
      (n) => act(type, { options: [option('a', { description: plain(chars(n)) })] }),
      `${E}/options/0/description/text`,
    ),
    ...atMost(
      150,
      'characters',
      (n) => act(type, { options: options(1), placeholder: plain(chars(n)) }),
      `${E}/placeholder/text`,
    ),
    ...atMost(100, 'items', (n) => act(type, { option_groups: times(n, () => group({})) }), `${E}/option_groups`),
    ...atLeast(1, 'items', (n) => act(type, { option_groups: times(n, () => group({})) }), `${E}/option_groups`),
    ...atMost(
      75,
      'characters',
      (n) => act(type, { option_groups: [group({ label: plain(chars(n)) })] }),
      `${E}/option_groups/0/label/text`,
    ),
    ...atMost(
      100,
      'items',
      (n) => act(type, { option_groups: [group({ options: options(n) })] }),
      `${E}/option_groups/0/options`,
    ),
    ...atLeast(
      1,
      'items',
      (n) => act(type, { option_groups: [group({ options: options(n) })] }),
      `${E}/option_groups/0/options`,
    ),
  ]),
  ...atMost(
    10,
    'items',
    (n) => act('checkboxes', { options: options(1), initial_options: repeated(n) }),
    `${E}/initial_options`,
  ),
  ...atMost(
    100,
    'items',
    (n) => act('multi_static_select', { options: options(1), initial_options: repeated(n) }),
    `${E}/initial_options`,
  ),
  ...atLeast(
    1,
    'items',
    (n) => act('multi_static_select', { options: options(1), initial_options: repeated(n) }),
    `${E}/initial_options`,
  ),
  ...atMost(255, 'characters', (n) => act('users_select', { initial_user: chars(n) }), `${E}/initial_user`),
  ...atMost(
    2,
    'items',
    (n) => inInput({ dispatch_action_config: { trigger_actions_on: triggers(n) } }),
    '/blocks/0/element/dispatch_action_config/trigger_actions_on',
  ),
  ...atLeast(
    1,
    'items',
    (n) => inInput({ dispatch_action_config: { trigger_actions_on: triggers(n) } }),
    '/blocks/0/element/dispatch_action_config/trigger_actions_on',
  ),
  ...atLeast(1, 'number', (n) => act('multi_users_select', { max_selected_items: n }), `${E}/max_selected_items`),
  ...atLeast(0, 'number', (n) => act('external_select', { min_query_length: n }), `${E}/min_query_length`),
  ...atMost(5, 'items', (n) => act('overflow', { options: options(n) }), `${E}/options`),
  ...atLeast(1, 'items', (n) => act('overflow', { options: options(n) }), `${E}/options`),
  ...atMost(
    3000,
    'characters',
    (n) => act('overflow', { options: [option('a', { url: chars(n) })] }),
    `${E}/options/0/url`,
  ),
  ...atMost(150, 'characters', (n) => act('datepicker', { placeholder: plain(chars(n)) }), `${E}/placeholder/text`),
  ...atMost(150, 'characters', (n) => inInput({ placeholder: plain(chars(n)) }), '/blocks/0/element/placeholder/text'),
  ...atMost(3000, 'characters', (n) => inInput({ initial_value: chars(n) }), '/blocks/0/element/initial_value'),
  ...atMost(3000, 'number', (n) => inInput({ max_length: n }), '/blocks/0/element/max_length'),
  ...atLeast(1, 'number', (n) => inInput({ max_length: n }), '/blocks/0/element/max_length'),
  ...atMost(3000, 'number', (n) => inInput({ min_length: n }), '/blocks/0/element/min_length'),
  ...atLeast(0, 'number', (n) => inInput({ min_length: n }), '/blocks/0/element/min_length'),
  ...atMost(255, 'characters', (n) => message(input(select({ action_id: chars(n) }))), '/blocks/0/element/action_id'),
];

function group(more: Json): Json {
  return { label: plain('A'), options: options(1), ...more };
}

function repeated(count: number): Json[] {
  return times(count, () => option('o0'));
}

function triggers(count: number): string[] {
  return times(count, () => 'on_enter_pressed');
}
