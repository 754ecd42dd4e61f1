import type { Engine } from '../core/engine.ts';
import { removeMessage, storedMessage } from '../core/messages.ts';
import { typedMessage } from '../core/text.ts';
import type { Channel, User } from '../core/types.ts';
import { emitMessageChange } from '../deliver/events.ts';
import type { ActResult } from '../server/protocol.ts';

/** A person changes what they wrote; the app gets both versions, as with Slack. */
export function editMessage(engine: Engine, user: User, channel: Channel, ts: string, typed: string): ActResult {
  const message = storedMessage(channel, ts);
  if (message?.user !== user.id) return { ok: false, error: 'cant_update_message' };
  const before = { ...message };
  Object.assign(message, typedMessage(engine.world, typed));
  message.editedTs = `${Math.floor(engine.world.clock.now() / 1000)}.000000`;
  engine.world.changed();
  emitMessageChange(engine, channel, before, message);
  return { ok: true };
}

/** A person deletes what they wrote. */
export function deleteMessage(engine: Engine, user: User, channel: Channel, ts: string): ActResult {
  const message = storedMessage(channel, ts);
  if (message?.user !== user.id) return { ok: false, error: 'cant_delete_message' };
  removeMessage(engine.world, channel, ts);
  emitMessageChange(engine, channel, message);
  return { ok: true };
}
