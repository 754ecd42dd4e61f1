/** An event that was not acknowledged comes again, the same over every transport (docs.slack.dev, Events API, retries). */
import type { Clock } from '../core/clock.ts';
import type { Delivery, Repeat } from './delivery.ts';
import type { Later } from './later.ts';

/** Waiting times before the three retries, each from the attempt before it. */
const RETRY_AFTER_MS = [0, 60_000, 300_000];

/**
 * Plans the next retry of a delivery that was not acknowledged, if it is to have one.
 * @param how what the transport says of it: why it failed, or `never` where the app asked for no retries.
 * @param sinceMs when this attempt was due, milliseconds since the epoch; now where nothing is said. A jump of the clock over
 *   several retries thus brings them all.
 */
export type PlanRetry = (delivery: Delivery, how: Repeat | 'never' | undefined, sinceMs?: number) => void;

/** Only events come again; a command, a press or a submission is sent once. */
export function createRetries(
  clock: Clock,
  later: Later,
  send: (delivery: Delivery, dueMs: number) => void,
): PlanRetry {
  return (delivery, how, sinceMs = clock.now()) => {
    const attempt = delivery.retryNum ?? 0;
    const waitMs = RETRY_AFTER_MS[attempt];
    if (delivery.kind !== 'events_api' || waitMs === undefined || how === 'never') return;
    const dueMs = sinceMs + waitMs;
    const next: Delivery = { ...delivery, retryReason: 'http_timeout', ...how, retryNum: attempt + 1 };
    later.at(dueMs, () => send(next, dueMs));
  };
}
