import type { ClientSession } from 'mongoose';
import { z } from 'zod';
import { SCHEMA_VERSION } from '../kit/aggregate.ts';
import { type Day, daySchema } from '../kit/calendar.ts';
import { type Person, personKey, personSchema } from '../kit/person.ts';
import type { Database, Raw } from './database.ts';
import type { Log } from './log.ts';
import { rowId } from './outbox.ts';

/** When somebody's next morning digest is due, and what was the last one. */
const digestSchema = z.looseObject({
  _id: z.string(),
  person: personSchema,
  nextAt: z.date(),
  /** The day, by their own clock, of which they had one last. */
  lastOn: daySchema.nullable(),
  /** What came up before this was in it, or was too early for it. */
  shownUntil: z.date(),
});
export type Digest = z.infer<typeof digestSchema>;

/** A digest that goes on to its next day; `was`: when it was due, so that of several processes one moves it. */
export type DigestMove = {
  person: Person;
  was: Date;
  next: Date;
  /** Where it was composed: of which day, and up to when. */
  done?: { on: Day; until: Date };
};

export type Digests<P> = {
  /** Notes that these people get digests. Whoever is noted already stays as they are. */
  enter: (workspace: string, people: readonly Person[], now: Date) => Promise<void>;
  /** Those whose digest is due, the longest due first. */
  due: (workspace: string, now: Date, limit: number) => Promise<Digest[]>;
  /** Is somebody's digest due by now? */
  isDue: (workspace: string, person: Person, now: Date) => Promise<boolean>;
  /** Moves one on without a word. */
  move: (workspace: string, move: DigestMove) => Promise<void>;
  /** Is one of somebody's projects still to be looked at by the sweep, or being so: more may be due for them in a moment. */
  isLookedInto: (workspace: string, person: Person, now: Date) => Promise<boolean>;
  /** The projects that go on and have somebody on the roster, or as the stand-in of somebody there; newest first. */
  projects: (workspace: string, person: Person, limit: number) => Promise<P[]>;
};

/** Who was noted already, in this process; more are noted again, which changes nothing. */
const REMEMBERED = 20_000;

export function makeDigests<P>({ db, log, schema }: { db: Database; log: Log; schema: z.ZodType<P> }): Digests<P> {
  const digests = db.collection('digests');
  const entered = new Set<string>();
  const readable = (raw: Raw): P[] => {
    const read = schema.safeParse(raw);
    if (read.success) return [read.data];
    // Their other projects are no worse for it.
    log.error({ err: read.error, project: raw._id }, 'a project could not be read for a digest');
    return [];
  };
  return {
    enter: async (workspace, people, now) => {
      const fresh = people.filter((person) => !entered.has(digestId(workspace, person)));
      if (fresh.length === 0) return;
      const first = { workspace, nextAt: now, lastOn: null, shownUntil: now };
      const writes = fresh.map((person) => ({
        updateOne: {
          filter: { _id: digestId(workspace, person) },
          update: { $setOnInsert: { person, ...first } },
          upsert: true,
        },
      }));
      await digests.bulkWrite(writes, { ordered: false });
      if (entered.size > REMEMBERED) entered.clear();
      for (const person of fresh) entered.add(digestId(workspace, person));
    },
    due: async (workspace, now, limit) => {
      const found = digests.find({ workspace, nextAt: { $lte: now } }).sort({ nextAt: 1 });
      return (await found.limit(limit).toArray()).map((raw) => digestSchema.parse(raw));
    },
    isDue: async (workspace, person, now) => {
      const due = { _id: digestId(workspace, person), nextAt: { $lte: now } };
      return (await digests.findOne(due, { projection: { _id: 1 } })) !== null;
    },
    isLookedInto: async (workspace, { team, user }, now) => {
      const theirs = { workspace, people: { $elemMatch: { 'person.user': user, 'person.team': team } } };
      const soon = [{ nextDueAt: { $type: 'date', $lt: now } }, { stuckSince: { $type: 'date' } }];
      const found = await db.collection('projects').findOne({ ...theirs, $or: soon }, { projection: { _id: 1 } });
      return found !== null;
    },
    move: async (workspace, move) => {
      await moveDigest(db, undefined, workspace, move);
    },
    projects: async (workspace, { team, user }, limit) => {
      const going = { workspace, 'life.state': { $nin: ['ended', 'onHold'] }, schemaVersion: { $lte: SCHEMA_VERSION } };
      const either = [
        { people: { $elemMatch: { 'person.user': user, 'person.team': team } } },
        { people: { $elemMatch: { 'standIn.person.user': user, 'standIn.person.team': team } } },
      ];
      // The workspace in each, or neither index is used.
      const query = { $or: either.map((one) => ({ ...going, ...one })) };
      const found: Raw[] = await db.collection('projects').find(query).sort({ startedAt: -1 }).limit(limit).toArray();
      return found.flatMap((raw) => readable(raw));
    },
  };
}

const digestId = (workspace: string, person: Person): string => rowId(workspace, personKey(person));

/** @returns false where another process moved it */
export async function moveDigest(
  db: Database,
  session: ClientSession | undefined,
  workspace: string,
  { person, was, next, done }: DigestMove,
): Promise<boolean> {
  const shown = done ? { lastOn: done.on, shownUntil: done.until } : {};
  const guard = { _id: digestId(workspace, person), nextAt: was };
  const update = { $set: { nextAt: next, ...shown } };
  const { matchedCount } = await db.collection('digests').updateOne(guard, update, session ? { session } : {});
  return matchedCount === 1;
}
