import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { sinceOf } from '../../src/io/archive-since.ts';
import type { Database } from '../../src/io/database.ts';
import { append, emptyHead, type Stored } from '../../src/kit/chain.ts';
import { postKey, postKeys } from '../../src/progress/rules-follows.ts';
import { later, NOW } from '../support/arbitraries.ts';
import { operationsOf } from '../support/examined.ts';
import { builtDatabase } from '../support/mongo.ts';

const WORKSPACE = 'TAGENCY';
const scope = (project: string) => ({ workspace: WORKSPACE, project });
/** So many posts and entries are there of each project, and so many projects. */
const MANY = 60;
const PROJECTS = 5;

let db: Database;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ db, end } = await builtDatabase());
  await fill();
});
afterAll(() => end());

/** A day of the year 2026, by its number. */
const dayOf = (at: number): string => new Date(Date.UTC(2026, 0, 1 + at)).toISOString().slice(0, 10);
const numbers = Array.from({ length: MANY }, (_, at) => at);
const projects = Array.from({ length: PROJECTS }, (_, at) => `p${at}`);

async function fill(): Promise<void> {
  const rows = projects.flatMap((project) =>
    numbers.map((at) => ({
      _id: `${WORKSPACE}/${postKey(project, dayOf(at))}`,
      workspace: WORKSPACE,
      // Every third day nothing was said, so nothing was posted.
      ts: at % 3 === 0 ? null : `${Date.parse(dayOf(at)) / 1000}.000100`,
      wantedAt: at === 58 ? new Date(`${dayOf(at)}T00:30:00Z`) : new Date(`${dayOf(at)}T00:00:00Z`),
    })),
  );
  await db.collection('outbox').insertMany(rows);
  for (const project of projects) await db.collection('record').insertMany(entriesOf(project));
}

function entriesOf(project: string) {
  const drafts = numbers.map((at) => ({ kind: 'brief.sent', actor: 'ana', at: later(at).toISOString(), content: {} }));
  const { stored } = append(scope(project), emptyHead(WORKSPACE, project), drafts, () => '00');
  return stored.map((one) => ({ _id: `${project}:${one.entry.sequence}`, ...one }));
}

const read = () => sinceOf(db, (raw) => raw as Stored);

test('the last posts of a project are those that were really posted, as old as they were edited last', async () => {
  const [project] = projects;
  const keys = { from: postKeys(project ?? ''), to: postKey(project ?? '', dayOf(58)) };
  expect(await read().postedBetween(WORKSPACE, keys, 2)).toEqual([
    { key: keys.to, at: new Date(`${dayOf(58)}T00:30:00Z`) },
    { key: postKey(project ?? '', dayOf(56)), at: new Date(Date.parse(dayOf(56))) },
  ]);
  const before = { ...keys, to: postKey(project ?? '', dayOf(57)) };
  expect((await read().postedBetween(WORKSPACE, before, 1))[0]?.key).toBe(postKey(project ?? '', dayOf(56)));
  expect(await read().postedBetween('TOTHER', keys, 2)).toEqual([]);
  expect(await read().postedBetween(WORKSPACE, { ...keys, to: keys.from }, 2)).toEqual([]);
});

test('what is new on a record is what came after an instant, newest first, and no more than is asked for', async () => {
  const sequences = async (from: number, limit: number) =>
    (await read().since(scope('p1'), later(from), limit)).map(({ entry }) => entry.sequence);
  expect(await sequences(56, 100)).toEqual([60, 59, 58]);
  expect(await sequences(-1, 4)).toEqual([60, 59, 58, 57]);
  expect(await sequences(59, 100)).toEqual([]);
});

test('neither looks through what other projects, or other days, hold', async () => {
  const posted = () => read().postedBetween(WORKSPACE, { from: postKeys('p2'), to: postKey('p2', dayOf(58)) }, 2);
  const fresh = () => read().since(scope('p2'), NOW, 10);
  for (const looked of [await operationsOf(db, posted, 'outbox'), await operationsOf(db, fresh, 'record')]) {
    expect(looked.map(({ op }) => op)).toEqual(['query']);
    expect(looked[0]?.['docsExamined']).toBeLessThanOrEqual(12);
  }
});
