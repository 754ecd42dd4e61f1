import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { makeAbsences } from '../../src/io/absences.ts';
import { messagesOf } from '../../src/io/archive-messages.ts';
import type { CollectionName, Database } from '../../src/io/database.ts';
import { makeLog } from '../../src/io/log.ts';
import { freshCard } from '../../src/io/outbox.ts';
import { type Batch, nextRows } from '../../src/io/sender-rows.ts';
import { makeStore, type Store } from '../../src/io/store.ts';
import { sweepJob } from '../../src/io/sweep.ts';
import { nobodyWatches } from '../../src/io/watch.ts';
import { card, type RowDraft, teamOf } from '../../src/kit/rows.ts';
import { type Project, projectSchema } from '../../src/project/model.ts';
import { summarise } from '../../src/project/rules-summary.ts';
import { newProject, NOW } from '../support/arbitraries.ts';
import { delivered, fileContent } from '../support/delivered.ts';
import { operationsOf, sumOf } from '../support/examined.ts';
import { builtDatabase } from '../support/mongo.ts';

/** So many of everything are there besides what is looked for. */
const MANY = 150;

let db: Database;
let end: () => Promise<void>;
let store: Store<Project>;
beforeAll(async () => {
  ({ db, end } = await builtDatabase());
  const parts = { db, schema: projectSchema, waits: () => [], summarise, watch: nobodyWatches };
  store = makeStore({ ...parts, newId: () => 'id', newSalt: () => 'salt', planned: () => undefined });
  await fill();
});
afterAll(() => end());

const WORKSPACE = newProject().workspace;
const numbers = Array.from({ length: MANY }, (_, index) => index);

async function fill(): Promise<void> {
  const { channels, ...project } = newProject();
  const projects = numbers.map((index) => ({
    ...project,
    _id: `p${index}`,
    channels: { ...channels, team: { ...channels.team, id: `C${index}` } },
    nextDueAt: index === 0 ? NOW : null,
    deliverables: deliverablesWith(index),
  }));
  await db.collection('projects').insertMany(projects);
  const people = numbers.map((index) => ({
    _id: `person${index}`,
    workspace: WORKSPACE,
    team: 'T',
    user: `U${index}`,
  }));
  await db.collection('people').insertMany(people);
  const outbox = numbers.map((index) => ({
    _id: `row${index}`,
    workspace: WORKSPACE,
    channel: 'C1',
    ts: `${index}.1`,
  }));
  await db.collection('outbox').insertMany(outbox);
  const record = numbers.map((index) => ({
    _id: `p1:${index}`,
    entry: { workspace: WORKSPACE, project: 'p1', sequence: index },
    content: { evidence: { message: { channel: 'C1', ts: `${index}.1` } } },
  }));
  await db.collection('record').insertMany(record);
}

/** Three files of each: of what is made ready, of what was sent last, and before that. */
function deliverablesWith(index: number) {
  const file = (place: number) => [fileContent(`F${index}-${place}`)];
  return delivered({ draft: file(3), sent: [file(1), file(2)] }).deliverables;
}

/** How many documents of a collection MongoDB looked at while something was done. */
async function examined(name: CollectionName, act: () => Promise<unknown>): Promise<number> {
  const operations = await operationsOf(db, act, name);
  expect(operations.length).toBeGreaterThan(0);
  return sumOf(operations, 'docsExamined');
}

const sweep = () => sweepJob({ db, log: makeLog('silent'), workspace: WORKSPACE, sweep: async () => null });

test.each<[string, CollectionName, () => Promise<unknown>]>([
  [
    'the project of a channel',
    'projects',
    async () => expect(await store.inChannel(WORKSPACE, 'C5', 8)).toHaveLength(1),
  ],
  [
    'the project of a file that is deleted',
    'projects',
    async () => {
      for (const file of ['F5-1', 'F5-2', 'F5-3']) expect(await store.withFile(WORKSPACE, file, 20)).toHaveLength(1);
    },
  ],
  ['a file of nobody’s', 'projects', async () => expect(await store.withFile(WORKSPACE, 'F0', 20)).toEqual([])],
  ['what is due', 'projects', () => sweep().run(NOW)],
  ['absences that are not in all projects', 'people', () => makeAbsences(db).open(WORKSPACE, NOW)],
  ['a message of ours', 'outbox', () => messages().postAt(WORKSPACE, { channel: 'C1', ts: '149.1' })],
  ['a card of ours', 'outbox', () => messages().cardAt(WORKSPACE, { channel: 'C1', ts: '149.1' })],
  ['what a message proves', 'record', () => messages().provedBy(WORKSPACE, { channel: 'C1', ts: '149.1' })],
])('%s is found without going through all of them', async (_what, collection, act) => {
  expect(await examined(collection, act)).toBeLessThan(5);
});

test('what people wait for is found without going through a long queue of what nobody waits for', async () => {
  const rows = Array.from({ length: 3000 }, (_, index) => ({
    ...freshCard(queued(`q${index}`, index === 2999), { workspace: 'TQUEUE', now: NOW, order: index }, 'token'),
  }));
  await db.collection('outbox').insertMany(rows);
  let batch: Batch | undefined;
  const act = async () => {
    batch = await nextRows(db, 'TQUEUE', [], makeLog('silent'));
  };
  // The oldest 200, and the one row that somebody waits for, which is read with its lane.
  expect(await examined('outbox', act)).toBeLessThan(205);
  expect(batch?.rows.filter(({ urgent }) => urgent)).toHaveLength(1);
});

const queued = (id: string, urgent: boolean): RowDraft => ({
  ...card(teamOf(id), { kind: 'dailyPost', project: id, about: '2026-11-30' }),
  urgent,
});

const messages = () => messagesOf(db, (raw) => raw as never);
