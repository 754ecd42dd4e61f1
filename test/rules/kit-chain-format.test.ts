import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import {
  append,
  type Content,
  contentHash,
  emptyHead,
  type Entry,
  entryHash,
  follow,
  hashOf,
  type Stored,
} from '../../src/kit/chain.ts';
import { NOW } from '../support/arbitraries.ts';

const START = emptyHead('T1', 'p1');
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const salt = '0123456789abcdef'.repeat(2);
const draft = { kind: 'brief.sent', actor: 'ana', at: NOW.toISOString(), content: { version: 2, name: '云山茶 & co' } };
const [first] = append({ workspace: 'T1', project: 'p1' }, START, [draft], () => salt).stored as [Stored];

describe('the record can be checked by anybody, without this program', () => {
  test('the first entry follows on workspace and project', () => {
    expect(START).toEqual({ sequence: 0, hash: sha256('T1:p1') });
  });

  test('content is hashed after its salt, as canonical JSON in UTF-8', () => {
    expect(first.entry.contentHash).toBe(sha256(`${salt}{"name":"云山茶 & co","version":2}`));
  });

  test('an entry is hashed as canonical JSON of all that it says', () => {
    const { contentHash: hash, previous } = first.entry;
    const said = `"kind":"brief.sent","previous":"${previous}","project":"p1","sequence":1,"v":1,"workspace":"T1"`;
    expect(first.hash).toBe(sha256(`{"actor":"ana","at":"${NOW.toISOString()}","contentHash":"${hash}",${said}}`));
  });

  test('what is kept as it was is hashed the same way', () => {
    expect(hashOf({ b: [1, 'é'], a: null })).toBe(sha256('{"a":null,"b":[1,"é"]}'));
  });

  test('what is no JSON at all is a bug that is seen at once', () => {
    const nothing = undefined as unknown as Content;
    expect(() => contentHash(salt, nothing)).toThrow('must be JSON');
    expect(() => hashOf(nothing)).toThrow('must be JSON');
  });
});

test.each<[string, string, Partial<Stored>]>([
  ['content without its salt', 'null{"a":1}', { content: { a: 1 }, salt: null }],
  ['a salt without content', 'aanull', { content: null, salt: 'aa' }],
])('%s is no erasure, not even where the hashes were made to fit', (_, hashed, kept) => {
  const entry: Entry = { ...first.entry, contentHash: sha256(hashed) };
  const forged = { entry, hash: entryHash(entry), content: null, salt: null, ...kept };
  expect(follow(START, forged)).toEqual({ sequence: 1, why: 'content changed' });
  expect(follow(START, { ...forged, content: null, salt: null })).toEqual({ sequence: 1, hash: forged.hash });
});
