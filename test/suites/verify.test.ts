import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Database } from '../../src/io/database.ts';
import { type Progress, verifyAll, type Verdict } from '../../src/io/verify.ts';
import { type Break, entryHash } from '../../src/kit/chain.ts';
import { forged, type LongRecord, longRecord, type RecordRow, renumbered } from '../support/long-record.ts';
import { builtDatabase } from '../support/mongo.ts';

const ENTRIES = 10_000;
const NAME = 'A long project';

let db: Database;
let end: () => Promise<void>;
let record: LongRecord;

beforeAll(async () => {
  ({ db, end } = await builtDatabase());
  record = await longRecord(db, { project: 'long', name: NAME, entries: ENTRIES });
});
afterEach(() => record.undo());
afterAll(() => end());

async function verdict(project = 'long', tell?: (progress: Progress) => void): Promise<Verdict> {
  const found: Verdict[] = [];
  for await (const one of verifyAll(db, project, tell)) found.push(one);
  const [only, ...more] = found;
  if (!only || more.length > 0) throw new Error(`${found.length} records were checked`);
  return only;
}

type Crime = {
  what: string;
  why: Break['why'];
  /** The entry that is named, where it is not `at` itself. */
  named?: (at: number) => number;
  /** Does it at entry `at` of the record that is there. */
  commit?: (at: number) => Promise<unknown>;
  /** Or: what is there instead of `rows` in a record of its own. */
  left?: (rows: RecordRow[], at: number, project: string) => RecordRow[];
};

const END = ENTRIES + 1;

const CRIMES: readonly Crime[] = [
  { what: 'changed', why: 'changed', commit: (at) => record.change(at, { 'entry.actor': 'somebody' }) },
  {
    // It fits what is before it; the break shows at the next one, or at the head.
    what: 'changed, and hashed anew',
    why: 'out of chain',
    named: (at) => at + 1,
    commit: async (at) => {
      const changed = { ...(await record.entry(at)).entry, actor: 'somebody' };
      await record.change(at, { entry: changed, hash: entryHash(changed) });
    },
  },
  {
    what: 'changed in its content',
    why: 'content changed',
    commit: (at) => record.change(at, { 'content.stage': 'intake' }),
  },
  { what: 'changed in its salt', why: 'content changed', commit: (at) => record.change(at, { salt: 'f'.repeat(32) }) },
  { what: 'emptied, but for its salt', why: 'content changed', commit: (at) => record.change(at, { content: null }) },
  { what: 'removed', why: 'missing', commit: (at) => record.remove(at) },
  {
    what: 'moved to another workspace',
    why: 'missing',
    commit: (at) => record.change(at, { 'entry.workspace': 'T0ELSEWHERE' }),
  },
  {
    what: 'swapped with the one before, or the first with the second',
    why: 'changed',
    named: (at) => Math.max(1, at - 1),
    commit: async (at) => {
      const first = Math.max(1, at - 1);
      const [one, other] = [await record.entry(first), await record.entry(first + 1)];
      await record.change(first, renumbered(other, first));
      await record.change(first + 1, renumbered(one, first + 1));
    },
  },
  { what: 'cut off, with all after it', why: 'cut off', left: (rows, at) => rows.slice(0, at - 1) },
  {
    // What was put there fits what is before it; the break shows at the next one.
    what: 'put before the others, which are numbered anew',
    why: 'changed',
    named: (at) => at + 1,
    left: (rows, at, project) => [
      ...rows.slice(0, at - 1),
      ...forged(project, rows[at - 2], 1),
      ...rows.slice(at - 1).map((row) => renumbered(row, row.entry.sequence + 1)),
    ],
  },
  {
    // Only the head tells: that it is another chain, not from where on.
    what: 'rewritten, with all after it, as a chain that is whole in itself',
    why: 'cut off',
    named: () => END,
    left: (rows, at, project) => [...rows.slice(0, at - 1), ...forged(project, rows[at - 2], END - at)],
  },
];

const PLACES = [
  ['first', 1],
  ['middle', ENTRIES / 2],
  ['last', ENTRIES],
] as const;

/** After the last entry there is the head alone to tell that something is wrong. */
const whyOf = (why: Break['why'], at: number) =>
  at === ENTRIES && (why === 'missing' || why === 'out of chain') ? 'cut off' : why;

const CASES = CRIMES.flatMap((crime) => PLACES.map(([place, at]) => ({ crime, what: crime.what, place, at })));

test('a record of ten thousand entries is called whole, and how far the check has come is told until its end', async () => {
  const told: Progress[] = [];
  const seen = await verdict('long', (progress) => void told.push(progress));
  expect(seen).toEqual({ project: 'long', name: NAME, entries: ENTRIES, break: null });
  const steps = Array.from({ length: ENTRIES / 500 }, (_, at) => (at + 1) * 500);
  expect(told).toEqual(steps.map((entries) => ({ project: 'long', entries, of: ENTRIES })));
});

/** Commits a crime. @returns the project whose record it is about */
async function commit({ what, commit: doIt, left }: Crime, place: string, at: number): Promise<string> {
  if (!left) {
    await doIt?.(at);
    return 'long';
  }
  const project = `${what.slice(0, 3)}-${place}`;
  await longRecord(db, { project, name: NAME, entries: ENTRIES }, (rows) => left(rows, at, project));
  return project;
}

test.each(CASES)(
  'where the $place entry was $what, the check names the first that is not as it was',
  async ({ crime, place, at }) => {
    const project = await commit(crime, place, at);
    const { named = () => at } = crime;
    expect((await verdict(project)).break).toEqual({ sequence: named(at), why: whyOf(crime.why, at) });
  },
);

test.each([1, 3])('where somebody appends %i entries and not the head, the check names the first', async (count) => {
  await record.add(forged('long', await record.entry(ENTRIES), count));
  expect((await verdict()).break).toMatchObject({ sequence: END });
});

const SHAPES: readonly (readonly [string, Record<string, unknown>])[] = [
  ['has no hash', { hash: null }],
  ['calls itself another format', { 'entry.v': 2 }],
  ['has a field more', { 'entry.more': true }],
  ['has half a number', { 'entry.sequence': 5000.5 }],
  ['has a text as content', { content: 'none' }],
];

test.each(SHAPES)(
  // What does not fit the schema is thrown, so that there is no verdict at all, and no other record is checked.
  'where an entry %s, the check names it',
  async (_what, fields) => {
    await record.change(ENTRIES / 2, fields);
    expect((await verdict()).break).toMatchObject({ sequence: ENTRIES / 2 });
  },
);
