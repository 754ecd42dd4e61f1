/** What a person writes into a channel, changes there, and takes away. */
import type { Engine } from '../core/engine.ts';
import { addMessage, removeMessage, storedMessage } from '../core/messages.ts';
import { showMessage } from '../core/shown.ts';
import { isClosed } from '../core/sight.ts';
import { typedMessage } from '../core/text.ts';
import type { Channel, User } from '../core/types.ts';
import { emitMessage, emitMessageChange } from '../deliver/events.ts';
import type { Act, ActResult } from '../server/protocol.ts';

const OK: ActResult = { ok: true };

/** What Slack's client lets a person type into one message. (assumed) */
const LONGEST_TYPED = 12_000;

type Written = Pick<Extract<Act, { act: 'post' }>, 'text' | 'threadTs' | 'files'>;

/** A person writes a message. Slack stores it escaped, and tells the app if it listens here. */
export function post(engine: Engine, user: User, channel: Channel, written: Written): ActResult {
  const { world } = engine;
  const { text: typed, threadTs, files = [] } = written;
  if (!channel.members.includes(user.id)) return { ok: false, error: 'not_in_channel' };
  if (isClosed(channel)) return { ok: false, error: 'is_archived' };
  if (typed.trim() === '' && files.length === 0) return { ok: false, error: 'no_text' };
  if (channel.kind === 'im' && !takesMessages(engine)) return { ok: false, error: 'messages_tab_disabled' };
  if (typed.length > LONGEST_TYPED) return { ok: false, error: 'msg_too_long' };
  if (!files.every((id) => isOwnFile(engine, user, id))) return { ok: false, error: 'file_not_found' };
  const parent = threadTs === undefined ? undefined : storedMessage(channel, threadTs);
  if (threadTs && !parent) return { ok: false, error: 'thread_not_found' };
  const clientMsgId = `${world.random.hex(8)}-${world.random.hex(4)}`;
  const message = addMessage(world, channel, {
    user: user.id,
    ...contentOf(engine, typed),
    // A reply to a reply belongs to the thread's first message, as Slack's client writes it.
    threadTs: parent && (parent.threadTs ?? parent.ts),
    clientMsgId,
    files,
  });
  emitMessage(engine, channel, message);
  return OK;
}

/** A message of files alone has neither text nor blocks. */
function contentOf({ world }: Engine, typed: string) {
  return typed.trim() === '' ? { text: '', blocks: [] } : typedMessage(world, typed);
}

function isOwnFile({ world }: Engine, user: User, id: string): boolean {
  const file = world.files.get(id);
  return file !== undefined && file.user === user.id && !file.isDeleted;
}

/** Whether people may write to the bot: the manifest can close its messages tab. */
function takesMessages({ manifest }: Engine): boolean {
  const tab = manifest.features?.app_home;
  return tab?.messages_tab_enabled === true && tab.messages_tab_read_only_enabled !== true;
}

/** A person changes what they wrote; the app gets both versions, as with Slack. */
export function editMessage(engine: Engine, user: User, channel: Channel, ts: string, typed: string): ActResult {
  const message = storedMessage(channel, ts);
  if (message?.user !== user.id || message.subtype) return { ok: false, error: 'cant_update_message' };
  if (isClosed(channel)) return { ok: false, error: 'is_archived' };
  if (typed.trim() === '' && message.files.length === 0) return { ok: false, error: 'no_text' };
  if (typed.length > LONGEST_TYPED) return { ok: false, error: 'msg_too_long' };
  const before = { ...message };
  Object.assign(message, contentOf(engine, typed));
  message.editedTs = `${Math.floor(engine.world.clock.now() / 1000)}.000000`;
  showMessage(engine.world, channel, message);
  engine.world.changed();
  emitMessageChange(engine, channel, before, message);
  return OK;
}

/** A person deletes what they wrote. The files in it stay theirs. (assumed) */
export function deleteMessage(engine: Engine, user: User, channel: Channel, ts: string): ActResult {
  const message = storedMessage(channel, ts);
  if (message?.user !== user.id || message.subtype) return { ok: false, error: 'cant_delete_message' };
  if (isClosed(channel)) return { ok: false, error: 'is_archived' };
  removeMessage(engine.world, channel, ts);
  emitMessageChange(engine, channel, message);
  return OK;
}
