/**
 * The Web API methods that the sandbox serves, each with its tier, scopes and required arguments
 * (docs.slack.dev/reference/methods). A method that is not here is answered by `unknown_method` and fails the test.
 */
import type * as Slack from '@slack/web-api';
import type { Call } from './args.ts';
import * as chat from './chat.ts';
import * as conversations from './conversations.ts';
import * as history from './history.ts';
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
  /** Puts a message into a channel: counts against one message a second. */
  posts?: true;
  handler: (call: Call) => Answer<Response>;
};

function method<Response>(
  tier: Tier,
  scopes: ScopeRule,
  required: readonly string[],
  handler: (call: Call) => Answer<Response>,
  more: Partial<MethodSpec> = {},
): MethodSpec<Response> {
  return { tier, token: 'bot', scopes, required, handler, ...(more as object) };
}

const CHAT: ScopeRule = { any: ['chat:write'] };
const USERS: ScopeRule = { any: ['users:read'] };

export const METHODS = {
  'auth.test': method<Slack.AuthTestResponse>('special', NO_SCOPE, [], misc.authTest),
  'apps.connections.open': method<Slack.AppsConnectionsOpenResponse>('t3', NO_SCOPE, [], misc.openConnection, {
    token: 'app',
  }),
  'team.info': method<Slack.TeamInfoResponse>('t3', { any: ['team:read'] }, [], misc.teamInfo),
  'pins.add': method<Slack.PinsAddResponse>('t2', { any: ['pins:write'] }, ['channel'], misc.addPin),

  'conversations.create': method<Slack.ConversationsCreateResponse>('t2', CREATE, [], conversations.create),
  'conversations.invite': method<Slack.ConversationsInviteResponse>(
    't3',
    INVITE,
    ['channel', 'users'],
    conversations.invite,
  ),
  'conversations.setTopic': method<Slack.ConversationsSetTopicResponse>(
    't2',
    TOPIC,
    ['channel', 'topic'],
    conversations.setTopic,
  ),
  'conversations.archive': method<Slack.ConversationsArchiveResponse>(
    't2',
    ARCHIVE,
    ['channel'],
    conversations.archive,
  ),
  'conversations.open': method<Slack.ConversationsOpenResponse>('t3', OPEN, [], conversations.open),
  'conversations.info': method<Slack.ConversationsInfoResponse>('t3', READ, ['channel'], history.info),
  'conversations.members': method<Slack.ConversationsMembersResponse>('t4', READ, ['channel'], history.members),
  'conversations.history': method<Slack.ConversationsHistoryResponse>('t3', HISTORY, ['channel'], history.history),
  'conversations.replies': method<Slack.ConversationsRepliesResponse>(
    't3',
    HISTORY,
    ['channel', 'ts'],
    history.replies,
  ),

  'users.conversations': method<Slack.UsersConversationsResponse>('t3', READ_TYPES, [], people.conversations),
  'users.info': method<Slack.UsersInfoResponse>('t4', USERS, ['user'], people.info),
  'users.list': method<Slack.UsersListResponse>('t2', USERS, [], people.list),

  'chat.postMessage': method<Slack.ChatPostMessageResponse>('special', CHAT, ['channel'], chat.postMessage, {
    posts: true,
  }),
  'chat.postEphemeral': method<Slack.ChatPostEphemeralResponse>('t4', CHAT, ['channel', 'user'], chat.postEphemeral),
  'chat.update': method<Slack.ChatUpdateResponse>('t3', CHAT, ['channel', 'ts'], chat.update),
  'chat.delete': method<Slack.ChatDeleteResponse>('t3', CHAT, ['channel', 'ts'], chat.remove),
  'chat.getPermalink': method<Slack.ChatGetPermalinkResponse>(
    'special',
    NO_SCOPE,
    ['channel', 'message_ts'],
    chat.getPermalink,
  ),

  'views.open': method<Slack.ViewsOpenResponse>('t4', NO_SCOPE, ['view'], views.open),
  'views.push': method<Slack.ViewsPushResponse>('t4', NO_SCOPE, ['view'], views.push),
  'views.update': method<Slack.ViewsUpdateResponse>('t4', NO_SCOPE, ['view'], views.update),
  'views.publish': method<Slack.ViewsPublishResponse>('t4', NO_SCOPE, ['user_id', 'view'], views.publish),
};
