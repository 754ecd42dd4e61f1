import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../src/io/database.ts';
import { verifyAll, type Verdict } from '../../src/io/verify.ts';
import { type LongRecord, longRecord } from '../support/long-record.ts';
import { builtDatabase } from '../support/mongo.ts';

let db: Database;
let end: () => Promise<void>;
let record: LongRecord;

beforeAll(async () => {
  ({ db, end } = await builtDatabase());
  record = await longRecord(db, { project: 'long', name: 'A long project', entries: 2000 });
});
afterAll(() => end());

/** A database in which the record grows whenever somebody has just looked where it stands; `times` times. */
function growing(times: number): Database {
  let left = times;
  const growOnce = async () => {
    if (left === 0) return;
    left -= 1;
    await record.grow(7);
  };
  async function* growingAfter<T>(rows: AsyncIterable<T>) {
    for await (const row of rows) {
      await growOnce();
      yield row;
    }
  }
  const collection: Database['collection'] = (name) => {
    const real = db.collection(name);
    if (name !== 'projects') return real;
    const find = (...args: Parameters<typeof real.find>) => {
      const cursor = real.find(...args);
      const rows = { [Symbol.asyncIterator]: cursor[Symbol.asyncIterator].bind(cursor) };
      return Object.assign(cursor, { [Symbol.asyncIterator]: () => growingAfter(rows) });
    };
    const findOne = async (filter: object) => {
      const row = await real.findOne(filter);
      await growOnce();
      return row;
    };
    return Object.create(real, { find: { value: find }, findOne: { value: findOne } }) as typeof real;
  };
  return { ...db, collection };
}

test.each([1, 2, 8])('a record that grows %i times while it is read is called whole', async (times) => {
  const found: Verdict[] = [];
  for await (const one of verifyAll(growing(times))) found.push(one);
  const whole = { project: 'long', name: 'A long project', entries: record.head().sequence, break: null };
  expect(found).toEqual([whole]);
});

test('a record that grows while it is read, and is broken besides, is called broken', async () => {
  await record.change(1000, { 'entry.actor': 'somebody' });
  const found: Verdict[] = [];
  for await (const one of verifyAll(growing(3))) found.push(one);
  await record.undo();
  expect(found.map((one) => one.break)).toEqual([{ sequence: 1000, why: 'changed' }]);
});
