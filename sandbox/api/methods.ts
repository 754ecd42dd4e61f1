/**
 * The Web API methods that the sandbox serves, each with its tier, scopes and arguments (docs.slack.dev/reference/methods).
 * A method that is not here is answered by `unknown_method` and fails the test. The table in docs/sandbox.md is written from
 * this one by `npm run sandbox-table`.
 */
import type * as Slack from '@slack/web-api';
import type { Call } from './args.ts';
import * as chat from './chat.ts';
import * as conversations from './conversations.ts';
import * as files from './files.ts';
import * as history from './history.ts';
import { inviteShared } from './inviteShared.ts';
import * as misc from './misc.ts';
import * as people from './people.ts';
import { ARCHIVE, CREATE, HISTORY, INVITE, NO_SCOPE, OPEN, READ, READ_TYPES, TOPIC, type ScopeRule } from './scopes.ts';
import * as views from './views.ts';

export type Tier = 't1' | 't2' | 't3' | 't4' | 'special';

/** What a handler gives: Slack's answer without the `ok`, in the SDK's own type. */
export type Answer<Response> = Omit<Partial<Response>, 'ok' | 'error'>;

export type MethodSpec<Response = unknown> = {
  tier: Tier;
  token: 'bot' | 'app';
  scopes: ScopeRule;
  required: readonly string[];
  /** Arguments that may be given; any other one is a complaint. */
  optional: readonly string[];
  /** Puts a message into a channel: counts against one message a second. */
  posts?: true;
  /** What of the method is not covered, for the documents; absent where it is all there, as far as a bot can use it. */
  leftOut?: string;
  handler: (call: Call) => Answer<Response>;
};

type More = Pick<MethodSpec, 'posts' | 'leftOut'> & Partial<Pick<MethodSpec, 'token'>>;

/** @param args names with spaces between them; those that may be left out are in brackets: `channel [limit] [cursor]`. */
function method<Response>(
  tier: Tier,
  scopes: ScopeRule,
  args: string,
  handler: (call: Call) => Answer<Response>,
  more: More = {},
): MethodSpec<Response> {
  const names = args.split(' ').filter(Boolean);
  const optional = names.filter((name) => name.startsWith('[')).map((name) => name.slice(1, -1));
  const required = names.filter((name) => !name.startsWith('['));
  return { tier, token: 'bot', scopes, required, optional, handler, ...more };
}

const CHAT: ScopeRule = { any: ['chat:write'] };
const USERS: ScopeRule = { any: ['users:read'] };
const FILES_WRITE: ScopeRule = { any: ['files:write'] };

const PAGED = '[cursor] [limit]';
const WRITTEN = '[text] [blocks] [parse] [link_names]';
const POSTED = `${WRITTEN} [thread_ts]`;
const SPAN = `[oldest] [latest] [inclusive] [include_all_metadata] ${PAGED}`;

const NO_EXTRAS = 'attachments, `markdown_text`, another name or icon: refused';
const FEW_FIELDS = 'fields that the bot does not read, but for common ones';

