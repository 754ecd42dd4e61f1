import type { ClientSession } from 'mongoose';
import { type Aggregate, SCHEMA_VERSION, type Wait } from '../kit/aggregate.ts';
import { append, type Stored } from '../kit/chain.ts';
import type { Change } from '../kit/change.ts';
import type { Listed } from '../kit/listed.ts';
import type { NewId } from '../kit/ids.ts';
import { type Person, personKey } from '../kit/person.ts';
import { cardKey, homeSubject, type Following, type RowDraft } from '../kit/rows.ts';
import { writeChain, writeProfile } from './client-profiles.ts';
import { type Database, isConflict, isDuplicate } from './database.ts';
import { writeExport } from './exports.ts';
import { personFromKey, plan, rowId } from './outbox.ts';
import { writeNudged } from './nudges.ts';
import { markHandled, wasHandled } from './received.ts';
import type { Handling } from './handling.ts';
import { writeSource } from './sources.ts';
import type { Watch } from './watch.ts';

/** Rows of one decision are numbered within this many, so that later decisions sort after them. */
const ORDER_STEP = 1000;

/** How the summary of a project is made. */
export type Summing<P> = {
  /** What waits for whom. */
  waits: (project: P) => Wait[];
  /** What lists say of it. */
  summarise: (project: P) => Listed;
};

export type SaveParts<P> = Summing<P> & {
  db: Database;
  /** When a project that is saved now is to be looked at by itself; null for never. */
  due?: (project: P, now: Date) => Date | null;
  /** Does a project have daily posts? */
  posts?: (project: P) => boolean;
  /** What is to be drawn again because of what changed, whoever changed it; `before` is null for a new project. */
  follows?: (before: P | null, after: P, now: Date) => Following;
  newId: NewId;
  /** 16 random bytes in hex, for the salt of a record entry's content. */
  newSalt: NewId;
  watch: Watch;
  /** Rows were saved: whoever sends has something to do. */
  planned: () => void;
};

/** stale: somebody else was faster, decide again. repeated: this very delivery was handled before. */
export type Outcome<P> = { is: 'saved'; project: P } | { is: 'stale' } | { is: 'repeated' };

/** One transaction. `before` is null for a new project. */
export async function save<P extends Aggregate>(
  parts: SaveParts<P>,
  handling: Handling,
  change: Change<P>,
  before: P | null,
): Promise<Outcome<P>> {
  parts.watch.pass('decided');
  const { next, stored } = numbered(parts, handling, change, before);
  const session = await parts.db.session();
  try {
    session.startTransaction({ writeConcern: { w: 'majority' } });
    const fresh = await write(parts, handling, session, { change, before, next, stored });
    if (!fresh) {
      await session.abortTransaction();
      return { is: 'stale' };
    }
    await commit(session);
    parts.watch.pass('committed');
    if (!handling.more) parts.planned();
    return { is: 'saved', project: next };
  } catch (error) {
    if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
    if (isConflict(error)) return { is: 'stale' };
    if (!isDuplicate(error)) throw error;
    const handled = handling.delivery && (await wasHandled(parts.db, handling.workspace, handling.delivery));
    return handled ? { is: 'repeated' } : { is: 'stale' };
  } finally {
    await session.endSession();
  }
}

export async function show<P>(
  { db, newId, planned }: SaveParts<P>,
  handling: Handling,
  rows: readonly RowDraft[],
): Promise<void> {
  const session = await db.session();
  try {
    await session.withTransaction(async () => {
      const moment = { workspace: handling.workspace, now: handling.now, order: 0 };
      await plan(db, session, moment, { rows, homes: [] }, newId);
    });
    planned();
  } finally {
    await session.endSession();
  }
}

/** A commit whose answer was lost is asked for again: MongoDB commits it once (mongodb.com, UnknownTransactionCommitResult). */
async function commit(session: ClientSession): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await session.commitTransaction();
      return;
    } catch (error) {
      const unknown = (error as { hasErrorLabel?: (label: string) => boolean }).hasErrorLabel?.(
        'UnknownTransactionCommitResult',
      );
      if (!unknown || attempt === 3) throw error;
    }
  }
}

