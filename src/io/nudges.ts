import type { ClientSession } from 'mongoose';
import { z } from 'zod';
import type { NewId } from '../kit/ids.ts';
import { NUDGE_STEPS } from '../kit/nudge.ts';
import { MOST_A_DAY, NUDGE_STATES, type Nudged, type Queued, type Spent } from '../kit/nudged.ts';
import type { RowDraft } from '../kit/rows.ts';
import { type Database, isDuplicate } from './database.ts';
import { type DigestMove, moveDigest } from './digests.ts';
import type { Handling } from './handling.ts';
import { plan, rowId } from './outbox.ts';
import type { Watch } from './watch.ts';

const queuedSchema = z.looseObject({
  _id: z.string(),
  key: z.string(),
  project: z.string(),
  person: z.string(),
  step: z.enum(NUDGE_STEPS),
  about: z.object({ kind: z.string(), id: z.string() }),
  at: z.date(),
  state: z.enum(NUDGE_STATES),
  /** When it is looked at next; null once it is done with, and where the next digest brings it. */
  notBefore: z.date().nullable(),
  /** It was more than its day had room for. */
  isLeftover: z.boolean(),
  doneAt: z.date().nullable(),
});
export type QueuedRow = z.infer<typeof queuedSchema>;

/** Something else was faster, or it would be more than a person gets in a day: nothing was saved. */
export class NotNow extends Error {}

/** What is said to one person, and all that follows from it, in one transaction. */
export type Saying = { rows: readonly RowDraft[]; nudged?: Nudged; digest?: DigestMove };

/** What is to be brought up with people: it waits here from when it is due until it is said, and stays known afterwards. */
export type Nudges = {
  /** Puts down what is due; what is there already stays as it is. What was over and is due again waits again. */
  queue: (workspace: string, due: readonly Queued[], now: Date) => Promise<void>;
  /** Those of some keys that were ever put down. */
  known: (workspace: string, keys: readonly string[]) => Promise<Map<string, QueuedRow>>;
  /** Of some beginnings of keys: those under which anything was said. */
  begun: (workspace: string, beginnings: readonly string[]) => Promise<ReadonlySet<string>>;
  /** The keys of people for whom something waits, the longest waiting first. */
  people: (workspace: string, now: Date, limit: number) => Promise<string[]>;
  /** What waits for one person, the oldest first. */
  of: (workspace: string, person: string, limit: number) => Promise<QueuedRow[]>;
  /** Nothing of what waits for them is looked at before then; of one project alone, where it is named. */
  putOff: (workspace: string, person: string, until: Date, project?: string) => Promise<void>;
  /** These wait for the person's next digest. */
  leave: (workspace: string, keys: readonly string[]) => Promise<void>;
  /** What was left for their digest and had no room there is looked at again. */
  takeUp: (workspace: string, person: string, now: Date) => Promise<void>;
  /** Of some people on some days: those who get no more on that day. */
  full: (workspace: string, spent: readonly Spent[]) => Promise<ReadonlySet<string>>;
  /** @returns whether it was saved; not where another process was faster or the person's day is full */
  say: (handling: Handling, saying: Saying) => Promise<boolean>;
  /** Forgets what nobody will ask for any more. */
  forget: (now: Date) => Promise<number>;
};

export type NudgeParts = { db: Database; newId: NewId; watch: Watch; planned: () => void };

/** What is still open after this long is on the list of every digest, and nothing new is said of it. */
const KEPT_DAYS = 400;
const DAY_MS = 86_400_000;
/** Days differ by zone; a count of three days ago is nobody's today. */
const SPOKEN_KEPT_DAYS = 3;

export function makeNudges(parts: NudgeParts): Nudges {
  const { db } = parts;
  const nudges = db.collection('nudges');
  const parse = (raw: unknown): QueuedRow => queuedSchema.parse(raw);
  const idsOf = (workspace: string, keys: readonly string[]) => keys.map((key) => rowId(workspace, key));
  return {
    queue: async (workspace, due, now) => {
      const writes = due.flatMap((one) => queueing(workspace, one, now));
      if (writes.length > 0) await nudges.bulkWrite(writes, { ordered: false });
    },
    known: async (workspace, keys) => {
      if (keys.length === 0) return new Map();
      const found = await nudges.find({ _id: { $in: idsOf(workspace, keys) } }).toArray();
      return new Map(found.map(parse).map((row) => [row.key, row]));
    },
    begun: (workspace, beginnings) => begun(db, workspace, beginnings),
    people: async (workspace, now, limit) => {
      const waiting = { workspace, notBefore: { $type: 'date', $lte: now } };
      const found = nudges
        .find(waiting, { projection: { person: 1 } })
        .sort({ notBefore: 1 })
        .limit(limit);
      return [...new Set((await found.toArray()).map((raw) => String(raw['person'])))];
    },
    of: async (workspace, person, limit) => {
      const found = nudges.find({ workspace, person, state: 'due' }).sort({ at: 1 }).limit(limit);
      return (await found.toArray()).map(parse);
    },
    putOff: async (workspace, person, until, project) => {
      const theirs = { workspace, person, state: 'due', notBefore: { $type: 'date' }, ...(project ? { project } : {}) };
      await nudges.updateMany(theirs, { $set: { notBefore: until } });
    },
    leave: async (workspace, keys) => {
      const theirs = { _id: { $in: idsOf(workspace, keys) }, state: 'due' };
      await nudges.updateMany(theirs, { $set: { isLeftover: true, notBefore: null } });
    },
    takeUp: async (workspace, person, now) => {
      const theirs = { workspace, person, state: 'due', isLeftover: true };
      await nudges.updateMany(theirs, { $set: { isLeftover: false, notBefore: now } });
    },
    full: async (workspace, spent) => {
      const ids = spent.map((one) => spentId(workspace, one));
      const found = await db
        .collection('spoken')
        .find({ _id: { $in: ids }, count: { $gte: MOST_A_DAY } })
        .toArray();
      const isFull = new Set(found.map(({ _id }) => _id));
      return new Set(spent.filter((one) => isFull.has(spentId(workspace, one))).map(({ person }) => person));
    },
    say: (handling, saying) => say(parts, handling, saying),
    forget: async (now) => {
      const before = (days: number) => ({ $lt: new Date(now.getTime() - days * DAY_MS) });
      await db.collection('spoken').deleteMany({ at: before(SPOKEN_KEPT_DAYS) });
      const old = await nudges.deleteMany({ at: before(KEPT_DAYS), state: { $ne: 'due' } });
      return old.deletedCount;
    },
  };
}

