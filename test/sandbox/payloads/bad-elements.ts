/** Messages whose elements Slack refuses. */
import {
  actions,
  bad,
  button,
  confirm,
  input,
  message,
  mrkdwn,
  option,
  options,
  plain,
  section,
  select,
  textInput,
} from '../blockkit/build.ts';
import type { Case, Json } from '../blockkit/build.ts';

const E = '/blocks/0/elements/0';
const act = (type: string, more: Json = {}) => message(actions({ type, action_id: 'a', ...more }));
const mixed = option('a', { description: plain('first') });

export const badElements: Case[] = [
  bad(
    'a text input in an actions block',
    message(actions(textInput())),
    'unsupported type: plain_text_input',
    `${E}/type`,
  ),
  bad(
    'a text input beside a section',
    message(section({ accessory: textInput() })),
    'unsupported type: plain_text_input',
    '/blocks/0/accessory/type',
  ),
  bad(
    'files asked for in a message',
    message(input({ type: 'file_input' })),
    '`file_input` is only available in modals',
    '/blocks/0/element',
  ),
  bad('a button in an input block', message(input(button())), 'unsupported type: button', '/blocks/0/element/type'),
  bad(
    'a button in a context',
    message({ type: 'context', elements: [button()] }),
    'unsupported type: button',
    `${E}/type`,
  ),
  bad('an element the bot does not send', act('timepicker'), 'unsupported type: timepicker', `${E}/type`),
  bad(
    'a style that does not exist',
    message(actions(button({ style: 'default' }))),
    'must be a valid enum value',
    `${E}/style`,
  ),
  bad('a style of null', message(actions(button({ style: null }))), 'must provide a string', `${E}/style`),
  bad(
    'a button whose text is a string',
    message(actions(button({ text: 'Go' }))),
    'must provide an object',
    `${E}/text`,
  ),
  bad(
    'a confirm dialog without deny',
    message(actions(button({ confirm: confirm({ deny: undefined }) }))),
    'missing required field: deny',
    `${E}/confirm`,
  ),
  bad('a select without options', act('static_select'), 'must define either `options` or `option_groups`', E),
  bad(
    'a select with options and groups',
    act('static_select', { options: options(1), option_groups: [{ label: plain('A'), options: options(1) }] }),
    'must define only one of `options` or `option_groups`',
    E,
  ),
  bad(
    'an option without a value',
    act('static_select', { options: [{ text: plain('a') }] }),
    'missing required field: value',
    `${E}/options/0`,
  ),
  bad(
    'a url outside an overflow',
    act('static_select', { options: [option('a', { url: 'x' })] }),
    'invalid additional property: url',
    `${E}/options/0`,
  ),
  bad(
    'mrkdwn in the options of a select',
    act('static_select', { options: [option('a', { text: mrkdwn('a') })] }),
    'must be a valid enum value',
    `${E}/options/0/text/type`,
  ),
  bad(
    'an initial option of null',
    act('static_select', { options: options(1), initial_option: null }),
    'must provide an object',
    `${E}/initial_option`,
  ),
  bad(
    'an initial option that is no option',
    act('static_select', { options: options(2), initial_option: option('o2') }),
    'must match one of the provided options',
    `${E}/initial_option`,
  ),
  bad(
    'an initial option that differs in one field',
    act('radio_buttons', { options: [mixed], initial_option: option('a') }),
    'must match one of the provided options',
    `${E}/initial_option`,
  ),
  bad(
    'the second of the initial options',
    act('checkboxes', { options: options(2), initial_options: [option('o1'), option('x')] }),
    'must match one of the provided options',
    `${E}/initial_options/1`,
  ),
  bad(
    'an empty list of initial options',
    act('checkboxes', { options: options(2), initial_options: [] }),
    'must provide at least 1 items',
    `${E}/initial_options`,
  ),
  bad(
    'an empty filter',
    act('conversations_select', { filter: {} }),
    'must provide at least 1 properties',
    `${E}/filter`,
  ),
  bad(
    'a filter that includes nothing',
    act('conversations_select', { filter: { include: [] } }),
    'must provide at least 1 items',
    `${E}/filter/include`,
  ),
  bad(
    'a response_url asked for in a message',
    act('channels_select', { response_url_enabled: true }),
    '`response_url_enabled` is only available in an `input` block of a modal',
    `${E}/response_url_enabled`,
  ),
  bad(
    'a day that does not exist',
    act('datepicker', { initial_date: '2027-02-29' }),
    'must be a date in the format YYYY-MM-DD',
    `${E}/initial_date`,
  ),
  bad(
    'a day in another format',
    act('datepicker', { initial_date: '1/2/2027' }),
    'must be a date in the format YYYY-MM-DD',
    `${E}/initial_date`,
  ),
  bad(
    'a minimum above the maximum',
    message(input(textInput({ min_length: 3, max_length: 2 }))),
    '`min_length` must not exceed `max_length`',
    '/blocks/0/element/min_length',
  ),
  bad(
    'half a character as a length',
    message(input(textInput({ max_length: 1.5 }))),
    'must provide an integer',
    '/blocks/0/element/max_length',
  ),
  bad(
    'a second element in focus',
    message(input(textInput({ focus_on_load: true })), input(select({ focus_on_load: true }))),
    'only one element can set `focus_on_load` to true',
    '/blocks/1/element/focus_on_load',
  ),
];
