import { describe, expect, test } from '@jest/globals';
import { makeCalendars } from '../../src/io/calendars.ts';
import { officialDays } from '../../src/io/holidays.ts';
import { PLAIN_TERMS, unsettled, type WorkTerms } from '../../src/kit/settings.ts';
import { dayWarnings, isWorkDay, workDayFrom, workDaysBetween } from '../../src/kit/work-days.ts';

const NOW = new Date('2026-11-23T02:00:00Z');
const calendars = makeCalendars({ settings: { now: () => unsettled('TAGENCY') }, now: () => NOW });
const calendarOf = async (terms: Partial<WorkTerms>) => calendars.of({ ...PLAIN_TERMS, ...terms }, 'utc');

describe('China', () => {
  test('has the days off and the make-up days that the State Council published for 2026', async () => {
    const { off, working, knownUntil } = await officialDays('CN', [2026]);
    expect([...working.keys()]).toEqual([
      '2026-01-04',
      '2026-02-14',
      '2026-02-28',
      '2026-05-09',
      '2026-09-20',
      '2026-10-10',
    ]);
    const days = [...off.keys()];
    expect(days.filter((day) => day.startsWith('2026-02')).length).toBe(9);
    expect(days.filter((day) => day.startsWith('2026-10'))).toEqual(
      [1, 2, 3, 4, 5, 6, 7].map((day) => `2026-10-0${day}`),
    );
    expect(off.get('2026-02-17')).toEqual({ en: 'Spring Festival', zh: '春节' });
    expect(working.get('2026-02-14')).toEqual({ en: 'made up for Spring Festival', zh: '春节调休' });
    expect(knownUntil).toBe(2026);
  });

  test('three working days after 30 September 2026 is Saturday 10 October, which is worked', async () => {
    const china = await calendarOf({ region: 'CN' });
    expect(workDayFrom(china, '2026-09-30', 3)).toBe('2026-10-10');
    expect(workDaysBetween(china, '2026-09-30', '2026-10-10')).toBe(3);
    expect(dayWarnings(china, '2026-10-10')).toEqual([
      { is: 'makeUp', name: { en: 'made up for National Day', zh: '国庆节调休' } },
    ]);
  });

  test('in a year that is not published yet has the days of the law, and every day of it is pointed out', async () => {
    const { knownUntil, off, working } = await officialDays('CN', [2040, 2041]);
    expect(knownUntil).toBeLessThan(2040);
    expect(working.size).toBe(0);
    expect(off.get('2040-10-01')?.zh).toContain('国庆');
    // Of these only women and the young have half a day.
    expect([off.has('2040-03-08'), off.has('2040-05-04')]).toEqual([false, false]);
    const china = await calendarOf({ region: 'CN' });
    expect(dayWarnings(china, '2028-11-14')).toEqual([{ is: 'yearUnknown', year: 2028 }]);
  });
});

