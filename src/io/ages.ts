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
  /** Since the recurring job that is longest overdue was due, in seconds. */
  clockSeconds: number;
};

const laneSchema = z.looseObject({ lanes: z.number(), longest: z.number() });

/**
 * Reads the ages of one workspace.
 * @param now what ages are counted to
 * @throws where MongoDB does not answer
 */
export async function readAges(db: Database, workspace: string, now: Date): Promise<Ages> {
  const outbox = db.collection('outbox');
  const pending = { workspace, state: 'pending' };
  const [oldest, outboxPending, outboxFailed, lane, open, due] = await Promise.all([
    outbox.findOne(pending, { sort: { at: 1, order: 1 }, projection: { at: 1 } }),
    outbox.countDocuments(pending),
    outbox.countDocuments({ workspace, state: 'failed' }),
    lanesOf(db, pending),
    db.collection('received').findOne({ workspace, state: 'open' }, { sort: { at: 1 }, projection: { at: 1 } }),
    db.connection.collection('agendaJobs').findOne({ nextRunAt: { $lt: now } }, { sort: { nextRunAt: 1 } }),
  ]);
  return {
    outboxSeconds: secondsSince(oldest?.['at'], now),
    outboxPending,
    outboxFailed,
    lanes: lane.lanes,
    longestLane: lane.longest,
    inboxSeconds: secondsSince(open?.['at'], now),
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
