/** Messages whose blocks Slack refuses. */
import {
  actions,
  bad,
  button,
  chars,
  fault,
  input,
  line,
  message,
  mrkdwn,
  options,
  picture,
  plain,
  richText,
  section,
  textInput,
  times,
} from '../blockkit/build.ts';
import type { Case, Json } from '../blockkit/build.ts';

const E = '/blocks/0/elements/0';

export const badBlocks: Case[] = [
  bad('13,201 characters over all blocks', message(...lengthy(13_201)), 'msg_blocks_too_long', '/blocks'),
  bad('a block that is null', { blocks: [null] }, 'must provide an object', '/blocks/0'),
  bad('a block without a type', message({}), 'missing required field: type', '/blocks/0'),
  bad('a type that is no string', message({ type: 1 }), 'must provide a string', '/blocks/0/type'),
  bad('a block Slack does not know', message({ type: 'sections' }), 'unsupported type: sections', '/blocks/0/type'),
  bad(
    'a block the bot does not send',
    message({ type: 'markdown', text: 'a' }),
    'unsupported type: markdown',
    '/blocks/0/type',
  ),
  bad('a key Slack does not know', message(section({ style: 'x' })), 'invalid additional property: style', '/blocks/0'),
  bad(
    'verbatim on plain text',
    message(section({ text: { ...plain('a'), verbatim: true } })),
    'invalid additional property: verbatim',
    '/blocks/0/text',
  ),
  bad(
    'emoji on mrkdwn',
    message(section({ text: { ...mrkdwn('a'), emoji: true } })),
    'invalid additional property: emoji',
    '/blocks/0/text',
  ),
  bad(
    'mrkdwn in a header',
    message({ type: 'header', text: mrkdwn('a') }),
    'must be a valid enum value',
    '/blocks/0/text/type',
  ),
  bad('a section of nothing', message({ type: 'section' }), 'must define either `text` or `fields`', '/blocks/0/type'),
  bad(
    'an actions block without elements',
    message({ type: 'actions' }),
    'missing required field: elements',
    '/blocks/0',
  ),
  bad(
    'an input without a label',
    message({ type: 'input', element: textInput() }),
    'missing required field: label',
    '/blocks/0',
  ),
  bad('an image in an actions block', message(actions(picture())), 'unsupported type: image', `${E}/type`),
  bad(
    'an overflow in an input block',
    message(input({ type: 'overflow', options: options(2) })),
    'unsupported type: overflow',
    '/blocks/0/element/type',
  ),
  bad(
    'two equal block_ids',
    message(section({ block_id: 'b' }), section({ block_id: 'b' })),
    '`block_id` "b" already exists',
    '/blocks/1/block_id',
  ),
  bad(
    'an image without a source',
    message({ type: 'image', alt_text: 'a' }),
    'missing required field: image_url',
    '/blocks/0',
  ),
  bad(
    'an image with two sources',
    message(picture({ slack_file: { id: 'F1' } })),
    'must define only one of `image_url` or `slack_file`',
    '/blocks/0',
  ),
  bad(
    'a Slack file by id and url',
    message(picture({ image_url: undefined, slack_file: { id: 'F1', url: 'x' } })),
    'must define only one of `id` or `url`',
    '/blocks/0/slack_file',
  ),
  bad(
    'a colour in rich text',
    message(richText(line({ type: 'color', value: '#fff' }))),
    'unsupported type: color',
    `${E}/elements/0/type`,
  ),
  bad(
    'a list inside a rich text section',
    message(richText(line({ type: 'rich_text_list', style: 'bullet', elements: [] }))),
    'unsupported type: rich_text_list',
    `${E}/elements/0/type`,
  ),
  bad(
    'a mention in preformatted text',
    message(richText({ type: 'rich_text_preformatted', elements: [{ type: 'user', user_id: 'U1' }] })),
    'unsupported type: user',
    `${E}/elements/0/type`,
  ),
  bad(
    'a border of 2',
    message(richText({ type: 'rich_text_quote', elements: [], border: 2 })),
    'must be a valid enum value',
    `${E}/border`,
  ),
  {
    name: 'several faults are told at once',
    payload: message(
      { type: 'header', text: plain('') },
      actions(button({ colour: 'red' }), button({ text: plain(chars(76)) })),
    ),
    faults: [
      fault('must be more than 0 characters', '/blocks/0/text/text'),
      fault('invalid additional property: colour', '/blocks/1/elements/0'),
      fault('must be less than 76 characters', '/blocks/1/elements/1/text/text'),
      fault('`action_id` "go" already exists', '/blocks/1/elements/1/action_id'),
    ],
  },
  {
    name: 'an emoji counts as the two units it takes, and an escaped sign as all its characters',
    payload: message(
      { type: 'header', text: plain('👋'.repeat(76)) },
      { type: 'header', text: plain('&amp;'.repeat(31)) },
    ),
    faults: [0, 1].map((i) => fault('must be less than 151 characters', `/blocks/${i}/text/text`)),
  },
];

/** Five blocks that hold so many characters between them, some in rich text. */
export function lengthy(count: number): Json[] {
  const texts = times(4, () => section({ text: mrkdwn(chars(3000)) }));
  return [...texts, richText(line({ type: 'text', text: chars(count - 12_000) }))];
}
