import type {
  ConversationsArchiveResponse,
  ConversationsCreateResponse,
  ConversationsInviteResponse,
  ConversationsOpenResponse,
  ConversationsSetTopicResponse,
} from '@slack/web-api';
import { addMessage } from '../core/messages.ts';
import { showChannel } from '../core/shown.ts';
import { companiesOf, isClosed } from '../core/sight.ts';
import type { Channel, User } from '../core/types.ts';
import { addChannel, directMessage, userOf, type World } from '../core/world.ts';
import { emitMembership, emitMessage } from '../deliver/events.ts';
import { archiveChannel } from '../interact/channelChange.ts';
import { joinChannel } from '../interact/membership.ts';
import { flagArg, listArg, ownChannelArg, textArg, channelArg, type Call } from './args.ts';
import type { Answer } from './methods.ts';
import { refuse } from './refuse.ts';
import { channelShape, sharesChannel } from './shapes.ts';

const LONGEST_NAME = 80;
/** docs.slack.dev, conversations.invite (1,000 in earlier years: the smaller number is the safe one). The error is assumed. */
const MOST_INVITED = 100;
/** (assumed: the document says `too_long` and names no number) */
const LONGEST_TOPIC = 250;

export function create(call: Call): Answer<ConversationsCreateResponse> {
  const { engine } = call;
  const { world } = engine;
  const name = checkedName(call);
  const { botUserId } = world.app;
  const kind = flagArg(call, 'is_private') ? 'private' : 'public';
  const channel = addChannel(world, { name, kind, creator: botUserId, members: [botUserId] });
  // (assumed: the creator's own arrival is announced to it, as an invitation's would be; an app must cope with it)
  emitMembership(engine, channel, userOf(world, botUserId), true);
  return { channel: channelShape(world, channel) };
}

function checkedName(call: Call): string {
  const name = textArg(call, 'name') ?? refuse('invalid_name_required');
  if (name.length > LONGEST_NAME) refuse('invalid_name_maxlength');
  if (/^[-_]+$/.test(name)) refuse('invalid_name_punctuation');
  if (!/^[a-z0-9_-]+$/.test(name)) refuse('invalid_name_specials');
  // An archived channel keeps its name. (assumed)
  const taken = [...call.engine.world.channels.values()].some((one) => one.kind !== 'im' && one.name === name);
  return taken ? refuse('name_taken') : name;
}

export function invite(call: Call): Answer<ConversationsInviteResponse> {
  const { engine } = call;
  const channel = ownGroupArg(call);
  const ids = listArg(call, 'users');
  if (ids.length === 0) refuse('no_user');
  if (ids.length > MOST_INVITED) refuse('too_many_users');
  const judged = ids.map((id) => ({ user: id, ok: false, error: refusalToInvite(call, channel, id) }));
  const failed = judged.filter((one) => one.error !== undefined);
  const welcome = judged.filter((one) => one.error === undefined);
  if (failed.length > 0 && (welcome.length === 0 || !flagArg(call, 'force'))) {
    refuse(failed[0]?.error ?? 'cant_invite', { errors: failed });
  }
  for (const { user } of welcome) joinChannel(engine, channel, userOf(engine.world, user), engine.world.app.botUserId);
  return {
    channel: channelShape(engine.world, channel),
    ...(failed.length > 0 ? { errors: failed } : {}),
  } as Answer<ConversationsInviteResponse>;
}

function refusalToInvite(call: Call, channel: Channel, id: string): string | undefined {
  const { world } = call.engine;
  const user = world.users.get(id);
  if (!user) return 'user_not_found';
  if (id === world.app.botUserId) return 'cant_invite_self';
  if (channel.members.includes(id)) return 'already_in_channel';
  // (assumed: which error; the document of the method names none)
  if (user.isDeleted) return 'user_disabled';
  if (user.isSingleChannel && isSomewhere(world, user)) return 'ura_max_channels';
  // Another team's person comes in by a Slack Connect invitation only. (assumed: which of the errors Slack picks)
  return user.teamId !== world.app.teamId && !companiesOf(world, channel).includes(user.teamId)
    ? 'cant_invite'
    : undefined;
}

/** A single-channel guest who has their one channel. */
function isSomewhere(world: World, user: User): boolean {
  return [...world.channels.values()].some(({ kind, members }) => kind !== 'im' && members.includes(user.id));
}

export function setTopic(call: Call): Answer<ConversationsSetTopicResponse> {
  const { engine } = call;
  const channel = ownGroupArg(call);
  const topic = textArg(call, 'topic') ?? '';
  if (topic.length > LONGEST_TOPIC) refuse('too_long');
  channel.topic = topic;
  showChannel(engine.world, channel);
  const user = engine.world.app.botUserId;
  const text = `<@${user}> set the channel topic: ${topic}`;
  const message = addMessage(engine.world, channel, { user, text, subtype: 'channel_topic' });
  emitMessage(engine, channel, message);
  return { channel: channelShape(engine.world, channel) };
}

export function archive(call: Call): Answer<ConversationsArchiveResponse> {
  const channel = ownChannelArg(call);
  if (channel.kind === 'im') refuse('method_not_supported_for_channel_type');
  if (channel.isArchived) refuse('already_archived');
  if (channel.name === 'general') refuse('cant_archive_general');
  archiveChannel(call.engine, channel, call.engine.world.app.botUserId);
  return {};
}

export function open(call: Call): Answer<ConversationsOpenResponse> {
  const { world } = call.engine;
  if (textArg(call, 'channel')) return { channel: channelShape(world, channelArg(call)) };
  const [id, ...others] = listArg(call, 'users');
  if (!id) return refuse('users_list_not_supplied');
  // Group direct messages are no part of the sandbox, as the bot never opens one.
  if (others.length > 0) refuse('method_not_supported_for_channel_type');
  const user = world.users.get(id) ?? refuse('user_not_found');
  if (user.kind === 'bot') refuse('cannot_dm_bot');
  if (user.isDeleted) refuse('user_disabled');
  if (user.teamId !== world.app.teamId && !sharesChannel(world, user)) refuse('user_not_visible');
  const channel = directMessage(world, id);
  return { channel: flagArg(call, 'return_im') ? channelShape(world, channel) : { id: channel.id } };
}

/** A channel that people come to and go from, not archived, with the bot in it. */
function ownGroupArg(call: Call): Channel {
  const channel = ownChannelArg(call);
  if (channel.kind === 'im') refuse('method_not_supported_for_channel_type');
  return isClosed(channel) ? refuse('is_archived') : channel;
}
