import { z } from 'zod';
import type { Database } from './database.ts';

/** How far behind we are: ages are what an alert should watch, for a backlog that is worked off is no fault. */
export type Ages = {
  /** Since the oldest message, card or channel operation was decided that Slack does not show yet, in seconds. */
  outboxSeconds: number;
  /** Rows that are to be sent, and rows that were set aside for good. */
  outboxPending: number;
  outboxFailed: number;
  /** Lanes with something to send, and how much the fullest holds. */
  lanes: number;
  longestLane: number;
  /** Since the oldest event came that is saved and not handled, in seconds. */
  inboxSeconds: number;
  /** Events that were given up after a day. */
  inboxFailed: number;
  /** Since the recurring job that is longest overdue was due, in seconds. */
  clockSeconds: number;
};

const laneSchema = z.looseObject({ lanes: z.number(), longest: z.number() });

/** Whose ages are read: a workspace, and the names of its recurring jobs. */
export type Watched = { workspace: string; jobs: readonly string[] };

/**
 * Reads the ages of one workspace.
 * @param now what ages are counted to
 * @throws where MongoDB does not answer
 */
export async function readAges(db: Database, { workspace, jobs }: Watched, now: Date): Promise<Ages> {
  const outbox = db.collection('outbox');
  const pending = { workspace, state: 'pending' };
  // Agenda keeps the documents of jobs that no program has any more.
  const overdue = { name: { $in: [...jobs] }, nextRunAt: { $lt: now } };
  const [oldest, outboxPending, outboxFailed, lane, open, inboxFailed, due] = await Promise.all([
    outbox.findOne(pending, { sort: { wantedAt: 1 }, projection: { wantedAt: 1 } }),
    outbox.countDocuments(pending),
    outbox.countDocuments({ workspace, state: 'failed' }),
    lanesOf(db, pending),
    db.collection('received').findOne({ workspace, state: 'open' }, { sort: { at: 1 }, projection: { at: 1 } }),
    db.collection('received').countDocuments({ workspace, state: 'failed' }),
    db.connection.collection('agendaJobs').findOne(overdue, { sort: { nextRunAt: 1 } }),
  ]);
  return {
    outboxSeconds: secondsSince(oldest?.['wantedAt'], now),
    outboxPending,
    outboxFailed,
    lanes: lane.lanes,
    longestLane: lane.longest,
    inboxSeconds: secondsSince(open?.['at'], now),
    inboxFailed,
    clockSeconds: secondsSince(due?.['nextRunAt'], now),
  };
}

async function lanesOf(db: Database, pending: object) {
  const [found] = await db
    .collection('outbox')
    .aggregate([
      { $match: pending },
      { $group: { _id: '$lane', rows: { $sum: 1 } } },
      { $group: { _id: null, lanes: { $sum: 1 }, longest: { $max: '$rows' } } },
    ])
    .toArray();
  return laneSchema.parse(found ?? { lanes: 0, longest: 0 });
}

const secondsSince = (at: unknown, now: Date): number =>
  at instanceof Date ? Math.max(0, (now.getTime() - at.getTime()) / 1000) : 0;
