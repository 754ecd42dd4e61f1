import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  calendarClashes,
  calendarMarks,
  calendarMarksAfter,
  changeCalendar,
  nextDays,
  readTerms,
  termsOf,
  unknownYears,
} from '../../src/admin/rules-calendar.ts';
import { OWN_DAYS, ownDaysText, readOwnDays } from '../../src/admin/rules-own-days.ts';
import { weekdaysInWords } from '../../src/admin/views-calendar.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { LOCALES } from '../../src/kit/locale.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import { PLAIN_TERMS, type Settings, unsettled, type WorkTerms } from '../../src/kit/settings.ts';
import type { WorkCalendar } from '../../src/kit/work-days.ts';

const TODAY = '2026-11-23';
const NOW = new Date('2026-11-23T02:00:00Z');
const blank = unsettled('TAGENCY');
const acme = { id: 'c1', name: 'Acme' };
const must = <T>(found: T) => {
  if (isRefusal(found)) throw new Error(found.code);
  return found as Exclude<T, { refused: true }>;
};

describe('a company’s own days', () => {
  test.each([
    ['2026-12-24 off Christmas Eve', { on: '2026-12-24', is: 'off', name: 'Christmas Eve' }],
    ['2026-02-14 working 调休', { on: '2026-02-14', is: 'working', name: '调休' }],
    ['24 Dec off', { on: '2026-12-24', is: 'off', name: '' }],
    ['24 Dec 2027: closed, the office moves', { on: '2027-12-24', is: 'off', name: 'the office moves' }],
    ['12月24日放假平安夜', { on: '2026-12-24', is: 'off', name: '平安夜' }],
    ['2027年2月6日 上班 调休', { on: '2027-02-06', is: 'working', name: '调休' }],
    ['fri off Team day', { on: '2026-11-27', is: 'off', name: 'Team day' }],
    ['2026-12-24 off Day off for all', { on: '2026-12-24', is: 'off', name: 'Day off for all' }],
  ])('“%s” is read', (line, day) => {
    expect(readOwnDays(line, TODAY)).toEqual([day]);
  });

  test('are in the order of the days, each once, and blank lines are none', () => {
    const text = '\n2026-12-24 off A\n\n 2026-12-01 working B \n2026-12-24 off A\n';
    expect(must(readOwnDays(text, TODAY)).map(({ on }) => on)).toEqual(['2026-12-01', '2026-12-24']);
    expect(readOwnDays(null, TODAY)).toEqual([]);
  });

  test('that are not clear are refused by their line', () => {
    const refused = (text: string) => readOwnDays(text, TODAY);
    expect(refused('2026-12-24 off\n2026-12-25 Christmas')).toMatchObject({
      code: 'calendar.lineNotRead',
      params: { number: 2, line: '2026-12-25 Christmas' },
      at: 'days',
    });
    expect(refused('14/3 off')).toMatchObject({ code: 'calendar.lineNotRead' });
    expect(refused('off 2026-12-24')).toMatchObject({ code: 'calendar.lineNotRead' });
    expect(refused('2026-12-24 official')).toMatchObject({ code: 'calendar.lineNotRead' });
    expect(refused('2026-12-24 off\n2026-12-24 working')).toMatchObject({
      code: 'calendar.dayTwice',
      params: { day: { day: '2026-12-24' } },
    });
    expect(refused(`2026-12-24 off ${'x'.repeat(OWN_DAYS.name + 1)}`)).toMatchObject({ code: 'calendar.nameTooLong' });
    const many = Array.from({ length: OWN_DAYS.most + 1 }, (_, at) => `+${at + 1}d off`).join('\n');
    expect(refused(many)).toMatchObject({ code: 'calendar.tooManyDays' });
  });

  test('are shown so that they are read again as they are, in both languages, and always fit the question', () => {
    const names = fc
      .array(fc.constantFrom(...Array.from('abc &<>*休班放假上off 调')), { maxLength: OWN_DAYS.name })
      .map((parts) => parts.join('').trim());
    const days = fc.uniqueArray(
      fc.record({
        on: fc
          .date({ min: new Date('2020-01-01'), max: new Date('2040-12-31'), noInvalidDate: true })
          .map((date) => date.toISOString().slice(0, 10)),
        is: fc.constantFrom('off' as const, 'working' as const),
        name: names,
      }),
      { selector: ({ on }) => on, maxLength: OWN_DAYS.most, size: 'max' },
    );
    fc.assert(
      fc.property(days, fc.constantFrom(...LOCALES), (all, locale) => {
        const sorted = all.toSorted((one, other) => (one.on < other.on ? -1 : 1));
        const text = ownDaysText(sorted, locale);
        expect(text.length).toBeLessThanOrEqual(BOUNDS.longAnswer);
        expect(readOwnDays(text, TODAY)).toEqual(sorted);
      }),
    );
  });

  test('whatever is typed for them, nothing breaks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300, size: 'max' }), (text) => {
        const read = readOwnDays(text, TODAY);
        expect(isRefusal(read) || Array.isArray(read)).toBe(true);
      }),
    );
  });
});

