import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { groupsOf } from '../../src/digest/rules-queue.ts';
import { workedOut } from '../../src/digest/service-context.ts';
import { dayIn } from '../../src/kit/calendar.ts';
import type { Nudge } from '../../src/kit/nudge.ts';
import { MOST_A_DAY } from '../../src/kit/nudged.ts';
import { personKey } from '../../src/kit/person.ts';
import { isWorkTime, type WorkCalendar } from '../../src/kit/work-days.ts';
import { type Engines, engines, known, MAKERS, WORKSPACE } from '../support/engine.ts';
import { plainCalendar } from '../support/plain-calendar.ts';
import { acted, type Act, acts, PEOPLE, planted, type Week, weeks, WENT_WRONG } from '../support/random-weeks.ts';

/** Each run plays several weeks, with two processes on a real database. */
const LONG_MS = 280_000;
const RUNS = 6;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let on: Engines;
beforeAll(async () => {
  on = await engines();
});
afterAll(() => on.end());

/** Something that one person was told by itself, and when. */
type Told = { person: string; at: Date; keys: readonly string[]; is: 'message' | 'digest' | 'mention' };

/** What was said to people, as their messages have it, and who was called, as the record has it. */
async function everythingTold(): Promise<Told[]> {
  const rows = await on.db
    .collection('outbox')
    .find({ lane: /^person:/u, kind: 'say' })
    .toArray();
  const direct = rows.map((row): Told => {
    const text = JSON.stringify(Object(row['message']).blocks);
    const buttons = [...text.matchAll(/"action_id":"said","text":\{[^}]*\},"value":"([^"]+)"/gu)];
    const is = row._id.includes('/digest:') ? 'digest' : 'message';
    const person = String(row['lane']).replace('person:', '');
    return { person, at: row['at'] as Date, keys: buttons.map(([, key]) => key ?? ''), is };
  });
  const reminded = await on.db.collection('record').find({ 'entry.kind': 'approval.reminded' }).toArray();
  const mentions = reminded.flatMap((one): Told[] => {
    const { project, at } = one['entry'] as { project: string; at: string };
    const { about } = one['content'] as { about: string[] };
    return about.map((id) => {
      const found = PEOPLE.find((person) => person.id === id);
      return {
        person: found ? personKey(found.person) : id,
        at: new Date(at),
        keys: [`${project}:${id}`],
        is: 'mention',
      };
    });
  });
  return [...direct, ...mentions];
}

const calendarOf = (week: Week, person: string): WorkCalendar => {
  const index = PEOPLE.findIndex((one) => personKey(one.person) === person);
  return plainCalendar(week.zones[index] ?? 'utc');
};

/** Plays some weeks: time passes, people act, processes are away or die; and two quiet weeks follow. */
async function play(week: Week): Promise<void> {
  await on.empty();
  on.clock.now = new Date(week.from);
  for (const [index, one] of PEOPLE.entries()) await known(on.db, one.person, one.id, week.zones[index] ?? 'utc');
  const projects = planted(week).map((project) => ({ ...project, nextDueAt: on.clock.now }));
  await on.db.collection('projects').insertMany(projects);
  for (const act of week.acts) await step(act);
  for (const bot of on.bots) bot.dies.at = null;
  for (let hour = 0; hour < 14 * 24; hour += 5) await pass(5, true);
}

async function pass(hours: number, isUp: boolean): Promise<void> {
  on.clock.now = new Date(on.clock.now.getTime() + hours * HOUR_MS);
  if (isUp) await Promise.all(on.bots.map((bot) => bot.work()));
}

async function step(act: Act): Promise<void> {
  if (act.is === 'passes') return pass(act.hours, true);
  if (act.is === 'down') return pass(act.hours, false);
  const [first] = on.bots;
  first.dies.at = act.is === 'dies' ? act.at : null;
  if (!('project' in act)) return;
  await first.deps.store.decide(on.handling(), `p${act.project}`, (project) => {
    const next = acted(project, act, on.clock.now);
    return next === project ? null : { project: next, happened: [], rows: () => [] };
  });
}

