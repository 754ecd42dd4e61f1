/** All that a person can do, for the page, the driver and the tests alike. */
import type { Engine } from '../core/engine.ts';
import { addMessage, storedMessage } from '../core/messages.ts';
import { canSeeChannel, reachesApp } from '../core/sight.ts';
import { typedMessage } from '../core/text.ts';
import type { Channel, User } from '../core/types.ts';
import { directMessage, userOf } from '../core/world.ts';
import { viewShape } from '../api/shapes.ts';
import { emit, emitMessage } from '../deliver/events.ts';
import type { Act, ActResult } from '../server/protocol.ts';
import { runCommand } from './command.ts';
import { joinChannel, leaveChannel } from './membership.ts';
import { press } from './press.ts';
import { close, submit } from './submit.ts';

const OK: ActResult = { ok: true };

/** What Slack's client lets a person type into one message. (assumed) */
const LONGEST_TYPED = 12_000;

/** Does what a person wants to do, if they can. Settles with the app's acknowledgement where there is one. */
export async function act(engine: Engine, userId: string, wish: Act): Promise<ActResult> {
  const user = userOf(engine.world, userId);
  switch (wish.act) {
    case 'command':
      return inChannel(engine, user, wish.channel, (channel) => runCommand(engine, user, channel, wish.text));
    case 'post':
      return inChannel(engine, user, wish.channel, (channel) => post(engine, user, channel, wish.text, wish.threadTs));
    case 'press':
      return press(engine, user, wish);
    case 'submit':
      return submit(engine, user, wish.modal, wish.state);
    case 'close':
      return close(engine, user, wish.modal, wish.all);
    case 'open-home':
      return openHome(engine, user);
    case 'read':
      return inChannel(engine, user, wish.channel, (channel) => read(engine, user, channel));
    case 'join':
      return inChannel(engine, user, wish.channel, (channel) => join(engine, user, channel));
    case 'invite':
      return inChannel(engine, user, wish.channel, (channel) => invite(engine, user, channel, wish.user));
    case 'leave':
      return inChannel(engine, user, wish.channel, (channel) => leave(engine, user, channel));
    case 'dismiss-notice':
      return dismiss(engine, user, wish.id);
    default:
      return wish satisfies never;
  }
}

type Doing = (channel: Channel) => ActResult | Promise<ActResult>;

async function inChannel(engine: Engine, user: User, id: string, doing: Doing): Promise<ActResult> {
  const channel = engine.world.channels.get(id);
  if (!channel || !canSeeChannel(engine.world, user, channel)) return { ok: false, error: 'channel_not_found' };
  return doing(channel);
}

/** A person writes a message. Slack stores it escaped, and tells the app if it listens here. */
function post(engine: Engine, user: User, channel: Channel, typed: string, threadTs?: string): ActResult {
  const { world } = engine;
  if (!channel.members.includes(user.id)) return { ok: false, error: 'not_in_channel' };
  if (channel.isArchived) return { ok: false, error: 'is_archived' };
  if (typed.trim() === '') return { ok: false, error: 'no_text' };
  if (channel.kind === 'im' && !takesMessages(engine)) return { ok: false, error: 'messages_tab_disabled' };
  if (typed.length > LONGEST_TYPED) return { ok: false, error: 'msg_too_long' };
  const parent = threadTs === undefined ? undefined : storedMessage(channel, threadTs);
  if (threadTs && !parent) return { ok: false, error: 'thread_not_found' };
  const clientMsgId = `${world.random.hex(8)}-${world.random.hex(4)}`;
  const message = addMessage(world, channel, {
    user: user.id,
    ...typedMessage(world, typed),
    // A reply to a reply belongs to the thread's first message, as Slack's client writes it.
    threadTs: parent && (parent.threadTs ?? parent.ts),
    clientMsgId,
  });
  emitMessage(engine, channel, message);
  return OK;
}

/** Whether people may write to the bot: the manifest can close its messages tab. */
function takesMessages({ manifest }: Engine): boolean {
  const tab = manifest.features?.app_home;
  return tab?.messages_tab_enabled === true && tab.messages_tab_read_only_enabled !== true;
}

/** A person opens the app's home, which an external cannot (docs.slack.dev, Slack Connect). */
export function openHome(engine: Engine, user: User): ActResult {
  const { world } = engine;
  if (!reachesApp(world, user)) return { ok: false, error: 'not_reachable' };
  const home = world.homes.get(user.id);
  emit(engine, 'app_home_opened', {
    type: 'app_home_opened',
    user: user.id,
    channel: directMessage(world, user.id).id,
    tab: 'home',
    event_ts: `${(world.clock.now() / 1000).toFixed(6)}`,
    ...(home ? { view: viewShape(world, home) } : {}),
  });
  return OK;
}

function read(engine: Engine, user: User, channel: Channel): ActResult {
  const last = channel.messages.at(-1)?.ts;
  if (last && channel.read[user.id] !== last) {
    channel.read[user.id] = last;
    engine.world.changed();
  }
  return OK;
}

function join(engine: Engine, user: User, channel: Channel): ActResult {
  if (channel.isArchived) return { ok: false, error: 'is_archived' };
  if (channel.kind !== 'public') return { ok: false, error: 'channel_not_found' };
  joinChannel(engine, channel, user);
  return OK;
}

function invite(engine: Engine, user: User, channel: Channel, inviteeId: string): ActResult {
  const invitee = engine.world.users.get(inviteeId);
  if (!channel.members.includes(user.id)) return { ok: false, error: 'not_in_channel' };
  // Guests and partners bring nobody along. (assumed: a workspace can allow it)
  if (user.kind !== 'member' || channel.kind === 'im') return { ok: false, error: 'restricted_action' };
  if (!invitee) return { ok: false, error: 'user_not_found' };
  if (channel.members.includes(inviteeId)) return { ok: false, error: 'already_in_channel' };
  if (invitee.kind === 'external' && !channel.isExtShared) return { ok: false, error: 'cant_invite' };
  joinChannel(engine, channel, invitee, user.id);
  return OK;
}

function leave(engine: Engine, user: User, channel: Channel): ActResult {
  if (!channel.members.includes(user.id)) return { ok: false, error: 'not_in_channel' };
  if (channel.kind === 'im' || channel.name === 'general') return { ok: false, error: 'cant_leave_general' };
  leaveChannel(engine, channel, user);
  return OK;
}

function dismiss(engine: Engine, user: User, id: string): ActResult {
  const left = (engine.world.notices.get(user.id) ?? []).filter((notice) => notice.id !== id);
  engine.world.notices.set(user.id, left);
  engine.world.changed();
  return OK;
}
