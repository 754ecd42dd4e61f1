import { z } from 'zod';
import { approvalSchema, authoritySchema, partySchema } from '../approval/model.ts';
import { askingSchema, REACHES } from '../approval/model-asking.ts';
import { daySchema } from '../kit/calendar.ts';
import { localeSchema } from '../kit/locale.ts';

/** What a deliverable is; each kind has its own points to check (docs/product.md, Execution). */
export const DELIVERABLE_KINDS = [
  'print',
  'film',
  'social',
  'web',
  'outOfHome',
  'mediaPlan',
  'costEstimate',
  'other',
] as const;
export type DeliverableKind = (typeof DELIVERABLE_KINDS)[number];

/**
 * What exactly a version is. A file is watched, and known by the hash of its bytes where Liaison can read them (`sha256`, hex); what
 * stands behind a link is not watched.
 */
export const contentSchema = z.discriminatedUnion('is', [
  z.looseObject({
    is: z.literal('file'),
    /** Slack's id. */
    file: z.string(),
    name: z.string(),
    mimetype: z.string().nullable(),
    /** Bytes. */
    size: z.int().nullable(),
    sha256: z.string().nullable(),
    /** Why there is no hash, once that was tried. */
    unread: z.enum(['tooLarge', 'gone', 'notAllowed', 'unreachable']).nullish(),
  }),
  z.looseObject({ is: z.literal('link'), url: z.string() }),
  z.looseObject({ is: z.literal('text'), text: z.string() }),
]);
export type DeliveredContent = z.infer<typeof contentSchema>;

/** A part of a set that is decided on by itself: "300 × 250". `content`: which of the version's contents it is, where it is one. */
export const itemSchema = z.looseObject({ id: z.string(), name: z.string(), content: z.int().nullable() });
export type Item = z.infer<typeof itemSchema>;

/** What it has to fulfil, in the words of the confirmed brief or the team's own. `line`: the id of the brief's line. */
const criterionSchema = z.looseObject({ id: z.string(), text: z.string(), line: z.string().nullable() });
export type Criterion = z.infer<typeof criterionSchema>;

/** A cost estimate. `amount` is in whole units of the currency (ISO 4217, three letters). */
const estimateSchema = z.looseObject({
  amount: z.number().nonnegative(),
  currency: z.string(),
  validUntil: daySchema.nullable(),
  /** The client's purchase order, by its number. */
  po: z.string().nullable(),
});
export type Estimate = z.infer<typeof estimateSchema>;

/**
 * One point of the check of a version. `key`: one of Liaison's own points, worded in both languages; null where `text` says it: a
 * criterion, or a point that an administrator wrote.
 */
const pointSchema = z.looseObject({
  id: z.string(),
  key: z.string().nullable(),
  text: z.string().nullable(),
  isTicked: z.boolean(),
});
export type CheckPoint = z.infer<typeof pointSchema>;

/** Somebody inside who looks at it before it leaves the house. */
const reviewSchema = z.looseObject({
  ...partySchema.shape,
  is: z.enum(['asked', 'passed', 'sentBack']),
  reason: z.string().nullable(),
  at: z.iso.datetime().nullable(),
});

/**
 * A version that is being made ready: checked by somebody other than its maker, looked at by the internal reviewers, and then released
 * to the client. `number` is the version that it becomes.
 */
const draftSchema = z.looseObject({
  number: z.int(),
  contents: z.array(contentSchema).min(1),
  /** In the maker's own words, for the team. */
  note: z.string().nullable(),
  by: partySchema,
  at: z.iso.datetime(),
  /** It only puts right what the agency itself got wrong: the client's rounds are not counted on for it. */
  isOwnError: z.boolean(),
  check: z.looseObject({
    state: z.enum(['open', 'passed', 'sentBack']),
    points: z.array(pointSchema),
    by: partySchema.nullable(),
    at: z.iso.datetime().nullable(),
    /** Why it was sent back. */
    reason: z.string().nullable(),
  }),
  reviews: z.array(reviewSchema),
});
export type Draft = z.infer<typeof draftSchema>;

