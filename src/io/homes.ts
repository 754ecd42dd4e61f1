import { z } from 'zod';
import { type Person, personKey } from '../kit/person.ts';
import type { Database } from './database.ts';

/**
 * What somebody chose on their App Home: pages and filters. Each choice is kept as it was made, by its name, so that a Home that is
 * drawn by another process shows the same.
 */
export type Homes = {
  /** The choices of a person; none where they made none. */
  of: (workspace: string, person: Person) => Promise<Readonly<Record<string, unknown>>>;
  /** Keeps choices beside those that were made before. Made twice, they are the same. */
  choose: (workspace: string, person: Person, choices: Readonly<Record<string, unknown>>) => Promise<void>;
};

const homeSchema = z.looseObject({ chosen: z.record(z.string(), z.unknown()).catch({}) });

export function makeHomes(db: Database): Homes {
  const homes = db.collection('homes');
  const idOf = (workspace: string, person: Person): string => `${workspace}:${personKey(person)}`;
  return {
    of: async (workspace, person) => {
      const raw = await homes.findOne({ _id: idOf(workspace, person) });
      return raw ? homeSchema.parse(raw).chosen : {};
    },
    choose: async (workspace, person, choices) => {
      const chosen = Object.fromEntries(Object.entries(choices).map(([name, value]) => [`chosen.${name}`, value]));
      await homes.updateOne({ _id: idOf(workspace, person) }, { $set: { workspace, ...chosen } }, { upsert: true });
    },
  };
}
