import type {
  ChatDeleteResponse,
  ChatGetPermalinkResponse,
  ChatPostEphemeralResponse,
  ChatPostMessageResponse,
  ChatUpdateResponse,
} from '@slack/web-api';
import { heldScopes } from '../core/engine.ts';
import { addMessage, removeMessage, storedMessage, identified } from '../core/messages.ts';
import { showMessage } from '../core/shown.ts';
import { isClosed } from '../core/sight.ts';
import type { Channel, Message } from '../core/types.ts';
import { directMessage } from '../core/world.ts';
import { emitMessage, emitMessageChange } from '../deliver/events.ts';
import { channelArg, isIn, ownChannelArg, postTarget, textArg, type Call } from './args.ts';
import { contentArg, cutWarning, metadataArg } from './content.ts';
import type { Answer } from './methods.ts';
import { refuse } from './refuse.ts';
import { messageShape, sharesChannel } from './shapes.ts';

/** docs.slack.dev, chat.update: longer text is refused, where chat.postMessage only cuts beyond 40,000. */
const LONGEST_UPDATE = 4000;
/** docs.slack.dev, chat.postEphemeral. */
const LONGEST_EPHEMERAL_BYTES = 4000;

export function postMessage(call: Call): Answer<ChatPostMessageResponse> {
  const { engine } = call;
  const channel = targetChannel(call);
  const content = contentArg(call);
  const metadata = metadataArg(call);
  const message = addMessage(engine.world, channel, {
    user: engine.world.app.botUserId,
    byApp: true,
    text: content.text,
    blocks: content.blocks,
    threadTs: threadArg(call, channel),
    metadata: metadata ?? undefined,
  });
  emitMessage(engine, channel, message);
  return {
    channel: channel.id,
    ts: message.ts,
    message: messageShape(engine, channel, message, true),
    ...cutWarning(call),
  };
}

/** A channel the bot may write into: by id, or a person's id for their direct messages. */
function targetChannel(call: Call): Channel {
  const { world } = call.engine;
  const user = world.users.get(textArg(call, 'channel') ?? '');
  if (user?.kind === 'bot') refuse('cannot_dm_bot');
  refuseToDeactivated(call);
  if (user && user.teamId !== world.app.teamId && !sharesChannel(world, user)) refuse('channel_not_found');
  checkMessagesTab(call, user !== undefined || world.channels.get(textArg(call, 'channel') ?? '')?.kind === 'im');
  if (user) return directMessage(world, user.id);
  const channel = channelArg(call);
  const openToAll = channel.kind === 'public' && heldScopes(call.engine).includes('chat:write.public');
  if (!isIn(call, channel) && !openToAll) refuse('not_in_channel');
  return isClosed(channel) ? refuse('is_archived') : channel;
}

/** Nobody reads the direct messages of an account that is switched off. (assumed: which error) */
function refuseToDeactivated(call: Call): void {
  if (call.engine.world.users.get(postTarget(call) ?? '')?.isDeleted) refuse('user_disabled');
}

/** Direct messages stand in the app's messages tab, which a manifest can do without. */
function checkMessagesTab({ engine }: Call, isDirect: boolean): void {
  if (isDirect && engine.manifest.features?.app_home?.messages_tab_enabled === false) refuse('messages_tab_disabled');
}

/** The thread of a call: only a message that stands in the channel itself can have one. (assumed: which error) */
export function threadArg(call: Call, channel: Channel): string | undefined {
  const ts = textArg(call, 'thread_ts');
  if (ts === undefined) return undefined;
  const parent = storedMessage(channel, ts);
  if (!parent || (parent.threadTs && parent.threadTs !== parent.ts)) refuse('thread_not_found');
  return ts;
}

export function postEphemeral(call: Call): Answer<ChatPostEphemeralResponse> {
  const { world } = call.engine;
  const channel = ownChannelArg(call);
  if (isClosed(channel)) refuse('is_archived');
  checkMessagesTab(call, channel.kind === 'im');
  const onlyFor = textArg(call, 'user') ?? '';
  if (!channel.members.includes(onlyFor)) refuse('user_not_in_channel');
  const { text, blocks } = contentArg(call);
  if (Buffer.byteLength(text) > LONGEST_EPHEMERAL_BYTES) refuse('msg_too_long');
  const threadTs = threadArg(call, channel);
  const message = addMessage(world, channel, {
    user: world.app.botUserId,
    byApp: true,
    text,
    blocks,
    onlyFor,
    threadTs,
  });
  return { message_ts: message.ts };
}

export function update(call: Call): Answer<ChatUpdateResponse> {
  const { engine } = call;
  const { channel, message } = ownMessageArg(call, 'cant_update_message');
  if (isClosed(channel)) refuse('is_inactive');
  const content = contentArg(call);
  if (content.text.length > LONGEST_UPDATE) refuse('msg_too_long');
  const metadata = metadataArg(call);
  const before = { ...message };
  message.text = content.text;
  // Text without blocks drops the blocks that were there (docs.slack.dev, chat.update).
  message.blocks = identified(engine.world, content.blocks);
  if (metadata !== undefined) message.metadata = metadata ?? undefined;
  message.editedTs = `${Math.floor(engine.world.clock.now() / 1000)}.000000`;
  showMessage(engine.world, channel, message);
  engine.world.changed();
  emitMessageChange(engine, channel, before, message);
  return {
    channel: channel.id,
    ts: message.ts,
    text: message.text,
    message: messageShape(engine, channel, message, true),
  };
}

export function remove(call: Call): Answer<ChatDeleteResponse> {
  const { channel, message } = ownMessageArg(call, 'cant_delete_message');
  removeMessage(call.engine.world, channel, message.ts);
  emitMessageChange(call.engine, channel, message);
  return { channel: channel.id, ts: message.ts };
}

function ownMessageArg(call: Call, error: string): { channel: Channel; message: Message } {
  const channel = channelArg(call);
  const message = storedMessage(channel, textArg(call, 'ts') ?? '') ?? refuse('message_not_found');
  return message.byApp ? { channel, message } : refuse(error);
}

export function getPermalink(call: Call): Answer<ChatGetPermalinkResponse> {
  const channel = channelArg(call);
  const message = storedMessage(channel, textArg(call, 'message_ts') ?? '') ?? refuse('message_not_found');
  const thread = message.threadTs ? `?thread_ts=${message.threadTs}&cid=${channel.id}` : '';
  const permalink = `${call.engine.baseUrl}/archives/${channel.id}/p${message.ts.replace('.', '')}${thread}`;
  return { channel: channel.id, permalink };
}
