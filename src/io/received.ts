import type { ClientSession } from 'mongoose';
import { z } from 'zod';
import { type Database, isDuplicate } from './database.ts';

/** Deliveries of events that were accepted but not yet handled are taken up again after this long. */
const REPLAY_AFTER_MS = 10_000;
/** Each time that fails, the next one comes twice as much later, at most this. */
const LONGEST_REPLAY_MS = 10 * 60_000;
/** How many are taken up at once; the rest waits for the next round. */
const REPLAY_BATCH = 50;
/** An event that fails for so long is given up: taking it up for ever would only fill the log. */
const REPLAY_FOR_MS = 24 * 60 * 60 * 1000;
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
  /** Events of a workspace that were saved a while ago and are still open. */
  stale: (workspace: string, now: Date) => Promise<unknown[]>;
  /** Forgets deliveries of long ago. @returns how many. */
  forget: (now: Date) => Promise<number>;
};

const openSchema = z.looseObject({ _id: z.string(), body: z.unknown(), replays: z.int().default(0) });

/** Counted before it is taken up, so that an event which kills the process is put off as well. */
function putOff(replays: number, now: Date) {
  const waitMs = Math.min(LONGEST_REPLAY_MS, REPLAY_AFTER_MS * 2 ** Math.min(replays, 16));
  return { $set: { replays: replays + 1, replayAt: new Date(now.getTime() + waitMs) } };
}

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
    stale: async (workspace, now) => {
      const ago = (ms: number) => new Date(now.getTime() - ms);
      const given = { workspace, state: 'open', at: { $lte: ago(REPLAY_FOR_MS) } };
      await received.updateMany(given, { $set: { state: 'failed' } });
      const at = { $lt: ago(REPLAY_AFTER_MS) };
      const due = {
        workspace,
        state: 'open',
        at,
        $or: [{ replayAt: { $exists: false } }, { replayAt: { $lte: now } }],
      };
      const raw = await received.find(due).sort({ at: 1 }).limit(REPLAY_BATCH).toArray();
      const found = raw.map((row) => openSchema.parse(row));
      const put = found.map(({ _id, replays }) => ({ updateOne: { filter: { _id }, update: putOff(replays, now) } }));
      if (put.length > 0) await received.bulkWrite(put);
      return found.map(({ body }) => body);
    },
    forget: async (now) => {
      const { deletedCount } = await received.deleteMany({
        state: { $in: ['done', 'failed'] },
        at: { $lt: new Date(now.getTime() - KEEP_MS) },
      });
      return deletedCount;
    },
  };
}
