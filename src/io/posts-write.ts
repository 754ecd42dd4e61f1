import type { Aggregate } from '../kit/aggregate.ts';
import type { Day } from '../kit/calendar.ts';
import type { NewId } from '../kit/ids.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { DailyPosts, PostAsk, PostSlot } from '../kit/posts.ts';
import type { WorkCalendar } from '../kit/work-days.ts';
import { type Database, isDuplicate, type Raw } from './database.ts';
import type { Deadline } from './deadline.ts';
import type { Deps } from './deps.ts';
import { ownWork } from './handling.ts';
import type { Log } from './log.ts';
import { freshCard, rowId } from './outbox.ts';
import { TOO_LATE } from './sender-rules.ts';

export type PostsParts<P extends Aggregate> = {
  db: Database;
  log: Log;
  newId: NewId;
  workspace: string;
  posts: DailyPosts<P>;
  deps: Pick<Deps<P>, 'calendars' | 'people' | 'settings' | 'store'>;
  /** Has the sender look at what is to be sent. */
  wake: () => void;
};

/** One run of the job. */
export type Round<P extends Aggregate> = PostsParts<P> & {
  now: Date;
  ends: Deadline;
  calendarOf: (zone: string | null, manager: PostAsk['manager']) => Promise<WorkCalendar>;
  /** What was worked out for projects that are alike. */
  slots: Map<string, PostSlot>;
};

/** A project as it was read: up to when posts were planned, and what is due of them. */
export type Looked = { id: string; since: Date; slot: PostSlot };
/** The same, and the days whose post never came. */
export type Late = Looked & { missed: readonly Day[] };

/** Stores the posts that are due and not there yet. @returns how many are due */
export async function insertRows<P extends Aggregate>(round: Round<P>, looked: readonly Looked[]): Promise<number> {
  const { db, workspace, now, newId, posts } = round;
  const rows = looked.flatMap(({ id, slot: { post, until } }) => {
    if (post === null || until === null) return [];
    return [freshCard(posts.row(id, post, until), { workspace, now, order: 0 }, newId())];
  });
  if (rows.length === 0) return 0;
  try {
    await db.collection('outbox').insertMany(rows, { ordered: false });
  } catch (error) {
    if (!areDuplicates(error)) throw error;
  }
  return rows.length;
}

/** Did nothing fail but what was there already? `writeErrors` names each that failed (mongodb.com, BulkWriteError). */
function areDuplicates(error: unknown): boolean {
  const failed = (error as { writeErrors?: unknown } | null)?.writeErrors;
  return isDuplicate(error) && Array.isArray(failed) && failed.every(isDuplicate);
}

/** Moves projects on to the instant at which they are to be looked at next, where nobody else did. */
export async function moveOn<P extends Aggregate>(
  { db, workspace }: Pick<Round<P>, 'db' | 'workspace'>,
  moves: readonly { id: string; since: Date; next: Date | null }[],
): Promise<void> {
  if (moves.length === 0) return;
  const writes = moves.map(({ id, since, next: nextPostAt }) => ({
    updateOne: { filter: { _id: id, workspace, nextPostAt: since }, update: { $set: { nextPostAt } } },
  }));
  await db.collection('projects').bulkWrite(writes, { ordered: false });
}

/** Of the days that went by, those whose post nobody planned; and of what was planned last, what was never sent. */
export async function neverCame<P extends Aggregate>(
  { db, workspace, posts, now }: Round<P>,
  looked: readonly Looked[],
): Promise<Late[]> {
  const key = (id: string, day: Day) => rowId(workspace, posts.key(id, day));
  const ids = looked.flatMap(({ id, slot: { missed, before } }) =>
    [...missed, ...(before === null ? [] : [before])].map((day) => key(id, day)),
  );
  const projection = { state: 1, ts: 1, error: 1, notAfter: 1, sendingAt: 1 };
  const found =
    ids.length === 0
      ? []
      : await db
          .collection('outbox')
          .find({ _id: { $in: ids } }, { projection })
          .toArray();
  const isWaste = new Map(found.map((raw) => [raw._id, neverSent(raw, now)]));
  return looked.map((one) => {
    const { id, slot } = one;
    const before = slot.before !== null && isWaste.get(key(id, slot.before)) === true ? [slot.before] : [];
    return { ...one, missed: [...before, ...slot.missed.filter((day) => isWaste.get(key(id, day)) ?? true)] };
  });
}

/** It waited until it was too late. What was drawn and had nothing to say is not missed by anybody. */
function neverSent({ state, ts, error, notAfter, sendingAt }: Raw, now: Date): boolean {
  if (typeof ts === 'string') return false;
  if (state === 'failed') return error === TOO_LATE;
  return state === 'pending' && sendingAt === null && notAfter instanceof Date && notAfter <= now;
}

/** Puts missed days on the record and moves the project on, in one decision. A failure leaves it due. */
export async function recordMissed<P extends Aggregate>(round: Round<P>, late: Late): Promise<void> {
  const { deps, posts, workspace, now, log } = round;
  const { id, since, slot, missed } = late;
  // Once for each instant up to which posts were planned.
  const delivery = `posts:${id}:${since.toISOString()}`;
  try {
    const saved = await deps.store.decide(ownWork(workspace, now, delivery), id, (project) => {
      if (project.nextPostAt?.getTime() !== since.getTime()) return null;
      const change = posts.missed(project, missed);
      return { ...change, project: { ...change.project, nextPostAt: slot.next } };
    });
    if (isRefusal(saved))
      log.warn({ project: id, refused: saved.code }, 'missed daily posts were not put on the record');
  } catch (error) {
    log.error({ err: error, project: id }, 'missed daily posts were not put on the record');
  }
}
