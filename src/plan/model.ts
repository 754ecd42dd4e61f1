import { z } from 'zod';
import { daySchema } from '../kit/calendar.ts';
import { personSchema } from '../kit/person.ts';

/** Key dates that every campaign has, and any other. */
export const MILESTONE_KINDS = ['creativeConfirmation', 'productionDone', 'mediaLaunch', 'other'] as const;
export type MilestoneKind = (typeof MILESTONE_KINDS)[number];

/** Open until it is reached, or dropped; both can be taken back. */
export const MILESTONE_STATES = ['open', 'reached', 'dropped'] as const;

const partySchema = z.looseObject({ person: personSchema, id: z.string(), name: z.string().nullable() });

/** From which day to which it moved, why, and who moved it. */
const moveSchema = z.looseObject({
  from: daySchema,
  to: daySchema,
  why: z.string(),
  by: partySchema,
  at: z.iso.datetime(),
});

/** Exactly as it was previewed: what the team changes afterwards is nobody's but theirs until it is released again. */
const releasedSchema = z.looseObject({
  at: z.iso.datetime(),
  by: partySchema,
  kind: z.enum(MILESTONE_KINDS),
  name: z.string().nullable(),
  dueOn: daySchema,
  reviewDays: z.int().min(1).nullable(),
  /** The first day of their review; null where they have nothing to look at. */
  reviewFrom: daySchema.nullable(),
  /** Whose clock the day ends by (IANA name), where it is another one than the client's. */
  zone: z.string().nullable(),
  /** They were told that there is no such date any more. */
  isDropped: z.boolean(),
  /** The post for the beginning of their review: made, or too late; null as long as it is to come. */
  headsUp: z.looseObject({ is: z.enum(['said', 'missed']), at: z.iso.datetime() }).nullable(),
});
export type ReleasedAs = z.infer<typeof releasedSchema>;

/** A key date of a project. */
export const milestoneSchema = z.looseObject({
  id: z.string(),
  kind: z.enum(MILESTONE_KINDS),
  /** In the agency's own words; null where the kind says it. The client reads it once the milestone is released. */
  name: z.string().nullable(),
  dueOn: daySchema,
  /** Who sees to it: somebody of the team. */
  owner: partySchema,
  /** How many working days of theirs the client has to look at what is due, up to the day itself; null where they have nothing to. */
  reviewDays: z.int().min(1).nullable(),
  /** What is needed for it, in the agency's words. Internal. */
  needs: z.string().nullable(),
  state: z.enum(MILESTONE_STATES),
  stateSince: z.iso.datetime(),
  /** Why it was dropped. */
  why: z.string().nullish(),
  /** What the client was shown last, and not as it is now; null where they see nothing of it. */
  released: releasedSchema.nullable(),
  /** Nobody can go on for now, and why: said by the owner. */
  blocked: z.looseObject({ why: z.string(), by: partySchema, at: z.iso.datetime() }).nullish(),
  /** The latest last; what is older than a few stands on the record. */
  moves: z.array(moveSchema),
  setAt: z.iso.datetime(),
});
export type Milestone = z.infer<typeof milestoneSchema>;

/** What is planned of a project. */
export const planSchema = z.looseObject({ milestones: z.array(milestoneSchema) });
