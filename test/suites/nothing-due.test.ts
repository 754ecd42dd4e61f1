import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ClockJob } from '../../src/io/agenda.ts';
import type { Database } from '../../src/io/database.ts';
import { makeLog } from '../../src/io/log.ts';
import { sweepJob } from '../../src/io/sweep.ts';
import { NOW } from '../support/arbitraries.ts';
import { operationsOf, sumOf } from '../support/examined.ts';
import { builtDatabase } from '../support/mongo.ts';
import { posting, WORKSPACE } from '../support/posting.ts';

/** Nothing of them is due: they will be later, or never. */
const MANY = 10_000;

let db: Database;
let end: () => Promise<void>;
beforeAll(async () => {
  ({ db, end } = await builtDatabase());
  const later = (index: number) => (index % 4 === 0 ? null : new Date(NOW.getTime() + index * 1000 + 1000));
  const all = Array.from({ length: MANY }, (_, index) => ({
    ...{ _id: `p${index}`, workspace: WORKSPACE, schemaVersion: 3 },
    channels: { team: { id: `C${index}` } },
    ...{ nextDueAt: later(index), nextPostAt: later(index) },
  }));
  await db.collection('projects').insertMany(all);
  // Another workspace has something that is due.
  await db.collection('projects').insertOne({ ...all[0]!, _id: 'o', workspace: 'TO', nextDueAt: NOW, nextPostAt: NOW });
});
afterAll(() => end());

const sweep = () => sweepJob({ db, log: makeLog('silent'), workspace: WORKSPACE, sweep: async () => null });

test.each<[string, () => ClockJob]>([
  ['the sweep', sweep],
  ['the planning of daily posts', () => posting(db).job],
])('%s asks once and reads no document where nothing is due of ten thousand projects', async (_name, job) => {
  const operations = await operationsOf(db, () => job().run(NOW));
  expect([operations.length, sumOf(operations, 'docsExamined')]).toEqual([1, 0]);
  expect(sumOf(operations, 'keysExamined')).toBeLessThan(3);
});
