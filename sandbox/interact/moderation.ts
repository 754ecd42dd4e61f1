/** What a workspace owner does to what others wrote. */
import type { Engine } from '../core/engine.ts';
import { removeFile } from '../core/files.ts';
import { removeMessage, storedMessage } from '../core/messages.ts';
import type { Channel, SlackFile } from '../core/types.ts';
import { emit, emitFileDeleted, emitMessageChange, eventTs } from '../deliver/events.ts';

/** Deletes a message, whoever wrote it, and with it its pin. */
export function deleteAnyMessage(engine: Engine, channel: Channel, ts: string): void {
  const message = storedMessage(channel, ts);
  if (!message) throw new Error(`There is no message ${ts}`);
  removeMessage(engine.world, channel, ts);
  emitMessageChange(engine, channel, message);
}

/** Deletes a file, whoever's it is. Of what is deleted because it is old the app is told nothing (docs.slack.dev, file_deleted). */
export function deleteAnyFile(engine: Engine, file: SlackFile, why: 'byHand' | 'retention'): void {
  removeFile(engine.world, file);
  if (why === 'byHand') emitFileDeleted(engine, file);
}

/** Takes a message's pin away. */
export function unpin(engine: Engine, channel: Channel, ts: string, userId: string): void {
  const message = storedMessage(channel, ts);
  if (!message || !channel.pins.includes(ts)) throw new Error(`The message ${ts} is not pinned`);
  channel.pins = channel.pins.filter((pin) => pin !== ts);
  engine.world.changed();
  emit(
    engine,
    'pin_removed',
    {
      type: 'pin_removed',
      user: userId,
      channel_id: channel.id,
      item: { type: 'message', channel: channel.id, message: { ts, user: message.user, text: message.text } },
      item_user: message.user,
      has_pins: channel.pins.length > 0,
      event_ts: eventTs(engine),
    },
    channel,
  );
}
