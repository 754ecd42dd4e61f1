import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayIn, hourOf, zoneName } from '../../src/kit/calendar.ts';

const ZONES = ['Asia/Shanghai', 'Europe/London', 'America/St_Johns', 'Pacific/Apia', 'utc'] as const;

test('an hour of a day is on that day in its zone, and its end begins the next one, also when clocks are changed', () => {
  const days = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, fc.constantFrom(...ZONES), fc.integer({ min: 4, max: 23 }), (date, zone, hour) => {
      const day = date.toISOString().slice(0, 10);
      expect(dayIn(zone, hourOf(day, hour, zone))).toBe(day);
      const end = hourOf(day, 24, zone);
      expect(dayIn(zone, new Date(end.getTime() - 1))).toBe(day);
      expect(dayIn(zone, end) > day).toBe(true);
    }),
  );
});

test('a zone that nobody knows counts as UTC', () => {
  expect(hourOf('2026-11-23', 18, 'Moon/Base').toISOString()).toBe('2026-11-23T18:00:00.000Z');
  expect(zoneName('Moon/Base', 'en')).toBe('UTC');
});

test('a zone is named in words, in both languages', () => {
  expect([zoneName('Asia/Shanghai', 'en'), zoneName('Asia/Shanghai', 'zh')]).toEqual([
    'China Standard Time',
    '中国标准时间',
  ]);
  expect(zoneName('Europe/London', 'zh')).toBe('英国时间');
});
