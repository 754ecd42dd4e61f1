import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { CollectionName, Database } from '../../src/io/database.ts';
import { type Digests, makeDigests } from '../../src/io/digests.ts';
import { makeLog } from '../../src/io/log.ts';
import { makeNudges, type Nudges } from '../../src/io/nudges.ts';
import { nobodyWatches } from '../../src/io/watch.ts';
import { type Project, projectSchema } from '../../src/project/model.ts';
import { later, newProject, NOW } from '../support/arbitraries.ts';
import { operationsOf, sumOf } from '../support/examined.ts';
import { builtDatabase } from '../support/mongo.ts';

/** So many of everything are there besides what is looked for. */
const MANY = 200;
const WORKSPACE = newProject().workspace;
const numbers = Array.from({ length: MANY }, (_, index) => index);

let db: Database;
let end: () => Promise<void>;
let nudges: Nudges;
let digests: Digests<Project>;
beforeAll(async () => {
  ({ db, end } = await builtDatabase());
  nudges = makeNudges({ db, newId: () => 'id', watch: nobodyWatches, planned: () => undefined });
  digests = makeDigests({ db, log: makeLog('error', { write: () => undefined }), schema: projectSchema });
  await fill();
});
afterAll(() => end());

const person = (index: number) => ({ team: 'TAGENCY', user: `U${index}` });

async function fill(): Promise<void> {
  const { channels, people, ...project } = newProject();
  const [member] = people;
  await db.collection('projects').insertMany(
    numbers.map((index) => ({
      ...project,
      _id: `p${index}`,
      channels: { ...channels, team: { ...channels.team, id: `C${index}` } },
      people: [
        {
          ...member,
          person: person(index),
          standIn: { person: person(index + 1000), id: `s${index}`, name: null },
        },
      ],
    })),
  );
  await digests.enter(WORKSPACE, numbers.map(person), later(60));
  const about = { kind: 'thing', id: 't' };
  const row = (index: number) =>
    ({ key: `k${index}`, project: `p${index}`, person: `TAGENCY:U${index}`, step: 'after', about, at: NOW }) as const;
  await nudges.queue(WORKSPACE, numbers.map(row), later(60));
  // Most of what ever waited is done with.
  const done = {
    rows: [],
    nudged: { settled: [{ keys: numbers.slice(1).map((index) => `k${index}`), as: 'said' as const }] },
  };
  const handling = { workspace: WORKSPACE, delivery: null, now: NOW, deadline: { left: () => 1000 }, actor: null };
  expect(await nudges.say(handling as never, done)).toBe(true);
}

/** How many documents of a collection MongoDB looked at while something was done. */
async function examined(name: CollectionName, act: () => Promise<unknown>): Promise<number> {
  const operations = await operationsOf(db, act, name);
  expect(operations.length).toBeGreaterThan(0);
  return sumOf(operations, 'docsExamined');
}

test.each<[string, CollectionName, number, () => Promise<unknown>]>([
  ['for whom something waits, where nothing is due', 'nudges', 0, () => nudges.people(WORKSPACE, NOW, 500)],
  [
    'whether a project of one person is being looked into',
    'projects',
    1,
    async () => expect(await digests.isLookedInto(WORKSPACE, person(5), NOW)).toBe(false),
  ],
  [
    'whether a step was said to anybody',
    'nudges',
    1,
    async () => expect(await nudges.begun(WORKSPACE, ['k19', 'nothing'])).toEqual(new Set(['k19'])),
  ],
  ['whose digest is due, where none is', 'digests', 0, () => digests.due(WORKSPACE, NOW, 200)],
  ['for whom something waits', 'nudges', 1, () => nudges.people(WORKSPACE, later(60), 500)],
  ['what waits for one person', 'nudges', 1, () => nudges.of(WORKSPACE, 'TAGENCY:U0', 200)],
  ['what is left for them', 'nudges', 1, () => nudges.takeUp(WORKSPACE, 'TAGENCY:U0', NOW)],
  [
    'the projects of one person',
    'projects',
    1,
    async () => expect(await digests.projects(WORKSPACE, person(5), 60)).toHaveLength(1),
  ],
  [
    'and those in which they stand in',
    'projects',
    1,
    async () => expect(await digests.projects(WORKSPACE, person(1005), 60)).toHaveLength(1),
  ],
])('%s, is found without going through all of them', async (_what, collection, most, act) => {
  expect(await examined(collection, act)).toBeLessThanOrEqual(most);
});

test('what nobody asks for any more is forgotten, and what still waits never is', async () => {
  const inTwoYears = later(2 * 365 * 24 * 60);
  expect(await nudges.forget(NOW)).toBe(0);
  expect(await nudges.forget(inTwoYears)).toBe(MANY - 1);
  expect(await nudges.of(WORKSPACE, 'TAGENCY:U0', 10)).toHaveLength(1);
});
