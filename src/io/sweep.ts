import { SCHEMA_VERSION } from '../kit/aggregate.ts';
import { type ClockJob, LOOK_AROUND_SECONDS, ROUND_MS } from './agenda.ts';
import type { Database } from './database.ts';
import { deadline } from './deadline.ts';
import { type Handling, ownWork } from './handling.ts';
import type { Log } from './log.ts';

/** Projects that are looked for at a time, the longest due first. */
const BATCH = 100;
/** Calendars and people's zones change, and nobody tells: what something is to come of is looked at once a day at least. */
const LOOK_WITHIN_MS = 24 * 60 * 60_000;
/** One that fails, or is still due when all was done, comes again after as long as that has gone on, within these. */
const SHORTEST_PAUSE_MS = 30_000;
const LONGEST_PAUSE_MS = 60 * 60_000;

export type SweepParts = {
  db: Database;
  log: Log;
  workspace: string;
  /** Does what is due. @returns when it is to be looked at next, as far as that was worked out; null where nothing is to come */
  sweep: (handling: Handling, project: string) => Promise<Date | null>;
};

/**
 * The one job that looks for what is due by itself. It knows only when (`nextDueAt`, set at every save) and whom to ask: what is
 * done is decided from the project as it is then, so that a restart or a moved date loses and doubles nothing. Each project is
 * handled on its own, and one that fails stops no other.
 */
export function sweepJob(parts: SweepParts): ClockJob {
  return { name: `sweep ${parts.workspace}`, everySeconds: LOOK_AROUND_SECONDS, run: (now) => sweepDue(parts, now) };
}

/** As many as fit into a round, each once. @returns how many were taken up */
async function sweepDue(parts: SweepParts, now: Date): Promise<number> {
  const round = deadline(ROUND_MS);
  const seen = new Set<string>();
  let taken = 0;
  for (let goesOn = true; goesOn;) {
    const due = await dueNow(parts, now);
    // What was saved by its own look is due at once again, and comes with the next round.
    const fresh = due.filter(({ id }) => !seen.has(id));
    for (const one of fresh) {
      if (round.left() === 0) return taken;
      seen.add(one.id);
      if (await sweepOne(parts, one, now)) taken += 1;
    }
    goesOn = due.length === BATCH && fresh.length > 0;
  }
  return taken;
}

/** `stuckSince`: since when it was tried without an end; null where it was not. */
type Due = { id: string; dueAt: Date; stuckSince: Date | null };

async function dueNow({ db, workspace }: SweepParts, now: Date): Promise<Due[]> {
  const due = { workspace, nextDueAt: { $type: 'date', $lte: now }, schemaVersion: { $lte: SCHEMA_VERSION } };
  const found = db.collection('projects').find(due, { projection: { nextDueAt: 1, stuckSince: 1 } });
  return (await found.sort({ nextDueAt: 1 }).limit(BATCH).toArray()).map((raw) => {
    const { nextDueAt, stuckSince } = raw;
    return { id: raw._id, dueAt: asDate(nextDueAt) ?? now, stuckSince: asDate(stuckSince) };
  });
}

const asDate = (value: unknown): Date | null => (value instanceof Date ? value : null);

/** @returns whether this process took it up. */
async function sweepOne(parts: SweepParts, due: Due, now: Date): Promise<boolean> {
  const { log, workspace, sweep } = parts;
  try {
    const again = await claim(parts, due, now);
    if (again === null) return false;
    const delivery = `sweep:${due.id}:${due.dueAt.toISOString()}`;
    const next = await sweep(ownWork(workspace, now, delivery), due.id);
    await putOff(parts, due.id, { again, now }, next);
  } catch (error) {
    log.error({ err: error, project: due.id }, 'what was due of a project failed');
  }
  return true;
}

/**
 * Puts a project off before it is taken up, so that one which kills the process, fails or has nothing to do does not come again at
 * once; what is done saves the project, and with it when something is due next. Of several processes one puts it off.
 * @returns until when it is put off; null where it is not due any more
 */
async function claim({ db, workspace }: SweepParts, { id, dueAt, stuckSince }: Due, now: Date): Promise<Date | null> {
  const since = stuckSince ?? now;
  const pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, now.getTime() - since.getTime()));
  const again = new Date(now.getTime() + pauseMs);
  const put = { $set: { nextDueAt: again, stuckSince: since } };
  const { matchedCount } = await db.collection('projects').updateOne({ _id: id, workspace, nextDueAt: dueAt }, put);
  return matchedCount === 1 ? again : null;
}

/**
 * Once all that was due is done: the next look. Whatever was saved meanwhile has said itself when that is, and what is still due
 * stays put off.
 */
async function putOff(
  { db, workspace }: SweepParts,
  id: string,
  { again, now }: { again: Date; now: Date },
  next: Date | null,
): Promise<void> {
  if (next !== null && next <= now) return;
  const latest = new Date(now.getTime() + LOOK_WITHIN_MS);
  const nextDueAt = next !== null && next > latest ? latest : next;
  // A save forgets since when it was tried: where both happen to name the same instant, it is still the save's.
  const guard = { _id: id, workspace, nextDueAt: again, stuckSince: { $type: 'date' } };
  await db.collection('projects').updateOne(guard, { $set: { nextDueAt, stuckSince: null } });
}
