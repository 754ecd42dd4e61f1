/** Good and bad views. Where the shape is wrong, Slack's general words come before the precise ones. */
import {
  actions,
  atLeast,
  atMost,
  button,
  chars,
  divider,
  fault,
  good,
  home,
  input,
  modal,
  plain,
  mrkdwn,
  section,
  select,
  textInput,
  times,
} from '../blockkit/build.ts';
import type { Case, Json } from '../blockkit/build.ts';

const whole = fault('failed to match all allowed schemas', '/view');
/** The cases of a limit, with the general words before the precise ones. */
const announced = (cases: Case[]): Case[] =>
  cases.map((one) => (one.faults.length > 0 ? { ...one, faults: [whole, ...one.faults] } : one));
const shapeless = (name: string, payload: unknown, message: string, pointer: string): Case => ({
  name,
  payload,
  faults: [whole, fault(message, pointer)],
});

const INPUT = '/view/blocks/0/element';
const files = (more: Json): Json => modal({ blocks: [input({ type: 'file_input', ...more })] });

export const modals: Case[] = [
  ...announced([
    ...atMost(24, 'characters', (n) => modal({ title: plain(chars(n)) }), '/view/title/text'),
    ...atMost(24, 'characters', (n) => modal({ submit: plain(chars(n)) }), '/view/submit/text'),
    ...atMost(24, 'characters', (n) => modal({ close: plain(chars(n)) }), '/view/close/text'),
    ...atMost(3000, 'characters', (n) => modal({ private_metadata: chars(n) }), '/view/private_metadata'),
    ...atMost(255, 'characters', (n) => modal({ callback_id: chars(n) }), '/view/callback_id'),
    ...atMost(255, 'characters', (n) => modal({ external_id: chars(n) }), '/view/external_id'),
    ...atMost(100, 'items', (n) => modal({ blocks: times(n, () => divider) }), '/view/blocks'),
  ]),
  good(
    'a modal with every key',
    modal({ close: plain('No'), clear_on_close: true, notify_on_close: true, private_metadata: '' }),
  ),
  good('a file input as small as can be', modal({ blocks: [input({ type: 'file_input' })] })),
  good(
    'a file input with every key',
    modal({ blocks: [input({ type: 'file_input', action_id: 'a', filetypes: ['pdf'], max_files: 10 })] }),
  ),
  ...announced([
    ...atMost(10, 'number', (n) => files({ max_files: n }), `${INPUT}/max_files`),
    ...atLeast(1, 'number', (n) => files({ max_files: n }), `${INPUT}/max_files`),
    ...atLeast(1, 'items', (n) => files({ filetypes: times(n, () => 'pdf') }), `${INPUT}/filetypes`),
  ]),
  shapeless(
    'a file input in a row',
    modal({ blocks: [actions({ type: 'file_input' })] }),
    'unsupported type: file_input',
    '/view/blocks/0/elements/0/type',
  ),
  {
    name: 'a file input that tells at once',
    payload: modal({ blocks: [input({ type: 'file_input' }, { dispatch_action: true })] }),
    faults: [fault('`dispatch_action` must not be true for `file_input`', '/view/blocks/0/dispatch_action')],
  },
  good('a modal without inputs and submit', modal({ submit: undefined })),
  good('a modal over 13,200 characters', modal({ blocks: times(5, () => section({ text: plain(chars(3000)) })) })),
  good(
    'a response_url asked for in an input',
    modal({ blocks: [input({ type: 'channels_select', response_url_enabled: true })] }),
  ),
  good('a view of 250 KB', sized(250 * 1024)),
  { name: 'a view over 250 KB', payload: sized(250 * 1024 + 1), faults: [fault('view_too_large', '/view')] },
  {
    name: 'a second element in focus',
    payload: modal({ blocks: [input(textInput({ focus_on_load: true })), input(select({ focus_on_load: true }))] }),
    faults: [fault('only one element can set `focus_on_load` to true', '/view/blocks/1/element/focus_on_load')],
  },
  {
    name: 'two equal block_ids',
    payload: modal({ blocks: [section({ block_id: 'b' }), section({ block_id: 'b' })] }),
    faults: [fault('`block_id` "b" already exists', '/view/blocks/1/block_id')],
  },
  {
    name: 'a response_url asked for outside an input',
    payload: modal({ blocks: [actions({ type: 'conversations_select', response_url_enabled: true })] }),
    faults: [
      fault(
        '`response_url_enabled` is only available in an `input` block of a modal',
        '/view/blocks/0/elements/0/response_url_enabled',
      ),
    ],
  },
  shapeless('a modal without a title', modal({ title: undefined }), 'missing required field: title', '/view'),
  shapeless('a modal without blocks', modal({ blocks: undefined }), 'missing required field: blocks', '/view'),
  shapeless('an empty title', modal({ title: plain('') }), 'must be more than 0 characters', '/view/title/text'),
  shapeless('a title of mrkdwn', modal({ title: mrkdwn('a') }), 'must be a valid enum value', '/view/title/type'),
  shapeless('what Slack added to a view', modal({ hash: '1.a' }), 'invalid additional property: hash', '/view'),
  shapeless('a home view as a modal', home(), 'unsupported type: home', '/view/type'),
  shapeless('a view without a type', { blocks: [] }, 'missing required field: type', '/view'),
];

export const homes: Case[] = [
  ...announced([
    ...atMost(100, 'items', (n) => home({ blocks: times(n, () => divider) }), '/view/blocks'),
    ...atMost(3000, 'characters', (n) => home({ private_metadata: chars(n) }), '/view/private_metadata'),
    ...atMost(255, 'characters', (n) => home({ callback_id: chars(n) }), '/view/callback_id'),
    ...atMost(255, 'characters', (n) => home({ external_id: chars(n) }), '/view/external_id'),
  ]),
  good('an empty home', home({ blocks: [] })),
  good('an input, which at home needs no submit', home({ blocks: [input(textInput()), actions(button())] })),
  ...['title', 'submit', 'close'].map((key) =>
    shapeless(`${key} at home`, home({ [key]: plain('a') }), `invalid additional property: ${key}`, '/view'),
  ),
  shapeless('a modal at home', modal(), 'unsupported type: modal', '/view/type'),
];

/** A modal whose JSON has so many bytes; the first block takes up what is left. */
function sized(bytes: number) {
  const view = modal({ blocks: times(87, (i) => section({ text: plain(i === 0 ? 'x' : chars(2900)) })) });
  const left = bytes - JSON.stringify(view).length;
  return { ...view, blocks: [section({ text: plain(chars(1 + left)) }), ...(view['blocks'] as unknown[]).slice(1)] };
}