describe('when a company works', () => {
  const given = { zone: null, weekdays: ['fri', 'mon'], from: '9', to: '18:30', days: null } as const;

  test('is read from what was entered', () => {
    expect(readTerms(given, 'CN', TODAY)).toEqual({
      region: 'CN',
      zone: null,
      weekdays: [1, 5],
      fromMinute: 540,
      toMinute: 1110,
      days: [],
    });
    expect(must(readTerms({ ...given, zone: 'london', to: '24:00' }, null, TODAY))).toMatchObject({
      zone: 'Europe/London',
      toMinute: 1440,
    });
  });

  test.each([
    [{ from: 'early' }, 'calendar.notATime', 'from'],
    [{ to: 'late' }, 'calendar.notATime', 'to'],
    [{ from: '18', to: '9' }, 'calendar.hoursTurned', 'to'],
    [{ from: '24:00', to: '24:00' }, 'calendar.hoursTurned', 'to'],
    [{ zone: 'Asia/Shangai' }, 'calendar.zoneUnclear', 'zone'],
    [{ zone: 'the moon and the stars' }, 'calendar.zoneUnknown', 'zone'],
    [{ days: 'some day' }, 'calendar.lineNotRead', 'days'],
  ])('%j is refused as %s at its question', (wrong, code, at) => {
    expect(readTerms({ ...given, ...wrong }, null, TODAY)).toMatchObject({ code, at });
  });

  const change = (current: Settings, entered: WorkTerms, opened = calendarMarks(PLAIN_TERMS), company = acme) =>
    changeCalendar(current, { company, entered, opened, by: 'ana' }, NOW);
  const inEngland = { ...PLAIN_TERMS, region: 'GB-ENG' };

  test('is settled for the agency and for a client, each alone, and who did it is remembered', () => {
    const theirs = must(change(blank, inEngland));
    const chinese = { ...PLAIN_TERMS, region: 'CN' };
    const settled = must(
      changeCalendar(theirs, { company: null, entered: chinese, opened: calendarMarks(PLAIN_TERMS), by: 'bo' }, NOW),
    );
    expect([termsOf(settled, null).region, termsOf(settled, 'c1').region, termsOf(settled, 'c2').region]).toEqual([
      'CN',
      'GB-ENG',
      null,
    ]);
    expect(settled.changes.map(({ by, what }) => [by, what])).toEqual([
      ['ana', ['clientCalendars']],
      ['bo', ['calendar']],
    ]);
    // Saved again as it is, nothing is remembered.
    expect(must(change(settled, inEngland, calendarMarks(inEngland))).changes).toHaveLength(2);
  });

  test('that two administrators change at different questions is what both entered', () => {
    const theirs = must(change(blank, inEngland));
    const merged = must(change(theirs, { ...PLAIN_TERMS, weekdays: [1, 2, 3, 4] }));
    expect(termsOf(merged, 'c1')).toEqual({ ...inEngland, weekdays: [1, 2, 3, 4] });
  });

  test('that they change at the same question is refused to the second, who can save again over it', () => {
    const theirs = must(change(blank, inEngland));
    const scottish = { ...PLAIN_TERMS, region: 'GB-SCT' };
    expect(change(theirs, scottish)).toMatchObject({ code: 'settings.clash', at: 'region' });
    expect(calendarClashes(inEngland, scottish, calendarMarks(PLAIN_TERMS))).toEqual(['region']);
    const seen = calendarMarksAfter(inEngland, scottish, calendarMarks(PLAIN_TERMS));
    expect(termsOf(must(change(theirs, scottish, seen)), 'c1').region).toBe('GB-SCT');
  });

  test('whose hours would turn around by both changes together is refused', () => {
    const early = must(change(blank, { ...PLAIN_TERMS, toMinute: 600 }));
    expect(change(early, { ...PLAIN_TERMS, fromMinute: 720 })).toMatchObject({
      code: 'calendar.hoursTurned',
      at: 'to',
    });
  });

  test('can be settled for a bounded number of clients', () => {
    const clientCalendars = Array.from({ length: BOUNDS.clientsChosen }, (_, at) => ({
      client: { id: `x${at}`, name: 'X' },
      terms: inEngland,
    }));
    expect(change({ ...blank, clientCalendars }, inEngland)).toMatchObject({ code: 'calendar.tooManyClients' });
    const first = { id: 'x0', name: 'X' };
    const again = change({ ...blank, clientCalendars }, { ...inEngland, zone: 'UTC' }, calendarMarks(inEngland), first);
    expect(must(again).clientCalendars).toHaveLength(BOUNDS.clientsChosen);
  });
});

