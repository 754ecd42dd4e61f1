import { z } from 'zod';
import { daySchema } from './calendar.ts';
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

/** A day of the company's own: nobody works although others do, or they do although others do not. */
const ownDaySchema = z.looseObject({ on: daySchema, is: z.enum(['off', 'working']), name: z.string() });
export type OwnDay = z.infer<typeof ownDaySchema>;

/** When a company works. Minutes count from midnight. */
export const workTermsSchema = z.looseObject({
  /** Country or region, as ISO 3166 has it: `CN`, `GB-ENG`; null where no public holidays are kept. */
  region: z.string().nullable(),
  /** IANA name; null: as its people have it. */
  zone: z.string().nullable(),
  /** 1 is Monday. */
  weekdays: z.array(z.int().min(1).max(7)).min(1),
  fromMinute: z.int().min(0).max(1439),
  toMinute: z.int().min(1).max(1440),
  days: z.array(ownDaySchema),
});
export type WorkTerms = z.infer<typeof workTermsSchema>;

/** Monday to Friday, nine to six, without public holidays. */
export const PLAIN_TERMS: WorkTerms = {
  region: null,
  zone: null,
  weekdays: [1, 2, 3, 4, 5],
  fromMinute: 9 * 60,
  toMinute: 18 * 60,
  days: [],
};

/** How often a client is to get a report. */
export const REPORT_RHYTHMS = ['none', 'daily', 'twiceWeekly', 'weekly'] as const;

/** What a project does by itself where it says nothing else. */
export const rhythmSchema = z.looseObject({
  /** When the daily progress post comes, by the project's clock. */
  postMinute: z.int().min(0).max(1439),
  /** On a day on which nothing changed: said in one line, or nothing at all. */
  quietDays: z.enum(['oneLine', 'nothing']),
  checkIn: z.boolean(),
  report: z.enum(REPORT_RHYTHMS),
});
export type Rhythm = z.infer<typeof rhythmSchema>;

/** Half past nine: whoever was asked first thing in the morning has answered. */
export const PLAIN_RHYTHM: Rhythm = { postMinute: 9 * 60 + 30, quietDays: 'oneLine', checkIn: false, report: 'none' };

/**
 * What is checked of one kind of deliverable before it leaves the house. `key`: one of Liaison's own points; null where `text` says it, in
 * an administrator's words.
 */
const checkSetSchema = z.looseObject({
  kind: z.string(),
  points: z.array(z.looseObject({ key: z.string().nullable(), text: z.string().nullable() })),
});
export type CheckSet = z.infer<typeof checkSetSchema>;

/** What every project does by itself that says nothing else: as the agency has it, else the plain one. */
export const agencyRhythmIn = ({ rhythm }: { rhythm?: Rhythm | null | undefined }): Rhythm => rhythm ?? PLAIN_RHYTHM;

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
  /** When the agency works; settings that were saved before there were calendars have none. */
  calendar: workTermsSchema.nullish(),
  /** When a client works. */
  clientCalendars: z
    .array(z.looseObject({ client: z.looseObject({ id: z.string(), name: z.string() }), terms: workTermsSchema }))
    .optional(),
  rhythm: rhythmSchema.nullish(),
  /** A kind that is not among them is checked by Liaison's own points. */
  checks: z.array(checkSetSchema).nullish(),
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
