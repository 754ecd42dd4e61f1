import { type Aggregate, SCHEMA_VERSION } from '../kit/aggregate.ts';
import type { ClockJob } from './agenda.ts';
import type { Database, Raw } from './database.ts';
import { deadline } from './deadline.ts';
import type { Handling } from './handling.ts';
import type { Log } from './log.ts';

/** Projects in one round, the longest due first. The others wait for the next. */
const BATCH = 100;
const EVERY_SECONDS = 60;
/** A round ends well before another process may take the job over (agenda.ts, LOCK_LIFETIME_MS). */
const ROUND_MS = 40_000;
const ONE_MS = 10_000;
/** One that fails, or has nothing to do after all, comes again after as long as it has been due, within these. */
const SHORTEST_PAUSE_MS = 60_000;
const LONGEST_PAUSE_MS = 60 * 60_000;

export type SweepParts<P extends Aggregate> = {
  db: Database;
  log: Log;
  workspace: string;
  parse: (raw: Raw) => P;
  /** When something about a project is due by itself; null where nothing is. */
  due: (project: P) => Date | null;
  /** Does what is due. */
  sweep: (handling: Handling, project: string) => Promise<unknown>;
};

/**
 * The one job that looks for what is due by itself. It knows only when (`nextDueAt`, worked out at every save) and whom to ask:
 * what is done is decided from the project as it is then, so that a restart or a moved date loses and doubles nothing. Each project
 * is handled on its own, and one that fails stops no other.
 */
export function sweepJob<P extends Aggregate>(parts: SweepParts<P>): ClockJob {
  return { name: `sweep ${parts.workspace}`, everySeconds: EVERY_SECONDS, run: (now) => sweepDue(parts, now) };
}

/** @returns how many were taken up. */
async function sweepDue<P extends Aggregate>(parts: SweepParts<P>, now: Date): Promise<number> {
  const { db, workspace } = parts;
  const round = deadline(ROUND_MS);
  const due = { workspace, nextDueAt: { $type: 'date', $lte: now }, schemaVersion: { $lte: SCHEMA_VERSION } };
  const found = db.collection('projects').find(due, { projection: { _id: 1 } });
  const ids = (await found.sort({ nextDueAt: 1 }).limit(BATCH).toArray()).map(({ _id }) => _id);
  let taken = 0;
  for (const id of ids) {
    if (round.left() === 0) break;
    if (await sweepOne(parts, id, now)) taken += 1;
  }
  return taken;
}

/** @returns whether this process took it up. */
async function sweepOne<P extends Aggregate>(parts: SweepParts<P>, id: string, now: Date): Promise<boolean> {
  const { log, workspace, sweep } = parts;
  try {
    const dueAt = await claimed(parts, id, now);
    if (dueAt === null) return false;
    const delivery = `sweep:${id}:${dueAt.toISOString()}`;
    await sweep({ workspace, delivery, now, deadline: deadline(ONE_MS), actor: null }, id);
    return true;
  } catch (error) {
    log.error({ err: error, project: id }, 'what was due of a project failed');
    return true;
  }
}

/**
 * Puts a project off before it is taken up, so that one which kills the process, fails or has nothing to do does not come again at
 * once; what is done saves the project, and with it when something is due next. Of several processes one puts it off.
 * @returns when it was due; null where it is not any more
 */
async function claimed<P extends Aggregate>(parts: SweepParts<P>, id: string, now: Date): Promise<Date | null> {
  const projects = parts.db.collection('projects');
  const raw = await projects.findOne({ _id: id, workspace: parts.workspace });
  const dueAt: unknown = raw?.['nextDueAt'];
  if (!raw || !(dueAt instanceof Date) || dueAt > now) return null;
  const again = new Date(now.getTime() + pauseMs(parts, raw, now));
  const claim = { _id: id, workspace: parts.workspace, nextDueAt: dueAt };
  const { matchedCount } = await projects.updateOne(claim, { $set: { nextDueAt: again } });
  return matchedCount === 1 ? dueAt : null;
}

/** What cannot even be read is looked at seldom. */
function pauseMs<P extends Aggregate>({ parse, due, log }: SweepParts<P>, raw: Raw, now: Date): number {
  try {
    const since = due(parse(raw)) ?? now;
    return Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, now.getTime() - since.getTime()));
  } catch (error) {
    log.error({ err: error, project: raw._id }, 'a project that is due cannot be read');
    return LONGEST_PAUSE_MS;
  }
}
