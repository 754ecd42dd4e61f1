import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { LOCALES } from '../../src/kit/locale.ts';
import { PLAIN_TERMS } from '../../src/kit/settings.ts';
import { dayWarnings, type DayName, type WorkCalendar } from '../../src/kit/work-days.ts';
import { dayRemarks } from '../../src/project/views-days.ts';
import { calendars } from '../support/arbitraries-calendars.ts';

const CHRISTMAS = { en: 'Christmas Day', zh: '圣诞节' };
const MADE_UP = { en: 'made up for Spring Festival', zh: '春节调休' };

const calendar = (days: {
  off?: [string, DayName][];
  working?: [string, DayName][];
  knownUntil?: number;
}): WorkCalendar => ({
  ...PLAIN_TERMS,
  zone: 'utc',
  off: new Map(days.off),
  working: new Map(days.working),
  knownUntil: days.knownUntil ?? null,
});
const plain = calendar({});
const inBoth = (team: WorkCalendar, client: WorkCalendar, day: string) =>
  LOCALES.map((locale) => dayRemarks({ team, client }, day, locale));

describe('of a day that somebody chose it is said at once', () => {
  test('nothing, where both sides work as usual', () => {
    expect(inBoth(plain, plain, '2026-12-23')).toEqual([[], []]);
  });

  test('that the client has a holiday', () => {
    expect(inBoth(plain, calendar({ off: [['2026-12-25', CHRISTMAS]] }), '2026-12-25')).toEqual([
      ['Friday, 25 December 2026 is Christmas Day at the client'],
      ['2026年12月25日星期五客户方放假（圣诞节）'],
    ]);
  });

  test('that the agency has one, and once where both have it', () => {
    const off = calendar({ off: [['2026-12-25', CHRISTMAS]] });
    expect(inBoth(off, plain, '2026-12-25')[0]).toEqual(['Friday, 25 December 2026 is Christmas Day at the agency']);
    expect(inBoth(off, off, '2026-12-25')).toEqual([
      ['Friday, 25 December 2026 is Christmas Day on both sides'],
      ['2026年12月25日星期五双方放假（圣诞节）'],
    ]);
  });

  test('that it is a weekend, of each side what it is there', () => {
    const working = calendar({ working: [['2026-02-14', MADE_UP]] });
    expect(inBoth(working, plain, '2026-02-14')).toEqual([
      [
        'Saturday, 14 February 2026 is worked at the agency (made up for Spring Festival)',
        'Saturday, 14 February 2026 is a weekend for the client',
      ],
      ['2026年2月14日星期六我方上班（春节调休）', '2026年2月14日星期六是客户方的休息日'],
    ]);
  });

  test('that a year’s official days are not known yet', () => {
    expect(inBoth(calendar({ knownUntil: 2026 }), plain, '2027-03-15')).toEqual([
      ['The official days of 2027 are not known yet for the agency; check again later'],
      ['我方 2027 年的法定假期安排尚不可知，届时请再核对'],
    ]);
  });

  test('that it is off or worked without a reason, where none was given', () => {
    const unnamed = { en: '', zh: '' };
    const both = inBoth(calendar({ off: [['2026-12-23', unnamed]] }), plain, '2026-12-23');
    expect(both[0]).toEqual(['Wednesday, 23 December 2026 is a day off at the agency']);
    const worked = inBoth(plain, calendar({ working: [['2026-12-26', unnamed]] }), '2026-12-26');
    expect(worked[1]).toContain('2026年12月26日星期六客户方上班（平时休息）');
  });
});

test('everything that is to be said of either side is said, and never more than twice as much', () => {
  const days = fc
    .date({ min: new Date('2009-01-01'), max: new Date('2031-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(
      calendars(),
      calendars(),
      days,
      fc.option(fc.integer({ min: 2009, max: 2031 })),
      (ours, client, day, known) => {
        const team = { ...ours, knownUntil: known };
        const [mine, theirs] = [dayWarnings(team, day), dayWarnings(client, day)];
        const said = dayRemarks({ team, client }, day, 'en');
        expect(said.length).toBeGreaterThanOrEqual(Math.max(mine.length, theirs.length));
        expect(said.length).toBeLessThanOrEqual(mine.length + theirs.length);
        expect(new Set(said).size).toBe(said.length);
      },
    ),
  );
});
