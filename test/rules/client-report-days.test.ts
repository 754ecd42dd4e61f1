import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Day, dayIn, instantOf } from '../../src/kit/calendar.ts';
import { REPORT_RHYTHMS } from '../../src/kit/settings.ts';
import { isWorkDay, isWorkTime, type WorkCalendar, workDayFrom, workEnd } from '../../src/kit/work-days.ts';
import { isReportDay, remindOn, type ReportFacts, reportDue } from '../../src/progress/rules-report-days.ts';
import { calendars, dayAfter } from '../support/arbitraries-calendars.ts';
import { plainCalendar } from '../support/plain-calendar.ts';

const weekday = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7;
const mondays = fc.integer({ min: 0, max: 1000 }).map((weeks) => dayAfter('2010-01-04', weeks * 7));
const weekOf = (monday: Day): Day[] => Array.from({ length: 7 }, (_, at) => dayAfter(monday, at));
const rhythms = fc.constantFrom(...REPORT_RHYTHMS);

describe('the days of a report', () => {
  test('daily are the working days; with none there is none', () => {
    fc.assert(
      fc.property(calendars(), mondays, (team, monday) => {
        for (const day of weekOf(monday)) {
          expect(isReportDay('daily', team, day)).toBe(isWorkDay(team, day));
          expect(isReportDay('none', team, day)).toBe(false);
        }
      }),
    );
  });

  test('weekly is Friday, or the last working day before it in the same week; never two in a week', () => {
    fc.assert(
      fc.property(calendars(), mondays, (team, monday) => {
        const days = weekOf(monday);
        const last = days.slice(0, 5).findLast((day) => isWorkDay(team, day));
        expect(days.filter((day) => isReportDay('weekly', team, day))).toEqual(last ? [last] : []);
      }),
    );
  });

  test('twice weekly are Tuesday and Thursday, or the last working days before them', () => {
    fc.assert(
      fc.property(calendars(), mondays, (team, monday) => {
        const days = weekOf(monday);
        const before = (weekdays: number) => days.slice(0, weekdays).findLast((day) => isWorkDay(team, day));
        const wanted = [...new Set([before(2), before(4)].filter((day) => day !== undefined))];
        expect(days.filter((day) => isReportDay('twiceWeekly', team, day))).toEqual(wanted);
        expect(days.some((day) => weekday(day) > 4 && isReportDay('twiceWeekly', team, day))).toBe(false);
      }),
    );
  });
});

/** Looks at these instants, as the sweep does, and drafts what is due. */
function drafting(facts: ReportFacts, team: WorkCalendar, looks: readonly Date[]) {
  const drafts: { day: Day; at: Date }[] = [];
  let last = facts.last;
  for (const now of looks) {
    for (const _twice of [1, 2]) {
      const { day, next } = reportDue({ ...facts, last }, team, now);
      expect(next === null || next > now).toBe(true);
      if (day === null) continue;
      drafts.push({ day, at: now });
      last = day;
    }
  }
  return drafts;
}

const cases = fc.record({
  team: calendars(),
  rhythm: rhythms,
  postMinute: fc.integer({ min: 0, max: 1439 }),
  start: fc.date({ min: new Date('2012-01-02'), max: new Date('2030-06-30'), noInvalidDate: true }),
  pauses: fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 80 }),
  paused: fc.option(fc.integer({ min: 0, max: 20 })),
});

test('over any downtime a report is drafted at most once, for a report’s day, at its hour or late in working time, never while paused', () => {
  fc.assert(
    fc.property(cases, ({ team, rhythm, postMinute, start, pauses, paused }) => {
      let at = start.getTime();
      const looks = pauses.map((minutes) => new Date((at += minutes * 60_000)));
      const pausedUntil = paused === null ? null : dayAfter(dayIn(team.zone, start), paused);
      const facts = { rhythm, postMinute, pausedUntil, startedAt: start, last: null };
      const drafts = drafting(facts, team, looks);
      expect(new Set(drafts.map(({ day }) => day)).size).toBe(drafts.length);
      for (const { day, at: when } of drafts) {
        expect(isReportDay(rhythm, team, day)).toBe(true);
        expect(pausedUntil === null || day > pausedUntil).toBe(true);
        const hour = instantOf(day, postMinute, team.zone);
        expect(when >= hour && hour >= start).toBe(true);
        if (dayIn(team.zone, when) === day) continue;
        expect(isWorkTime(team, when)).toBe(true);
        expect(when < workEnd(team, workDayFrom(team, day, 1))).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});

test('a bot that looks at the hour drafts every report on its day', () => {
  fc.assert(
    fc.property(cases, ({ team, rhythm, postMinute, start }) => {
      const days = Array.from({ length: 21 }, (_, at) => dayAfter(dayIn(team.zone, start), at));
      const looks = days.map((day) => instantOf(day, postMinute, team.zone)).filter((at) => at >= start);
      const facts = { rhythm, postMinute, pausedUntil: null, startedAt: start, last: null };
      const wanted = days.filter((day) => {
        const at = instantOf(day, postMinute, team.zone);
        return at >= start && dayIn(team.zone, at) === day && isReportDay(rhythm, team, day);
      });
      expect(drafting(facts, team, looks).map(({ day }) => day)).toEqual(wanted);
    }),
    { numRuns: 60 },
  );
});

const plain = plainCalendar('Asia/Shanghai');
const WEEKLY: ReportFacts = {
  ...{ rhythm: 'weekly', postMinute: 570, pausedUntil: null, startedAt: new Date('2026-11-01T00:00:00Z') },
  last: '2026-11-27',
};
const due = (at: string, facts: Partial<ReportFacts> = {}) => reportDue({ ...WEEKLY, ...facts }, plain, new Date(at));

describe('a report that was missed', () => {
  test('on Friday is drafted on Monday, in working time, and not on Saturday', () => {
    expect(due('2026-12-04T01:29:00Z').day).toBeNull();
    expect(due('2026-12-04T01:30:00Z').day).toBe('2026-12-04');
    expect(due('2026-12-05T02:00:00Z')).toEqual({ day: null, next: new Date('2026-12-07T01:00:00Z') });
    expect(due('2026-12-07T01:00:00Z').day).toBe('2026-12-04');
    expect(due('2026-12-07T10:00:00Z')).toEqual({ day: null, next: new Date('2026-12-11T01:30:00Z') });
  });

  test('is not drafted where none was drafted before: nobody wanted one on that day', () => {
    expect(due('2026-12-07T01:00:00Z', { last: null }).day).toBeNull();
    expect(due('2026-12-04T05:00:00Z', { last: null }).day).toBe('2026-12-04');
  });
});

test('somebody is reminded on the next working day, but not where the next report comes on it', () => {
  const friday = new Date('2026-12-04T01:30:00Z');
  expect(remindOn('weekly', plain, friday)).toBe('2026-12-07');
  expect(remindOn('none', plain, friday)).toBe('2026-12-07');
  expect(remindOn('daily', plain, friday)).toBeNull();
  expect(remindOn('twiceWeekly', plain, new Date('2026-12-03T01:30:00Z'))).toBe('2026-12-04');
});
