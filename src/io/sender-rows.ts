import { isRepeatable, isUncertain } from './sender-rules.ts';
import { type Row, rowSchema } from './outbox.ts';
import type { Database, Raw } from './database.ts';
import type { Log } from './log.ts';
import type { Sent } from './sender-parts.ts';

/** Rows read at a time. */
const BATCH = 200;

export type Batch = {
  rows: Row[];
  /** Lanes that begin with something this program cannot read, as a newer one may have written; nothing in them goes. */
  unreadable: string[];
  /** There are more. */
  full: boolean;
};

/** The next pending rows of a workspace, without the lanes that are parked. Of each lane it gives the first rows, none left out. */
export async function nextRows(db: Database, workspace: string, parked: readonly string[], log: Log): Promise<Batch> {
  const filter = { workspace, state: 'pending', ...(parked.length > 0 ? { lane: { $nin: [...parked] } } : {}) };
  const oldest = await pending(db, filter);
  if (oldest.length < BATCH) return readable(oldest, log, false);
  // There is a backlog. What people wait for may be far behind it; its lanes are read from their beginning.
  const awaited = await pending(db, { ...filter, urgent: true });
  const lanes = [...new Set(awaited.map(({ lane }) => String(lane)))];
  const first = await pending(db, { workspace, state: 'pending', lane: { $in: lanes } });
  const all = new Map([...first, ...oldest].map((raw) => [raw._id, raw]));
  return readable([...all.values()], log, true);
}

/** Is there anything to be sent, now or later? */
export const isAnyPending = async (db: Database, workspace: string): Promise<boolean> =>
  (await db.collection('outbox').findOne({ workspace, state: 'pending' }, { projection: { _id: 1 } })) !== null;

const pending = (db: Database, filter: object): Promise<Raw[]> =>
  db.collection('outbox').find(filter).sort({ at: 1, order: 1 }).limit(BATCH).toArray();

function readable(raws: readonly Raw[], log: Log, full: boolean): Batch {
  const rows: Row[] = [];
  const unreadable = new Set<string>();
  for (const raw of raws) {
    const parsed = rowSchema.safeParse(raw);
    if (parsed.success) {
      rows.push(parsed.data);
      continue;
    }
    log.error({ row: raw._id, problems: parsed.error.issues.length }, 'an outbox row cannot be read; its lane waits');
    unreadable.add(String(raw['lane']));
  }
  return { rows: rows.filter(({ lane }) => !unreadable.has(lane)), unreadable: [...unreadable], full };
}

/**
 * Marks a row as being sent.
 * @returns the row as it is at this moment, or null where somebody else took it or changed it since it was read
 */
export async function claim(db: Database, row: Row, at: Date): Promise<Row | null> {
  const filter = { _id: row._id, state: 'pending', sendingAt: row.sendingAt };
  const change = { $set: { sendingAt: at }, $inc: { attempts: 1 } };
  const claimed = await db.collection('outbox').findOneAndUpdate(filter, change, { returnDocument: 'after' });
  return claimed === null ? null : rowSchema.parse(claimed);
}

const CLEAR = { sendingAt: null, notBefore: null, attempts: 0, error: null };

/**
 * Marks a row as sent. A card that was changed while it was being sent keeps its place in Slack and is drawn again.
 * @returns false where it is to be drawn again
 */
export async function markSent(db: Database, row: Row, sent: Sent): Promise<boolean> {
  const outbox = db.collection('outbox');
  const done = { $set: { ...CLEAR, ...sent, state: 'sent' } };
  const { matchedCount } = await outbox.updateOne({ _id: row._id, ...unchanged(row) }, done);
  if (matchedCount === 1) return true;
  await outbox.updateOne({ _id: row._id }, { $set: { ...CLEAR, ...sent } });
  return false;
}

/** A message of which there was no answer was found in Slack. Of a card we do not know how it looks there: it is drawn again. */
export async function markFound(db: Database, row: Row, sent: Sent): Promise<boolean> {
  if (row.kind !== 'card') return markSent(db, row, sent);
  await db.collection('outbox').updateOne({ _id: row._id }, { $set: { ...CLEAR, ...sent } });
  return false;
}

/** Sets a row aside. A card that was changed meanwhile is tried once more. @returns false then */
export async function markFailed(db: Database, row: Row, error: string): Promise<boolean> {
  const outbox = db.collection('outbox');
  const failed = { $set: { ...CLEAR, state: 'failed', error } };
  const { matchedCount } = await outbox.updateOne({ _id: row._id, ...unchanged(row) }, failed);
  if (matchedCount === 1) return true;
  await outbox.updateOne({ _id: row._id }, { $set: CLEAR });
  return false;
}

/** What holds of a row only as long as nothing new is to be shown. */
const unchanged = (row: Row) => (row.kind === 'card' ? { wants: row.wants } : {});

/**
 * A clear no that will be a yes later: the row goes back as it was before it was taken. What may be repeated forgets its tries
 * with the moment of the last one: they told nothing.
 */
export async function putBack(db: Database, row: Row, until: Date, error: string): Promise<void> {
  const attempts = isRepeatable(row) ? 0 : Math.max(0, row.attempts - 1);
  const change = { $set: { sendingAt: null, notBefore: until, attempts, error } };
  await db.collection('outbox').updateOne({ _id: row._id }, change);
}

/** Nothing is known: the row keeps when it was sent, and waits. */
export async function keepUnclear(db: Database, row: Row, until: Date, error: string): Promise<void> {
  await db.collection('outbox').updateOne({ _id: row._id }, { $set: { notBefore: until, error } });
}

/** Our own work failed before Slack was called: nothing is out, and the try counts. */
export async function keepUnprepared(db: Database, row: Row, until: Date, error: string): Promise<void> {
  const change = { $set: { sendingAt: null, notBefore: until, error } };
  await db.collection('outbox').updateOne({ _id: row._id }, change);
}

/** A card's message was deleted in Slack: it is posted anew, once. @returns the row without a message */
export async function forgetMessage(db: Database, row: Row): Promise<Row> {
  const gone = { channel: null, ts: null, threadTs: null, reposted: true };
  await db.collection('outbox').updateOne({ _id: row._id }, { $set: gone });
  return { ...row, ...gone };
}

/**
 * A card stands in a channel that its side no longer has: it is left there as it is.
 * @param token of the message that stands for it from now on: the one that is left keeps its own
 */
export async function leaveBehind(db: Database, row: Row, token: string): Promise<void> {
  const left = { token, channel: null, ts: null, threadTs: null, reposted: false, sendingAt: null, attempts: 0 };
  await db.collection('outbox').updateOne({ _id: row._id, channel: row.channel }, { $set: left });
}

export const wasReposted = (row: Row): boolean => row['reposted'] === true;

/** The earliest moment of which these rows do not know what came of it. */
export function earliestUncertain(rows: readonly Row[], at: Date): Date {
  const times = rows.filter(isUncertain).map(({ sendingAt }) => sendingAt?.getTime() ?? at.getTime());
  return new Date(Math.min(at.getTime(), ...times));
}
