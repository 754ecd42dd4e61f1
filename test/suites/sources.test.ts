import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import type { Database } from '../../src/io/database.ts';
import { makeSources, type Sources, writeSource } from '../../src/io/sources.ts';
import { builtDatabase } from '../support/mongo.ts';

const DAY_MS = 24 * 60 * 60 * 1000;
const NOW = new Date('2027-01-04T09:00:00Z');
const after = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
const of = (project: string, workspace = 'TAGENCY') => ({ workspace, project });
const said = (text: string) => [{ heading: null, text, question: null }];

let db: Database;
let end: () => Promise<void>;
let sources: Sources;

beforeAll(async () => {
  ({ db, end } = await builtDatabase());
  sources = makeSources(db, () => NOW);
});
afterAll(() => end());
beforeEach(() => db.collection('sources').deleteMany({}));

/** Keeps a source as the decision that takes it does. `fails`: the decision is not saved after all. */
async function keep(scope: ReturnType<typeof of>, id: string, text: string, fails = false): Promise<void> {
  const session = await db.session();
  try {
    session.startTransaction();
    await writeSource(db, session, scope, { id, parts: said(text) });
    await (fails ? session.abortTransaction() : session.commitTransaction());
  } finally {
    await session.endSession();
  }
}

test('what a form was opened with is forgotten after three days, and what was taken of it never is', async () => {
  await sources.hold('TAGENCY', 's1', said('never submitted'));
  await sources.hold('TAGENCY', 's2', said('as it was written'));
  await keep(of('p1'), 's2', 'as it was changed in the form');
  await keep(of('p1'), 's3', 'a document');
  expect(await sources.forget(after(2.9))).toBe(0);
  expect(await sources.forget(after(3.1))).toBe(1);
  expect(await sources.forget(after(400))).toBe(0);
  expect(await sources.parts(of('p1'), 's1')).toBeNull();
  expect(await sources.parts(of('p1'), 's2')).toEqual(said('as it was written'));
  expect(await sources.parts(of('p1'), 's3')).toEqual(said('a document'));
});

test('a text that was held twice, or kept twice, is as it was first', async () => {
  await sources.hold('TAGENCY', 's1', said('first'));
  await sources.hold('TAGENCY', 's1', said('second'));
  await keep(of('p1'), 's1', 'third');
  await keep(of('p1'), 's1', 'fourth');
  await sources.hold('TAGENCY', 's1', said('fifth'));
  expect(await sources.parts(of('p1'), 's1')).toEqual(said('first'));
  expect(await sources.forget(after(400))).toBe(0);
});

test('a source whose decision was not saved is not there, and what was held of it is nobody’s still', async () => {
  await keep(of('p1'), 's1', 'a document', true);
  expect(await sources.parts(of('p1'), 's1')).toBeNull();
  await sources.hold('TAGENCY', 's2', said('a message'));
  await keep(of('p1'), 's2', 'a message', true);
  expect(await sources.forget(after(3.1))).toBe(1);
});

test('another project, and another workspace, neither reads a source nor takes it over, whatever id they name', async () => {
  await keep(of('p1'), 's1', 'the first client’s');
  await sources.hold('TAGENCY', 's2', said('held here'));
  for (const other of [of('p2'), of('p1', 'TOTHER'), of('p2', 'TOTHER')]) {
    expect(await sources.parts(other, 's1')).toBeNull();
    await expect(keep(other, 's1', 'theirs')).rejects.toMatchObject({ code: 11_000 });
  }
  expect(await sources.parts(of('p1', 'TOTHER'), 's2')).toBeNull();
  await sources.hold('TOTHER', 's2', said('theirs'));
  expect(await sources.parts(of('p1', 'TOTHER'), 's2')).toBeNull();
  expect(await sources.parts(of('p1'), 's1')).toEqual(said('the first client’s'));
  expect(await sources.parts(of('p1'), 's2')).toEqual(said('held here'));
});
