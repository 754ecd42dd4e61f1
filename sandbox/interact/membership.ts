import type { Engine } from '../core/engine.ts';
import { addMessage } from '../core/messages.ts';
import type { Channel, User } from '../core/types.ts';
import { emitMembership, emitMessage } from '../deliver/events.ts';

/** Puts a person into a channel, with the small message and the event that Slack makes of it. */
export function joinChannel(engine: Engine, channel: Channel, user: User, inviter?: string): void {
  if (channel.members.includes(user.id)) return;
  channel.members.push(user.id);
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
