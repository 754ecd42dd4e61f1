import { z } from 'zod';
import { localeSchema } from './locale.ts';
import { personSchema } from './person.ts';

/** Somebody of the agency, as whoever named them saw them. `id` is Liaison's own, by which records name them. */
const directorSchema = z.looseObject({ person: personSchema, id: z.string(), name: z.string().nullable() });
export type Director = z.infer<typeof directorSchema>;

/** Who oversees all projects of one client. `pending`: their role is still to be put on the rosters of its live projects. */
const clientDirectorsSchema = z.looseObject({
  client: z.looseObject({ id: z.string(), name: z.string() }),
  people: z.array(directorSchema),
  /** Who is named no more, and is still to be taken off the rosters. */
  leaving: z.array(directorSchema),
  pending: z.boolean(),
  /** Liaison's own id of who named them. */
  by: z.string(),
});
export type ClientDirectors = z.infer<typeof clientDirectorsSchema>;

/** What the check of what leaves the house looks for. */
const wordsSchema = z.object({ money: z.array(z.string()), inside: z.array(z.string()) });

/** What is settled for a whole workspace: one document, guarded by `revision`. */
export const settingsSchema = z.looseObject({
  /** The workspace. */
  _id: z.string(),
  /** Counts every save; 0 where nothing was ever saved. */
  revision: z.int(),
  /** Named in the settings; those whom the variable ADMIN_USER_IDS names are administrators besides. */
  administrators: z.array(personSchema),
  /** Spoken to people of whom no language is known; null: as LIAISON_LANGUAGE says. */
  language: localeSchema.nullable(),
  /** Null: the lists as they are shipped. */
  outgoingWords: wordsSchema.nullable(),
  directors: z.array(clientDirectorsSchema),
  /** Who changed what, the latest last. `what` names parts of the settings, never what stands in them. */
  changes: z.array(z.looseObject({ at: z.iso.datetime(), by: z.string(), what: z.array(z.string()) })),
});
export type Settings = z.infer<typeof settingsSchema>;

/** The settings of a workspace where nobody has saved any. */
export const unsettled = (workspace: string): Settings => ({
  _id: workspace,
  revision: 0,
  administrators: [],
  language: null,
  outgoingWords: null,
  directors: [],
  changes: [],
});
