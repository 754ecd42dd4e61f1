/** Every limit of messages, blocks and texts, each at the limit and one beyond it. */
import {
  actions,
  atLeast,
  atMost,
  button,
  chars,
  divider,
  input,
  line,
  message,
  mrkdwn,
  picture,
  plain,
  richText,
  section,
  textInput,
  times,
} from '../blockkit/build.ts';
import type { Case, Json } from '../blockkit/build.ts';

const E = '/blocks/0/elements/0';

export const blockLimits: Case[] = [
  ...atMost(50, 'items', (n) => message(...times(n, () => divider)), '/blocks'),
  ...atMost(3000, 'characters', (n) => message(section({ text: mrkdwn(chars(n)) })), '/blocks/0/text/text'),
  ...atLeast(1, 'characters', (n) => message(section({ text: plain(chars(n)) })), '/blocks/0/text/text'),
  ...atMost(2000, 'characters', (n) => message(section({ fields: [plain(chars(n))] })), '/blocks/0/fields/0/text'),
  ...atMost(10, 'items', (n) => message(section({ fields: times(n, () => plain('a')) })), '/blocks/0/fields'),
  ...atLeast(1, 'items', (n) => message(section({ fields: times(n, () => plain('a')) })), '/blocks/0/fields'),
  ...atMost(255, 'characters', (n) => message(section({ block_id: chars(n) })), '/blocks/0/block_id'),
  ...atLeast(1, 'characters', (n) => message(section({ block_id: chars(n) })), '/blocks/0/block_id'),
  ...atMost(150, 'characters', (n) => message({ type: 'header', text: plain(chars(n)) }), '/blocks/0/text/text'),
  ...atMost(4, 'number', (n) => message({ type: 'header', text: plain('a'), level: n }), '/blocks/0/level'),
  ...atLeast(1, 'number', (n) => message({ type: 'header', text: plain('a'), level: n }), '/blocks/0/level'),
  ...atMost(
    10,
    'items',
    (n) => message({ type: 'context', elements: times(n, () => plain('a')) }),
    '/blocks/0/elements',
  ),
  ...atLeast(
    1,
    'items',
    (n) => message({ type: 'context', elements: times(n, () => plain('a')) }),
    '/blocks/0/elements',
  ),
  ...atMost(3000, 'characters', (n) => message({ type: 'context', elements: [mrkdwn(chars(n))] }), `${E}/text`),
  ...atMost(
    25,
    'items',
    (n) => message(actions(...times(n, (i) => button({ action_id: `b${i}` })))),
    '/blocks/0/elements',
  ),
  ...atLeast(1, 'items', (n) => message(actions(...times(n, () => button()))), '/blocks/0/elements'),
  ...atMost(2000, 'characters', (n) => message(input(textInput(), { label: plain(chars(n)) })), '/blocks/0/label/text'),
  ...atMost(2000, 'characters', (n) => message(input(textInput(), { hint: plain(chars(n)) })), '/blocks/0/hint/text'),
  ...atMost(2000, 'characters', (n) => message(picture({ title: plain(chars(n)) })), '/blocks/0/title/text'),
  ...atMost(2000, 'characters', (n) => message(picture({ alt_text: chars(n) })), '/blocks/0/alt_text'),
  ...atLeast(1, 'characters', (n) => message(picture({ alt_text: chars(n) })), '/blocks/0/alt_text'),
  ...atMost(3000, 'characters', (n) => message(picture({ image_url: chars(n) })), '/blocks/0/image_url'),
  ...atMost(
    2000,
    'characters',
    (n) => message(section({ accessory: picture({ alt_text: chars(n) }) })),
    '/blocks/0/accessory/alt_text',
  ),
  ...atMost(3000, 'characters', (n) => message(stored({ url: chars(n) })), '/blocks/0/slack_file/url'),
  ...atMost(255, 'characters', (n) => message(stored({ id: chars(n) })), '/blocks/0/slack_file/id'),
  ...atMost(
    8,
    'number',
    (n) => message(richText({ type: 'rich_text_list', style: 'bullet', elements: [], indent: n })),
    `${E}/indent`,
  ),
  ...atLeast(
    0,
    'number',
    (n) => message(richText({ type: 'rich_text_list', style: 'bullet', elements: [], indent: n })),
    `${E}/indent`,
  ),
  ...atLeast(
    0,
    'number',
    (n) => message(richText({ type: 'rich_text_list', style: 'ordered', elements: [], offset: n })),
    `${E}/offset`,
  ),
  ...atLeast(1, 'characters', (n) => message(richText(line({ type: 'text', text: chars(n) }))), `${E}/elements/0/text`),
];

function stored(slackFile: Json): Json {
  return picture({ image_url: undefined, slack_file: slackFile });
}
