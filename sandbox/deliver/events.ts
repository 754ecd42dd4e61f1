/** Events: when the app gets one, and in which envelope (docs.slack.dev, Events API). */
import type { SlackEvent } from '@slack/types';
import { filesOf } from '../api/fileShape.ts';
import { appReads, sharesOf } from '../core/files.ts';
import type { Engine } from '../core/engine.ts';
import { subscribesTo } from '../core/manifest.ts';
import type { Channel, Message, Reaction, SlackFile, User } from '../core/types.ts';
import { nextTs, repliesTo } from '../core/messages.ts';
import { EVENT_SCOPES } from '../manifest/scopes.ts';
import { userOf } from '../core/world.ts';

const MESSAGE_EVENTS = { public: 'message.channels', private: 'message.groups', im: 'message.im' } as const;
const CHANNEL_TYPES = { public: 'channel', private: 'group', im: 'im' } as const;

type EventBody = { type: SlackEvent['type'] } & Record<string, unknown>;

/**
 * Sends an event, if the app subscribed to `subscription` and holds a scope for it, and in a channel only if the bot is a
 * member of it.
 */
export function emit(engine: Engine, subscription: string, event: EventBody, channel?: Channel): void {
  const { world, manifest } = engine;
  if (!subscribesTo(manifest, subscription) || !mayHear(engine, subscription)) return;
  if (channel && !channel.members.includes(world.app.botUserId)) return;
  engine.dispatch.sendSoon({ kind: 'events_api', name: event.type, body: envelope(engine, event, channel) });
}

/** What happened to a channel itself: of a public one the bot hears wherever it is, as it can see them all. (assumed) */
export function emitNews(engine: Engine, event: EventBody, channel: Channel): void {
  if (channel.kind !== 'public') return emit(engine, event.type, event, channel);
  const { manifest, dispatch } = engine;
  if (!subscribesTo(manifest, event.type) || !mayHear(engine, event.type)) return undefined;
  return dispatch.sendSoon({ kind: 'events_api', name: event.type, body: envelope(engine, event, channel) });
}

/** Without the scope Slack keeps an event to itself, whatever the manifest asks for. */
function mayHear({ world }: Engine, subscription: string): boolean {
  const scopes = EVENT_SCOPES[subscription] ?? [];
  return scopes.length === 0 || scopes.some((scope) => world.grantedScopes.has(scope));
}

/** The time of an event that has no message: seconds, with micros. */
export function eventTs({ world }: Engine): string {
  return (world.clock.now() / 1000).toFixed(6);
}

function envelope(engine: Engine, event: EventBody, channel: Channel | undefined): Record<string, unknown> {
  const { app, random, clock } = engine.world;
  return {
    token: 'sandbox-verification-token',
    team_id: app.teamId,
    context_team_id: app.teamId,
    context_enterprise_id: null,
    api_app_id: app.appId,
    // Through JSON, so that what is undefined is absent, as on the wire.
    event: JSON.parse(JSON.stringify(event)) as Record<string, unknown>,
    type: 'event_callback',
    event_id: random.id('Ev'),
    event_time: Math.floor(clock.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: app.teamId,
        user_id: app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: channel?.isExtShared ?? false,
    event_context: `4-${random.hex(32)}`,
  };
}

/** Tells the app of a new message, the bot's own ones too: it is for the app to ignore itself. */
export function emitMessage(engine: Engine, channel: Channel, message: Message): void {
  emit(
    engine,
    MESSAGE_EVENTS[channel.kind],
    {
      type: 'message',
      ...messageFields(engine, message, channel),
      // A new message with files is marked (docs.slack.dev, file_share); the same one in the history is not. (assumed)
      ...(message.files.length > 0 ? { subtype: 'file_share', upload: true, display_as_bot: false } : {}),
      channel: channel.id,
      channel_type: CHANNEL_TYPES[channel.kind],
      event_ts: message.ts,
    },
    channel,
  );
}

/** Tells the app that a message was changed or deleted. */
export function emitMessageChange(engine: Engine, channel: Channel, before: Message, after?: Message): void {
  const { world } = engine;
  const ts = nextTs(world, channel);
  const previous = { type: 'message', ...messageFields(engine, before, channel) };
  const change = after
    ? { subtype: 'message_changed', message: { type: 'message', ...messageFields(engine, after, channel) } }
    : { subtype: 'message_deleted', deleted_ts: before.ts };
  emit(
    engine,
    MESSAGE_EVENTS[channel.kind],
    {
      type: 'message',
      ...change,
      previous_message: previous,
      channel: channel.id,
      channel_type: CHANNEL_TYPES[channel.kind],
      hidden: true,
      ts,
      event_ts: ts,
    },
    channel,
  );
}

/**
 * Tells the app that a file was deleted, by its id alone (docs.slack.dev, file_deleted), where the app could see it. Nothing tells of
 * what a retention policy deletes. (assumed: `channel_ids`, which only the type of the event knows)
 */
export function emitFileDeleted(engine: Engine, file: SlackFile): void {
  if (!appReads(engine.world, file)) return;
  const channels = new Set(sharesOf(engine.world, file).map(({ channel }) => channel.id));
  emit(engine, 'file_deleted', {
    type: 'file_deleted',
    file_id: file.id,
    channel_ids: [...channels],
    event_ts: eventTs(engine),
  });
}

/** Somebody came into a channel or left it; the app hears of itself, too. */
export function emitMembership(engine: Engine, channel: Channel, user: User, joined: boolean, inviter?: string): void {
  if (channel.kind === 'im') return;
  const type = joined ? 'member_joined_channel' : 'member_left_channel';
  const event = {
    type,
    user: user.id,
    channel: channel.id,
    channel_type: channel.kind === 'public' ? 'C' : 'G',
    team: user.teamId,
    ...(inviter ? { inviter } : {}),
    event_ts: nextTs(engine.world, channel),
  } as const;
  emit(engine, type, event, channel);
}

/**
 * The fields of a message that events, history and interactions all carry.
 * @param isAskedFor the app called for it, so that files stand there whole
 */
export function messageFields(
  engine: Engine,
  message: Message,
  channel: Channel,
  isAskedFor = false,
): Record<string, unknown> {
  const { world } = engine;
  const author = userOf(world, message.user);
  const parent = channel.messages.find((one) => one.ts === message.threadTs);
  return {
    subtype: message.subtype,
    user: message.user,
    text: message.text,
    ts: message.ts,
    team: author.teamId,
    blocks: message.blocks.length > 0 ? message.blocks : undefined,
    files: message.files.length > 0 ? filesOf(engine, message, isAskedFor) : undefined,
    reactions: message.reactions.length > 0 ? message.reactions.map(reactionFields) : undefined,
    thread_ts: message.threadTs ?? (repliesTo(channel, message.ts).length > 0 ? message.ts : undefined),
    parent_user_id: parent && parent.ts !== message.ts ? parent.user : undefined,
    client_msg_id: message.clientMsgId,
    inviter: message.inviter,
    ...message.extra,
    edited: message.editedTs ? { user: message.user, ts: message.editedTs } : undefined,
    ...(message.byApp ? { bot_id: world.app.botId, app_id: world.app.appId } : {}),
    // Slack Connect adds whose person wrote it (docs.slack.dev, Slack Connect).
    ...(channel.isExtShared && !message.byApp
      ? {
          user_team: author.teamId,
          source_team: author.teamId,
          user_profile: { name: author.handle, real_name: author.name, team: author.teamId },
        }
      : {}),
  };
}

function reactionFields({ name, users }: Reaction) {
  return { name, users, count: users.length };
}
