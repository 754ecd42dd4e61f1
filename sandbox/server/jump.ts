import { DateTime } from 'luxon';
import type { Clock } from '../core/clock.ts';

const DAY_MS = 86_400_000;
/** When offices open. */
const MORNING = { hour: 9, minute: 0, second: 0, millisecond: 0 };

/** An instant that something of the app's falls on, in milliseconds since the epoch, and what that is, in words. */
export type Moment = { atMs: number; what: string };

/**
 * Instants that can be jumped to by a name, which is what their button says. The sandbox knows nothing of the app's data, so
 * whoever starts it says where to look. Null: there is none to come.
 */
export type Moments = Readonly<Record<string, () => Promise<Moment | null>>>;

/** Moves the clock for everybody who lives on it. */
export type Jumper = {
  /**
   * Moves it forward to an instant, in steps of a day at most, so that what is done daily is done for each day. Settles when
   * everybody has followed. Jumps follow each other: two windows that both want tomorrow get the same one.
   * @returns false where it was stopped on the way
   */
  jump(untilMs: number): Promise<boolean>;
  /** Every jump that is on its way ends with the step that it is at. */
  stop(): void;
};

export function jumperOf(clock: Clock): Jumper {
  let stops = 0;
  let last: Promise<unknown> = Promise.resolve();
  const go = async (untilMs: number, goesOn: () => boolean): Promise<boolean> => {
    for (let leftMs = untilMs - clock.now(); leftMs > 0 && goesOn(); leftMs = untilMs - clock.now()) {
      await clock.jump(Math.min(leftMs, DAY_MS), goesOn);
    }
    return goesOn();
  };
  return {
    jump: (untilMs) => {
      const before = stops;
      const jumped = last.then(() => go(untilMs, () => stops === before));
      last = jumped.catch(() => undefined);
      return jumped;
    },
    stop: () => {
      stops += 1;
    },
  };
}

/**
 * When it is 09:00 of the next day, in milliseconds since the epoch.
 * @param timeZone of whoever says "tomorrow"; an IANA name
 */
export function tomorrowMorning(nowMs: number, timeZone: string): number {
  return DateTime.fromMillis(nowMs, { zone: timeZone }).plus({ days: 1 }).set(MORNING).toMillis();
}
