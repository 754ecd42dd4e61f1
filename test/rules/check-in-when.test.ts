import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dayIn, instantOf } from '../../src/kit/calendar.ts';
import { isWorkDay, isWorkTime, type WorkCalendar } from '../../src/kit/work-days.ts';
import type { Project } from '../../src/project/model.ts';
import {
  ask,
  askAt,
  askedOf,
  checkInOf,
  mentionDue,
  mentioned,
  unasked,
  windowAt,
} from '../../src/progress/rules-check-in.ts';
import { newProject, NOW } from '../support/arbitraries.ts';
import { calendars, dayAfter, ZONES } from '../support/arbitraries-calendars.ts';
import { plainCalendar } from '../support/plain-calendar.ts';

const HOUR_MS = 60 * 60_000;
const instants = fc.date({ min: new Date('2010-01-02'), max: new Date('2030-12-30'), noInvalidDate: true });
const minutes = fc.integer({ min: 0, max: 1439 });

describe('when people are asked', () => {
  test('an hour before the first post that is still to come: on a working day of the project, and not while it is paused', () => {
    fc.assert(
      fc.property(
        calendars(),
        minutes,
        instants,
        fc.option(fc.integer({ min: -3, max: 9 })),
        (team, postMinute, now, days) => {
          const today = dayIn(team.zone, now);
          const pausedUntil = days === null ? null : dayAfter(today, days);
          const window = windowAt({ postMinute, pausedUntil }, team, now);
          const isOne = (day: string) => {
            const post = instantOf(day, postMinute, team.zone);
            const isPaused = pausedUntil !== null && day <= pausedUntil;
            return isWorkDay(team, day) && !isPaused && dayIn(team.zone, post) === day && post > now;
          };
          const all = Array.from({ length: 60 }, (_, at) => dayAfter(today, at - 2));
          const first = all.find(isOne);
          if (first !== undefined) expect(window?.day).toBe(first);
          if (window) {
            expect(isOne(window.day)).toBe(true);
            expect(window.until).toEqual(instantOf(window.day, postMinute, team.zone));
            expect(window.until.getTime() - window.from.getTime()).toBe(HOUR_MS);
          }
        },
      ),
    );
  });

  test('each in their own working time, as early as that allows, and not at all where it begins after the post', () => {
    fc.assert(
      fc.property(calendars(), calendars(), minutes, instants, (team, theirs, postMinute, now) => {
        const window = windowAt({ postMinute, pausedUntil: null }, team, now);
        if (!window) return;
        const at = askAt(window, theirs);
        const within = Array.from({ length: 60 }, (_, minute) => new Date(window.from.getTime() + minute * 60_000));
        const first = within.find((one) => isWorkTime(theirs, one));
        if (at) {
          expect(isWorkTime(theirs, at)).toBe(true);
          expect(at >= window.from && at < window.until).toBe(true);
        }
        expect(at === null).toBe(first === undefined);
        if (at && first) expect(first.getTime() - at.getTime()).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('for a post at half past nine at nine; whoever begins two hours later is not asked', () => {
    const window = windowAt({ postMinute: 570, pausedUntil: null }, plainCalendar('Asia/Shanghai'), NOW);
    expect(window).toMatchObject({ day: '2026-11-24', until: new Date('2026-11-24T01:30:00Z') });
    expect(window && askAt(window, plainCalendar('Asia/Shanghai'))).toEqual(new Date('2026-11-24T01:00:00Z'));
    expect(window && askAt(window, plainCalendar('Europe/London'))).toBeNull();
    // Where clocks were changed since, it is still nine by the clock on the wall.
    const spring = windowAt(
      { postMinute: 600, pausedUntil: null },
      plainCalendar('Europe/London'),
      new Date('2027-03-28T12:00:00Z'),
    );
    expect(spring?.until).toEqual(new Date('2027-03-29T09:00:00Z'));
  });
});

/** What the clock does of it: whoever is due is asked, the missing are mentioned, and some of them answer. */
type Play = {
  project: Project;
  asked: { person: string; day: string; at: Date }[];
  mentions: { day: string; at: Date }[];
};

function look(play: Play, team: WorkCalendar, zones: readonly string[], postMinute: number, now: Date): void {
  const window = windowAt({ postMinute, pausedUntil: null }, team, now);
  if (window && window.from <= now) {
    const due = unasked(play.project, window.day, askedOf(play.project, now)).filter((_member, index) => {
      const at = askAt(window, { ...team, zone: zones[index] ?? team.zone });
      return at !== null && at <= now;
    });
    for (const { id } of due) play.asked.push({ person: id, day: window.day, at: now });
    if (due.length > 0) play.project = ask(play.project, window, due, now);
  }
  const mention = mentionDue(play.project, now);
  if (!mention || mention > now) return;
  play.mentions.push({ day: checkInOf(play.project)?.day ?? '', at: now });
  play.project = mentioned(play.project, now) ?? play.project;
}

test('over any days, looks and downtimes nobody is asked twice a day, nor are the missing mentioned twice, nor after the post', () => {
  const pauses = fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 60 });
  const people = fc.array(fc.constantFrom(...ZONES), { minLength: 2, maxLength: 2 });
  fc.assert(
    fc.property(calendars(), people, minutes, instants, pauses, (team, zones, postMinute, start, minutesBetween) => {
      const play: Play = { project: newProject(), asked: [], mentions: [] };
      let at = start.getTime();
      for (const pause of minutesBetween) {
        at += pause * 60_000;
        look(play, team, zones, postMinute, new Date(at));
        // The same look once more, as another process has it.
        look(play, team, zones, postMinute, new Date(at));
      }
      const keys = play.asked.map(({ person, day }) => `${person} ${day}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { day, at: when } of play.asked) {
        const until = instantOf(day, postMinute, team.zone);
        expect(when < until && until.getTime() - when.getTime() <= HOUR_MS).toBe(true);
      }
      const days = play.mentions.map(({ day }) => day);
      expect(new Set(days).size).toBe(days.length);
      for (const { day, at: when } of play.mentions) {
        const first = play.asked.find((one) => one.day === day)?.at.getTime() ?? 0;
        const until = instantOf(day, postMinute, team.zone).getTime();
        expect(when.getTime() < until && when.getTime() - first >= Math.floor((until - first) * 0.8)).toBe(true);
      }
    }),
    { numRuns: 60 },
  );
});
