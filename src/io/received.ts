import type { ClientSession } from 'mongoose';
import { z } from 'zod';
import { type Database, isDuplicate } from './database.ts';

/** Deliveries of events that were accepted but not yet handled are taken up again after this long. */
const REPLAY_AFTER_MS = 10_000;
/** How many are taken up at once; the rest waits for the next round. */
const REPLAY_BATCH = 50;
/** An event that fails this often is left open, where it can be seen; taking it up for ever would only fill the log. */
const REPLAYS = 50;
/** Slack repeats a delivery for minutes at most (docs.slack.dev, Events API retries); three days is ample. */
const KEEP_MS = 3 * 24 * 60 * 60 * 1000;

const keyOf = (workspace: string, delivery: string) => `${workspace}:${delivery}`;

/**
 * Marks a delivery as handled, in the transaction of its decision.
 * @throws a duplicate-key error where it was handled before, which ends the transaction: nothing happens twice.
 */
export async function markHandled(
  db: Database,
  session: ClientSession,
  workspace: string,
  delivery: string,
  now: Date,
) {
  await db
    .collection('received')
    .updateOne(
      { _id: keyOf(workspace, delivery), state: 'open' },
      { $set: { state: 'done', workspace, at: now }, $unset: { body: '' } },
      { upsert: true, session },
    );
}

export async function wasHandled(db: Database, workspace: string, delivery: string): Promise<boolean> {
  const found = await db.collection('received').findOne({ _id: keyOf(workspace, delivery), state: 'done' });
  return found !== null;
}

/** The inbox of events: saved before Slack hears that we have them, so that a killed process loses none. */
export type Inbox = {
  /** Saves an event as open. @returns false where it is there already. @throws where it could not be saved. */
  open: (workspace: string, eventId: string, body: unknown, now: Date) => Promise<boolean>;
  /** An event that no decision needed is closed here. */
  close: (workspace: string, eventId: string, now: Date) => Promise<void>;
  /** Events that were saved a while ago and are still open. */
  stale: (now: Date) => Promise<unknown[]>;
  /** Forgets deliveries of long ago. @returns how many. */
  forget: (now: Date) => Promise<number>;
};

export function inbox(db: Database): Inbox {
  const received = db.collection('received');
  return {
    open: async (workspace, eventId, body, now) => {
      try {
        await received.insertOne({ _id: keyOf(workspace, eventId), workspace, state: 'open', at: now, body });
        return true;
      } catch (error) {
        if (isDuplicate(error)) return false;
        throw error;
      }
    },
    close: async (workspace, eventId, now) => {
      const done = { $set: { state: 'done', at: now }, $unset: { body: '' } };
      await received.updateOne({ _id: keyOf(workspace, eventId), state: 'open' }, done);
    },
    stale: async (now) => {
      const before = new Date(now.getTime() - REPLAY_AFTER_MS);
      const due = { state: 'open', at: { $lt: before }, $nor: [{ replays: { $gte: REPLAYS } }] };
      const found = await received.find(due).sort({ at: 1 }).limit(REPLAY_BATCH).toArray();
      await received.updateMany({ _id: { $in: found.map(({ _id }) => _id) } }, { $inc: { replays: 1 } });
      return found.map((row) => z.looseObject({ body: z.unknown() }).parse(row).body);
    },
    forget: async (now) => {
      const { deletedCount } = await received.deleteMany({
        state: 'done',
        at: { $lt: new Date(now.getTime() - KEEP_MS) },
      });
      return deletedCount;
    },
  };
}
