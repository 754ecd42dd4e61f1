/** Answers of Slack's own that were quoted in public, word for word, each with a payload that earns it. */
import {
  actions,
  button,
  chars,
  divider,
  input,
  line,
  message,
  modal,
  mrkdwn,
  options,
  plain,
  richText,
  section,
  select,
  textInput,
  times,
} from '../blockkit/build.ts';
import type { Json } from '../blockkit/build.ts';
import { WILD, type Bad, type Surface, type Told } from './payload.ts';

/** @param quoted as Slack wrote it, pointer and all */
function quoted(on: Surface, payload: Json, ...texts: string[]): Bad {
  const told = texts.map((text): Told => {
    const [, said = text, pointer = ''] = /^(.*) \[json-pointer:(.*)\]$/.exec(text) ?? [];
    return { message: said, pointer };
  });
  const error = on === 'message' ? 'invalid_blocks' : 'invalid_arguments';
  return { name: texts.at(-1) ?? '', on, payload, source: WILD, error, told };
}

const WHOLE = 'failed to match all allowed schemas [json-pointer:/view]';
const boxes = { type: 'checkboxes', action_id: 'c', options: options(11) };
const nothing = select({ options: [] });

export const wild: Bad[] = [
  quoted(
    'message',
    message(section({ text: mrkdwn(chars(3001)) })),
    'must be less than 3001 characters [json-pointer:/blocks/0/text/text]',
  ),
  quoted(
    'message',
    message(section({ text: plain('') })),
    'must be more than 0 characters [json-pointer:/blocks/0/text/text]',
  ),
  quoted('message', message(...times(51, () => divider)), 'no more than 50 items allowed [json-pointer:/blocks]'),
  quoted(
    'message',
    message(divider, actions(button(), button())),
    '`action_id` "go" already exists [json-pointer:/blocks/1/elements/1/action_id]',
  ),
  quoted(
    'message',
    message(richText(line({ type: 'emoji' }))),
    'missing required field: name [json-pointer:/blocks/0/elements/0/elements/0]',
  ),
  quoted('message', message(section({ style: 'bold' })), 'invalid additional property: style [json-pointer:/blocks/0]'),
  quoted(
    'message',
    message(divider, { ...divider, text: plain('a') }),
    'invalid additional property: text [json-pointer:/blocks/1]',
  ),
  quoted(
    'modal',
    modal({ title: plain(chars(25)) }),
    WHOLE,
    'must be less than 25 characters [json-pointer:/view/title/text]',
  ),
  quoted(
    'modal',
    modal({ private_metadata: chars(3001) }),
    WHOLE,
    'must be less than 3001 characters [json-pointer:/view/private_metadata]',
  ),
  quoted(
    'modal',
    modal({ blocks: [...times(7, () => divider), actions(boxes)] }),
    WHOLE,
    'no more than 10 items allowed [json-pointer:/view/blocks/7/elements/0/options]',
  ),
  quoted(
    'modal',
    modal({ blocks: [...times(9, () => divider), section({ accessory: nothing })] }),
    WHOLE,
    'must provide at least 1 items [json-pointer:/view/blocks/9/accessory/options]',
  ),
  quoted(
    'modal',
    modal({ blocks: [...times(5, () => divider), { type: 'data_visualization' }] }),
    WHOLE,
    'unsupported type: data_visualization [json-pointer:/view/blocks/5/type]',
  ),
  quoted(
    'modal',
    modal({ submit: undefined, blocks: [section(), divider, input(textInput())] }),
    'must define `submit` to use an `input` block in modals [json-pointer:/view/blocks/2/input]',
  ),
];
