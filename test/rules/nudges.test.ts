import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { digestOf } from '../../src/digest/rules-digest.ts';
import { keyOf, type KnownNudge, rowKey, triage } from '../../src/digest/rules-queue.ts';
import { snoozedUntil, snoozeEnd, withSnooze } from '../../src/digest/rules-snooze.ts';
import { stillDue } from '../../src/digest/rules-told.ts';
import { MOST_SNOOZES } from '../../src/digest/model.ts';
import { type Nudge, NUDGE_STEPS, type NudgeStep, type NudgeWay } from '../../src/kit/nudge.ts';
import { NUDGE_STATES } from '../../src/kit/nudged.ts';
import { personKey } from '../../src/kit/person.ts';
import { isWorkTime } from '../../src/kit/work-days.ts';
import { ana, ben, later, newProject, NOW } from './../support/arbitraries.ts';
import { plainCalendar } from '../support/plain-calendar.ts';

const CALENDAR = plainCalendar('Europe/London');

const nudge = (step: NudgeStep, minutes: number, more: Partial<Nudge> = {}): Nudge => {
  const about = more.about ?? { kind: 'thing', id: 't1' };
  const to = more.to ?? ana.person;
  const way: NudgeWay = step === 'missing' ? 'thread' : step === 'ahead' || step === 'dueDay' ? 'digest' : 'message';
  const key = `${about.id}:${step}:${personKey(to)}`;
  return { key, step, way, at: later(minutes), to, about, dueAt: later(0), ...more };
};
const looking = (known: Readonly<Record<string, KnownNudge>> = {}, until: Date | null = null) => ({
  project: 'p1',
  known: new Map(Object.entries(known).map(([key, one]) => [`p1:${key}`, one])),
  snoozedUntil: () => until,
});
const said = (minutes: number): KnownNudge => ({ state: 'said', doneAt: later(minutes) });
const keysIn = (rows: readonly { key: string }[]): string[] => rows.map(({ key }) => key);

