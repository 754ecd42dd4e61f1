/**
 * Arguments of calls, good and bad. Names stand for what has an id: `#channel`, `@person`; the words with `~` are explained
 * in scene.ts.
 */
import { chars, divider, message, modal, section, times } from '../blockkit/build.ts';
import type { Json } from '../blockkit/build.ts';
import { ASSUMED, WILD, type Bad, type Good, type MethodName, type Told } from './payload.ts';

const page = (on: MethodName): string => `docs.slack.dev/reference/methods/${on}`;

/** A call that Slack takes. */
export function taken(on: MethodName, name: string, payload: Json): Good {
  return { on, name, payload, source: page(on) };
}

type More = { told?: Told[]; source?: string };

/** A call that Slack refuses. */
export function refused(
  on: MethodName,
  name: string,
  payload: Json,
  error: string,
  { told = [], source }: More = {},
): Bad {
  return { on, name, payload, error, told, source: source ?? page(on) };
}

/** What Slack tells of where an argument is missing. */
export const missing = (field: string): More => ({ told: [{ message: `missing required field: ${field}` }] });
const assumed: More = { source: ASSUMED };

const here = { channel: '#acme-lantern' };
const said = { ...here, text: 'Hello' };
const mine = { ...here, ts: '~own' };
const metadata = (payload: Json): Json => ({ event_type: 'task', event_payload: payload });

const posts = [
  taken('chat.postMessage', 'a text', said),
  taken('chat.postMessage', 'a text and blocks as a form carries them', {
    ...said,
    blocks: JSON.stringify([divider]),
  }),
  taken('chat.postMessage', 'a text at its longest', { ...said, text: chars(40_000) }),
  taken('chat.postMessage', 'a reply with metadata', { ...said, thread_ts: '~own', metadata: metadata({ id: '1' }) }),
  taken('chat.postMessage', 'a message to a person', { channel: '@wei', text: 'Hello' }),
  refused('chat.postMessage', 'no channel', { text: 'a' }, 'invalid_arguments', missing('channel')),
  refused('chat.postMessage', 'an unknown channel', { ...said, channel: 'C0' }, 'channel_not_found'),
  refused('chat.postMessage', 'a channel without the bot', { ...said, channel: '#general' }, 'not_in_channel'),
  refused('chat.postMessage', 'the bot itself', { ...said, channel: '~bot' }, 'cannot_dm_bot', { source: WILD }),
  refused('chat.postMessage', 'nothing to say', here, 'no_text'),
  refused('chat.postMessage', 'blocks that are no list', { ...said, blocks: {} }, 'invalid_blocks_format'),
  refused('chat.postMessage', 'blocks that are no JSON', { ...said, blocks: '[{' }, 'invalid_blocks_format'),
  refused(
    'chat.postMessage',
    'a message instead of its blocks',
    { ...said, blocks: message() },
    'invalid_blocks_format',
  ),
  refused('chat.postMessage', 'metadata that is no JSON', { ...said, metadata: 'a' }, 'invalid_metadata_format'),
  refused(
    'chat.postMessage',
    'metadata without a type',
    { ...said, metadata: { event_payload: {} } },
    'invalid_metadata_format',
  ),
  refused(
    'chat.postMessage',
    'metadata without a payload',
    { ...said, metadata: { event_type: 'a' } },
    'invalid_metadata_format',
  ),
  refused(
    'chat.postMessage',
    'metadata of no type',
    { ...said, metadata: { ...metadata({}), event_type: '' } },
    'invalid_metadata_format',
    assumed,
  ),
  refused(
    'chat.postMessage',
    'metadata with a third part',
    { ...said, metadata: { ...metadata({}), id: 1 } },
    'invalid_metadata_format',
    assumed,
  ),
  refused(
    'chat.postMessage',
    'metadata of 16 KB',
    { ...said, metadata: metadata({ a: chars(16_000) }) },
    'metadata_too_large',
    assumed,
  ),
  refused('chat.postMessage', 'a reply to a reply', { ...said, thread_ts: '~reply' }, 'thread_not_found', assumed),
  refused('chat.postMessage', 'a reply to nothing', { ...said, thread_ts: '~nothing' }, 'thread_not_found', assumed),
];

const others = [
  taken('chat.update', 'a text at its longest', { ...mine, text: chars(4000) }),
  refused('chat.update', 'a text one longer', { ...mine, text: chars(4001) }, 'msg_too_long'),
  refused('chat.update', 'nothing to say', mine, 'no_text'),
  refused('chat.update', 'no message', { ...said }, 'invalid_arguments', missing('ts')),
  refused('chat.update', "another one's message", { ...said, ts: '~theirs' }, 'cant_update_message'),
  refused('chat.update', 'a message that is gone', { ...said, ts: '~nothing' }, 'message_not_found'),
  taken('chat.postEphemeral', '4,000 bytes', { ...here, user: '@mei', text: `${'稿'.repeat(1333)}x` }),
  refused(
    'chat.postEphemeral',
    '4,001 bytes',
    { ...here, user: '@mei', text: `${'稿'.repeat(1333)}xx` },
    'msg_too_long',
  ),
  refused('chat.postEphemeral', 'to who is not there', { ...said, user: '@wei' }, 'user_not_in_channel'),
  taken('pins.add', 'a message', { ...here, timestamp: '~own' }),
  refused('pins.add', 'nothing', here, 'no_item_specified'),
  refused('pins.add', 'a time that is none', { ...here, timestamp: 'soon' }, 'bad_timestamp'),
  refused('pins.add', 'a message that is gone', { ...here, timestamp: '~nothing' }, 'message_not_found'),
  refused('users.info', 'nobody', { user: 'U0' }, 'user_not_found'),
];

