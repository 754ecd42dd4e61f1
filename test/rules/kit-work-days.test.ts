import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { DateTime } from 'luxon';
import { type Day, dayIn } from '../../src/kit/calendar.ts';
import {
  afterWorkTime,
  isWorkDay,
  isWorkTime,
  nextWorkTime,
  partOfWindow,
  type WorkCalendar,
  workDayFrom,
  workDaysBetween,
  workEnd,
  workStart,
  workTimeBetween,
} from '../../src/kit/work-days.ts';
import { calendars, dayAfter, ZONES } from '../support/arbitraries-calendars.ts';
import { plainCalendar } from '../support/plain-calendar.ts';

const days = fc
  .date({ min: new Date('2009-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
  .map((date): Day => date.toISOString().slice(0, 10));
const instants = fc.date({ min: new Date('2009-01-01'), max: new Date('2031-12-31'), noInvalidDate: true });
const HOUR = 60 * 60 * 1000;

/** Counted one by one, as a person does on a calendar. */
const counted = (calendar: WorkCalendar, from: Day, before: Day): number => {
  let count = 0;
  for (let day = from; day < before; day = dayAfter(day, 1)) if (isWorkDay(calendar, day)) count += 1;
  return count;
};

describe('working days', () => {
  test('so many of them away lies a working day, with just so many on the way, forwards and backwards', () => {
    fc.assert(
      fc.property(calendars(), days, fc.integer({ min: -80, max: 80 }), (calendar, from, count) => {
        const to = workDayFrom(calendar, from, count);
        expect(isWorkDay(calendar, to)).toBe(true);
        if (count !== 0) expect(workDaysBetween(calendar, from, to)).toBe(count);
        if (count > 0) expect(counted(calendar, dayAfter(from, 1), dayAfter(to, 1))).toBe(count);
        if (count < 0) expect(counted(calendar, to, from)).toBe(-count);
        if (count === 0) expect(counted(calendar, from, to)).toBe(0);
      }),
    );
  });

  test('back from there by as many is where one came from, where that was a working day', () => {
    fc.assert(
      fc.property(calendars(), days, fc.integer({ min: -80, max: 80 }), (calendar, from, count) => {
        const start = workDayFrom(calendar, from, 0);
        expect(workDayFrom(calendar, workDayFrom(calendar, start, count), -count)).toBe(start);
      }),
    );
  });

  test('between any two days are as many as one counts, and years apart as well', () => {
    fc.assert(
      fc.property(calendars(), days, days, (calendar, one, other) => {
        const [from, to] = one < other ? [one, other] : [other, one];
        expect(workDaysBetween(calendar, from, to)).toBe(
          from === to ? 0 : counted(calendar, dayAfter(from, 1), dayAfter(to, 1)),
        );
        expect(workDaysBetween(calendar, to, from)).toBe(-counted(calendar, from, to) || 0);
      }),
      { numRuns: 30 },
    );
  });

  test('a thousand of them away is found too, and beyond the last day of the calendar nothing breaks', () => {
    fc.assert(
      fc.property(calendars(), days, (calendar, from) => {
        expect(workDaysBetween(calendar, from, workDayFrom(calendar, from, 1000))).toBe(1000);
        expect(workDayFrom(calendar, '9999-12-30', 40) <= '9999-12-31').toBe(true);
        expect(workDayFrom(calendar, '0000-01-02', -40) >= '0000-01-01').toBe(true);
        expect(workDaysBetween(calendar, '0001-01-01', '9999-12-31')).toBeGreaterThan(0);
      }),
      { numRuns: 20 },
    );
  });
});

describe('working time', () => {
  test('begins at the set hour by the clock on the wall, except where the clocks skip that', () => {
    fc.assert(
      fc.property(calendars(), days, (calendar, day) => {
        const { zone, fromMinute } = calendar;
        const start = DateTime.fromJSDate(workStart(calendar, day), { zone });
        const wanted = DateTime.fromISO(day, { zone }).set({
          hour: Math.floor(fromMinute / 60),
          minute: fromMinute % 60,
        });
        const isSkipped = wanted.hour * 60 + wanted.minute !== fromMinute || wanted.toISODate() !== day;
        if (!isSkipped) expect(start.hour * 60 + start.minute).toBe(fromMinute);
      }),
    );
  });

  test('the next of it is working time and never earlier, and of an instant in it that instant', () => {
    fc.assert(
      fc.property(calendars(), instants, (calendar, at) => {
        const next = nextWorkTime(calendar, at);
        expect(isWorkTime(calendar, next)).toBe(true);
        expect(next >= at).toBe(true);
        if (isWorkTime(calendar, at)) expect(next).toEqual(at);
        else expect(workTimeBetween(calendar, at, next)).toBe(0);
      }),
    );
  });

  test('after so much of it there was just so much of it on the way', () => {
    fc.assert(
      fc.property(calendars(), instants, fc.integer({ min: 0, max: 200 * HOUR }), (calendar, from, ms) => {
        const to = afterWorkTime(calendar, from, ms);
        expect(workTimeBetween(calendar, from, to)).toBe(ms);
        expect(to >= from).toBe(true);
        // In working time, or at its end.
        expect(isWorkTime(calendar, to) || isWorkTime(calendar, new Date(to.getTime() - 1))).toBe(true);
      }),
    );
  });

  test('adds up, whatever instant lies between', () => {
    fc.assert(
      fc.property(
        calendars(),
        instants,
        fc.nat(60 * 24 * HOUR),
        fc.nat(60 * 24 * HOUR),
        (calendar, from, one, other) => {
          const [middle, to] = [new Date(from.getTime() + one), new Date(from.getTime() + one + other)];
          const parts = workTimeBetween(calendar, from, middle) + workTimeBetween(calendar, middle, to);
          expect(workTimeBetween(calendar, from, to)).toBe(parts);
          expect(workTimeBetween(calendar, to, from)).toBe(0);
        },
      ),
    );
  });

  test('four fifths of a window are gone while it is open, and never before it', () => {
    fc.assert(
      fc.property(calendars(), instants, fc.integer({ min: 1, max: 30 }), (calendar, from, length) => {
        const to = workEnd(calendar, workDayFrom(calendar, dayIn(calendar.zone, from), length));
        const at = partOfWindow(calendar, from, to, 0.8);
        expect(at >= from && at <= to).toBe(true);
        const all = workTimeBetween(calendar, from, to);
        expect(workTimeBetween(calendar, from, at)).toBe(Math.floor(all * 0.8));
      }),
    );
  });

  test.each([
    ['America/New_York', '2027-03-14', 23],
    ['America/New_York', '2027-11-07', 25],
    ['Europe/London', '2027-03-28', 23],
    ['Europe/London', '2027-10-31', 25],
    ['Australia/Lord_Howe', '2027-04-04', 24.5],
    ['Australia/Lord_Howe', '2027-10-03', 23.5],
    ['Africa/Cairo', '2027-04-30', 23],
    ['Africa/Cairo', '2027-10-28', 25],
    ['America/Sao_Paulo', '2018-11-04', 23],
    ['America/Sao_Paulo', '2018-02-17', 25],
    ['Asia/Kathmandu', '2027-03-28', 24],
  ])('in %s the day %s that is worked around the clock has %d hours', (zone, day, hours) => {
    const calendar = { ...plainCalendar(zone), weekdays: [1, 2, 3, 4, 5, 6, 7], fromMinute: 0, toMinute: 1440 };
    const [start, end] = [workStart(calendar, day), workEnd(calendar, day)];
    expect(workTimeBetween(calendar, start, end)).toBe(hours * HOUR);
    expect(afterWorkTime(calendar, start, hours * HOUR)).toEqual(end);
    // The next day follows at once.
    expect(nextWorkTime(calendar, end)).toEqual(end);
  });

  test('on a day that a country skipped nobody works', () => {
    const samoa = plainCalendar('Pacific/Apia');
    const thursday = workEnd(samoa, '2011-12-29');
    // The 30th, a Friday, never came; the 31st was a Saturday.
    expect(dayIn(samoa.zone, nextWorkTime(samoa, thursday))).toBe('2012-01-02');
    expect(workTimeBetween(samoa, thursday, workEnd(samoa, '2012-01-02'))).toBe(9 * HOUR);
  });

  test('on both sides of the date line the same instant lies on different days', () => {
    const at = new Date('2026-12-25T11:00:00Z');
    expect([dayIn('Pacific/Kiritimati', at), dayIn('Pacific/Niue', at)]).toEqual(['2026-12-26', '2026-12-25']);
    expect(nextWorkTime(plainCalendar('Pacific/Kiritimati'), at).toISOString()).toBe('2026-12-27T19:00:00.000Z');
    expect(nextWorkTime(plainCalendar('Pacific/Niue'), at).toISOString()).toBe('2026-12-25T20:00:00.000Z');
  });
});

describe('where nobody ever works', () => {
  const never: readonly WorkCalendar[] = ZONES.flatMap((zone) => [
    { ...plainCalendar(zone), weekdays: [] },
    { ...plainCalendar(zone), fromMinute: 18 * 60, toMinute: 9 * 60 },
    { ...plainCalendar(zone), fromMinute: 600, toMinute: 600 },
  ]);

  test.each(never.map((calendar) => [calendar.zone, calendar.weekdays.length, calendar.fromMinute, calendar] as const))(
    'everything comes to an end, as if all time counted (%s, %d days, from %d)',
    (_zone, _days, _from, calendar) => {
      const at = new Date('2026-11-23T10:00:00Z');
      const later = new Date('2027-11-23T10:00:00Z');
      expect(nextWorkTime(calendar, at)).toEqual(at);
      expect(afterWorkTime(calendar, at, HOUR)).toEqual(new Date(at.getTime() + HOUR));
      expect(workTimeBetween(calendar, at, later)).toBe(0);
      expect(partOfWindow(calendar, at, later, 0.8)).toEqual(at);
    },
  );

  test('a working day so far away is the plain day so far away', () => {
    const idle = { ...plainCalendar('utc'), weekdays: [] };
    expect([0, 3, -3].map((count) => workDayFrom(idle, '2026-11-23', count))).toEqual([
      '2026-11-23',
      '2026-11-26',
      '2026-11-20',
    ]);
    expect(workDaysBetween(idle, '2026-11-23', '2027-11-23')).toBe(0);
  });
});
