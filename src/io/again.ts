import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from './database.ts';
import { LateError } from './deadline.ts';
import type { Handling } from './handling.ts';
import { wasHandled } from './received.ts';

/** Somebody else is in the way no longer than this before we look again (milliseconds). */
const LONGEST_PAUSE_MS = 200;

/**
 * Somebody else was faster: usually for a moment, but after a kill in the middle of a transaction for as long as MongoDB keeps
 * that (mongodb.com, transactionLifetimeLimitSeconds), so the pauses grow.
 * @throws LateError once the deadline is over
 */
export async function beforeTryingAgain({ deadline }: Handling, tries: number, why: string): Promise<void> {
  if (deadline.left() === 0) throw new LateError(why);
  await sleep(Math.min(LONGEST_PAUSE_MS, 2 ** tries));
}

/** Was this delivery handled already? Then what the rules refuse now is what it did itself. */
export const repeatedBefore = async (db: Database, { workspace, delivery }: Handling): Promise<boolean> =>
  delivery !== null && (await wasHandled(db, workspace, delivery));
