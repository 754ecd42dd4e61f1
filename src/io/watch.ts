import type { DeliveryKind } from './payloads.ts';
import type { Outcome } from './sender-outcome.ts';

/**
 * What a piece of work passes on its way, in order. received: a delivery has arrived, and an event of it is saved. decided:
 * the rules have said what becomes of it. committed: that is in the database. acked: Slack was told that we have it.
 * claimed: a row of the outbox is marked as being sent. posted: Slack has answered that it is done. saved: where it stands
 * is in the database.
 *
 * A process may be killed at each of them: test/faults does that.
 */
export const POINTS = ['received', 'decided', 'committed', 'acked', 'claimed', 'posted', 'saved'] as const;
export type Point = (typeof POINTS)[number];

/** What came of one attempt to send a row. */
export type Attempt = Outcome['is'] | 'sent';

/** Told of what happens at the very moment, for counting it. Nothing depends on it, and it must not throw. */
export type Watch = {
  pass: (point: Point) => void;
  /** A delivery was acknowledged, so many milliseconds after it came. */
  acked: (kind: DeliveryKind, tookMs: number) => void;
  attempted: (attempt: Attempt) => void;
};

export const nobodyWatches: Watch = { pass: () => undefined, acked: () => undefined, attempted: () => undefined };

export const bothWatch = (one: Watch, other: Watch): Watch => ({
  pass: (point) => {
    one.pass(point);
    other.pass(point);
  },
  acked: (kind, tookMs) => {
    one.acked(kind, tookMs);
    other.acked(kind, tookMs);
  },
  attempted: (attempt) => {
    one.attempted(attempt);
    other.attempted(attempt);
  },
});
