/** How the Web API words a channel, a person, a message and a view. */
import type { ConversationsInfoResponse, UsersInfoResponse } from '@slack/web-api';
import type { Engine } from '../core/engine.ts';
import { messageFields } from '../deliver/events.ts';
import { repliesTo } from '../core/messages.ts';
import { companiesOf } from '../core/sight.ts';
import type { Channel, Message, StateValues, User, ViewRecord } from '../core/types.ts';
import type { World } from '../core/world.ts';

export type ChannelShape = NonNullable<ConversationsInfoResponse['channel']>;
export type UserShape = NonNullable<UsersInfoResponse['user']>;

/** A channel as conversations.* answer it. */
export function channelShape(world: World, channel: Channel): ChannelShape {
  const common = {
    id: channel.id,
    created: Math.floor(channel.createdMs / 1000),
    is_archived: channel.isArchived,
    is_im: channel.kind === 'im',
    is_org_shared: false,
    context_team_id: world.app.teamId,
  };
  if (channel.kind === 'im') {
    // The SDK's type of a channel forgot whom a direct message is with.
    const user = channel.members.find((id) => id !== world.app.botUserId) ?? '';
    return { ...common, ...({ user } as object) };
  }
  return {
    ...common,
    name: channel.name,
    name_normalized: channel.name,
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_mpim: false,
    is_private: channel.kind === 'private',
    is_general: channel.name === 'general',
    is_shared: channel.isExtShared,
    is_ext_shared: channel.isExtShared,
    is_pending_ext_shared: isPending(world, channel),
    shared_team_ids: [world.app.teamId, ...companiesOf(world, channel)],
    connected_team_ids: [...companiesOf(world, channel)],
    ...frozenPart(channel),
    is_member: channel.members.includes(world.app.botUserId),
    creator: channel.creator,
    topic: { value: channel.topic, creator: '', last_set: 0 },
    purpose: { value: '', creator: '', last_set: 0 },
  };
}

/** The SDK's type of a channel forgot that one can be frozen (docs.slack.dev, channel object). */
function frozenPart({ frozenReason }: Channel): object {
  return { is_frozen: frozenReason !== undefined, ...(frozenReason ? { frozen_reason: frozenReason } : {}) };
}

/** Whether somebody was invited to share a channel, and is not in yet. */
function isPending(world: World, channel: Channel): boolean {
  return [...world.invites.values()].some(
    ({ channel: id, state }) => id === channel.id && (state === 'sent' || state === 'accepted'),
  );
}

/** Whether the bot and a person are in a channel together. */
export function sharesChannel(world: World, user: User): boolean {
  return [...world.channels.values()].some(
    (channel) => channel.members.includes(user.id) && channel.members.includes(world.app.botUserId),
  );
}

/** A person as users.info answers it. Of another team's person Slack tells little, and never the language. */
export function userShape(world: World, user: User, includeLocale: boolean): UserShape {
  const external = user.teamId !== world.app.teamId;
  const shape: UserShape = {
    id: user.id,
    team_id: user.teamId,
    name: user.handle,
    deleted: user.isDeleted,
    real_name: user.name,
    tz: user.timeZone,
    tz_label: user.timeZone,
    tz_offset: offsetSeconds(user.timeZone, world.clock.now()),
    profile: profileShape(world, user),
    is_bot: user.kind === 'bot',
    is_app_user: false,
  };
  if (external) return { ...shape, ...({ is_stranger: !sharesChannel(world, user) } as object) };
  return {
    ...shape,
    is_admin: user.isAdmin,
    is_owner: false,
    is_restricted: user.kind === 'guest',
    is_ultra_restricted: user.isSingleChannel,
    ...(includeLocale && user.locale ? { locale: user.locale } : {}),
  };
}

/** An e-mail address is told only to who may read them (docs.slack.dev, users:read.email), and of the own team alone. */
function profileShape(world: World, user: User) {
  const mayReadEmail = world.grantedScopes.has('users:read.email') && user.teamId === world.app.teamId;
  return {
    real_name: user.name,
    display_name: user.name,
    title: user.title,
    team: user.teamId,
    ...(mayReadEmail && user.email !== '' ? { email: user.email } : {}),
  };
}

function offsetSeconds(timeZone: string, atMs: number): number {
  const name = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
    .formatToParts(atMs)
    .find((part) => part.type === 'timeZoneName')?.value;
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '');
  if (!match) return 0;
  return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 3600 + Number(match[3]) * 60);
}

/** A message as history answers it: with its thread's numbers, and metadata only where it was asked for. */
export function messageShape(engine: Engine, channel: Channel, message: Message, withMetadata: boolean) {
  const replies = message.threadTs && message.threadTs !== message.ts ? [] : repliesTo(channel, message.ts);
  return {
    type: 'message',
    ...messageFields(engine, message, channel, true),
    ...(replies.length > 0
      ? {
          thread_ts: message.ts,
          reply_count: replies.length,
          reply_users: [...new Set(replies.map((reply) => reply.user))],
          latest_reply: replies.at(-1)?.ts,
        }
      : {}),
    ...(withMetadata && message.metadata ? { metadata: message.metadata } : {}),
  };
}

/** A view as the views methods answer it, and as interactions carry it. */
export function viewShape(world: World, record: ViewRecord, values: StateValues = {}): Record<string, unknown> {
  const { view } = record;
  const modal = view.type === 'modal' ? view : undefined;
  return {
    id: record.id,
    team_id: world.app.teamId,
    type: view.type,
    blocks: view.blocks,
    private_metadata: view.private_metadata ?? '',
    callback_id: view.callback_id ?? '',
    state: { values },
    hash: record.hash,
    title: modal?.title ?? null,
    clear_on_close: modal?.clear_on_close ?? false,
    notify_on_close: modal?.notify_on_close ?? false,
    close: modal?.close ?? null,
    submit: modal?.submit ?? null,
    previous_view_id: record.previousId,
    root_view_id: record.rootId,
    app_id: world.app.appId,
    external_id: record.externalId,
    app_installed_team_id: world.app.teamId,
    bot_id: world.app.botId,
  };
}
