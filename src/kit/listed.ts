import { z } from 'zod';
import { localeSchema } from './locale.ts';

/** The form of a summary that this code writes; one in another form is worked out again where it is read. */
export const LISTED_FORM = 2;

/** What the client's people may see in a list of theirs. Made of what is released to them, and of nothing else. */
const listedReleaseSchema = z.object({
  name: z.string(),
  client: z.string(),
  language: localeSchema,
  /** Null for a job. */
  stage: z.string().nullable(),
  life: z.enum(['live', 'onHold', 'ended']),
  /** What was agreed last and still stands; `see` is the outbox key of the message where it can be read. */
  agreed: z.object({ kind: z.string(), version: z.int(), at: z.string(), see: z.string().nullable() }).nullable(),
  /** Slack's id of the client channel. */
  channel: z.string().nullable(),
});
export type ListedRelease = z.infer<typeof listedReleaseSchema>;

/**
 * Everything that a line of a list says of a project, kept with it, so that lists read nothing else of it. Bounded: 100 people
 * at most, and no text that is longer than a name.
 */
export const listedSchema = z.object({
  form: z.literal(LISTED_FORM),
  name: z.string(),
  client: z.object({ id: z.string(), name: z.string() }),
  /** What buttons for the client's people carry. */
  language: localeSchema,
  /** Of a job inside a project: what that project is called. */
  parent: z.string().nullable(),
  /** Null for a job. */
  stage: z.string().nullable(),
  life: z.enum(['live', 'onHold', 'ended']),
  end: z.string().nullable(),
  wantedOn: z.iso.date().nullable(),
  startedAt: z.iso.datetime(),
  /** The first few, to be named. */
  managers: z.array(z.object({ key: z.string(), id: z.string(), name: z.string().nullable() })),
  /** Keys of people: who runs it for the agency, who else works on it, who oversees it, and who is the client's. */
  runs: z.array(z.string()),
  helps: z.array(z.string()),
  directs: z.array(z.string()),
  clients: z.array(z.string()),
  /** Since when something waits for the client; the oldest of it. */
  awaitsSince: z.string().nullable(),
  /** What the client asked for and nobody has answered. */
  requests: z.int(),
  /** Of the agency, how many are gone and not replaced. */
  vacancies: z.int(),
  /** How it is doing, where that is not on track; of what is live. */
  health: z.enum(['atRisk', 'offTrack']).nullable(),
  /** Nothing is posted to one of its channels for now. */
  isHeld: z.boolean(),
  /** Sorts somebody's own projects: live ones first, the soonest wanted first. */
  order: z.string(),
  /** Sorts a portfolio: live ones first, by client. */
  sort: z.string(),
  released: listedReleaseSchema,
});
export type Listed = z.infer<typeof listedSchema>;

/** A project as the wording of a wait knows it: what the wait itself has to say stands in its facts. */
export type WaitingIn = { id: string; name: string; client: { id: string; name: string } };