/** The project as it will be saved: revision, summary and the chain's head moved on, and the record's new entries. */
function numbered<P extends Aggregate>(parts: SaveParts<P>, handling: Handling, change: Change<P>, before: P | null) {
  const { project } = change;
  const at = handling.now.toISOString();
  const drafts = change.happened.map(({ said: _said, ...one }) => ({ ...one, at }));
  const scope = { workspace: project.workspace, project: project._id };
  const { stored, head } = append(scope, project.record, drafts, parts.newSalt);
  const summary = summaryOf(parts, project);
  const revision = (before?.revision ?? 0) + 1;
  // What happens by itself is nobody's save, and where nothing is decided nobody saved anything.
  const saved = handling.actor === null || project === before ? {} : { savedAt: at, savedBy: handling.actor };
  // Whatever form it was read in, it is saved in the present one, which older processes leave alone.
  const form = { schemaVersion: SCHEMA_VERSION, revision };
  return {
    next: { ...project, ...form, ...nextOf(parts, handling, project), ...saved, record: head, summary },
    stored,
  };
}

/** When it is to be looked at, and its daily post to be planned. What is planned already stays, and what has begun begins at once. */
const nextOf = <P extends Aggregate>({ due, posts }: SaveParts<P>, { now }: Handling, project: P) => ({
  nextDueAt: due?.(project, now) ?? null,
  stuckSince: null,
  nextPostAt: posts?.(project) ? (project.nextPostAt ?? now) : null,
});

/** The part of a project that lists read. */
export function summaryOf<P extends Aggregate>({ waits: waitsOf, summarise }: Summing<P>, project: P) {
  const waits = waitsOf(project);
  const waitsSince = waits.map(({ since }) => since).toSorted()[0] ?? null;
  return { ...project.summary, waits, waitsSince, list: summarise(project) };
}

const NOTHING_FOLLOWS: Following = { first: [], last: [] };

type Writing<P> = { change: Change<P>; before: P | null; next: P; stored: readonly Stored[] };

/** @returns false where the project was changed meanwhile. One operation after the other: a transaction takes no parallel ones. */
async function write<P extends Aggregate>(
  { db, newId, follows = () => NOTHING_FOLLOWS }: SaveParts<P>,
  { workspace, delivery, now, person }: Handling,
  session: ClientSession,
  { change, before, next, stored }: Writing<P>,
): Promise<boolean> {
  if (delivery !== null) await markHandled(db, session, workspace, delivery, now);
  const unchanged = before !== null && change.project === before && stored.length === 0;
  if (!unchanged && !(await writeProject(db, session, before, next))) return false;
  if (change.source) {
    const scope = { workspace, project: next._id };
    await writeSource(db, session, scope, change.source);
  }
  if (change.chain) await writeChain(db, session, workspace, change.chain);
  if (change.profile) await writeProfile(db, session, workspace, change.profile);
  if (change.nudged) await writeNudged(db, session, { workspace, now }, change.nudged);
  if (change.client) await db.collection('clients').insertOne({ ...change.client }, { session });
  if (change.closed) await db.collection('approvals').insertOne({ ...change.closed }, { session });
  if (change.exported) await writeExport(db, session, { workspace, project: next._id }, change.exported, now);
  if (change.version) await db.collection('versions').insertOne({ ...change.version }, { session });
  if (stored.length > 0)
    await db.collection('record').insertMany(
      stored.map((one, index) => recordRow(one, change.happened[index]?.said)),
      { session },
    );
  const order = next.revision * ORDER_STEP;
  const homes = homesToDraw(before?.summary.waits ?? [], next.summary.waits, person);
  const rows = change.rows(stored);
  const { first, last, again = [] } = follows(before, next, now);
  const planned = [...first, ...rows, ...last.filter(({ key }) => rows.every((row) => row.key !== key))];
  await plan(db, session, { workspace, now, order }, { rows: planned, homes, again }, newId);
  return true;
}

async function writeProject<P extends Aggregate>(db: Database, session: ClientSession, before: P | null, next: P) {
  const projects = db.collection('projects');
  if (before === null) {
    await projects.insertOne({ ...next }, { session });
    return true;
  }
  const guard = { _id: next._id, workspace: next.workspace, revision: before.revision };
  const { matchedCount } = await projects.replaceOne(guard, { ...next }, { session });
  return matchedCount === 1;
}

const recordRow = (stored: Stored, said: string | undefined) => ({
  _id: `${stored.entry.project}:${stored.entry.sequence}`,
  ...stored,
  said: said === undefined ? null : rowId(stored.entry.workspace, said),
});

/**
 * Whoever had something waiting, or has now, may look at a Home that shows it, and so may whoever did it. Everybody else's list is
 * drawn when they open it.
 */
function homesToDraw(before: readonly Wait[], after: readonly Wait[], by: Person | undefined): string[] {
  const people = new Set([...before, ...after].map(({ person }) => person));
  if (by) people.add(personKey(by));
  return [...people].map((key) => cardKey(homeSubject(personFromKey(key))));
}