describe('of what is due of one thing for one person', () => {
  const after = nudge('after', 10);
  const manager = nudge('manager', 20);

  test('the latest step is said, and those before it that nobody was told of are missed', () => {
    const { fresh, missed } = triage([after, manager], looking());
    expect([keysIn(fresh), keysIn(missed)]).toEqual([[rowKey('p1', manager)], [rowKey('p1', after)]]);
  });

  test('what was said is neither said again nor missed; what still waits is missed once a later step is due', () => {
    expect(triage([after, manager], looking({ [after.key]: said(10) })).missed).toEqual([]);
    const waiting = looking({ [after.key]: { state: 'due', doneAt: null } });
    expect(keysIn(triage([after, manager], waiting).missed)).toEqual([rowKey('p1', after)]);
    expect(triage([after], looking({ [after.key]: said(10) })).fresh).toEqual([]);
  });

  test('what lay in the past when the thing came to be was never to be said', () => {
    const { fresh, missed } = triage([{ ...after, since: later(15) }, manager], looking());
    expect([fresh.length, missed]).toEqual([1, []]);
  });

  test('what was over waits again where it is due again, and is not said twice for that', () => {
    expect(triage([after], looking({ [after.key]: { state: 'over', doneAt: later(5) } })).fresh).toHaveLength(1);
  });

  test('one that was put off is said once more at the end of that, and never again', () => {
    const until = later(60);
    const putOff = looking({ [after.key]: said(10) }, until);
    const again = keyOf(after, putOff);
    expect(again).toBe(`p1:${after.key}~${until.toISOString()}`);
    expect(keysIn(triage([after], putOff).fresh)).toEqual([again]);
    // Nobody was told before: the end of the snooze is the first time.
    expect(keyOf(after, looking({}, until))).toBe(rowKey('p1', after));
    expect(keyOf(after, looking({ [after.key]: said(61) }, until))).toBe(rowKey('p1', after));
  });

  test('what was said, and put off until a later step comes, was not missed', () => {
    const until = later(60);
    const both = [after, manager].map((one) => ({ ...one, at: until }));
    const { fresh, missed } = triage(both, looking({ [after.key]: said(10) }, until));
    expect([keysIn(fresh), missed]).toEqual([[rowKey('p1', manager)], []]);
  });

  test('other people and other things are told of theirs', () => {
    const others = [
      nudge('after', 10, { to: ben.person }),
      nudge('manager', 20, { about: { kind: 'thing', id: 't2' } }),
    ];
    expect(triage([after, ...others], looking()).fresh).toHaveLength(3);
  });

  test('each step is put down, said, or missed: none is lost, and no two are said at once', () => {
    const step = fc.constantFrom(...NUDGE_STEPS.filter((one) => nudge(one, 0).way === 'message'));
    const due = fc.uniqueArray(fc.tuple(step, fc.constantFrom('t1', 't2'), fc.nat({ max: 100 })), {
      selector: ([name, id]) => `${id} ${name}`,
      maxLength: 6,
    });
    const states = fc.array(fc.option(fc.constantFrom(...NUDGE_STATES)), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(due, states, (drawn, before) => {
        const nudges = drawn.map(([name, id, minutes]) => nudge(name, minutes, { about: { kind: 'thing', id } }));
        const known: Record<string, KnownNudge> = {};
        for (const [index, { key }] of nudges.entries()) {
          const state = before[index];
          if (state) known[key] = { state, doneAt: state === 'due' ? null : later(0) };
        }
        const { fresh, missed } = triage(nudges, looking(known));
        const touched = [...keysIn(fresh), ...keysIn(missed)];
        expect(new Set(touched).size).toBe(touched.length);
        expect(new Set(fresh.map(({ about }) => about.id)).size).toBe(fresh.length);
        for (const one of nudges)
          expect(known[one.key] !== undefined || touched.includes(rowKey('p1', one))).toBe(true);
        for (const key of touched) expect(['due', 'over', undefined]).toContain(known[key.slice(3)]?.state);
      }),
    );
  });
});

describe('what waits to be said', () => {
  const row = (one: Nudge) => ({ key: rowKey('p1', one), person: personKey(one.to), project: 'p1' });

  test('is over once it is not there any more, is another’s, or lies ahead', () => {
    const after = nudge('after', -10);
    expect(stillDue([row(after)], [], NOW)).toEqual({ due: [], over: [rowKey('p1', after)] });
    expect(stillDue([row(after)], [{ ...after, at: later(10) }], NOW).over).toHaveLength(1);
    expect(stillDue([row(after)], [{ ...after, to: ben.person }], NOW).over).toHaveLength(1);
    expect(stillDue([row(after)], [after], NOW).due).toEqual([{ key: rowKey('p1', after), nudge: after }]);
  });

  test('is left to be noted where a later step has taken its place', () => {
    const [after, manager] = [nudge('after', -10), nudge('manager', -5)];
    expect(stillDue([row(after)], [after, manager], NOW)).toEqual({ due: [], over: [] });
  });
});

