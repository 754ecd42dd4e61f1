/** What somebody does to a channel outside the app's reach: the app only hears of it. */
import type {
  ChannelArchiveEvent,
  ChannelDeletedEvent,
  ChannelIDChangedEvent,
  ChannelRenameEvent,
  ChannelUnarchiveEvent,
  GroupArchiveEvent,
  GroupDeletedEvent,
  GroupRenameEvent,
  GroupUnarchiveEvent,
} from '@slack/types';
import type { Engine } from '../core/engine.ts';
import { addMessage } from '../core/messages.ts';
import { showChannel } from '../core/shown.ts';
import type { Channel } from '../core/types.ts';
import { emit, emitMessage, emitNews, eventTs } from '../deliver/events.ts';

/** Renames a channel. Who may do so is not asked. */
export function renameChannel(engine: Engine, channel: Channel, name: string, userId = channel.creator): void {
  const old = channel.name;
  channel.name = name;
  showChannel(engine.world, channel);
  const text = `has renamed the channel from "${old}" to "${name}"`;
  small(engine, channel, userId, { what: 'name', text, extra: { old_name: old, name } });
  const named = {
    id: channel.id,
    name,
    name_normalized: name,
    created: Math.floor(channel.createdMs / 1000),
    is_channel: channel.kind === 'public',
    is_mpim: false,
  };
  const event = { channel: named, event_ts: eventTs(engine) };
  const told = {
    public: { type: 'channel_rename', ...event } satisfies ChannelRenameEvent,
    private: { type: 'group_rename', ...event } satisfies GroupRenameEvent,
  };
  emitNews(engine, told[kindOf(channel)], channel);
}

/** Archives a channel: it can be read, and nothing more. (assumed: the bot stays its member and hears of it) */
export function archiveChannel(engine: Engine, channel: Channel, userId: string): void {
  small(engine, channel, userId, { what: 'archive', text: 'archived the channel' });
  channel.isArchived = true;
  engine.world.changed();
  const event = { channel: channel.id, user: userId, event_ts: eventTs(engine) };
  const told = {
    public: { type: 'channel_archive', ...event } satisfies ChannelArchiveEvent,
    private: { type: 'group_archive', ...event, is_moved: 0 } satisfies GroupArchiveEvent,
  };
  emitNews(engine, told[kindOf(channel)], channel);
}

/** Takes a channel out of the archive, with the people who were in it. (assumed: the bot as well) */
export function unarchiveChannel(engine: Engine, channel: Channel, userId: string): void {
  channel.isArchived = false;
  small(engine, channel, userId, { what: 'unarchive', text: 'un-archived the channel' });
  const event = { channel: channel.id, event_ts: eventTs(engine) };
  const told = {
    public: { type: 'channel_unarchive', ...event, user: userId } satisfies ChannelUnarchiveEvent,
    private: { type: 'group_unarchive', ...event, actor_id: userId } satisfies GroupUnarchiveEvent,
  };
  emitNews(engine, told[kindOf(channel)], channel);
}

/** Deletes a channel with all that stands in it, for ever. (assumed: invitations into it are gone, too) */
export function deleteChannel(engine: Engine, channel: Channel, userId: string): void {
  const { world } = engine;
  const event = { channel: channel.id, actor_id: userId, event_ts: eventTs(engine) };
  const seconds = Math.floor(world.clock.now() / 1000);
  const told = {
    public: { type: 'channel_deleted', ...event } satisfies ChannelDeletedEvent & Record<string, unknown>,
    private: { type: 'group_deleted', ...event, date_deleted: seconds } satisfies GroupDeletedEvent,
  };
  emitNews(engine, told[kindOf(channel)], channel);
  world.channels.delete(channel.id);
  for (const invite of world.invites.values()) if (invite.channel === channel.id) world.invites.delete(invite.id);
  world.changed();
}

/** Makes a public channel private, or a private one public. Its id stays. (assumed: the subtypes, and no other event) */
export function convertChannel(engine: Engine, channel: Channel, kind: 'private' | 'public', userId: string): void {
  channel.kind = kind;
  showChannel(engine.world, channel);
  const text = `has converted this channel to ${kind}`;
  const subtype = `channel_convert_to_${kind}`;
  emitMessage(engine, channel, addMessage(engine.world, channel, { user: userId, text, subtype }));
}

/** Gives a channel another id, as sharing one that began as private did (docs.slack.dev, channel_id_changed). */
export function changeChannelId(engine: Engine, channel: Channel): string {
  const { world } = engine;
  const old = channel.id;
  world.channels.delete(old);
  channel.id = world.random.id('C');
  world.channels.set(channel.id, channel);
  for (const invite of world.invites.values()) if (invite.channel === old) invite.channel = channel.id;
  for (const url of world.responseUrls.values()) if (url.channel === old) url.channel = channel.id;
  world.changed();
  const event = { old_channel_id: old, new_channel_id: channel.id, event_ts: eventTs(engine) };
  const type = 'channel_id_changed';
  emit(engine, type, { type, ...event } satisfies ChannelIDChangedEvent, channel);
  return channel.id;
}

/** Slack has one set of events for public channels, and one for private ones, which it called groups. */
const kindOf = ({ kind }: Channel): 'public' | 'private' => (kind === 'public' ? 'public' : 'private');

type Small = { what: 'name' | 'archive' | 'unarchive'; text: string; extra?: Record<string, string> };

/** What Slack itself writes into the channel about a change (docs.slack.dev, message subtypes). */
function small(engine: Engine, channel: Channel, user: string, { what, text, extra = {} }: Small): void {
  const subtype = `${channel.kind === 'public' ? 'channel' : 'group'}_${what}`;
  emitMessage(engine, channel, addMessage(engine.world, channel, { user, text, subtype, extra }));
}