/** The ceiling, for every person and day of their own: two messages or mentions, and one digest. */
function expectCeiling(week: Week, told: readonly Told[]): void {
  const count = (is: (one: Told) => boolean): number[] => {
    const days = told.filter(is).map(({ person, at }) => `${person} ${dayIn(calendarOf(week, person).zone, at)}`);
    return [...new Set(days)].map((day) => days.filter((one) => one === day).length);
  };
  expect(Math.max(0, ...count(({ is }) => is !== 'digest'))).toBeLessThanOrEqual(MOST_A_DAY);
  expect(Math.max(0, ...count(({ is }) => is === 'digest'))).toBeLessThanOrEqual(1);
}

/** Nothing twice, unless it was put off in between. */
function expectOnce(week: Week, told: readonly Told[]): void {
  const putOff = (key: string) =>
    week.acts.filter((act) => act.is === 'snooze' && key.startsWith(`p${act.project}:`)).length;
  const all = told.flatMap(({ person, keys, is }) => keys.map((key) => ({ name: `${is} ${person} ${key}`, key, is })));
  for (const { name, key, is } of all) {
    const times = all.filter((one) => one.key === key && one.name.split(' ')[1] === name.split(' ')[1]).length;
    const most = is === 'mention' ? 1 : 1 + putOff(key);
    expect([name, times <= most]).toEqual([name, true]);
  }
}

const isSaid = (state: string): boolean => state === 'said' || state === 'inDigest';

/** Is a row a later step of the same thing, for the same person? */
const isLaterOf = ({ about, to, at }: Nudge, row: Readonly<Record<string, unknown>>): boolean =>
  Object(row['about']).id === about.id && row['person'] === personKey(to) && (row['at'] as Date) > at;

/** Of what is open, the last step was said, and those before it were, or are on the record; which counts exactly those. */
async function expectNothingForgotten(week: Week): Promise<void> {
  const [{ deps }] = on.bots;
  const { now } = on.clock;
  const rows = await on.db.collection('nudges').find({}).toArray();
  for (const { _id: id } of planted(week)) {
    const project = await deps.store.project(WORKSPACE, id);
    const { nudges } = project ? await workedOut(deps, project, now, MAKERS) : { nudges: [] };
    const statesOf = (key: string) =>
      rows.filter((row) => String(row['key']).split('~')[0] === `${id}:${key}`).map((row) => String(row['state']));
    for (const group of groupsOf(nudges.filter(({ at, way }) => way === 'message' && at <= now))) {
      const [last, ...before] = group.toReversed();
      // What came up on a weekend waits for the Monday after it.
      const isFresh = last === undefined || now.getTime() - last.at.getTime() < 4 * DAY_MS;
      const wasSaid = statesOf(last?.key ?? '').some(isSaid);
      // They stood in for somebody meanwhile, and heard the later step of it in their place.
      const wasOvertaken = rows.some(
        (row) => row['project'] === id && last !== undefined && isLaterOf(last, row) && isSaid(String(row['state'])),
      );
      expect([last?.key, isFresh || wasSaid || wasOvertaken]).toEqual([last?.key, true]);
      // What was said to somebody in whose place they are now was said.
      const isSettled = ({ key, to }: Nudge): boolean => {
        const step = `${id}:${key.slice(0, -personKey(to).length)}`;
        return rows.some((row) => String(row['key']).startsWith(step) && row['state'] !== 'due');
      };
      for (const one of before) expect([one.key, isSettled(one)]).toEqual([one.key, true]);
    }
    const missed = rows.filter((row) => row['project'] === id && row['state'] === 'missed');
    const entries = await on.db
      .collection('record')
      .find({ 'entry.project': id, 'entry.kind': 'nudge.missed' })
      .toArray();
    const counts = entries.map((one) => Number(Object(one['content']).nudges.count));
    expect(counts.reduce((sum, one) => sum + one, 0)).toBe(missed.length);
  }
}

test(
  'whatever happens in some weeks, nobody is told more than they get, twice, or outside of their working time, and nothing is forgotten',
  async () => {
    await fc.assert(
      fc.asyncProperty(weeks(acts), async (week) => {
        await play(week);
        const told = await everythingTold();
        for (const { person, at, is } of told)
          expect([is, person, at, isWorkTime(calendarOf(week, person), at)]).toEqual([is, person, at, true]);
        expectCeiling(week, told);
        expectOnce(week, told);
        await expectNothingForgotten(week);
      }),
      { numRuns: RUNS, endOnFailure: true, examples: WENT_WRONG.map((week): [Week] => [week]) },
    );
  },
  LONG_MS,
);