describe('what comes next', () => {
  const name = (en: string) => ({ en, zh: `${en}节` });
  const calendar = (off: [string, string][], working: [string, string][], knownUntil: number | null): WorkCalendar => ({
    ...PLAIN_TERMS,
    zone: 'utc',
    off: new Map(off.map(([day, en]) => [day, name(en)])),
    working: new Map(working.map(([day, en]) => [day, name(en)])),
    knownUntil,
  });

  test('is by day, from today on, the days of one holiday together', () => {
    const days = calendar(
      [
        ['2027-01-01', 'New'],
        ['2026-12-25', 'Two'],
        ['2026-12-26', 'Two'],
        ['2026-12-27', 'Three'],
        ['2026-11-22', 'Over'],
        ['2026-11-23', 'Today'],
      ],
      [['2026-12-28', 'Two']],
      null,
    );
    expect(nextDays(days, TODAY, 4)).toEqual([
      { from: '2026-11-23', to: '2026-11-23', name: name('Today'), is: 'off' },
      { from: '2026-12-25', to: '2026-12-26', name: name('Two'), is: 'off' },
      { from: '2026-12-27', to: '2026-12-27', name: name('Three'), is: 'off' },
      { from: '2026-12-28', to: '2026-12-28', name: name('Two'), is: 'working' },
    ]);
  });

  test('is not known for years that were not published, of which this one and the next are told', () => {
    expect(unknownYears(calendar([], [], 2026), TODAY)).toEqual([2027]);
    expect(unknownYears(calendar([], [], 2025), TODAY)).toEqual([2026, 2027]);
    expect([unknownYears(calendar([], [], 2027), TODAY), unknownYears(calendar([], [], null), TODAY)]).toEqual([
      [],
      [],
    ]);
  });
});

test.each([
  [[1, 2, 3, 4, 5], 'Monday to Friday', '周一至周五'],
  [[1, 2, 3, 4, 7], 'Sunday to Thursday', '周日至周四'],
  [[6], 'Saturday', '周六'],
  [[1, 3, 5], 'Monday, Wednesday and Friday', '周一、周三和周五'],
  [[1, 2], 'Monday and Tuesday', '周一和周二'],
  [
    [1, 2, 3, 4, 5, 6, 7],
    'Monday, Tuesday, Wednesday, Thursday, Friday, Saturday and Sunday',
    '周一、周二、周三、周四、周五、周六和周日',
  ],
])('weekdays %j are called “%s”', (weekdays, en, zh) => {
  expect([weekdaysInWords(weekdays, 'en'), weekdaysInWords(weekdays, 'zh')]).toEqual([en, zh]);
});
