import { z } from 'zod';
import { listedSchema } from './listed.ts';
import { localeSchema } from './locale.ts';
import { personSchema } from './person.ts';

/** The two sides of every project, and the wall between them. */
export const SIDES = ['team', 'client'] as const;
export type Side = (typeof SIDES)[number];

/**
 * Why nothing is posted to a channel for now. Somebody could read it who may not: an outsider joined the team channel, it is
 * shared with another company, or it is public. Or nothing can be posted: Liaison was removed, the channel is archived or
 * deleted, or the connection with the other company is severed.
 */
export const HOLDS = ['outsider', 'shared', 'public', 'removed', 'archived', 'deleted', 'severed'] as const;
export type HoldReason = (typeof HOLDS)[number];

/** What became of an invitation of another company to a client channel. */
export const INVITE_STATES = ['pending', 'approvalNeeded', 'accepted', 'declined', 'failed'] as const;

/** An invitation into the client channel that somebody has to accept. `to` is an e-mail address or a person's name, as it was entered. */
const inviteSchema = z.looseObject({
  /** Liaison's own id. */
  id: z.string(),
  to: z.string(),
  person: personSchema.nullable(),
  state: z.enum(INVITE_STATES),
  at: z.iso.datetime(),
  /** Slack's id of the invitation, once it has been sent. */
  slackId: z.string().nullish(),
});
export type Invite = z.infer<typeof inviteSchema>;

const channelSchema = z.looseObject({
  /** Slack's id; null while the channel is still being made. */
  id: z.string().nullable(),
  language: localeSchema,
  hold: z.looseObject({ reason: z.enum(HOLDS), people: z.array(personSchema) }).nullable(),
  /** What it is called, as far as a change of its name was told. It is known by its id. */
  name: z.string().nullish(),
  /** The ids that it had before, the latest last: what was posted then stands in it as well. */
  former: z.array(z.string()).optional(),
  /** Of a client channel: who was invited from another company. */
  invites: z.array(inviteSchema).optional(),
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
  /**
   * What its wording needs to say: App Home reads summaries only. `see`, where there is one, is the outbox key of the message that
   * it is about.
   */
  facts: z.record(z.string(), z.unknown()).optional(),
});
export type Wait = z.infer<typeof waitSchema>;

/** The newest form of a project document that this code writes; a newer one is never overwritten by older code. */
export const SCHEMA_VERSION = 3;

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
  /** When it is to be looked at by itself: at once after every save, while it goes on, and then as was worked out; null for never. */
  nextDueAt: z.date().nullish(),
  /** Since when it was looked at without coming to an end; null where it was not, and after every save. */
  stuckSince: z.date().nullish(),
  /** When its daily post is to be planned next, and so up to when that was done; null where it has none. */
  nextPostAt: z.date().nullish(),
  /** When it was saved last, and by whom (Liaison's own id). */
  savedAt: z.iso.datetime(),
  savedBy: z.string(),
  /** Where the record's chain stands. */
  record: z.object({ sequence: z.int(), hash: z.string() }),
  /** `list`: what lists say of it. Projects that were saved before there were lists have none. */
  summary: z.looseObject({
    waits: z.array(waitSchema),
    /** Since when the oldest of them waits; it sorts the projects that wait for somebody. */
    waitsSince: z.string().nullish(),
    list: listedSchema.optional().catch(undefined),
  }),
};

export type Aggregate = z.infer<z.ZodObject<typeof aggregateShape>>;
