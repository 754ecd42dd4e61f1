import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  append,
  type Break,
  contentHash,
  emptyHead,
  type Entry,
  entryHash,
  follow,
  type Head,
  isBreak,
  shortHash,
  type Stored,
} from '../../src/kit/chain.ts';
import { NOW } from '../support/arbitraries.ts';

const SCOPE = { workspace: 'T1', project: 'p1' };
const START = emptyHead('T1', 'p1');

/** The record of a project with so many entries, written in one go or one by one. */
function written(contents: readonly Record<string, unknown>[], atOnce = true): { stored: Stored[]; head: Head } {
  const drafts = contents.map((content, index) => ({
    kind: 'brief.sent',
    actor: `person-${index % 3}`,
    at: new Date(NOW.getTime() + index * 1000).toISOString(),
    content,
  }));
  let salt = 0;
  const salts = () => (salt += 1).toString(16).padStart(32, '0');
  if (atOnce) return append(SCOPE, START, drafts, salts);
  let record: { stored: Stored[]; head: Head } = { stored: [], head: START };
  for (const draft of drafts) {
    const next = append(SCOPE, record.head, [draft], salts);
    record = { stored: [...record.stored, ...next.stored], head: next.head };
  }
  return record;
}

/** What is found when the entries are followed one by one, up to where the project says that the chain stands. */
function found(stored: readonly Stored[], end: Head): Break | null {
  let head = START;
  for (const next of stored) {
    const after = follow(head, next);
    if (isBreak(after)) return after;
    head = after;
  }
  const isWhole = head.sequence === end.sequence && head.hash === end.hash;
  return isWhole ? null : { sequence: Math.min(head.sequence, end.sequence) + 1, why: 'cut off' };
}

const content = fc.dictionary(fc.string({ maxLength: 5 }), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 });
const contents = fc.array(content, { minLength: 2, maxLength: 8 });
/** A record, and the place of one of its entries. */
const atPlace = contents.chain((all) => fc.tuple(fc.constant(all), fc.nat(all.length - 1)));

const replaced = (stored: readonly Stored[], at: number, by: Stored): Stored[] => stored.with(at, by);
/** As somebody would who knows how it is made: the entry's own hash is made to fit. */
const rehashed = (entry: Entry, { content: kept, salt }: Stored): Stored => ({
  entry,
  hash: entryHash(entry),
  content: kept,
  salt,
});

describe('the record', () => {
  test('is whole as it was written, in one go or one by one', () => {
    fc.assert(
      fc.property(contents, (all) => {
        const { stored, head } = written(all);
        expect(found(stored, head)).toBeNull();
        expect(written(all, false)).toEqual({ stored, head });
        expect(stored.map(({ entry }) => entry.sequence)).toEqual(all.map((_, at) => at + 1));
      }),
    );
  });

  test('stays whole when somebody’s content is erased with its salt', () => {
    fc.assert(
      fc.property(atPlace, ([all, at]) => {
        const { stored, head } = written(all);
        const erased = { ...stored[at]!, content: null, salt: null };
        expect(found(replaced(stored, at, erased), head)).toBeNull();
      }),
    );
  });

  test('hides the content behind a salt: equal contents do not look equal', () => {
    const { stored } = written([{ a: 1 }, { a: 1 }]);
    expect(stored[0]?.entry.contentHash).not.toBe(stored[1]?.entry.contentHash);
    expect(contentHash('aa', { a: 1, b: 2 })).toBe(contentHash('aa', { b: 2, a: 1 }));
  });

  test('begins differently for each project of each workspace', () => {
    const heads = [START, emptyHead('T2', 'p1'), emptyHead('T1', 'p2')].map(({ hash }) => hash);
    expect(new Set(heads).size).toBe(3);
  });

  test('is named by twelve digits where people compare it', () => {
    expect(shortHash(START.hash)).toMatch(/^[0-9a-f]{12}$/u);
  });
});

