import type { ChannelLeftEvent, GroupLeftEvent } from '@slack/types';
import type { Engine } from '../core/engine.ts';
import { addMessage } from '../core/messages.ts';
import { showChannel } from '../core/shown.ts';
import type { Channel, User } from '../core/types.ts';
import { emit, emitMembership, emitMessage, eventTs } from '../deliver/events.ts';

/** Puts a person into a channel, with the small message and the event that Slack makes of it. */
export function joinChannel(engine: Engine, channel: Channel, user: User, inviter?: string): void {
  if (channel.members.includes(user.id)) return;
  channel.members.push(user.id);
  showChannel(engine.world, channel);
  const text = `<@${user.id}> has joined the channel`;
  const message = addMessage(engine.world, channel, { user: user.id, text, subtype: 'channel_join', inviter });
  emitMembership(engine, channel, user, true, inviter);
  emitMessage(engine, channel, message);
}

/** Takes a person out of a channel. The bot still hears that it was itself taken out. */
export function leaveChannel(engine: Engine, channel: Channel, user: User): void {
  const text = `<@${user.id}> has left the channel`;
  const message = addMessage(engine.world, channel, { user: user.id, text, subtype: 'channel_leave' });
  emitMembership(engine, channel, user, false);
  emitMessage(engine, channel, message);
  channel.members = channel.members.filter((id) => id !== user.id);
  engine.world.changed();
}

/**
 * Somebody takes somebody else, or the bot, out of a channel. The bot is told of itself by an event of its own, too, and
 * sees no message of it any more. (assumed: the order of the two, and the words of the message)
 */
export function removeFromChannel(engine: Engine, channel: Channel, user: User, actorId: string): void {
  if (user.kind === 'bot') tellBotItLeft(engine, channel, actorId);
  emitMembership(engine, channel, user, false);
  channel.members = channel.members.filter((id) => id !== user.id);
  const text = `<@${user.id}> was removed from the channel by <@${actorId}>`;
  const message = addMessage(engine.world, channel, { user: user.id, text, subtype: 'channel_leave' });
  emitMessage(engine, channel, message);
}

function tellBotItLeft(engine: Engine, channel: Channel, actorId: string): void {
  const event = { channel: channel.id, actor_id: actorId, event_ts: eventTs(engine) };
  if (channel.kind === 'public') {
    emit(engine, 'channel_left', { type: 'channel_left', ...event } satisfies ChannelLeftEvent, channel);
  } else emit(engine, 'group_left', { type: 'group_left', ...event } satisfies GroupLeftEvent, channel);
}
