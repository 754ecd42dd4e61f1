import { createHash } from 'node:crypto';
import mongoose, { type ClientSession } from 'mongoose';
import { z } from 'zod';
import type { ExportSave } from '../kit/change.ts';
import { personSchema } from '../kit/person.ts';
import type { Scope } from './archive.ts';
import type { Database } from './database.ts';

/** A file that was asked for, and how far it is. */
const exportSchema = z.looseObject({
  _id: z.string(),
  workspace: z.string(),
  project: z.string(),
  person: personSchema,
  /** What is in it, as its feature says it. */
  what: z.record(z.string(), z.unknown()),
  /** The number of the last entry that is in it. */
  upTo: z.int(),
  at: z.date(),
  state: z.enum(['wanted', 'made', 'failed']),
  /** How many entries are in it by now, and of how many; null until they are counted. */
  done: z.int(),
  of: z.int().nullable(),
  tries: z.int(),
  /** Nobody else begins it before; null once there is nothing to begin. */
  claimedUntil: z.date().nullable(),
  /** Once it is made. `sha256` in hex; `size` in bytes. */
  file: z.object({ name: z.string(), size: z.int(), sha256: z.string(), parts: z.int() }).nullable(),
  /** Why there will be none. */
  why: z.string().nullable(),
});
export type Export = z.infer<typeof exportSchema>;

/**
 * Files that take long to make. What was asked for, and what of it is made, is in MongoDB: a file is made by whichever process takes it
 * up, sent by whichever process sends, and a killed one loses none. Kept until it is surely sent.
 */
export type Exports = {
  find: (workspace: string, id: string) => Promise<Export | null>;
  /** Those that nobody is making, the longest waiting first. @returns ids */
  due: (workspace: string, now: Date, limit: number) => Promise<string[]>;
  /** Takes one up. @returns null where it is made, given up, or somebody else's for now */
  claim: (workspace: string, id: string) => Promise<Export | null>;
  /** Says how far it is, and keeps it for as long again. */
  tell: (id: string, progress: { done: number; of: number }) => Promise<void>;
  /**
   * Keeps a file part by part as it is made; no more of it than one part is in memory.
   * @returns null where it is larger than what is sent
   * @throws whatever making it throws
   */
  keep: (of: Pick<Export, '_id' | 'workspace'>, chunks: AsyncIterable<string | Uint8Array>) => Promise<Made | null>;
  /** It is kept whole. Until it is settled, another process may still have to see to it that it is sent. */
  made: (id: string, made: { file: NonNullable<Export['file']>; of: number }) => Promise<void>;
  /** Its sending is decided. */
  settled: (id: string) => Promise<void>;
  /** It broke: tried again later, and given up after a few times. @returns whether it was given up */
  broke: (one: Export, why: string, isFinal: boolean) => Promise<boolean>;
  /** The file; null where it is not made, or was forgotten. */
  bytes: (workspace: string, id: string) => Promise<Uint8Array | null>;
  /** Forgets what was asked for long ago. @returns how many */
  forget: (now: Date) => Promise<number>;
};
export type Made = Omit<NonNullable<Export['file']>, 'name'>;

/** What is larger is no file for a direct message, and would have to be in memory whole while it is sent. */
const MOST_BYTES = 50 * 1024 * 1024;

/** Below what a document of MongoDB may have (16 MB), and small in memory. */
const PART_BYTES = 1024 * 1024;
/** Whoever makes one says how far it is well before this is over; a killed process's is taken up afterwards. */
const CLAIM_MS = 60_000;
const MOST_TRIES = 3;
/** It is sent at once, unless Slack is away. */
const KEEP_MS = 3 * 24 * 60 * 60 * 1000;

const partSchema = z.looseObject({ bytes: z.instanceof(mongoose.mongo.Binary) });
const partId = (id: string, number: number): string => `${id}:${number}`;

