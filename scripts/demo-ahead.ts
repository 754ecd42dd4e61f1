/** How far a process is ahead of the machine's clock, in all; said to it, and answered by the same once it is so. */
export type Ahead = { aheadMs: number };

export function isAhead(message: unknown): message is Ahead {
  return typeof message === 'object' && message !== null && 'aheadMs' in message && typeof message.aheadMs === 'number';
}
