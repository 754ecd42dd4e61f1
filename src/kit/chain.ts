import { createHash } from 'node:crypto';
import serialize from 'canonicalize';

/** The format of the record's entries; it never changes, only this number does. */
export const RECORD_FORMAT = 1;

/** One entry of a project's record, as it is hashed: canonical JSON (RFC 8785), so any language can check it. */
export type Entry = {
  v: typeof RECORD_FORMAT;
  workspace: string;
  project: string;
  /** 1 for the first. */
  sequence: number;
  /** ISO 8601, UTC. */
  at: string;
  kind: string;
  /** Liaison's own id of who did it. */
  actor: string;
  /** The hash of the entry before; of `workspace:project` for the first. */
  previous: string;
  /** Over a salt and the content, so that erasing somebody's content and salt leaves the chain whole. */
  contentHash: string;
};

export type Content = Readonly<Record<string, unknown>>;
/** What the record keeps of one entry. `content` and `salt` are null once erased. */
export type Stored = { entry: Entry; hash: string; content: Content | null; salt: string | null };

/** Where a chain stands: how many entries it has, and the hash of the last. Kept in the project document. */
export type Head = { sequence: number; hash: string };

/** Canonical JSON (RFC 8785): the same bytes in every language. */
function canonicalize(value: unknown): string {
  const text = serialize(value);
  if (text === undefined) throw new Error('an entry of the record must be JSON');
  return text;
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

export const emptyHead = (workspace: string, project: string): Head => ({
  sequence: 0,
  hash: sha256(`${workspace}:${project}`),
});

export const contentHash = (salt: string, content: Content): string => sha256(`${salt}${canonicalize(content)}`);

/** The hash of something that is kept for ever as it was: a version of a brief. */
export const hashOf = (content: Content): string => sha256(canonicalize(content));

/** Of a file's bytes, in hex. */
export const bytesHash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export const entryHash = (entry: Entry): string => sha256(canonicalize(entry));

/** What somebody did, before it has its place in the chain. */
export type Draft = { kind: string; actor: string; at: string; content: Content };

/**
 * Adds entries to a chain. `salts` gives each content its own 16 random bytes in hex.
 * @returns what to store, and where the chain then stands.
 */
export function append(
  scope: { workspace: string; project: string },
  head: Head,
  drafts: readonly Draft[],
  salts: () => string,
): { stored: Stored[]; head: Head } {
  let last = head;
  const stored = drafts.map(({ kind, actor, at, content }): Stored => {
    const salt = salts();
    const sequence = last.sequence + 1;
    const entry: Entry = {
      v: RECORD_FORMAT,
      ...scope,
      sequence,
      at,
      kind,
      actor,
      previous: last.hash,
      contentHash: contentHash(salt, content),
    };
    last = { sequence, hash: entryHash(entry) };
    return { entry, hash: last.hash, content, salt };
  });
  return { stored, head: last };
}

/** Why a chain is not whole, and at which entry. */
export type Break = { sequence: number; why: 'missing' | 'changed' | 'out of chain' | 'content changed' | 'cut off' };

/**
 * Checks one entry against where the chain stood before it.
 * @returns where the chain then stands, or the break.
 */
export function follow(head: Head, next: Stored): Head | Break {
  const sequence = head.sequence + 1;
  if (next.entry.sequence !== sequence) return { sequence, why: 'missing' };
  if (entryHash(next.entry) !== next.hash) return { sequence, why: 'changed' };
  if (next.entry.previous !== head.hash) return { sequence, why: 'out of chain' };
  return isContentWhole(next) ? { sequence, hash: next.hash } : { sequence, why: 'content changed' };
}

/** As it was hashed, or erased together with its salt; one of the two alone is no erasure. */
function isContentWhole({ entry, content, salt }: Stored): boolean {
  if (content === null || salt === null) return content === salt;
  return contentHash(salt, content) === entry.contentHash;
}

export const isBreak = (value: Head | Break): value is Break => 'why' in value;

/** The number and the first 12 hex digits by which people and confirmation notes name an entry. */
export const shortHash = (hash: string): string => hash.slice(0, 12);
