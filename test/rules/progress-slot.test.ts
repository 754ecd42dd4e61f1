import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type Day, dayIn, instantOf } from '../../src/kit/calendar.ts';
import { isWorkDay, type WorkCalendar, workEnd } from '../../src/kit/work-days.ts';
import { type PostFacts, postSlot } from '../../src/progress/rules-slot.ts';
import { dayAfter, type SlotCase, slotCases } from '../support/arbitraries-slot.ts';
import { plainCalendar } from '../support/plain-calendar.ts';

const RUNS = { numRuns: 50 };

/** The days from a start on that have a post, and when; worked out day by day, from what is promised. */
function windowsOf({ start, calendar, facts }: SlotCase, until: Date) {
  const days = Array.from({ length: 100 }, (_, index) => dayAfter(start, index - 2));
  return days.flatMap((day) => {
    const from = instantOf(day, facts.postMinute, calendar.zone);
    const evening = workEnd(calendar, day);
    const end = from < evening ? evening : instantOf(dayAfter(day, 1), 0, calendar.zone);
    const isThere = dayIn(calendar.zone, from) === day && from <= until;
    const isPaused = facts.pausedUntil !== null && day <= facts.pausedUntil;
    const isBefore = facts.begunAt !== null && from < facts.begunAt;
    return isThere && isWorkDay(calendar, day) && !isPaused && !isBefore ? [{ day, from, end }] : [];
  });
}

/** What the planner does of it: it is asked where something is due, keeps what was planned, and forgets nothing. */
function plannedBy({ calendar, facts, asked }: SlotCase) {
  let [nextAt, namedTo]: [Date | null, Day | null] = [facts.since, null];
  const posts: { day: Day; at: Date }[] = [];
  const named: Day[] = [];
  for (const now of asked) {
    if (nextAt === null || nextAt > now) continue;
    const slot = postSlot({ ...facts, since: nextAt, namedTo }, calendar, now);
    const { post } = slot;
    if (post !== null && posts.every(({ day }) => day !== post)) posts.push({ day: post, at: now });
    const missed = slot.missed.filter((day) => posts.every((one) => one.day !== day));
    named.push(...missed);
    namedTo = missed.at(-1) ?? namedTo;
    expect(slot.next === null || slot.next > now).toBe(true);
    nextAt = slot.next;
  }
  return { posts, named };
}

describe.each([
  ['a clock that goes on', { jumpsBack: false }],
  ['a clock that is set back now and then', { jumpsBack: true }],
])('with %s', (_name, kind) => {
  test('a post comes at most once a day, on working days, between the hour and the end of the day', () => {
    fc.assert(
      fc.property(slotCases(kind), (one) => {
        const { posts } = plannedBy(one);
        const windows = windowsOf(one, one.asked.toSorted((a, b) => Number(b) - Number(a))[0]!);
        expect(new Set(posts.map(({ day }) => day)).size).toBe(posts.length);
        for (const { day, at } of posts) {
          const window = windows.find((two) => two.day === day);
          expect(window && window.from <= at && at < window.end).toBe(true);
        }
      }),
      RUNS,
    );
  });

  test('every working day whose time went by had its post, or is named once as missed', () => {
    fc.assert(
      fc.property(slotCases(kind), (one) => {
        const { posts, named } = plannedBy(one);
        const latest = one.asked.toSorted((a, b) => Number(b) - Number(a))[0]!;
        const gone = windowsOf(one, latest).filter(({ end }) => end <= latest && end > one.facts.since!);
        const seen = [...posts.map(({ day }) => day), ...named];
        // The last look may have come before the day was over.
        const lookedAt = gone.filter(({ end }) => one.asked.some((at) => at >= end));
        for (const { day } of lookedAt) expect([day, seen.filter((two) => two === day).length]).toEqual([day, 1]);
        expect(named.filter((day) => gone.every((two) => two.day !== day))).toEqual([]);
      }),
      RUNS,
    );
  });
});

test('a post comes wherever somebody looks in its time, whenever that is', () => {
  fc.assert(
    fc.property(slotCases({ jumpsBack: false }), (one) => {
      const { posts } = plannedBy(one);
      const latest = one.asked.at(-1)!;
      for (const { day, from, end } of windowsOf(one, latest)) {
        const isLookedAt = one.asked.some((at) => at >= from && at < end && at >= one.facts.since!);
        if (isLookedAt) expect(posts.filter((two) => two.day === day)).toHaveLength(1);
      }
    }),
    RUNS,
  );
});