describe('what was done to the record afterwards is found, at the entry where it was done', () => {
  const changes: fc.Arbitrary<(entry: Entry) => Entry> = fc.constantFrom(
    (entry: Entry) => ({ ...entry, kind: 'brief.confirmed' }),
    (entry: Entry) => ({ ...entry, actor: 'somebody' }),
    (entry: Entry) => ({ ...entry, at: '2020-01-01T00:00:00.000Z' }),
    (entry: Entry) => ({
      ...entry,
      contentHash: entry.contentHash.replace(/^./u, (digit) => (digit === '0' ? '1' : '0')),
    }),
    (entry: Entry) => ({ ...entry, project: 'p2' }),
    (entry: Entry) => ({ ...entry, workspace: 'T2' }),
    (entry: Entry) => ({ ...entry, previous: entry.contentHash }),
    (entry: Entry) => ({ ...entry, added: true }) as Entry,
  );

  test('a changed entry', () => {
    fc.assert(
      fc.property(atPlace, changes, ([all, at], change) => {
        const { stored, head } = written(all);
        const one = stored[at]!;
        const tampered = replaced(stored, at, { ...one, entry: change(one.entry) });
        expect(found(tampered, head)).toEqual({ sequence: at + 1, why: 'changed' });
      }),
    );
  });

  test('a changed entry whose hash was made to fit: there, or at the one that follows it', () => {
    fc.assert(
      fc.property(atPlace, changes, ([all, at], change) => {
        const { stored, head } = written(all);
        const one = stored[at]!;
        const seen = found(replaced(stored, at, rehashed(change(one.entry), one)), head);
        expect([at + 1, at + 2]).toContain(seen?.sequence);
      }),
    );
  });

  test('changed content', () => {
    fc.assert(
      fc.property(atPlace, content, ([all, at], other) => {
        fc.pre(contentHash('', other) !== contentHash('', all[at]!));
        const { stored, head } = written(all);
        const seen = found(replaced(stored, at, { ...stored[at]!, content: other }), head);
        expect(seen).toEqual({ sequence: at + 1, why: 'content changed' });
      }),
    );
  });

  test('content or salt that was removed alone, which is no erasure: both go together', () => {
    fc.assert(
      fc.property(atPlace, fc.constantFrom<Partial<Stored>>({ salt: null }, { content: null }), ([all, at], gone) => {
        const { stored, head } = written(all);
        const seen = found(replaced(stored, at, { ...stored[at]!, ...gone }), head);
        expect(seen).toEqual({ sequence: at + 1, why: 'content changed' });
      }),
    );
  });

  test('content put in the place of what lost its salt: forged, it does not pass as erased', () => {
    fc.assert(
      fc.property(atPlace, content, ([all, at], other) => {
        const { stored, head } = written(all);
        const seen = found(replaced(stored, at, { ...stored[at]!, content: other, salt: null }), head);
        expect(seen).toEqual({ sequence: at + 1, why: 'content changed' });
      }),
    );
  });

  test('a removed entry, an inserted one, two swapped, a cut end', () => {
    fc.assert(
      fc.property(atPlace, ([all, at]) => {
        const { stored, head } = written(all);
        const one = stored[at]!;
        const isLast = at === all.length - 1;
        const removed = found(stored.toSpliced(at, 1), head);
        expect(removed).toEqual({ sequence: at + 1, why: isLast ? 'cut off' : 'missing' });
        expect(found(stored.toSpliced(at, 0, one), head)).toEqual({ sequence: at + 2, why: 'missing' });
        const forged = rehashed({ ...one.entry, kind: 'brief.confirmed' }, one);
        expect(found(stored.toSpliced(at, 0, forged), head)?.sequence).toBe(at + 2);
        const swapped = isLast ? [] : stored.toSpliced(at, 2, stored[at + 1]!, one);
        if (!isLast) expect(found(swapped, head)).toEqual({ sequence: at + 1, why: 'missing' });
        expect(found(stored.slice(0, at), head)).toEqual({ sequence: at + 1, why: 'cut off' });
      }),
    );
  });

  test('another project’s record in its place, and an entry added behind its end', () => {
    const { stored, head } = written([{ a: 1 }, { b: 2 }]);
    const other = append({ ...SCOPE, project: 'p2' }, emptyHead('T1', 'p2'), [], () => '00');
    const foreign = append(
      { ...SCOPE, project: 'p2' },
      other.head,
      [{ kind: 'k', actor: 'a', at: 'x', content: {} }],
      () => '00',
    );
    expect(found(foreign.stored, foreign.head)).toEqual({ sequence: 1, why: 'out of chain' });
    const more = append(SCOPE, head, [{ kind: 'k', actor: 'a', at: 'x', content: {} }], () => '00');
    expect(found([...stored, ...more.stored], head)).toEqual({ sequence: 3, why: 'cut off' });
  });
});
