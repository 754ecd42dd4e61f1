/** Which message a person means, among those that they see. */
import type { Engine } from '../core/engine.ts';
import { channelsSeenBy } from '../core/sight.ts';
import type { Channel, Message, SlackFile, User } from '../core/types.ts';
import type { Context } from './context.ts';
import { flattenBlocks, readMrkdwn } from './flatten.ts';
import { seenIn, visibleChannel, type SeenMessage } from './seen.ts';

/** Says which message is meant: part of its text, a pattern, or its ts. */
export type Which = string | RegExp;

/** All that a person sees anywhere, oldest first. */
export function everything({ engine }: Context, user: User): SeenMessage[] {
  const all = channelsSeenBy(engine.world, user).flatMap((channel) => seenIn(engine, user, channel));
  return all.sort((a, b) => (a.ts < b.ts ? -1 : 1));
}

/** Whether this is the message that is meant. */
export function fits(message: SeenMessage, which: Which): boolean {
  if (typeof which !== 'string') return which.test(message.text);
  return message.ts === which || message.text.includes(which) || message.files.includes(which);
}

/** The newest message of a channel that fits, but for those that only this person sees. */
export function newest({ engine }: Context, user: User, channel: Channel, which: Which): SeenMessage {
  const found = seenIn(engine, user, channel).findLast((message) => !message.ephemeral && fits(message, which));
  return found ?? noMessage(user, which, `#${channel.name}`);
}

/** The newest message that fits, in the channel that is named or anywhere, and the id of its channel. */
export function newestAnywhere(context: Context, user: User, which: Which, channelName: string | undefined) {
  if (channelName !== undefined) {
    const channel = visibleChannel(context.engine, user, channelName);
    return { channel: channel.id, ts: newest(context, user, channel, which).ts };
  }
  const found = everything(context, user).findLast((message) => !message.ephemeral && fits(message, which));
  if (!found) return noMessage(user, which, 'any channel');
  return { channel: channelIdOf(context, found), ts: found.ts };
}

function noMessage(user: User, which: Which, where: string): never {
  throw new Error(`${user.handle} sees no message "${String(which)}" in ${where}`);
}

/** A channel by its name or its id, whoever sees it. */
export function channelByName({ world }: Engine, name: string): Channel {
  const wanted = name.replace(/^#/, '');
  const found = world.channels.get(name) ?? [...world.channels.values()].find((one) => one.name === wanted);
  if (!found) throw new Error(`There is no channel ${name}`);
  return found;
}

/** The newest file of a name that is there still, whoever sees it. */
export function fileByName({ world }: Engine, name: string): SlackFile {
  const found = [...world.files.values()].findLast((file) => file.name === name && !file.isDeleted);
  if (!found) throw new Error(`There is no file ${name}`);
  return found;
}

/** The newest message of a channel that fits, whoever sees it. */
export function messageBy({ world }: Engine, channel: Channel, which: Which): Message {
  const said = ({ ts, text, blocks }: Message): string =>
    [ts, readMrkdwn(world, text), flattenBlocks(world, blocks)].join('\n');
  const isMeant = (text: string): boolean => (typeof which === 'string' ? text.includes(which) : which.test(text));
  const found = channel.messages.findLast((message) => isMeant(said(message)));
  if (!found) throw new Error(`There is no message "${String(which)}" in #${channel.name}`);
  return found;
}

/** The channel in which a message stands. */
export function channelIdOf({ engine }: Context, found: SeenMessage): string {
  const holds = (channel: Channel): boolean =>
    channel.messages.includes(found.raw) || channel.ephemerals.includes(found.raw);
  const channel = [...engine.world.channels.values()].find(holds);
  if (!channel) throw new Error('The message is gone');
  return channel.id;
}
