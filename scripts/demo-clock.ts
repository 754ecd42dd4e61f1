import { setTimeout as sleep } from 'node:timers/promises';
import { type Clock, liveClock } from '../sandbox/core/clock.ts';
import type { Database } from '../src/io/database.ts';
import { type BotWork, workOf } from './demo-work.ts';

/** Each of the bot's jobs is over in far less, on a busy machine too. */
const FOLLOWS_WITHIN_MS = 20_000;
/** What is not said by then waits for something else: for a channel that is held, or for a fault that somebody planned. */
const SAYS_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 25;
/** What is due again and again goes wrong, and is put off by the bot itself. */
const MOST_ROUNDS = 4;

export type DemoClockParts = {
  /** That of the bot, where its recurring jobs are. */
  db: Database;
  /** Moves the bot so far ahead of the machine's clock, in all. */
  moveBot: (aheadMs: number) => Promise<void>;
};

/**
 * The clock of the sandbox and the bot together. A jump halts wherever something of the bot's falls due, so that it is done at its
 * hour, and is over when the bot has done what had become due, each recurring job at least once, and has said it. Jumps follow each
 * other already (sandbox/server/jump.ts).
 */
export function demoClock({ db, moveBot }: DemoClockParts): Clock {
  const work = workOf(db);
  const followed = following(work, () => clock.now());
  let aheadMs = 0;
  const leap = async (ms: number, move: (stepMs: number) => void, goesOn: () => boolean): Promise<void> => {
    const untilMs = clock.now() + ms;
    // What people did a moment ago may bring something that falls due on the way.
    await followed();
    for (let nowMs = clock.now(); nowMs < untilMs && goesOn(); nowMs = clock.now()) {
      const stepMs = Math.min(untilMs, await work.haltMs(nowMs)) - nowMs;
      aheadMs += stepMs;
      // The sandbox first: what it signs from now on is young enough for a bot before or after its own move.
      move(stepMs);
      await moveBot(aheadMs);
      await followed();
    }
  };
  const clock = liveClock(() => Date.now(), leap);
  return clock;
}

/** Settles when the bot has done and said what is due by now. @throws where its recurring jobs do not run */
function following(work: BotWork, now: () => number): () => Promise<void> {
  // What waits for something else is not waited for at every step anew.
  let waiting = new Set<string>();
  return async () => {
    for (let round = 1; ; round += 1) {
      if (!(await until(FOLLOWS_WITHIN_MS, () => work.isRun(now()))))
        throw new Error('The recurring jobs of the bot have not run in time');
      if (round === MOST_ROUNDS || !(await work.isDue(now()))) break;
      await work.runAgain(now());
    }
    const isSaid = async () => (await work.unsaid(now())).every((row) => waiting.has(row));
    await until(SAYS_WITHIN_MS, isSaid);
    waiting = new Set(await work.unsaid(now()));
  };
}

/** @returns false where it did not come to hold in time */
async function until(withinMs: number, holds: () => Promise<boolean>): Promise<boolean> {
  for (const start = performance.now(); !(await holds()); await sleep(LOOK_EVERY_MS)) {
    if (performance.now() - start > withinMs) return false;
  }
  return true;
}
