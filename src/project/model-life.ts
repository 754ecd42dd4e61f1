import { z } from 'zod';
import { daySchema } from '../kit/calendar.ts';

/** The four stages of a campaign, in their order. */
export const STAGES = ['intake', 'proposal', 'execution', 'evaluation'] as const;
export type Stage = (typeof STAGES)[number];

/** Ends of a project. */
export const ENDS = ['completed', 'lost', 'cancelled', 'merged'] as const;
export type End = (typeof ENDS)[number];

/** Where a project is in its life; projects that never were anything else have none stored. */
export const lifeSchema = z.discriminatedUnion('state', [
  /** `since`: since when again, where it was anything else before. */
  z.looseObject({ state: z.literal('live'), since: z.iso.datetime().optional() }),
  /** `name`: whoever did it may be on no roster. */
  z.looseObject({
    state: z.literal('onHold'),
    reason: z.string(),
    since: z.iso.datetime(),
    by: z.string(),
    name: z.string().nullish(),
  }),
  z.looseObject({
    state: z.literal('ended'),
    as: z.enum(ENDS),
    reason: z.string(),
    since: z.iso.datetime(),
    by: z.string(),
    name: z.string().nullish(),
    /** The project that it was merged into. */
    into: z.looseObject({ project: z.string(), name: z.string() }).nullish(),
    /** The jobs inside it are not all ended yet, or it is not noted where it was merged into. */
    isUnfinished: z.boolean().optional(),
  }),
]);
export type Life = z.infer<typeof lifeSchema>;

/** What an agreement from before Liaison is about. */
export const EARLIER_KINDS = ['brief', 'proposal', 'costEstimate', 'deliverable', 'other'] as const;

/** Agreed before Liaison: attached, labelled so, and as good as an answer at the gate. */
export const earlierSchema = z.looseObject({
  id: z.string(),
  kind: z.enum(EARLIER_KINDS),
  /** What exactly, in the words of whoever attached it. */
  what: z.string(),
  /** Who agreed, by name. */
  by: z.string(),
  agreedOn: daySchema,
  /** `link`: its address in Slack, where that was told. */
  file: z.looseObject({ id: z.string(), name: z.string(), link: z.string().nullish() }).nullable(),
  addedBy: z.string(),
  addedAt: z.iso.datetime(),
});
export type Earlier = z.infer<typeof earlierSchema>;

/** A gate that somebody went through although something was missing, with their reason; the last time for each. */
export const overrideSchema = z.looseObject({
  stage: z.enum(STAGES),
  /** Keys of the sentences that name what was missing. */
  lacks: z.array(z.string()),
  reason: z.string(),
  by: z.string(),
  name: z.string().nullish(),
  at: z.iso.datetime(),
});
