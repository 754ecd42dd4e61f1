import { DateTime } from 'luxon';
import type { Clock } from '../core/clock.ts';
import type { JumpWish } from './wishes.ts';

const DAY_MS = 86_400_000;
/** When offices open. */
const MORNING = { hour: 9, minute: 0, second: 0, millisecond: 0 };

/**
 * Moves the clock, in steps of a day at most, so that what is done daily is done for each day. Settles when everybody who
 * lives on the clock has followed.
 * @param timeZone of whoever says "tomorrow"; an IANA name
 */
export async function jump(clock: Clock, wish: JumpWish, timeZone: string): Promise<void> {
  const until = clock.now() + ('to' in wish ? msToTomorrowMorning(clock.now(), timeZone) : wish.advanceMs);
  for (let leftMs = until - clock.now(); leftMs > 0; leftMs = until - clock.now()) {
    await clock.jump(Math.min(leftMs, DAY_MS));
  }
}

function msToTomorrowMorning(nowMs: number, timeZone: string): number {
  const now = DateTime.fromMillis(nowMs, { zone: timeZone });
  return now.plus({ days: 1 }).set(MORNING).toMillis() - nowMs;
}