/** A version exactly as it was released; kept for ever, by its hash. */
export const versionSchema = z.looseObject({
  number: z.int(),
  hash: z.string(),
  language: localeSchema,
  sentAt: z.iso.datetime(),
  sentBy: z.string(),
  reach: z.enum(REACHES),
  name: z.string(),
  kind: z.enum(DELIVERABLE_KINDS),
  contents: z.array(contentSchema).min(1),
  /** The parts of a set; none where it is one piece. */
  items: z.array(itemSchema),
  criteria: z.array(criterionSchema),
  estimate: estimateSchema.nullable(),
  /** Which of the agreed rounds it is, of how many. */
  round: z.int(),
  rounds: z.int(),
});
export type DeliverableVersion = z.infer<typeof versionSchema>;

/** What the client was sent last, what was sent before it, and what came of it. `stands`: the version that is agreed to. */
const sentSchema = z.looseObject({
  current: versionSchema,
  previous: versionSchema.nullable(),
  approval: approvalSchema,
  stands: z.object({ version: z.int(), hash: z.string(), at: z.iso.datetime() }).nullable(),
});
export type SentDeliverable = z.infer<typeof sentSchema>;

/** What a round beyond the agreed ones is to the client: let pass as an exception, or paid for by the agency. */
export const GOODWILL = ['waived', 'absorbed'] as const;
export type Goodwill = (typeof GOODWILL)[number];

const goodwillSchema = z.looseObject({
  round: z.int(),
  as: z.enum(GOODWILL),
  /** What it is worth, in whole units. Internal, and summed inside. */
  worth: z.object({ amount: z.number().nonnegative(), currency: z.string() }).nullable(),
  why: z.string().nullable(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type GoodwillGiven = z.infer<typeof goodwillSchema>;

/** Where and until when what was approved may be used. `until` null: without an end. */
const rightsSchema = z.looseObject({
  media: z.string(),
  territory: z.string(),
  until: daySchema.nullable(),
  by: z.string(),
  at: z.iso.datetime(),
});
export type Rights = z.infer<typeof rightsSchema>;

/** Something that happened to what a version is, in Slack: the file was deleted, or a newer one was offered in the thread. */
const noticedSchema = z.looseObject({
  is: z.enum(['deleted', 'newer']),
  /** Slack's id of the file. */
  file: z.string(),
  version: z.int(),
  at: z.iso.datetime(),
});
export type Noticed = z.infer<typeof noticedSchema>;

/** Something that the agency makes and the client approves, in versions. A cost estimate is one, too. */
export const deliverableSchema = z.looseObject({
  id: z.string(),
  /** Counts them in the project, from 1: by it people speak of them. */
  number: z.int(),
  name: z.string(),
  kind: z.enum(DELIVERABLE_KINDS),
  /** Checked by the one tick "Checked against the brief". */
  isRoutine: z.boolean(),
  criteria: z.array(criterionSchema),
  items: z.array(itemSchema),
  estimate: estimateSchema.nullable(),
  /** The authority that agreeing takes; null where whoever is asked has it. */
  requires: authoritySchema.nullable(),
  /** How many rounds were agreed with the client. */
  rounds: z.int().min(1),
  reviewers: z.array(partySchema),
  /** The message that it was sent from, in the team channel: in its thread the card stands. Null where it has none. */
  from: z.looseObject({ channel: z.string(), ts: z.string() }).nullable(),
  /** The version that is being made ready; null while there is nothing new. */
  draft: draftSchema.nullable(),
  /** By which day the client is asked to decide, who is asked, and how; null until somebody chose it. */
  asking: askingSchema.nullable(),
  sent: sentSchema.nullable(),
  goodwill: z.array(goodwillSchema),
  rights: rightsSchema.nullable(),
  noticed: z.array(noticedSchema),
  /** There will be none: why, by whom. */
  dropped: z.looseObject({ why: z.string(), by: z.string(), at: z.iso.datetime() }).nullable(),
  /** When it was taken up again last, after it had been dropped. */
  reopenedAt: z.iso.datetime().nullish(),
  addedAt: z.iso.datetime(),
  /** Who changed it last, by Liaison's id, and when. */
  changedAt: z.iso.datetime(),
  changedBy: z.string(),
});
export type Deliverable = z.infer<typeof deliverableSchema>;
