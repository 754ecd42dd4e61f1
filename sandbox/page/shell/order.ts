/** Which messages stand in a channel and which in a thread, and in what order. */
import type { MessageView } from '../../server/protocol.ts';

/** A reply that was also sent to the channel stands in both. */
export const isTopLevel = (message: MessageView) =>
  !message.threadTs || message.threadTs === message.ts || message.subtype === 'thread_broadcast';

export const byTs = (one: MessageView, other: MessageView) => (one.ts < other.ts ? -1 : one.ts > other.ts ? 1 : 0);

export const repliesText = (count: number) => `${count} ${count === 1 ? 'reply' : 'replies'}`;
