import type { Engine } from '../core/engine.ts';
import { nextTs, storedMessage } from '../core/messages.ts';
import { isClosed } from '../core/sight.ts';
import type { Channel, Message, User } from '../core/types.ts';
import { emit } from '../deliver/events.ts';
import type { Act, ActResult } from '../server/protocol.ts';

type ReactAct = Extract<Act, { act: 'react' }>;

/** A person puts an emoji to a message, or takes theirs away. */
export function react(engine: Engine, user: User, channel: Channel, { ts, name, remove }: ReactAct): ActResult {
  const message = storedMessage(channel, ts);
  if (!message) return { ok: false, error: 'message_not_found' };
  if (!channel.members.includes(user.id)) return { ok: false, error: 'not_in_channel' };
  if (isClosed(channel)) return { ok: false, error: 'is_archived' };
  if (!/^[a-z0-9_+'-]+$/.test(name)) return { ok: false, error: 'invalid_name' };
  const users = message.reactions.find((one) => one.name === name)?.users ?? [];
  const has = users.includes(user.id);
  if (has !== remove) return { ok: false, error: has ? 'already_reacted' : 'no_reaction' };
  setUsers(message, name, remove ? users.filter((id) => id !== user.id) : [...users, user.id]);
  engine.world.changed();
  const type = remove ? 'reaction_removed' : 'reaction_added';
  const item = { type: 'message', channel: channel.id, ts } as const;
  const event = { type, user: user.id, reaction: name, item, item_user: message.user } as const;
  emit(engine, type, { ...event, event_ts: nextTs(engine.world, channel) }, channel);
  return { ok: true };
}

/** Emojis stand in the order in which they came first. */
function setUsers(message: Message, name: string, users: string[]): void {
  const isThere = message.reactions.some((one) => one.name === name);
  message.reactions = (isThere ? message.reactions : [...message.reactions, { name, users }])
    .map((one) => (one.name === name ? { name, users } : one))
    .filter((one) => one.users.length > 0);
}
