import type {
  ConversationsHistoryResponse,
  ConversationsInfoResponse,
  ConversationsMembersResponse,
  ConversationsRepliesResponse,
} from '@slack/web-api';
import { repliesTo, storedMessage } from '../core/messages.ts';
import type { Message } from '../core/types.ts';
import { channelArg, countArg, flagArg, isTimestamp, ownChannelArg, page, textArg, type Call } from './args.ts';
import type { Answer } from './methods.ts';
import { refuse } from './refuse.ts';
import { channelShape, messageShape } from './shapes.ts';

export function info(call: Call): Answer<ConversationsInfoResponse> {
  const { world } = call.engine;
  const channel = channelArg(call);
  return {
    channel: {
      ...channelShape(world, channel),
      ...(flagArg(call, 'include_num_members') ? { num_members: channel.members.length } : {}),
      ...(flagArg(call, 'include_locale') ? { locale: 'en-US' } : {}),
    },
  };
}

export function members(call: Call): Answer<ConversationsMembersResponse> {
  const channel = channelArg(call);
  const { items, nextCursor } = page(call, channel.members, countArg(call, 'limit', 100, 999));
  return { members: items, response_metadata: { next_cursor: nextCursor } };
}

/** Newest first, without replies: those are in conversations.replies. */
export function history(call: Call): Answer<ConversationsHistoryResponse> {
  const channel = ownChannelArg(call);
  const tops = channel.messages.filter((message) => !message.threadTs || message.threadTs === message.ts);
  const found = between(call, tops).toReversed();
  const { items, nextCursor } = page(call, found, limitArg(call, 999));
  return {
    messages: items.map((one) => shape(call, one)),
    has_more: nextCursor !== '',
    pin_count: channel.pins.length,
    response_metadata: { next_cursor: nextCursor },
  } as Answer<ConversationsHistoryResponse>;
}

/** The first message of a thread and its replies, oldest first. */
export function replies(call: Call): Answer<ConversationsRepliesResponse> {
  const channel = ownChannelArg(call);
  const parent = storedMessage(channel, textArg(call, 'ts') ?? '') ?? refuse('thread_not_found');
  const found = between(call, [parent, ...repliesTo(channel, parent.ts)]);
  const { items, nextCursor } = page(call, found, limitArg(call, 1000));
  return {
    messages: items.map((one) => shape(call, one)),
    has_more: nextCursor !== '',
    response_metadata: { next_cursor: nextCursor },
  } as Answer<ConversationsRepliesResponse>;
}

/** How many messages are asked for; apps that are distributed get fewer (limits.ts), whatever they ask for. */
function limitArg(call: Call, most: number): number {
  return Math.min(countArg(call, 'limit', 100, most), call.engine.limits.historyPage ?? most);
}

function shape(call: Call, message: Message) {
  return messageShape(call.engine, channelArg(call), message, flagArg(call, 'include_all_metadata'));
}

/** The messages from `oldest` to `latest`; the ends themselves only with `inclusive`. */
function between(call: Call, messages: Message[]): Message[] {
  const oldest = timestampArg(call, 'oldest') ?? '0';
  const latest = timestampArg(call, 'latest') ?? '9999999999.999999';
  const inclusive = flagArg(call, 'inclusive');
  return messages.filter(({ ts }) => (inclusive ? ts >= oldest && ts <= latest : ts > oldest && ts < latest));
}

function timestampArg(call: Call, name: 'oldest' | 'latest'): string | undefined {
  const value = textArg(call, name);
  if (value === undefined || value === '0') return undefined;
  return isTimestamp(value) ? value : refuse(`invalid_ts_${name}`);
}
