import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, liveClock } from '../sandbox/core/clock.ts';
import type { Database } from '../src/io/database.ts';

/** Each of the bot's jobs is over in far less, on a busy machine too. */
const FOLLOWS_WITHIN_MS = 20_000;
const LOOK_EVERY_MS = 25;

export type DemoClockParts = {
  /** That of the bot, where its recurring jobs are. */
  db: Database;
  /** Moves the bot so far ahead of the machine's clock, in all. */
  moveBot: (aheadMs: number) => Promise<void>;
};

/**
 * The clock of the sandbox and the bot together. A jump is over when the bot has done what had become due, each recurring job
 * at least once. Jumps follow each other.
 */
export function demoClock({ db, moveBot }: DemoClockParts): Clock {
  const jobs = db.connection.collection('agendaJobs');
  let last: Promise<unknown> = Promise.resolve();
  let aheadMs = 0;
  const leap = async (ms: number, move: () => void): Promise<void> => {
    aheadMs += ms;
    // The sandbox first: what it signs from now on is young enough for a bot before or after its own move.
    move();
    await moveBot(aheadMs);
    await allRun(jobs, () => clock.now());
  };
  const clock = liveClock(
    () => Date.now(),
    (ms, move) => {
      const leapt = last.then(() => leap(ms, move));
      last = leapt.catch(() => undefined);
      return leapt;
    },
  );
  return clock;
}

type Jobs = ReturnType<Database['connection']['collection']>;

function allRun(jobs: Jobs, now: () => number): Promise<void> {
  return until('the recurring jobs of the bot have run', async () => {
    // A job that has begun is due again later already, and still claimed.
    const notYet = [{ nextRunAt: { $lte: new Date(now()) } }, { lockedAt: { $ne: null } }];
    return (await jobs.countDocuments({ $or: notYet })) === 0;
  });
}

async function until(what: string, holds: () => Promise<boolean>): Promise<void> {
  for (const start = performance.now(); !(await holds()); await sleep(LOOK_EVERY_MS)) {
    if (performance.now() - start > FOLLOWS_WITHIN_MS) throw new Error(`It did not happen in time: ${what}`);
  }
}
