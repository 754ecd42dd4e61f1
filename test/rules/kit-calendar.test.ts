import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayIn, daySchema, formatDay, formatInstant } from '../../src/kit/calendar.ts';
import { localeOf } from '../../src/kit/locale.ts';
import { dateToken } from '../../src/kit/text.ts';

const instant = fc.date({ min: new Date('2020-01-01'), max: new Date('2040-01-01'), noInvalidDate: true });

describe('which day it is', () => {
  test.each([
    ['Asia/Shanghai', '2026-11-23T15:59:59Z', '2026-11-23'],
    ['Asia/Shanghai', '2026-11-23T16:00:00Z', '2026-11-24'],
    ['Asia/Kathmandu', '2026-11-23T18:15:00Z', '2026-11-24'],
    ['Pacific/Kiritimati', '2026-11-23T10:00:00Z', '2026-11-24'],
    ['Pacific/Pago_Pago', '2026-11-23T10:59:00Z', '2026-11-22'],
    // Summer time begins in London on 29 March 2026 at 01:00 UTC and ends in New York on 1 November at 06:00 UTC.
    ['Europe/London', '2026-03-28T23:59:59Z', '2026-03-28'],
    ['Europe/London', '2026-03-29T23:00:00Z', '2026-03-30'],
    ['America/New_York', '2026-11-01T03:59:59Z', '2026-10-31'],
    ['America/New_York', '2026-11-02T04:59:59Z', '2026-11-01'],
    // Samoa had no 30 December 2011: it crossed the date line.
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31'],
    ['nowhere', '2026-11-23T23:59:59Z', '2026-11-23'],
    ['', '2026-11-23T00:00:00Z', '2026-11-23'],
  ])('in %s at %s it is %s', (zone, at, day) => expect(dayIn(zone, new Date(at))).toBe(day));

  test('it agrees with the platform’s own calendar in every zone, at every instant', () => {
    const zones = Intl.supportedValuesOf('timeZone');
    fc.assert(
      fc.property(fc.constantFrom(...zones), instant, (zone, at) => {
        const format = new Intl.DateTimeFormat('sv-SE', {
          timeZone: zone,
          year: 'numeric',
          month: '2-digit',
          day: '2-digit',
        });
        expect(dayIn(zone, at)).toBe(format.format(at));
        expect(daySchema.safeParse(dayIn(zone, at)).success).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('how a day reads', () => {
  test.each([
    ['2027-03-14', '14 Mar 2027', '2027年3月14日'],
    ['2028-02-29', '29 Feb 2028', '2028年2月29日'],
    ['2027-12-31', '31 Dec 2027', '2027年12月31日'],
    ['2027-01-01', '1 Jan 2027', '2027年1月1日'],
  ])('%s is “%s” and “%s”', (day, en, zh) => {
    expect([formatDay(day, 'en'), formatDay(day, 'zh')]).toEqual([en, zh]);
  });

  test('an instant outside Slack’s own tokens names its zone', () => {
    const at = new Date('2026-11-23T14:05:59.999Z');
    expect([formatInstant(at, 'en'), formatInstant(at, 'zh')]).toEqual([
      '23 Nov 2026 14:05 UTC',
      '2026年11月23日 14:05 UTC',
    ]);
  });

  test('in Slack each reader’s own clock shows it, whatever the instant', () => {
    fc.assert(
      fc.property(instant, (at) => {
        const token = dateToken(at, 'en');
        const [, seconds, fallback] = /^<!date\^(\d+)\^\{date_short_pretty\} \{time\}\|([^<>|]+)>$/u.exec(token) ?? [];
        expect(Number(seconds)).toBe(Math.floor(at.getTime() / 1000));
        expect(fallback).toBe(formatInstant(at, 'en'));
      }),
    );
  });
});

test.each([
  ['zh-CN', 'zh'],
  ['zh-TW', 'zh'],
  ['ZH-hk', 'zh'],
  ['en-US', 'en'],
  ['de-DE', 'en'],
  ['ja-JP', 'en'],
  ['', undefined],
  [undefined, undefined],
])('whoever has set %s in Slack reads %s', (slack, locale) => expect(localeOf(slack)).toBe(locale));