export const METHODS = {
  'auth.test': method<Slack.AuthTestResponse>('special', NO_SCOPE, '', misc.authTest),
  'apps.connections.open': method<Slack.AppsConnectionsOpenResponse>('t3', NO_SCOPE, '', misc.openConnection, {
    token: 'app',
  }),
  'team.info': method<Slack.TeamInfoResponse>('t3', { any: ['team:read'] }, '[team]', misc.teamInfo, {
    leftOut: 'teams but the own one',
  }),
  'pins.add': method<Slack.PinsAddResponse>('t2', { any: ['pins:write'] }, 'channel [timestamp]', misc.addPin),

  'conversations.create': method<Slack.ConversationsCreateResponse>(
    't2',
    CREATE,
    '[name] [is_private]',
    conversations.create,
  ),
  'conversations.invite': method<Slack.ConversationsInviteResponse>(
    't3',
    INVITE,
    'channel users [force]',
    conversations.invite,
  ),
  'conversations.inviteShared': method<Slack.ConversationsInviteSharedResponse>(
    't2',
    { any: ['conversations.connect:write'] },
    'channel [emails] [user_ids] [external_limited]',
    inviteShared,
    { leftOut: 'plans and the rules of a workspace, but as planned faults' },
  ),
  'conversations.setTopic': method<Slack.ConversationsSetTopicResponse>(
    't2',
    TOPIC,
    'channel topic',
    conversations.setTopic,
  ),
  'conversations.archive': method<Slack.ConversationsArchiveResponse>('t2', ARCHIVE, 'channel', conversations.archive),
  'conversations.open': method<Slack.ConversationsOpenResponse>(
    't3',
    OPEN,
    '[users] [channel] [return_im]',
    conversations.open,
    { leftOut: 'group direct messages' },
  ),
  'conversations.info': method<Slack.ConversationsInfoResponse>(
    't3',
    READ,
    'channel [include_locale] [include_num_members]',
    history.info,
    { leftOut: FEW_FIELDS },
  ),
  'conversations.members': method<Slack.ConversationsMembersResponse>('t4', READ, `channel ${PAGED}`, history.members),
  'conversations.history': method<Slack.ConversationsHistoryResponse>(
    't3',
    HISTORY,
    `channel ${SPAN}`,
    history.history,
  ),
  'conversations.replies': method<Slack.ConversationsRepliesResponse>(
    't3',
    HISTORY,
    `channel ts ${SPAN}`,
    history.replies,
  ),

  'users.conversations': method<Slack.UsersConversationsResponse>(
    't3',
    READ_TYPES,
    `[user] [types] [exclude_archived] ${PAGED}`,
    people.conversations,
    { leftOut: 'group direct messages' },
  ),
  'users.info': method<Slack.UsersInfoResponse>('t4', USERS, 'user [include_locale]', people.info, {
    leftOut: FEW_FIELDS,
  }),
  'users.list': method<Slack.UsersListResponse>('t2', USERS, `[include_locale] ${PAGED}`, people.list, {
    leftOut: 'as `users.info`',
  }),

  'chat.postMessage': method<Slack.ChatPostMessageResponse>(
    'special',
    CHAT,
    `channel ${POSTED} [metadata] [mrkdwn] [reply_broadcast] [unfurl_links] [unfurl_media]`,
    chat.postMessage,
    { posts: true, leftOut: `${NO_EXTRAS}; \`reply_broadcast\`, unfurling: ignored` },
  ),
  'chat.postEphemeral': method<Slack.ChatPostEphemeralResponse>(
    't4',
    CHAT,
    `channel user ${POSTED}`,
    chat.postEphemeral,
    { leftOut: `${NO_EXTRAS}; hiding it in a thread that nobody answered` },
  ),
  'chat.update': method<Slack.ChatUpdateResponse>('t3', CHAT, `channel ts ${WRITTEN} [metadata]`, chat.update, {
    leftOut: 'as `chat.postMessage`; metadata alone: refused',
  }),
  'chat.delete': method<Slack.ChatDeleteResponse>('t3', CHAT, 'channel ts', chat.remove),
  'chat.getPermalink': method<Slack.ChatGetPermalinkResponse>(
    'special',
    NO_SCOPE,
    'channel message_ts',
    chat.getPermalink,
  ),

  'files.info': method<Slack.FilesInfoResponse>('t4', { any: ['files:read'] }, 'file', files.info, {
    leftOut: 'comments, thumbnails and what stands in a text file',
  }),
  'files.getUploadURLExternal': method<Slack.FilesGetUploadURLExternalResponse>(
    't4',
    FILES_WRITE,
    'filename length [alt_txt]',
    files.getUploadUrl,
    { leftOut: 'snippets' },
  ),
  'files.completeUploadExternal': method<Slack.FilesCompleteUploadExternalResponse>(
    't4',
    FILES_WRITE,
    'files [channel_id] [thread_ts] [initial_comment] [blocks]',
    files.completeUpload,
    { leftOut: 'several channels at once, another name or icon: refused' },
  ),
  'files.delete': method<Slack.FilesDeleteResponse>('t3', FILES_WRITE, 'file', files.remove),

  'views.open': method<Slack.ViewsOpenResponse>('t4', NO_SCOPE, 'view [trigger_id]', views.open),
  'views.push': method<Slack.ViewsPushResponse>('t4', NO_SCOPE, 'view [trigger_id]', views.push),
  'views.update': method<Slack.ViewsUpdateResponse>(
    't4',
    NO_SCOPE,
    'view [view_id] [external_id] [hash]',
    views.update,
  ),
  'views.publish': method<Slack.ViewsPublishResponse>('t4', NO_SCOPE, 'user_id view [hash]', views.publish),
};
