import { z } from 'zod';
import { localeSchema } from './locale.ts';
import { personSchema } from './person.ts';

/** The two sides of every project, and the wall between them. */
export const SIDES = ['team', 'client'] as const;
export type Side = (typeof SIDES)[number];

/** Why nothing is posted to a team channel for now: somebody could read it who may not. */
const HOLDS = ['outsider', 'shared'] as const;

const channelSchema = z.looseObject({
  /** Slack's id; null while the channel is still being made. */
  id: z.string().nullable(),
  language: localeSchema,
  hold: z.looseObject({ reason: z.enum(HOLDS), people: z.array(personSchema) }).nullable(),
});
export type ProjectChannel = z.infer<typeof channelSchema>;

/** What waits for one person in one project, kept with it so that lists and App Home need not read the whole. */
export const waitSchema = z.object({
  person: z.string(),
  /** Which feature's wait it is; it knows how to word it and what button it brings. */
  kind: z.string(),
  /** What it is about, where the kind alone does not say: a version, a person's key. */
  about: z.string(),
  since: z.iso.datetime(),
});
export type Wait = z.infer<typeof waitSchema>;

/** The newest form of a project document that this code writes; a newer one is never overwritten by older code. */
export const SCHEMA_VERSION = 2;

/**
 * What storing and sending need to know of a project; everything else is the features' own. One document a project,
 * guarded by `revision`.
 */
export const aggregateShape = {
  _id: z.string(),
  workspace: z.string(),
  schemaVersion: z.int(),
  /** Counts every save; a save that started from an older one decides again. */
  revision: z.int(),
  channels: z.looseObject({ team: channelSchema, client: channelSchema.nullable() }),
  /** When it was saved last, and by whom (Liaison's own id). */
  savedAt: z.iso.datetime(),
  savedBy: z.string(),
  /** Where the record's chain stands. */
  record: z.object({ sequence: z.int(), hash: z.string() }),
  summary: z.looseObject({ waits: z.array(waitSchema) }),
};

export type Aggregate = z.infer<z.ZodObject<typeof aggregateShape>>;
