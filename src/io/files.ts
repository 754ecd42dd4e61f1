import { createHash } from 'node:crypto';
import { BOUNDS } from '../kit/bounds.ts';
import { within } from './deadline.ts';
import {
  askSlack,
  download,
  isDeletedInSlack,
  type FetchRefusal,
  type FileParts,
  isRefused,
  refused,
  type RefusedFile,
  timesOf,
} from './files-slack.ts';
import { inTurn } from './queue.ts';

export type { FetchRefusal, FileParts } from './files-slack.ts';

const MB = 1024 * 1024;

/**
 * The largest file that is taken to be read. A brief with pictures rarely has 2 MB, and every byte is held in memory. Slack itself
 * allows 10 MB in a form's file input (docs.slack.dev, file input element) and 1 GB in a message.
 */
export const FILE_BYTES = 5 * MB;
/** The largest of which the hash is taken. It is in memory piece by piece only; more would take minutes of the network. */
export const HASHED_BYTES = 200 * MB;

/** Passed on at a time, and hashed at a time: each of the former may be in memory whole. */
const PASSED_AT_ONCE = 2;
const HASHED_AT_ONCE = 2;
/** A file's bytes never change under its id: hashes that are remembered, so that a large file is not downloaded twice. */
const REMEMBERED = 200;
/** Whether a file is there still is asked once in this time; of the files that were asked about last it is known when. */
const LOOK_AGAIN_MS = 23 * 60 * 60_000;
const LOOKED_AT = 5000;

/** What Slack tells of a file. `isOwn`: Liaison posted it itself. `size`: bytes; null where Slack does not tell. */
export type FileFacts = { is: 'facts'; name: string; mimetype: string; size: number | null; isOwn: boolean };
export type FetchedFile = { is: 'file'; name: string; mimetype: string; bytes: Uint8Array } | RefusedFile;
/** A file's hash: sha256 of its bytes, in hex. Where it was refused, with what Slack tells of it, if it does. */
export type Fingerprint =
  | { is: 'hashed'; name: string; mimetype: string; size: number; sha256: string }
  | { is: 'refused'; why: FetchRefusal; facts: FileFacts | null }
  /** It takes longer than whoever asked would wait; it goes on, and is there when it is asked for again. */
  | { is: 'pending' };

/** Files in Slack, by their ids. Nothing here throws for what Slack or the network does. Takes seconds: never before an acknowledgement. */
export type Files = {
  /** What Slack tells of a file; none of its bytes is asked for. */
  facts: (file: string) => Promise<FileFacts | RefusedFile>;
  /** The whole file, to be passed on: up to `BOUNDS.passedOnBytes`. */
  bytes: (file: string) => Promise<FetchedFile>;
  /** The hash of a file of up to `HASHED_BYTES`, which is never in memory whole. `waitMs`: how long the answer is waited for. */
  fingerprint: (file: string, waitMs: number) => Promise<Fingerprint>;
  /**
   * Has a file been deleted? Slack tells of most deletions itself, but not of those by a retention policy (docs.slack.dev, file_deleted).
   * It is asked at most once a day about each, and false where it was asked already.
   */
  isDeleted: (file: string, now: Date) => Promise<boolean>;
};

/** @param botUser Liaison's own user id, by which its own files are known */
export function makeFiles(parts: FileParts & { botUser: string }): Files {
  const passing = inTurn(PASSED_AT_ONCE);
  const hashing = remembering(inTurn(HASHED_AT_ONCE), (file) => hashFile(parts, file));
  return {
    facts: (file) => fileFacts(parts, file),
    bytes: (file) => passing(() => fetchFile(parts, file, BOUNDS.passedOnBytes)),
    fingerprint: (file, waitMs) => within(hashing(file), waitMs).catch(() => ({ is: 'pending' })),
    isDeleted: onceADay((file) => isDeletedInSlack(parts, file)),
  };
}

/** One download for all who ask for the same file, and none for one whose hash is known. What failed is tried again. */
function remembering(turn: ReturnType<typeof inTurn>, hash: (file: string) => Promise<Fingerprint>) {
  const known = new Map<string, Promise<Fingerprint>>();
  return (file: string): Promise<Fingerprint> => {
    const before = known.get(file);
    if (before) return before;
    const work = turn(() => hash(file));
    known.set(file, work);
    void work.then(({ is }) => {
      if (is !== 'hashed') known.delete(file);
      const [oldest] = known.keys();
      if (known.size > REMEMBERED && oldest !== undefined) known.delete(oldest);
    });
    return work;
  };
}

function onceADay(look: (file: string) => Promise<boolean>): Files['isDeleted'] {
  const lookedAt = new Map<string, number>();
  return async (file, now) => {
    const nowMs = now.getTime();
    if (nowMs - (lookedAt.get(file) ?? Number.NEGATIVE_INFINITY) < LOOK_AGAIN_MS) return false;
    lookedAt.delete(file);
    lookedAt.set(file, nowMs);
    const [oldest] = lookedAt.keys();
    if (lookedAt.size > LOOKED_AT && oldest !== undefined) lookedAt.delete(oldest);
    return look(file);
  };
}

async function fileFacts(parts: FileParts & { botUser: string }, fileId: string): Promise<FileFacts | RefusedFile> {
  const file = await askSlack(parts, fileId);
  if (isRefused(file)) return file;
  const { name, mimetype, size, user } = file;
  const isOwn = user === parts.botUser;
  return { is: 'facts', name: name ?? '', mimetype: mimetype ?? '', size: size ?? null, isOwn };
}

/**
 * Fetches a file by its id.
 * @param most bytes; a larger one is refused, by what Slack announces or as it comes
 */
export async function fetchFile(parts: FileParts, fileId: string, most = FILE_BYTES): Promise<FetchedFile> {
  const file = await askSlack(parts, fileId);
  if (isRefused(file)) return file;
  const chunks: Uint8Array[] = [];
  const wanted = { most, withinMs: timesOf(parts).downloadMs };
  const size = await download(parts, file, wanted, (piece) => void chunks.push(piece));
  if (typeof size !== 'number') return size;
  return { is: 'file', name: file.name ?? '', mimetype: file.mimetype ?? '', bytes: Buffer.concat(chunks, size) };
}

/** The hash of a file, of which only a piece at a time is in memory. */
export async function hashFile(
  parts: FileParts & { botUser: string },
  fileId: string,
  most = HASHED_BYTES,
): Promise<Fingerprint> {
  const file = await askSlack(parts, fileId);
  if (isRefused(file)) return { ...refused(file.why), facts: null };
  const hash = createHash('sha256');
  const wanted = { most, withinMs: timesOf(parts).hashMs };
  const size = await download(parts, file, wanted, (piece) => void hash.update(piece));
  const [name, mimetype] = [file.name ?? '', file.mimetype ?? ''];
  if (typeof size === 'number') return { is: 'hashed', name, mimetype, size, sha256: hash.digest('hex') };
  const facts = { is: 'facts', name, mimetype, size: file.size ?? null, isOwn: file.user === parts.botUser } as const;
  return { ...refused(size.why), facts };
}
