import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type Person, personKey } from '../../src/kit/person.ts';
import type { Queued } from '../../src/kit/nudged.ts';
import type { Project } from '../../src/project/model.ts';
import { ana, ben } from '../support/arbitraries.ts';
import { type Engines, engines, known, WORKSPACE } from '../support/engine.ts';
import { anHourPasses, beginDay, bothWork, dueIn, FROM, put } from '../support/nudged-day.ts';
import { milestone } from '../support/random-weeks.ts';

let on: Engines;
beforeAll(async () => {
  on = await engines();
});
afterAll(() => on.end());
beforeEach(() => beginDay(on));

async function until(iso: string): Promise<void> {
  while (on.clock.now < new Date(iso)) {
    anHourPasses(on);
    await bothWork(on);
  }
}
const change = (id: string, next: (project: Project) => Project) =>
  on.bots[0].deps.store.decide(on.handling(), id, (project) => ({
    project: next(project),
    happened: [],
    rows: () => [],
  }));

const rowsOf = (person: Person) =>
  on.db
    .collection('outbox')
    .find({ lane: `person:${personKey(person)}` })
    .sort({ at: 1 })
    .toArray();
/** What somebody was told: when, and of which projects. */
const told = async (person: Person): Promise<string[]> =>
  (await rowsOf(person)).map((row) => {
    const things = JSON.stringify(row['message']).match(/"value":"p\d+/gu) ?? [];
    return `${(row['at'] as Date).toISOString().slice(0, 13)} ${things.map((one) => one.slice(9)).join(' ')}`;
  });
const missedOnRecord = () => on.db.collection('record').countDocuments({ 'entry.kind': 'nudge.missed' });
const waiting = (project: string, person: Person, at = on.clock.now): Queued => ({
  key: `${project}:x`,
  project,
  person: personKey(person),
  step: 'silent',
  about: { kind: 'x', id: 'x' },
  at,
});

describe('a project that cannot be read', () => {
  beforeEach(async () => {
    await put(on, dueIn(4, 4));
    await until('2026-11-24T11:00:00Z');
    await on.bots[0].deps.nudges.queue(WORKSPACE, [waiting('p0', ana.person)], on.clock.now);
    await on.db.collection('projects').updateOne({ _id: 'p0' }, { $set: { 'people.0.name': 5, kindOfWork: 5 } });
    await on.db.collection('projects').updateOne({ _id: 'p0' }, { $set: { startedAt: 5 } });
  });

  test('keeps nobody from being told of the others, although something of it waits for them', async () => {
    await until('2026-11-24T14:00:00Z');
    expect(await told(ana.person)).toEqual([expect.stringMatching(/^2026-11-24T1\d p1$/u)]);
    expect(await on.db.collection('nudges').findOne({ project: 'p0', state: 'due' })).not.toBeNull();
  });

  test('takes nobody’s morning: their other projects are in it', async () => {
    await until('2026-11-25T10:00:00Z');
    expect(await told(ana.person)).toEqual([expect.stringMatching(/^2026-11-24T1\d p1$/u), '2026-11-25T09 p1']);
  });
});

describe('what was said to somebody else is missed by nobody', () => {
  test('where somebody takes a project over', async () => {
    await put(on, dueIn(8));
    await until('2026-11-25T08:00:00Z');
    expect(await told(ana.person)).toEqual(['2026-11-24T16 p0']);
    await change('p0', (project) => ({
      ...project,
      people: project.people.flatMap((one) =>
        one.id === ana.id ? [{ ...one, ...ben }] : one.id === ben.id ? [] : [one],
      ),
    }));
    await until('2026-11-25T12:00:00Z');
    expect(await told(ben.person)).toEqual(['2026-11-25T09 p0']);
    expect(await missedOnRecord()).toBe(0);
  });
});

describe('whoever gets no digest', () => {
  test('as people of other companies, is told on the next day what was more than their day had room for', async () => {
    const other = { team: 'TOTHER', user: 'UOTHER' };
    await known(on.db, other, 'id-other', 'Europe/London');
    const [first] = dueIn(400);
    const owner = { person: other, id: 'id-other', name: 'Pat' };
    const steps = [0, 1, 2].map((at) => ({ ...milestone(new Date(FROM), 0, at), owner }));
    const member = { ...first!.people[0]!, ...owner, role: 'teamMember' as const };
    await put(on, [{ ...first!, people: [...first!.people, member], plan: { milestones: steps } }]);
    // Somebody has used up the day of theirs.
    await until('2026-11-25T08:00:00Z');
    const spent = [{ person: personKey(other), day: '2026-11-25' }];
    for (let times = 0; times < 2; times += 1)
      expect(await on.bots[0].deps.nudges.say(on.handling(), { rows: [], nudged: { spent } })).toBe(true);
    await until('2026-11-25T17:00:00Z');
    expect(await told(other)).toEqual([]);
    await until('2026-11-26T17:00:00Z');
    expect(await told(other)).toHaveLength(1);
  });
});

test('nobody who has gone away since it came up is told of it before they are back', async () => {
  await put(on, dueIn(11));
  // The day passes at night, and nobody is at work.
  await until('2026-11-24T20:00:00Z');
  await on.bots[0].deps.nudges.queue(WORKSPACE, [], on.clock.now);
  await on.bots[0].deps.absences.set(WORKSPACE, {
    person: ana.person,
    absence: { until: '2026-11-25', zone: 'Europe/London', standIn: null },
    setAt: FROM,
  });
  await until('2026-11-25T20:00:00Z');
  expect(await told(ana.person)).toEqual([]);
  await until('2026-11-26T12:00:00Z');
  expect(await told(ana.person)).toHaveLength(1);
});

test('a digest is of its day: it is not posted any more when work has ended', async () => {
  await put(on, dueIn(30));
  await until('2026-11-25T10:00:00Z');
  const digests = (await rowsOf(ana.person)).filter(({ _id }) => _id.includes('/digest:'));
  expect(digests.map(({ notAfter }) => notAfter)).toEqual([new Date('2026-11-25T18:00:00Z')]);
});

test('a call in the thread is of its time: it is not posted any more once the day has come', async () => {
  await put(on, dueIn(9));
  await until('2026-11-24T16:00:00Z');
  const calls = await on.db
    .collection('outbox')
    .find({ _id: { $regex: 'approval:p0' } })
    .toArray();
  expect(calls.length).toBeGreaterThan(0);
  for (const call of calls) expect(call['notAfter']).toEqual(new Date('2026-11-24T17:00:00Z'));
});
