import fc from 'fast-check';
import type { Day } from '../../src/kit/calendar.ts';
import type { DayName, WorkCalendar } from '../../src/kit/work-days.ts';

/** Zones in which clocks are changed in every way: by an hour, by half of one, at midnight, on other days, no more, by a whole day. */
export const ZONES = [
  'utc',
  'America/New_York',
  'Europe/London',
  'Australia/Lord_Howe',
  'Africa/Cairo',
  'America/Sao_Paulo',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Asia/Kathmandu',
  'Asia/Shanghai',
] as const;

const DAY_MS = 24 * 60 * 60 * 1000;

/** The day so many days after another one. */
export const dayAfter = (day: Day, days: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

const weeks = fc.oneof(
  fc.constantFrom([1, 2, 3, 4, 5], [7, 1, 2, 3, 4], [6, 7, 1, 2, 3], [1, 2, 3, 4, 5, 6]),
  fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }),
);

/** A block of days in a row from some day on, as holidays are. */
const blocks = fc
  .tuple(
    fc.date({ min: new Date('2009-01-01'), max: new Date('2031-12-31'), noInvalidDate: true }),
    fc.integer({ min: 1, max: 12 }),
  )
  .map(([from, length]) => Array.from({ length }, (_, at) => dayAfter(from.toISOString().slice(0, 10), at)));

const named = (days: readonly Day[][]): Map<Day, DayName> =>
  new Map(days.flat().map((day) => [day, { en: `Day ${day}`, zh: `节日 ${day}` }]));

/** Working calendars of all kinds: any week, any hours, days off in blocks, and weekends that are worked. */
export const calendars = (): fc.Arbitrary<WorkCalendar> =>
  fc
    .record({
      zone: fc.constantFrom(...ZONES),
      weekdays: weeks,
      hours: fc
        .tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 60, max: 1440 }))
        .map(([from, length]) => ({ fromMinute: from, toMinute: Math.min(1440, from + length) })),
      off: fc.array(blocks, { maxLength: 8 }),
      working: fc.array(blocks, { maxLength: 3 }),
    })
    .map(({ zone, weekdays, hours, off, working }) => {
      const worked = named(working);
      const free = new Map([...named(off)].filter(([day]) => !worked.has(day)));
      return { zone, weekdays, ...hours, off: free, working: worked, knownUntil: null };
    });