test('the next look is at the hour of the next day that has a post', () => {
  fc.assert(
    fc.property(slotCases({ jumpsBack: false }), (one) => {
      const now = one.asked.at(-1)!;
      const { next } = postSlot(one.facts, one.calendar, now);
      const far = new Date(now.getTime() + 60 * 24 * 60 * 60_000);
      expect(next).toEqual(windowsOf(one, far).find(({ from }) => from > now)?.from ?? next);
      expect(next !== null && isWorkDay(one.calendar, dayIn(one.calendar.zone, next))).toBe(true);
    }),
    RUNS,
  );
});

const calendar: WorkCalendar = {
  ...plainCalendar('Asia/Shanghai'),
  off: new Map([['2026-12-02', { en: 'Holiday', zh: '假日' }]]),
  working: new Map([['2026-12-05', { en: 'Make-up day', zh: '调休' }]]),
};
/** Monday; the hour is half past nine. */
const facts: PostFacts = {
  postMinute: 570,
  pausedUntil: null,
  isGoing: true,
  begunAt: null,
  since: new Date('2026-11-30T01:30:00Z'),
  namedTo: null,
};
const at = (text: string) => new Date(`${text}+08:00`);
const asked = (more: Partial<PostFacts>, when: string) => postSlot({ ...facts, ...more }, calendar, at(when));

test('a day that a zone never had is nobody’s: Apia went from Thursday to Saturday over the date line', () => {
  const apia = {
    ...calendar,
    zone: 'Pacific/Apia',
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    working: new Map(),
    off: new Map(),
  };
  const since = new Date('2011-12-29T19:30:00Z');
  const slot = postSlot({ ...facts, since }, apia, new Date('2011-12-31T23:00:00Z'));
  expect(slot).toMatchObject({ post: '2012-01-01', missed: ['2011-12-29', '2011-12-31'] });
});

describe('an agency in Shanghai', () => {
  test('that was up has its post at half past nine, until six', () => {
    expect(asked({}, '2026-11-30T09:30')).toEqual({
      post: '2026-11-30',
      until: at('2026-11-30T18:00'),
      missed: [],
      before: '2026-11-27',
      next: at('2026-12-01T09:30'),
    });
    expect(asked({}, '2026-11-30T17:59').post).toBe('2026-11-30');
  });

  test('that was down for three days has one post, and the others named: the holiday is none, the make-up day is one', () => {
    expect(asked({}, '2026-12-05T11:00')).toEqual({
      post: '2026-12-05',
      until: at('2026-12-05T18:00'),
      missed: ['2026-11-30', '2026-12-01', '2026-12-03', '2026-12-04'],
      before: '2026-11-27',
      next: at('2026-12-07T09:30'),
    });
    expect(asked({ namedTo: '2026-12-03' }, '2026-12-05T11:00').missed).toEqual(['2026-12-04']);
  });

  test('has the day’s last moment just before six: at six it is missed', () => {
    expect(asked({}, '2026-11-30T18:00')).toMatchObject({ post: null, until: null, missed: ['2026-11-30'] });
    expect(asked({ begunAt: at('2026-11-30T09:30') }, '2026-11-30T09:30').post).toBe('2026-11-30');
    expect(asked({ begunAt: at('2026-11-30T09:31') }, '2026-11-30T18:00').missed).toEqual([]);
  });

  test('that posts after work does so until midnight', () => {
    expect(asked({ postMinute: 19 * 60 }, '2026-11-30T23:59')).toMatchObject({
      post: '2026-11-30',
      until: at('2026-12-01T00:00'),
    });
  });

  test('that has paused has none, misses none, and goes on after the day', () => {
    const paused = asked({ pausedUntil: '2026-12-03' }, '2026-12-03T11:00');
    expect(paused).toMatchObject({ post: null, missed: [], next: at('2026-12-04T09:30') });
  });

  test('that was down for a year names thirty days, the last ones', () => {
    const { missed } = asked({}, '2027-11-30T08:00');
    expect([missed.length, missed.at(-1)]).toEqual([30, '2027-11-29']);
  });

  test('has no post of a day whose hour was over when the project began, nor of a project that does not go on', () => {
    const late = asked({ begunAt: at('2026-11-30T11:00'), since: at('2026-11-30T11:00') }, '2026-11-30T11:01');
    expect(late).toMatchObject({ post: null, missed: [], next: at('2026-12-01T09:30') });
    const ended = { post: null, until: null, missed: [], before: null, next: null };
    expect(asked({ isGoing: false }, '2026-11-30T11:01')).toEqual(ended);
  });
});
