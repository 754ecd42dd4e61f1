import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../src/io/database.ts';
import { longRecord } from '../support/long-record.ts';
import { builtDatabase } from '../support/mongo.ts';
import { type Ran, run } from '../support/run.ts';

const ENTRIES = 10_000;

let db: Database;
let uri: string;
let end: () => Promise<void>;

beforeAll(async () => {
  ({ db, uri, end } = await builtDatabase());
  await longRecord(db, { project: 'a', name: 'Spring launch', entries: ENTRIES });
  await longRecord(db, { project: 'b', name: '春茶上市', entries: 3 });
});
afterAll(() => end());

/** As `npm run verify` runs it. */
const verify = (...args: string[]): Promise<Ran> => run('src/admin/verify.ts', { MONGODB_URI: uri }, ...args);

const WHOLE = [`ok      a: ${ENTRIES} entries`, 'ok      b: 3 entries'];

test('the command prints a verdict for each record, and its progress beside them', async () => {
  const { code, stdout, stderr } = await verify();
  expect(stdout.trim().split('\n')).toEqual([...WHOLE, '2 records checked, 0 broken.']);
  expect(stderr.trim().split('\n')).toEqual([
    `checking a: 5000 of ${ENTRIES} entries`,
    `checking a: 10000 of ${ENTRIES} entries`,
  ]);
  expect(code).toBe(0);
});

test('the command ends with 1 and names the entry where a record is broken, and checks the others all the same', async () => {
  const broken = { _id: 'a:7000' };
  await db.collection('record').updateOne(broken, { $set: { 'entry.actor': 'somebody' } });
  const { code, stdout, stderr } = await verify();
  await db.collection('record').updateOne(broken, { $set: { 'entry.actor': 'liaison' } });
  const verdict = 'BROKEN  a: entry 7000 is changed';
  expect(stdout.trim().split('\n')).toEqual([verdict, WHOLE[1], '2 records checked, 1 broken.']);
  expect(stderr.trim()).toBe(`checking a: 5000 of ${ENTRIES} entries`);
  expect(code).toBe(1);
});

test.each([
  ['b', 0, [WHOLE[1], '1 records checked, 0 broken.']],
  ['none', 1, ['0 records checked, 0 broken.']],
])('the command checks the project %s alone, and ends with %i', async (project, code, said) => {
  const ran = await verify('--project', project);
  expect({ code: ran.code, said: ran.stdout.trim().split('\n') }).toEqual({ code, said });
});