export function makeExports(db: Database, now: () => Date): Exports {
  const wanted = db.collection('exports');
  const later = (ms: number) => new Date(now().getTime() + ms);
  const set = async (id: string, fields: object) => {
    await wanted.updateOne({ _id: id }, { $set: fields });
  };
  const find: Exports['find'] = async (workspace, id) => {
    const found = await wanted.findOne({ _id: id, workspace });
    return found ? exportSchema.parse(found) : null;
  };
  return {
    find,
    due: async (workspace, at, limit) => {
      const free = { workspace, state: 'wanted', claimedUntil: { $lte: at } };
      const found = wanted.find(free, { projection: { _id: 1 } }).sort({ claimedUntil: 1 });
      return (await found.limit(limit).toArray()).map(({ _id }) => _id);
    },
    claim: async (workspace, id) => {
      const free = { _id: id, workspace, state: 'wanted', claimedUntil: { $lte: now() } };
      const taken = { $set: { claimedUntil: later(CLAIM_MS) }, $inc: { tries: 1 } };
      const claimed = await wanted.findOneAndUpdate(free, taken, { returnDocument: 'after' });
      return claimed ? exportSchema.parse(claimed) : null;
    },
    tell: (id, progress) => set(id, { ...progress, claimedUntil: later(CLAIM_MS) }),
    made: (id, { file, of }) => set(id, { file, done: of, of }),
    settled: (id) => set(id, { state: 'made', claimedUntil: null }),
    broke: async ({ _id, tries }, why, isFinal) => {
      const isOver = isFinal || tries >= MOST_TRIES;
      const wait = { claimedUntil: later(CLAIM_MS * 2 ** tries), done: 0 };
      await set(_id, isOver ? { state: 'failed', why, claimedUntil: null } : wait);
      return isOver;
    },
    forget: async (at) => {
      const before = { $lt: new Date(at.getTime() - KEEP_MS) };
      await db.collection('exportParts').deleteMany({ at: before });
      const { deletedCount } = await wanted.deleteMany({ at: before });
      return deletedCount;
    },
    ...partsOf(db, find, now),
  };
}

/** The files themselves, in parts. */
function partsOf(db: Database, find: Exports['find'], now: () => Date): Pick<Exports, 'keep' | 'bytes'> {
  const parts = db.collection('exportParts');
  return {
    keep: async ({ _id, workspace }, chunks) => {
      const hash = createHash('sha256');
      let [size, count] = [0, 0];
      for await (const bytes of inParts(chunks)) {
        size += bytes.length;
        if (size > MOST_BYTES) return null;
        hash.update(bytes);
        const part = { export: _id, workspace, at: now(), bytes: new mongoose.mongo.Binary(bytes) };
        await parts.replaceOne({ _id: partId(_id, count) }, part, { upsert: true });
        count += 1;
      }
      return { size, sha256: hash.digest('hex'), parts: count };
    },
    bytes: async (workspace, id) => {
      const found = await find(workspace, id);
      if (!found?.file) return null;
      const ids = Array.from({ length: found.file.parts }, (_, number) => partId(id, number));
      const kept = await parts.find({ _id: { $in: ids } }).toArray();
      const byId = new Map(kept.map((part) => [part._id, partSchema.parse(part).bytes.buffer]));
      const whole = ids.flatMap((one) => byId.get(one) ?? []);
      return whole.length === ids.length ? Buffer.concat(whole) : null;
    },
  };
}

/** Cut into parts of one size, whatever sizes it comes in. */
async function* inParts(chunks: AsyncIterable<string | Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk;
    waiting.push(bytes);
    length += bytes.length;
    if (length < PART_BYTES) continue;
    const whole = Buffer.concat(waiting);
    const end = whole.length - (whole.length % PART_BYTES);
    for (let from = 0; from < end; from += PART_BYTES) yield whole.subarray(from, from + PART_BYTES);
    waiting = [whole.subarray(end)];
    length = whole.length - end;
  }
  if (length > 0) yield Buffer.concat(waiting);
}

/** Keeps in the transaction of the decision that a file is wanted. */
export async function writeExport(
  db: Database,
  session: ClientSession,
  { workspace, project }: Scope,
  { id, person, what, upTo }: ExportSave,
  now: Date,
): Promise<void> {
  const fresh = { state: 'wanted', done: 0, of: null, tries: 0, claimedUntil: now, file: null, why: null };
  const wanted = { _id: id, workspace, project, person, what, upTo, at: now, ...fresh };
  await db.collection('exports').insertOne(wanted, { session });
}