async function begun(db: Database, workspace: string, beginnings: readonly string[]): Promise<ReadonlySet<string>> {
  const said = beginnings.map(async (beginning) => {
    const _id = { $gte: rowId(workspace, beginning), $lt: rowId(workspace, `${beginning}\uFFFF`) };
    const under = { _id, state: { $in: ['said', 'inDigest'] } };
    return (await db.collection('nudges').findOne(under, { hint: { _id: 1 } })) ? [beginning] : [];
  });
  return new Set((await Promise.all(said)).flat());
}

const spentId = (workspace: string, { person, day }: Spent): string => rowId(workspace, `${person}/${day}`);

const fresh = (workspace: string, one: Queued) => ({ workspace, ...one, isLeftover: false });

function queueing(workspace: string, one: Queued, now: Date) {
  const _id = rowId(workspace, one.key);
  const waits = { state: 'due', notBefore: now, doneAt: null };
  const insert = { $setOnInsert: { ...fresh(workspace, one), ...waits } };
  return [
    { updateOne: { filter: { _id }, update: insert, upsert: true } },
    { updateOne: { filter: { _id, state: 'over' }, update: { $set: { ...waits, isLeftover: false } } } },
  ];
}

async function say(
  { db, newId, watch, planned }: NudgeParts,
  { workspace, now }: Handling,
  { rows, nudged, digest }: Saying,
): Promise<boolean> {
  watch.pass('decided');
  const session = await db.session();
  try {
    await session.withTransaction(
      async () => {
        if (digest && !(await moveDigest(db, session, workspace, digest))) throw new NotNow('the digest was moved');
        if (nudged) await writeNudged(db, session, { workspace, now }, nudged);
        await plan(db, session, { workspace, now, order: 0 }, { rows, homes: [] }, newId);
      },
      { writeConcern: { w: 'majority' } },
    );
  } catch (error) {
    if (error instanceof NotNow || isDuplicate(error)) return false;
    throw error;
  } finally {
    await session.endSession();
  }
  watch.pass('committed');
  if (rows.length > 0) planned();
  return true;
}

/**
 * Writes what becomes of nudges, in the transaction that says them. One operation after the other: a transaction takes no parallel
 * ones.
 * @throws NotNow where one of them was dealt with by somebody else, or a person's day is full: the transaction is to be given up
 */
export async function writeNudged(
  db: Database,
  session: ClientSession,
  { workspace, now }: { workspace: string; now: Date },
  { said = [], missed = [], settled = [], spent = [] }: Nudged,
): Promise<void> {
  const nudges = db.collection('nudges');
  for (const { person, day } of spent) {
    const _id = spentId(workspace, { person, day });
    const more = { $inc: { count: 1 }, $setOnInsert: { workspace, at: now } };
    const after = await db
      .collection('spoken')
      .findOneAndUpdate({ _id }, more, { session, upsert: true, returnDocument: 'after' });
    if (Number(after?.['count']) > MOST_A_DAY) throw new NotNow('their day is full');
  }
  for (const one of said) {
    const done = { $setOnInsert: { ...fresh(workspace, one), state: 'said', notBefore: null, doneAt: now } };
    const { upsertedCount } = await nudges.updateOne({ _id: rowId(workspace, one.key) }, done, {
      session,
      upsert: true,
    });
    if (upsertedCount !== 1) throw new NotNow('it was said already');
  }
  for (const one of missed) {
    const done = { state: 'missed', notBefore: null, doneAt: now };
    const _id = rowId(workspace, one.key);
    const { matchedCount } = await nudges.updateOne({ _id, state: 'due' }, { $set: done }, { session });
    const insert = { $setOnInsert: { ...fresh(workspace, one), ...done } };
    if (matchedCount === 0) await nudges.updateOne({ _id }, insert, { session, upsert: true });
  }
  for (const { keys, as } of settled) {
    const _id = { $in: keys.map((key) => rowId(workspace, key)) };
    const done = { $set: { state: as, notBefore: null, doneAt: now } };
    const { matchedCount } = await nudges.updateMany({ _id, state: 'due' }, done, { session });
    if (matchedCount !== keys.length) throw new NotNow('somebody else dealt with it');
  }
}
