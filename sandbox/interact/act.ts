/** All that a person can do, for the page, the driver and the tests alike. */
import type { Engine } from '../core/engine.ts';
import { removeFile } from '../core/files.ts';
import { canSeeChannel, isClosed, reachesApp } from '../core/sight.ts';
import type { Channel, User } from '../core/types.ts';
import { directMessage, userOf } from '../core/world.ts';
import { viewShape } from '../api/shapes.ts';
import { emit, emitFileDeleted } from '../deliver/events.ts';
import type { Act, ActResult } from '../server/protocol.ts';
import { runCommand } from './command.ts';
import { joinChannel, leaveChannel, removeFromChannel } from './membership.ts';
import { deleteMessage, editMessage, post } from './post.ts';
import { press } from './press.ts';
import { react } from './react.ts';
import { runShortcut } from './shortcut.ts';
import { close, submit } from './submit.ts';

const OK: ActResult = { ok: true };

/** Does what a person wants to do, if they can. Settles with the app's acknowledgement where there is one. */
export async function act(engine: Engine, userId: string, wish: Act): Promise<ActResult> {
  const user = userOf(engine.world, userId);
  // Nobody can use an account that is switched off. (assumed: which error)
  if (user.isDeleted) return { ok: false, error: 'account_inactive' };
  switch (wish.act) {
    case 'command':
      return inChannel(engine, user, wish.channel, (channel) => runCommand(engine, user, channel, wish.text));
    case 'post':
      return inChannel(engine, user, wish.channel, (channel) => post(engine, user, channel, wish));
    case 'edit':
      return inChannel(engine, user, wish.channel, (channel) => editMessage(engine, user, channel, wish.ts, wish.text));
    case 'delete':
      return inChannel(engine, user, wish.channel, (channel) => deleteMessage(engine, user, channel, wish.ts));
    case 'delete-file':
      return deleteFile(engine, user, wish.file);
    case 'react':
      return inChannel(engine, user, wish.channel, (channel) => react(engine, user, channel, wish));
    case 'shortcut':
      return runShortcut(engine, user, wish);
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
    case 'kick':
      return inChannel(engine, user, wish.channel, (channel) => kick(engine, user, channel, wish.user));
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
  if (isClosed(channel)) return { ok: false, error: 'is_archived' };
  if (channel.kind !== 'public') return { ok: false, error: 'channel_not_found' };
  joinChannel(engine, channel, user);
  return OK;
}

function invite(engine: Engine, user: User, channel: Channel, inviteeId: string): ActResult {
  const invitee = engine.world.users.get(inviteeId);
  if (!channel.members.includes(user.id)) return { ok: false, error: 'not_in_channel' };
  // Guests and partners bring nobody along. (assumed: a workspace can allow it)
  if (user.kind !== 'member' || channel.kind === 'im') return { ok: false, error: 'restricted_action' };
  if (!invitee || invitee.isDeleted) return { ok: false, error: 'user_not_found' };
  if (isClosed(channel)) return { ok: false, error: 'is_archived' };
  if (channel.members.includes(inviteeId)) return { ok: false, error: 'already_in_channel' };
  if (invitee.kind === 'external' && !channel.isExtShared) return { ok: false, error: 'cant_invite' };
  joinChannel(engine, channel, invitee, user.id);
  return OK;
}

/** Full members take people and apps out of their channels. (assumed: a workspace can leave it to administrators) */
function kick(engine: Engine, user: User, channel: Channel, id: string): ActResult {
  const removed = engine.world.users.get(id);
  if (user.kind !== 'member' || channel.kind === 'im') return { ok: false, error: 'restricted_action' };
  if (!channel.members.includes(user.id)) return { ok: false, error: 'not_in_channel' };
  if (!removed || !channel.members.includes(id)) return { ok: false, error: 'user_not_found' };
  if (removed === user) return { ok: false, error: 'cant_kick_self' };
  removeFromChannel(engine, channel, removed, user.id);
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

/** A person takes a file of theirs away, wherever it was shared. */
function deleteFile(engine: Engine, user: User, id: string): ActResult {
  const file = engine.world.files.get(id);
  if (!file || file.isDeleted || file.user !== user.id) return { ok: false, error: 'file_not_found' };
  removeFile(engine.world, file);
  emitFileDeleted(engine, file);
  return OK;
}
