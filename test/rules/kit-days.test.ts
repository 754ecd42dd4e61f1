import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Day, formatDay } from '../../src/kit/calendar.ts';
import { dayInWords, readDay } from '../../src/kit/days.ts';
import { LOCALES } from '../../src/kit/locale.ts';

/** A Thursday. */
const TODAY = '2026-11-26';

const days = fc
  .date({ min: new Date('2001-01-01'), max: new Date('2080-12-31'), noInvalidDate: true })
  .map((date): Day => date.toISOString().slice(0, 10));
const after = (day: Day, count: number): Day =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00Z`).getUTCDay();

describe('a day that somebody types', () => {
  test.each([
    ['today', TODAY],
    ['Tomorrow', '2026-11-27'],
    ['fri', '2026-11-27'],
    ['Friday', '2026-11-27'],
    // Today is a Thursday: the next one is meant.
    ['thu', '2026-12-03'],
    ['Thursday', '2026-12-03'],
    ['wed', '2026-12-02'],
    ['+3d', '2026-11-29'],
    ['+ 2 weeks', '2026-12-10'],
    ['+2w', '2026-12-10'],
    ['14 Mar', '2027-03-14'],
    ['Mar 14', '2027-03-14'],
    ['14th March 2028', '2028-03-14'],
    ['March 14, 2028', '2028-03-14'],
    ['4 Sept', '2027-09-04'],
    ['26 Nov', TODAY],
    ['25 Nov', '2027-11-25'],
    ['29 Feb', '2028-02-29'],
    ['2027-03-14', '2027-03-14'],
    ['2027-3-4', '2027-03-04'],
    ['今天', TODAY],
    ['明天', '2026-11-27'],
    ['后天', '2026-11-28'],
    ['周五', '2026-11-27'],
    ['星期五', '2026-11-27'],
    ['周四', '2026-12-03'],
    ['礼拜天', '2026-11-29'],
    ['周日', '2026-11-29'],
    ['下周五', '2026-12-04'],
    ['下个星期一', '2026-11-30'],
    ['3月14日', '2027-03-14'],
    ['3月14号', '2027-03-14'],
    ['2028年3月14日', '2028-03-14'],
    ['两周后', '2026-12-10'],
    ['两个星期后', '2026-12-10'],
    ['3天后', '2026-11-29'],
    ['十四天后', '2026-12-10'],
    ['二十一天以后', '2026-12-17'],
    ['月底', '2026-11-30'],
    ['＋３ｄ', '2026-11-29'],
    ['  mar   14 ', '2027-03-14'],
  ])('%s is read', (text, day) => {
    expect(readDay(text, TODAY)).toBe(day);
  });

  test.each([
    '14/3',
    '3/14',
    '03/04/2027',
    'next friday',
    '下周',
    '',
    'soon',
    '30 Feb',
    '31 April 2027',
    '2027-02-30',
    '2月30日',
    '+3',
    '+0x',
    '14',
    'Mar',
    '+1000d',
    '+200w',
    '十十天后',
    'until fri',
    '__proto__',
    '12月',
  ])('%s is not guessed at', (text) => {
    expect(readDay(text, TODAY)).toBeNull();
  });

  test('a weekday is always the next one, within a week and never today', () => {
    const names = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];
    const zh = '日一二三四五六';
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 6 }), (today, weekday) => {
        const read = readDay(names[weekday] ?? '', today) ?? '';
        expect(weekdayOf(read)).toBe(weekday);
        expect(read > today && read <= after(today, 7)).toBe(true);
        expect(readDay(`周${zh[weekday] ?? ''}`, today)).toBe(read);
      }),
    );
  });

  test('a day of next week is of the week that begins on the coming Monday', () => {
    fc.assert(
      fc.property(days, fc.constantFrom('一', '二', '三', '四', '五', '六', '日'), (today, name) => {
        const monday = readDay('周一', today) ?? '';
        const read = readDay(`下周${name}`, today) ?? '';
        expect(read >= monday && read <= after(monday, 6)).toBe(true);
      }),
    );
  });

  test('any day that is shown can be typed again, in both languages', () => {
    fc.assert(
      fc.property(days, days, fc.constantFrom(...LOCALES), (day, today, locale) => {
        expect(readDay(formatDay(day, locale), today)).toBe(day);
        expect(readDay(day, today)).toBe(day);
      }),
    );
  });

  test('a day without a year is that day of the month, never a past one', () => {
    fc.assert(
      fc.property(days, days, (day, today) => {
        const read = readDay(`${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`, today) ?? '';
        expect(read.slice(5)).toBe(day.slice(5));
        expect(read >= today).toBe(true);
      }),
    );
  });

  test('a count of days is that many days later, and in weeks seven times as many', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 0, max: 140 }), (today, count) => {
        expect(readDay(`+${count}d`, today)).toBe(after(today, count));
        expect(readDay(`${count}周后`, today)).toBe(after(today, 7 * count));
      }),
    );
  });

  test('whatever else is typed gives a day or nothing, and never fails', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: 'grapheme' })), days, (text, today) => {
        expect(readDay(text, today) ?? TODAY).toMatch(/^\d{4}-\d{2}-\d{2}$/u);
      }),
    );
  });

  test('it is read back with its weekday', () => {
    expect(dayInWords('2026-12-04', 'en')).toBe('Friday, 4 December 2026');
    expect(dayInWords('2026-12-04', 'zh')).toBe('2026年12月4日星期五');
  });
});