describe('a snooze', () => {
  test('ends in the working time of whoever asks for it: in an hour, or on their next working morning', () => {
    const friday = new Date('2026-11-27T17:30:00Z');
    expect(snoozeEnd('hour', CALENDAR, NOW)).toEqual(later(60));
    expect(snoozeEnd('hour', CALENDAR, friday)).toEqual(new Date('2026-11-30T09:00:00Z'));
    expect(snoozeEnd('tomorrow', CALENDAR, NOW)).toEqual(new Date('2026-11-24T09:00:00Z'));
    expect(snoozeEnd('tomorrow', CALENDAR, friday)).toEqual(new Date('2026-11-30T09:00:00Z'));
  });

  test('always lies ahead and in working time, whenever it is asked for', () => {
    const minutes = fc.nat({ max: 60 * 24 * 30 });
    fc.assert(
      fc.property(fc.constantFrom('hour', 'tomorrow'), minutes, (which, ahead) => {
        const now = later(ahead);
        const end = snoozeEnd(which, CALENDAR, now);
        expect([end > now, isWorkTime(CALENDAR, end)]).toEqual([true, true]);
      }),
    );
  });

  test('is one for each person and thing, moves no day, and what was followed is dropped', () => {
    const about = { kind: 'thing', id: 't1' };
    const once = withSnooze(newProject(), { person: ana.person, about, until: later(60) }, NOW);
    const twice = withSnooze(once, { person: ana.person, about, until: later(90) }, NOW);
    expect(twice.snoozes).toHaveLength(1);
    expect(snoozedUntil(twice, ana.person, about)).toEqual(later(90));
    expect(snoozedUntil(twice, ben.person, about)).toBeNull();
    expect({ ...twice, snoozes: [] }).toEqual({ ...newProject(), snoozes: [] });
    const other = { kind: 'thing', id: 't2' };
    const later30 = later(60 * 24 * 30);
    expect(withSnooze(twice, { person: ana.person, about: other, until: later30 }, later30).snoozes).toHaveLength(1);
  });

  test('beyond so many in one project the oldest goes', () => {
    const ids = Array.from({ length: MOST_SNOOZES + 5 }, (_, at) => `t${at}`);
    const project = ids.reduce(
      (so, id) => withSnooze(so, { person: ana.person, about: { kind: 'thing', id }, until: later(60) }, NOW),
      newProject(),
    );
    expect(project.snoozes?.map(({ about }) => about.id)).toEqual(ids.slice(5));
  });
});

describe('in a digest', () => {
  const asked = {
    person: ana.person,
    now: NOW,
    calendar: CALENDAR,
    shownUntil: later(-60 * 24),
    left: new Set<string>(),
  };
  const partsOf = (nudges: readonly Nudge[], more: Partial<typeof asked> = {}) =>
    digestOf(nudges, { ...asked, ...more }).map(({ part, nudge: { step } }) => `${part} ${step}`);

  test('each thing stands once, where it is now', () => {
    const all = [nudge('ahead', -200), nudge('dueDay', -180), nudge('after', -60)];
    expect(partsOf(all.slice(0, 1), {})).toEqual(['coming ahead']);
    expect(partsOf(all.slice(0, 2))).toEqual(['today dueDay']);
    expect(partsOf(all)).toEqual(['overdue after']);
    expect(partsOf(all, { left: new Set([nudge('after', -60).key]) })).toEqual(['left after']);
  });

  test('whoever is called in the thread besides still has it on their day', () => {
    expect(partsOf([nudge('dueDay', -180), nudge('missing', -60)])).toEqual(['today dueDay']);
  });

  test('what is overdue is the team’s from two working days on, unless it was never said', () => {
    const DAY = 24 * 60;
    const partsAfter = (days: number, left: readonly string[] = []) => {
      const one = nudge('after', -days * DAY, { dueAt: later(-days * DAY) });
      return partsOf([one], { left: new Set(left) });
    };
    // It is a Monday.
    expect([0, 1, 2, 3].map((days) => partsAfter(days))).toEqual([...Array(4)].map(() => ['overdue after']));
    expect([4, 5, 30].map((days) => partsAfter(days))).toEqual([[], [], []]);
    expect(partsAfter(30, [nudge('after', 0).key])).toEqual(['left after']);
  });

  test('what comes up stands in one digest; what is due today in each of the day; nothing of what is to come, or another’s', () => {
    const old = nudge('ahead', -60 * 48);
    expect(partsOf([old])).toEqual([]);
    expect(partsOf([nudge('dueDay', -60 * 48, { dueAt: later(60) })])).toEqual(['today dueDay']);
    expect(partsOf([nudge('dueDay', -60 * 48, { dueAt: later(60 * 48) })])).toEqual([]);
    expect(partsOf([nudge('after', 5), nudge('after', -5, { to: ben.person }), nudge('missing', -5)])).toEqual([]);
  });
});
