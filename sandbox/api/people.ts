import type { UsersConversationsResponse, UsersInfoResponse, UsersListResponse } from '@slack/web-api';
import { countArg, flagArg, listArg, page, textArg, userArg, type Call } from './args.ts';
import type { Answer } from './methods.ts';
import { refuse } from './refuse.ts';
import { typesArg } from './scopes.ts';
import { channelShape, userShape } from './shapes.ts';

const KNOWN_TYPES = ['public_channel', 'private_channel', 'mpim', 'im'];

export function info(call: Call): Answer<UsersInfoResponse> {
  return { user: userShape(call.engine.world, userArg(call), flagArg(call, 'include_locale')) };
}

/** The people of the app's own team: externals are never listed (docs.slack.dev, Slack Connect). */
export function list(call: Call): Answer<UsersListResponse> {
  const { world } = call.engine;
  const own = [...world.users.values()].filter((user) => user.teamId === world.app.teamId);
  const { items, nextCursor } = page(call, own, countArg(call, 'limit', 200, 1000));
  const withLocale = flagArg(call, 'include_locale');
  return {
    members: items.map((user) => userShape(world, user, withLocale)),
    cache_ts: Math.floor(world.clock.now() / 1000),
    response_metadata: { next_cursor: nextCursor },
  };
}

/** The channels of the bot, or those that it and `user` are both in or could both see. */
export function conversations(call: Call): Answer<UsersConversationsResponse> {
  const { world } = call.engine;
  if (listArg(call, 'types').some((type) => !KNOWN_TYPES.includes(type))) refuse('invalid_types');
  const kinds = typesArg(call);
  const user = textArg(call, 'user') ?? world.app.botUserId;
  if (!world.users.has(user)) refuse('user_not_found');
  const found = [...world.channels.values()].filter(
    (channel) =>
      kinds.includes(channel.kind) &&
      channel.members.includes(user) &&
      (channel.kind === 'public' || channel.members.includes(world.app.botUserId)) &&
      !(flagArg(call, 'exclude_archived') && channel.isArchived),
  );
  const { items, nextCursor } = page(call, found, countArg(call, 'limit', 100, 999));
  return {
    channels: items.map((channel) => channelShape(world, channel)),
    response_metadata: { next_cursor: nextCursor },
  };
}
