import { setTimeout as sleep } from 'node:timers/promises';
import { type Aggregate, SCHEMA_VERSION } from '../kit/aggregate.ts';
import { type Person, personKey } from '../kit/person.ts';
import type { WorkCalendar } from '../kit/work-days.ts';
import { type ClockJob, LOOK_AROUND_SECONDS, ROUND_MS } from './agenda.ts';
import type { Raw } from './database.ts';
import { deadline } from './deadline.ts';
import {
  insertRows,
  type Looked,
  moveOn,
  neverCame,
  type PostsParts,
  recordMissed,
  type Round,
} from './posts-write.ts';

/** Projects that are planned at a time: whoever is to be answered meanwhile waits for no more than these. */
const BATCH = 100;
/** Days that were missed are put on the record by a decision each, a few at the same time. */
const RECORDED_AT_ONCE = 8;
/** What cannot be read is looked at seldom. */
const UNREADABLE_PAUSE_MS = 60 * 60_000;

/**
 * Plans the daily posts: all that is due at the same hour in one go, from few fields of each project. The row is the claim: its key
 * is the project and the day, so that several processes may plan at once, and one that is killed between the rows and what moves
 * the projects on leaves something that is planned again and changes nothing.
 */
export function postsJob<P extends Aggregate>(parts: PostsParts<P>): ClockJob {
  return { name: `posts ${parts.workspace}`, everySeconds: LOOK_AROUND_SECONDS, run: (now) => planDue(parts, now) };
}

/** @returns for how many projects it was planned */
async function planDue<P extends Aggregate>(parts: PostsParts<P>, now: Date): Promise<number> {
  const { db, workspace, posts } = parts;
  const ends = deadline(ROUND_MS);
  const round: Round<P> = { ...parts, now, ends, calendarOf: calendarsOnce(parts), slots: new Map() };
  const due = { workspace, nextPostAt: { $type: 'date', $lte: now }, schemaVersion: { $lte: SCHEMA_VERSION } };
  const projection = Object.fromEntries(['nextPostAt', ...posts.fields].map((field) => [field, 1]));
  // What is planned is due no more, so the cursor never meets it again; nor what failed, which waits for the next round.
  const cursor = db.collection('projects').find(due, { projection }).sort({ nextPostAt: 1 }).batchSize(BATCH);
  let planned = 0;
  let written = 0;
  try {
    for (let batch = await nextOf(cursor); batch.length > 0; batch = await nextOf(cursor)) {
      // Another process may have saved another hour a moment ago: what is planned by the old one would stay so for a day.
      if (planned === 0) await parts.deps.settings.refresh();
      const startedMs = performance.now();
      const done = await planBatch(round, batch);
      // The first ones go at once; the sender looks for the others itself while it is at work, and is told again at the end.
      if (written === 0 && done.written > 0) parts.wake();
      planned += done.planned;
      written += done.written;
      if (ends.left() === 0) break;
      // Nobody waits for posts: a third of the time is left to those who wait for an answer, here and of MongoDB.
      await sleep((performance.now() - startedMs) / 2);
    }
  } finally {
    await cursor.close();
    if (written > 0) parts.wake();
  }
  return planned;
}

async function nextOf(cursor: { next: () => Promise<Raw | null> }): Promise<Raw[]> {
  const batch: Raw[] = [];
  while (batch.length < BATCH) {
    const one = await cursor.next();
    if (one === null) break;
    batch.push(one);
  }
  return batch;
}

/** Calendars by zone, and zones by whoever runs a project, each looked up once a round. */
function calendarsOnce<P extends Aggregate>({ workspace, deps }: PostsParts<P>): Round<P>['calendarOf'] {
  const zones = new Map<string, Promise<string | null>>();
  const calendars = new Map<string, Promise<WorkCalendar>>();
  const zoneOf = (person: Person) =>
    once(zones, personKey(person), async () => (await deps.people.known(workspace, person)).zone);
  return async (named, manager) => {
    const zone = named ?? (manager && (await zoneOf(manager))) ?? 'utc';
    return once(calendars, zone, () => deps.calendars.team(zone));
  };
}

function once<T>(known: Map<string, T>, key: string, make: () => T): T {
  const there = known.get(key);
  if (there !== undefined) return there;
  const made = make();
  known.set(key, made);
  return made;
}

/** The rows go first: what is moved on without them would be lost. */
async function planBatch<P extends Aggregate>(round: Round<P>, batch: readonly Raw[]) {
  const looked = (await Promise.all(batch.map((raw) => lookAt(round, raw)))).filter((one) => one !== null);
  const written = await insertRows(round, looked);
  const all = await neverCame(round, looked);
  await moveOn(
    round,
    all.filter(({ missed }) => missed.length === 0).map(({ id, since, slot }) => ({ id, since, next: slot.next })),
  );
  const late = all.filter(({ missed }) => missed.length > 0);
  const worker = async () => {
    for (let one = late.shift(); one && round.ends.left() > 0; one = late.shift()) await recordMissed(round, one);
  };
  await Promise.all(Array.from({ length: RECORDED_AT_ONCE }, worker));
  return { planned: all.length, written };
}

/** @returns null where it cannot be looked at: it stays due where that may pass */
async function lookAt<P extends Aggregate>(round: Round<P>, raw: Raw): Promise<Looked | null> {
  const since: unknown = raw['nextPostAt'];
  if (!(since instanceof Date)) return null;
  const failed = (error: unknown) => {
    round.log.error({ err: error, project: raw._id }, 'the daily post of a project could not be planned');
    return null;
  };
  const ask = asked(round, raw, failed);
  if (ask === null) {
    await moveOn(round, [{ id: raw._id, since, next: new Date(round.now.getTime() + UNREADABLE_PAUSE_MS) }]);
    return null;
  }
  try {
    const calendar = await round.calendarOf(ask.zone, ask.manager);
    const slot = once(round.slots, `${calendar.zone} ${ask.alike}`, () => ask.slot(calendar, round.now));
    return { id: raw._id, since, slot };
  } catch (error) {
    return failed(error);
  }
}

function asked<P extends Aggregate>({ posts, deps }: Round<P>, raw: Raw, failed: (error: unknown) => null) {
  try {
    return posts.ask(raw, deps.settings.now());
  } catch (error) {
    return failed(error);
  }
}