describe('elsewhere', () => {
  test('England in 2027 has Christmas and Boxing Day on a weekend, and two days in their place', async () => {
    const { off } = await officialDays('GB-ENG', [2027]);
    expect(off.get('2027-12-25')).toEqual({ en: 'Christmas Day', zh: '圣诞节' });
    expect(off.get('2027-12-27')).toEqual({ en: 'Christmas Day (substitute day)', zh: '圣诞节（补休）' });
    expect(off.get('2027-12-28')).toEqual({ en: 'Boxing Day (substitute day)', zh: '节礼日（补休）' });
    const england = await calendarOf({ region: 'GB-ENG' });
    expect(workDayFrom(england, '2027-12-24', 1)).toBe('2027-12-29');
  });

  test('Scotland keeps other days than England', async () => {
    const [england, scotland] = await Promise.all([officialDays('GB-ENG', [2027]), officialDays('GB-SCT', [2027])]);
    expect([england.off.has('2027-03-29'), scotland.off.has('2027-03-29')]).toEqual([true, false]);
    expect([england.off.has('2027-11-30'), scotland.off.has('2027-11-30')]).toEqual([false, true]);
  });

  test('Hong Kong has its own days, named in simplified characters', async () => {
    const { off } = await officialDays('HK', [2027]);
    expect(off.get('2027-02-08')?.zh).toBe('农历年初三');
    expect(off.get('2027-10-08')).toEqual({ en: 'Chung Yeung Festival', zh: '重阳节' });
    expect(off.get('2027-12-27')?.zh).toBe('圣诞节后第一个工作日');
    expect(off.has('2027-10-04')).toBe(false);
  });

  test('California has the day after Thanksgiving, which not every state has', async () => {
    const [california, country] = await Promise.all([officialDays('US-CA', [2027]), officialDays('US', [2027])]);
    expect([california.off.has('2027-11-26'), country.off.has('2027-11-26')]).toEqual([true, false]);
    expect(california.off.get('2027-11-25')).toEqual({ en: 'Thanksgiving Day', zh: '感恩节' });
  });

  test('holidays of several days are off on each of them, and half days are worked', async () => {
    const [emirates, guatemala] = await Promise.all([officialDays('AE', [2026]), officialDays('GT', [2026])]);
    expect(['2026-05-27', '2026-05-28', '2026-05-29'].every((day) => emirates.off.has(day))).toBe(true);
    expect([guatemala.off.has('2026-12-24'), guatemala.off.has('2026-12-25')]).toEqual([false, true]);
  });

  test('where the week is Sunday to Thursday, Sunday is worked and Friday is not', async () => {
    const egypt = await calendarOf({ region: 'EG', weekdays: [7, 1, 2, 3, 4] });
    expect([isWorkDay(egypt, '2026-11-29'), isWorkDay(egypt, '2026-11-27')]).toEqual([true, false]);
    expect(workDayFrom(egypt, '2026-11-26', 1)).toBe('2026-11-29');
  });

  test.each(['__proto__', 'constructor', 'XX', 'GB-XX-YY', '', '<!channel>'])(
    'a place that nobody knows (%s) has no days of its own, and nothing breaks',
    async (region) => {
      const { off, working } = await officialDays(region, [2027]);
      expect([off.size <= 20, working.size]).toEqual([true, 0]);
    },
  );
});

describe('a company', () => {
  test('has its own days before the official ones', async () => {
    const own = await calendarOf({
      region: 'GB-ENG',
      days: [
        { on: '2026-12-24', is: 'off', name: 'Christmas Eve' },
        { on: '2026-12-25', is: 'working', name: 'Launch' },
      ],
    });
    expect([isWorkDay(own, '2026-12-24'), isWorkDay(own, '2026-12-25')]).toEqual([false, true]);
    expect(dayWarnings(own, '2026-12-25')).toEqual([{ is: 'makeUp', name: { en: 'Launch', zh: 'Launch' } }]);
    expect(dayWarnings(own, '2026-12-26')).toEqual([{ is: 'off', name: { en: 'Boxing Day', zh: '节礼日' } }]);
    expect(dayWarnings(own, '2026-12-27')).toEqual([{ is: 'weekend' }]);
    expect(dayWarnings(own, '2026-12-29')).toEqual([]);
  });

  test('that keeps no public holidays is never told that they are not known', async () => {
    expect(dayWarnings(await calendarOf({}), '2090-12-26')).toEqual([]);
  });

  test('of whom nothing is settled works from Monday to Friday, nine to six, by the clock that is asked for', async () => {
    const [team, client] = [await calendars.team('Asia/Tokyo'), await calendars.client('c1', 'Europe/Paris')];
    expect(team).toMatchObject({ zone: 'Asia/Tokyo', weekdays: [1, 2, 3, 4, 5], fromMinute: 540, toMinute: 1080 });
    expect(client.zone).toBe('Europe/Paris');
    expect((await calendarOf({ zone: 'Asia/Shanghai' })).zone).toBe('Asia/Shanghai');
  });

  test('that is asked for again in another year knows that year too', async () => {
    let now = NOW;
    const moving = makeCalendars({ settings: { now: () => unsettled('TAGENCY') }, now: () => now });
    const terms = { ...PLAIN_TERMS, region: 'GB-ENG' };
    expect((await moving.of(terms, 'utc')).off.has('2031-12-25')).toBe(false);
    now = new Date('2030-06-01T00:00:00Z');
    expect((await moving.of(terms, 'utc')).off.has('2031-12-25')).toBe(true);
  });
});
