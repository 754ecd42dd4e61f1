import { z } from 'zod';

/** A person as Slack knows them: the team of their own account, and their id there. Names are never keys. */
export const personSchema = z.object({ team: z.string().min(1), user: z.string().min(1) });
export type Person = z.infer<typeof personSchema>;

/** One string for one person, for look-ups and index keys: `T1:U1`. */
export const personKey = (person: Person): string => `${person.team}:${person.user}`;

export const samePerson = (a: Person, b: Person): boolean => a.team === b.team && a.user === b.user;
