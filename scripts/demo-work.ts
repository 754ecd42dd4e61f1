import type { CollectionName, Database } from '../src/io/database.ts';

/** What falls due at instants near each other is done in one go: at the next half hour. */
const GRID_MS = 30 * 60_000;

/** Where the bot keeps when it has something to do by itself. */
const DUE: readonly [collection: CollectionName, field: string][] = [
  ['projects', 'nextDueAt'],
  ['projects', 'nextPostAt'],
  ['nudges', 'notBefore'],
  ['digests', 'nextAt'],
  ['exports', 'claimedUntil'],
];

/** What the bot has to do by itself, read from where it keeps it. */
export type BotWork = {
  /** When the clock should halt next, later than `nowMs`: milliseconds since the epoch; infinite where nothing is to come. */
  haltMs: (nowMs: number) => Promise<number>;
  /** Has each of its recurring jobs run since? */
  isRun: (nowMs: number) => Promise<boolean>;
  /** Is something still due? A job that changed a project looks at it once more the next time. */
  isDue: (nowMs: number) => Promise<boolean>;
  /** Has the recurring jobs run again, as if the seconds between two runs had passed. */
  runAgain: (nowMs: number) => Promise<void>;
  /** Which messages could be sent now and are not, by their ids. */
  unsaid: (nowMs: number) => Promise<string[]>;
};

export function workOf(db: Database): BotWork {
  const jobs = db.connection.collection('agendaJobs');
  return {
    haltMs: async (nowMs) => {
      const later = await Promise.all(DUE.map(([name, field]) => firstAfter(db, name, field, nowMs)));
      return Math.ceil(Math.min(...later) / GRID_MS) * GRID_MS;
    },
    isRun: async (nowMs) => {
      // A job that has begun is due again later already, and still claimed.
      const notYet = [{ nextRunAt: { $lte: new Date(nowMs) } }, { lockedAt: { $ne: null } }];
      return (await jobs.countDocuments({ $or: notYet })) === 0;
    },
    isDue: async (nowMs) => {
      const due = DUE.map(([name, field]) =>
        db.collection(name).countDocuments({ [field]: { $type: 'date', $lte: new Date(nowMs) } }),
      );
      return (await Promise.all(due)).some((count) => count > 0);
    },
    runAgain: async (nowMs) => {
      await jobs.updateMany({ nextRunAt: { $gt: new Date(nowMs) } }, { $set: { nextRunAt: new Date(nowMs) } });
    },
    unsaid: async (nowMs) => {
      const canGo = [{ notBefore: null }, { notBefore: { $lte: new Date(nowMs) } }];
      const rows = db.collection('outbox').find({ state: 'pending', $or: canGo }, { projection: { _id: 1 } });
      return (await rows.toArray()).map(({ _id }) => _id);
    },
  };
}

async function firstAfter(db: Database, name: CollectionName, field: string, nowMs: number): Promise<number> {
  const found = db.collection(name).find({ [field]: { $type: 'date', $gt: new Date(nowMs) } });
  const [first] = await found
    .sort({ [field]: 1 })
    .limit(1)
    .project({ [field]: 1 })
    .toArray();
  const at: unknown = first?.[field];
  return at instanceof Date ? at.getTime() : Number.POSITIVE_INFINITY;
}
