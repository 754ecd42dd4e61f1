import type { Engine } from '../core/engine.ts';
import { repliesTo } from '../core/messages.ts';
import { canSeeChannel, channelsSeenBy, messagesSeenBy, peopleMetBy, reachesApp } from '../core/sight.ts';
import type { Channel, Message, SlackFile, User, ViewRecord } from '../core/types.ts';
import { modalsOf } from '../core/views.ts';
import { userOf } from '../core/world.ts';
import { pingsOf } from '../driver/pings.ts';
import { shortcutsOf } from '../interact/shortcut.ts';
import type { ChannelView, FileView, MessageView, ModalView, PersonView, Seat } from './protocol.ts';

/** Everything that one person can see, and nothing else. Pure: the same world gives the same seat. */
export function seatOf(engine: Engine, userId: string): Seat {
  const { world, manifest } = engine;
  const user = userOf(world, userId);
  const reaches = reachesApp(world, user);
  return {
    now: isoOf(world.clock.now()),
    me: personView(user),
    people: peopleMetBy(world, user).map(personView),
    seats: [...world.users.values()].filter((one) => one.kind !== 'bot').map(personView),
    channels: channelsSeenBy(world, user).map((channel) => channelView(engine, user, channel)),
    modals: modalsOf(world, userId).map(modalView),
    home: (reaches && world.homes.get(userId)?.view) || null,
    canReachHome: reaches,
    commands: reaches
      ? (manifest.features?.slash_commands ?? []).map((one) => ({
          command: one.command,
          description: one.description,
          usageHint: one.usage_hint ?? '',
        }))
      : [],
    shortcuts: shortcutsOf(engine, user).map(({ name, callback_id: callbackId, description }) => ({
      name,
      callbackId,
      description,
    })),
    notices: world.notices.get(userId) ?? [],
  };
}

/** Milliseconds of the sandbox's clock as the page reads them. */
export function isoOf(ms: number): string {
  return new Date(ms).toISOString();
}

function personView(user: User): PersonView {
  const { id, handle, teamId, name, title, company, timeZone, kind, isDeleted } = user;
  const common = { id, handle, teamId, name, title, company, timeZone, kind };
  return { ...common, locale: user.locale ?? '', isBot: kind === 'bot', isDeactivated: isDeleted };
}

function channelView(engine: Engine, user: User, channel: Channel): ChannelView {
  const { world } = engine;
  const other = channel.members.find((id) => id !== user.id);
  const unread = unreadOf(engine, user, channel);
  const firstUnread = unread.find((message) => !message.threadTs || message.threadTs === message.ts)?.ts;
  return {
    id: channel.id,
    name: channel.kind === 'im' && other ? userOf(world, other).name : channel.name,
    kind: channel.kind,
    isShared: channel.isExtShared,
    isArchived: channel.isArchived,
    isFrozen: channel.frozenReason !== undefined,
    isMember: channel.members.includes(user.id),
    topic: channel.topic,
    members: channel.members,
    pins: channel.pins,
    invites: openInvites(engine, channel),
    unread: unread.length,
    ...(firstUnread ? { firstUnread } : {}),
    mentioned: unread.some((message) => mentions(engine, user, message)),
    messages: canSeeChannel(world, user, channel)
      ? messagesSeenBy(user, channel).map((message) => messageView(engine, channel, message))
      : [],
  };
}

function openInvites({ world }: Engine, channel: Channel): ChannelView['invites'] {
  return [...world.invites.values()]
    .filter((one) => one.channel === channel.id && one.state === 'sent')
    .map(({ id, email, userId }) => ({ id, to: email ?? world.users.get(userId ?? '')?.name ?? '' }));
}

/** A reply makes a channel unread only for those it names. */
function unreadOf(engine: Engine, user: User, channel: Channel): Message[] {
  if (!channel.members.includes(user.id)) return [];
  const read = channel.read[user.id] ?? '';
  return channel.messages.filter(
    (message) =>
      message.ts > read &&
      message.user !== user.id &&
      !message.subtype &&
      (!message.threadTs || mentions(engine, user, message)),
  );
}

function mentions(engine: Engine, user: User, message: Message): boolean {
  return pingsOf(engine.world, message).some((ping) => ping.startsWith('!') || ping === `@${user.handle}`);
}

function messageView({ world }: Engine, channel: Channel, message: Message): MessageView {
  const replies = repliesTo(channel, message.ts);
  const latest = replies.at(-1)?.ts;
  return {
    channel: channel.id,
    ts: message.ts,
    user: message.user,
    text: message.text,
    blocks: message.blocks,
    replyCount: replies.length,
    ephemeral: message.onlyFor !== undefined,
    files: message.files.flatMap((id) => fileView(world.files.get(id))),
    reactions: message.reactions,
    ...(message.threadTs && message.threadTs !== message.ts ? { threadTs: message.threadTs } : {}),
    ...(latest ? { latestReply: latest } : {}),
    ...(message.editedTs ? { editedAt: message.editedTs } : {}),
    ...(message.subtype ? { subtype: message.subtype } : {}),
  };
}

function fileView(file: SlackFile | undefined): FileView[] {
  if (!file) return [];
  const { id, name, title, mimetype, sizeBytes, isDeleted } = file;
  return [{ id, name, title, mimetype, sizeBytes, isDeleted }];
}

function modalView({ id, view, errors, busy, trouble }: ViewRecord): ModalView {
  return { id, view, errors, busy, ...(trouble ? { trouble } : {}) };
}
