import { z } from 'zod';
import { localeSchema } from './locale.ts';

/** The form of a summary that this code writes; one in another form is worked out again where it is read. */
export const LISTED_FORM = 3;

/** What the client's people may see in a list of theirs. Made of what is released to them, and of nothing else. */
const listedReleaseSchema = z.object({
  name: z.string(),
  client: z.string(),
  language: localeSchema,
  /** Null for a job. */
  stage: z.string().nullable(),
  life: z.enum(['live', 'onHold', 'ended']),
  /** What was agreed last and still stands; `see` is the outbox key of the message where it can be read. */
  agreed: z
    .object({
      kind: z.string(),
      named: z.string().nullable(),
      version: z.int(),
      at: z.string(),
      see: z.string().nullable(),
    })
    .nullable(),
  /** Slack's id of the client channel. */
  channel: z.string().nullable(),
});
export type ListedRelease = z.infer<typeof listedReleaseSchema>;

/** What the agency waits for of a version: that the client decides on it, that it is checked, that somebody inside looks at it. */
const AWAITED = ['decide', 'check', 'review'] as const;

/** A version that waits for an answer, for whoever waits for that: of whom, since when, and by when it is asked for. */
const awaitedSchema = z.object({
  is: z.enum(AWAITED),
  subject: z.object({ kind: z.string(), id: z.string() }),
  /** What it is called, where a project has several of the kind. */
  named: z.string().nullable(),
  version: z.int(),
  /** The first few of whom it is awaited; without a key they are not on Slack. */
  who: z.array(z.object({ key: z.string().nullable(), name: z.string().nullable() })),
  /** How many there are in all. */
  count: z.int(),
  since: z.string(),
  due: z.string().nullable(),
  /** The key of whoever made it and waits for it beside those who run the project. */
  maker: z.string().nullable(),
  /** The outbox key of the message where it can be read. */
  see: z.string().nullable(),
});
export type Awaited = z.infer<typeof awaitedSchema>;

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
  /** What the agency waits for, the oldest first and not all of it; keys of whoever waits for any of it, and since when that is. */
  awaited: z.array(awaitedSchema),
  awaitedBy: z.array(z.string()),
  awaitedSince: z.string().nullable(),
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