const create = (name: string, error: string, more?: More) =>
  refused('conversations.create', `the name "${name.slice(0, 20)}"`, { name }, error, more);

const rooms = [
  taken('conversations.create', 'a name at its longest', { name: chars(80), is_private: 'true' }),
  taken('conversations.create', 'a name with signs', { name: 'a-1_b' }),
  create('', 'invalid_name_required'),
  create(chars(81), 'invalid_name_maxlength'),
  create('Spring', 'invalid_name_specials'),
  create('spring campaign', 'invalid_name_specials'),
  create('春', 'invalid_name_specials'),
  create('--', 'invalid_name_punctuation'),
  create('general', 'name_taken'),
  create('pitch-room', 'name_taken'),
  create('~archived', 'name_taken', assumed),
  taken('conversations.invite', 'a colleague', { ...here, users: '@wei' }),
  refused('conversations.invite', 'nobody', { ...here, users: '' }, 'no_user'),
  refused('conversations.invite', 'who is there', { ...here, users: '@mei' }, 'already_in_channel'),
  refused('conversations.invite', 'the bot itself', { ...here, users: '~bot' }, 'cant_invite_self'),
  refused('conversations.invite', 'a stranger', { channel: '#pitch-room', users: '@dana' }, 'cant_invite', assumed),
  refused(
    'conversations.invite',
    '101 people',
    { ...here, users: times(101, (i) => `U${i}`).join() },
    'too_many_users',
    assumed,
  ),
  refused('conversations.setTopic', 'a topic too long', { ...here, topic: chars(251) }, 'too_long', assumed),
  taken('conversations.open', 'a colleague', { users: '@wei' }),
  refused('conversations.open', 'nobody', {}, 'users_list_not_supplied'),
  refused('conversations.open', 'the bot itself', { users: '~bot' }, 'cannot_dm_bot', { source: WILD }),
  taken('conversations.history', 'more than there is in a page', { ...here, limit: 5000 }),
  refused('conversations.history', 'a page of nothing', { ...here, limit: 0 }, 'invalid_limit', assumed),
  refused('conversations.history', 'a time that is none', { ...here, oldest: 'soon' }, 'invalid_ts_oldest'),
  refused('conversations.history', 'an end that is none', { ...here, latest: '1' }, 'invalid_ts_latest'),
  refused('conversations.history', 'a cursor that is none', { ...here, cursor: '====' }, 'invalid_cursor'),
  refused('conversations.replies', 'of nothing', { ...here, ts: '~nothing' }, 'thread_not_found'),
  refused('conversations.info', 'an unknown channel', { channel: 'C0' }, 'channel_not_found'),
  refused('users.conversations', 'unknown types', { types: 'channels' }, 'invalid_types'),
];

const view = modal({ blocks: [section()] });
const open = (name: string, trigger: string, error: string, more?: More) =>
  refused('views.open', name, { trigger_id: trigger, view }, error, more);

const modals = [
  refused('views.open', 'no view', { trigger_id: '~trigger' }, 'invalid_arguments', missing('view')),
  refused('views.open', 'a view that is no object', { trigger_id: '~trigger', view: 'a' }, 'invalid_arguments', {
    told: [{ message: 'must provide an object', pointer: '/view' }],
  }),
  open('no trigger', '', 'invalid_trigger_id'),
  open('a trigger of another workspace', '~trigger elsewhere', 'invalid_trigger_id'),
  open('a trigger for the second time', '~used trigger', 'exchanged_trigger_id'),
  open('a trigger after three seconds', '~late trigger', 'expired_trigger_id'),
  refused('views.push', 'onto nothing', { trigger_id: '~trigger', view }, 'not_found', assumed),
  refused('views.push', 'onto App Home', { trigger_id: '~home trigger', view }, 'invalid_arguments', {
    told: [{ message: "must match the `type` of the root view whose stack we're pushing onto", pointer: '/view/type' }],
    source: WILD,
  }),
  refused(
    'views.open',
    'the external_id of another view',
    { trigger_id: '~trigger', view: { ...view, external_id: 'home' } },
    'duplicate_external_id',
  ),
  refused('views.update', 'no view_id', { view }, 'invalid_arguments', { ...missing('view_id'), source: ASSUMED }),
  refused('views.update', 'a view that is gone', { view_id: 'V0', view }, 'not_found'),
  refused(
    'views.update',
    'with an old hash',
    { view_id: '~home', view: { type: 'home', blocks: [] }, hash: '1.a' },
    'hash_conflict',
  ),
  refused(
    'views.publish',
    "another team's person",
    { user_id: '@dana', view: { type: 'home', blocks: [] } },
    'user_not_found',
    assumed,
  ),
];

export const calls = [...posts, ...others, ...rooms, ...modals];
