import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ClockJob } from '../../src/io/agenda.ts';
import { connect, type Database } from '../../src/io/database.ts';
import { makeLog } from '../../src/io/log.ts';
import { sweepJob } from '../../src/io/sweep.ts';
import { NOW } from '../support/arbitraries.ts';
import { type TestDatabase, testDatabase } from '../support/mongo.ts';
import { posting, WORKSPACE } from '../support/posting.ts';

/** Nothing of them is due: they will be later, or never. */
const MANY = 10_000;

let place: TestDatabase;
let db: Database;
beforeAll(async () => {
  place = await testDatabase();
  db = await connect(place.uri);
  await db.buildIndexes();
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
afterAll(async () => {
  await db.close();
  await place.drop();
});

/** How many documents, and keys of indexes, MongoDB looked at while a job ran, in all collections. */
async function examined(job: ClockJob): Promise<{ operations: number; docs: number; keys: number }> {
  const mongo = db.connection.db!;
  await mongo.command({ profile: 2 });
  await job.run(NOW);
  await mongo.command({ profile: 0 });
  const ops = await mongo
    .collection('system.profile')
    .find({ ns: { $not: /system\.profile/u } })
    .toArray();
  await mongo.collection('system.profile').drop();
  const sum = (field: string) => ops.reduce((all, one) => all + Number(one[field] ?? 0), 0);
  return { operations: ops.length, docs: sum('docsExamined'), keys: sum('keysExamined') };
}

const sweep = () => sweepJob({ db, log: makeLog('silent'), workspace: WORKSPACE, sweep: async () => null });

test.each<[string, () => ClockJob]>([
  ['the sweep', sweep],
  ['the planning of daily posts', () => posting(db).job],
])('%s asks once and reads no document where nothing is due of ten thousand projects', async (_name, job) => {
  const { operations, docs, keys } = await examined(job());
  expect([operations, docs]).toEqual([1, 0]);
  expect(keys).toBeLessThan(3);
});
