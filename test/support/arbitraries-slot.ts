import fc from 'fast-check';
import type { Day } from '../../src/kit/calendar.ts';
import type { WorkCalendar } from '../../src/kit/work-days.ts';
import type { PostFacts } from '../../src/progress/rules-slot.ts';

/** Zones with clocks that go forward and back, some of them at midnight, some by half an hour, and both sides of the date line. */
const ZONES = [
  'utc',
  'Asia/Shanghai',
  'America/New_York',
  'Europe/London',
  'Africa/Cairo',
  'America/Santiago',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
] as const;

/** Days before something happens to a clock: forward, back, and a day that Apia never had (30 December 2011). */
const STARTS = [
  '2011-12-27',
  '2026-03-06',
  '2026-03-27',
  '2026-04-03',
  '2026-10-24',
  '2026-10-30',
  '2026-12-28',
] as const;

const HOUR_MS = 60 * 60_000;
export const dayAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(day) + days * 24 * HOUR_MS).toISOString().slice(0, 10);

/** How somebody's weeks look from a day on: several kinds of weekend, holidays, make-up days. */
export const workCalendars = (start: Day): fc.Arbitrary<WorkCalendar> => {
  const some = fc
    .uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 10 })
    .map((ahead) => new Map(ahead.map((days) => [dayAfter(start, days), { en: 'A day', zh: '某天' }])));
  return fc.record({
    zone: fc.constantFrom(...ZONES),
    weekdays: fc.constantFrom([1, 2, 3, 4, 5], [7, 1, 2, 3, 4], [1, 2, 3, 4, 5, 6], [6], [1, 2, 3, 4, 5, 6, 7]),
    fromMinute: fc.constantFrom(0, 8 * 60, 9 * 60),
    toMinute: fc.constantFrom(12 * 60, 18 * 60, 24 * 60),
    off: some,
    working: some,
    knownUntil: fc.constant(null),
  });
};

export type SlotCase = { start: Day; calendar: WorkCalendar; facts: PostFacts; asked: Date[] };

/** A calendar, what a project goes by, and the instants at which somebody looks: every few minutes, or after days of silence. */
export const slotCases = ({ jumpsBack }: { jumpsBack: boolean }): fc.Arbitrary<SlotCase> =>
  fc.constantFrom(...STARTS).chain((start) => {
    const startMs = Date.parse(start);
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 1, max: 180 }) },
      { weight: 2, arbitrary: fc.integer({ min: 180, max: 24 * 60 }) },
      { weight: 1, arbitrary: fc.integer({ min: 24 * 60, max: 9 * 24 * 60 }) },
      { weight: jumpsBack ? 2 : 0, arbitrary: fc.integer({ min: -30 * 60, max: -1 }) },
    );
    return fc.record({
      start: fc.constant(start),
      calendar: workCalendars(start),
      facts: fc.record({
        postMinute: fc.oneof(fc.constantFrom(0, 9 * 60 + 30, 18 * 60, 23 * 60 + 59), fc.integer({ min: 0, max: 1439 })),
        pausedUntil: fc.option(fc.integer({ min: 0, max: 12 }).map((days) => dayAfter(start, days))),
        isGoing: fc.constant(true),
        begunAt: fc.option(fc.integer({ min: 0, max: 96 }).map((hours) => new Date(startMs + hours * HOUR_MS))),
        since: fc.constant(new Date(startMs)),
        namedTo: fc.constant(null),
      }),
      asked: fc.array(step, { minLength: 1, maxLength: 40 }).map((minutes) => {
        let at = startMs;
        return minutes.map((one) => new Date((at += one * 60_000)));
      }),
    });
  });
