import { z } from 'zod';
import { type Day, daySchema } from '../kit/calendar.ts';
import { type Person, personKey, personSchema } from '../kit/person.ts';
import type { Database } from './database.ts';

const standInSchema = z.looseObject({
  person: personSchema,
  id: z.string(),
  name: z.string().nullable(),
  kind: z.string(),
});

/** An absence of somebody, over all of their projects: up to and including a day of their own zone (IANA name). */
const absenceSchema = z.looseObject({
  until: daySchema,
  zone: z.string(),
  standIn: standInSchema.nullable(),
});
export type Absence = { until: Day; zone: string; standIn: z.infer<typeof standInSchema> | null };

/** What somebody said last of their absence; null where they are back. `setAt` tells one saying from the next. */
export type Said = { person: Person; absence: Absence | null; setAt: string };

const carryingSchema = z.looseObject({
  team: z.string(),
  user: z.string(),
  away: absenceSchema.nullish(),
  carryingSince: z.string(),
});

/** Work that was cut off is taken up after this long: until then whoever began it is at it. */
const TAKEN_UP_AFTER_MS = 30_000;
/** As many people at a time; the others wait for the next round. */
const BATCH = 50;
/** Nobody works for more; each is a decision of its own. */
const MOST_PROJECTS = 1000;

/** Absences are kept once, with the person, and carried into each of their projects afterwards. */
export type Absences = {
  of: (workspace: string, person: Person) => Promise<Absence | null>;
  /** Keeps what somebody said, and that it is to be carried. */
  set: (workspace: string, said: Said) => Promise<void>;
  /** The ids of the projects on whose roster somebody is and that have not ended. */
  projects: (workspace: string, person: Person) => Promise<string[]>;
  /** It is in all of their projects, unless they have said something else since. */
  carried: (workspace: string, said: Said) => Promise<void>;
  /** What was begun a while ago and is not in all projects. */
  open: (workspace: string, now: Date) => Promise<Said[]>;
};

export function makeAbsences(db: Database): Absences {
  const people = db.collection('people');
  const keyOf = (workspace: string, person: Person) => `${workspace}:${personKey(person)}`;
  return {
    of: async (workspace, person) => {
      const found = await people.findOne({ _id: keyOf(workspace, person) }, { projection: { away: 1 } });
      return absenceSchema.nullish().parse(found?.['away']) ?? null;
    },
    set: async (workspace, { person, absence, setAt }) => {
      // A name that begins with a dollar stays a name: this is no pipeline.
      await people.updateOne({ _id: keyOf(workspace, person) }, { $set: { away: absence, carryingSince: setAt } });
    },
    projects: async (workspace, { team, user }) => {
      const people = { $elemMatch: { 'person.team': team, 'person.user': user } };
      const going = { workspace, people, 'life.state': { $ne: 'ended' } };
      const found = db.collection('projects').find(going, { projection: { _id: 1 } });
      return (await found.limit(MOST_PROJECTS).toArray()).map(({ _id }) => _id);
    },
    carried: async (workspace, { person, setAt }) => {
      await people.updateOne(
        { _id: keyOf(workspace, person), carryingSince: setAt },
        { $unset: { carryingSince: '' } },
      );
    },
    open: async (workspace, now) => {
      const before = new Date(now.getTime() - TAKEN_UP_AFTER_MS).toISOString();
      const found = await people
        .find({ workspace, carryingSince: { $type: 'string', $lt: before } })
        .limit(BATCH)
        .toArray();
      return found.map((raw) => {
        const { team, user, away, carryingSince: setAt } = carryingSchema.parse(raw);
        return { person: { team, user }, absence: away ?? null, setAt };
      });
    },
  };
}
