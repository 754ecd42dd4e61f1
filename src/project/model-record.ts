import { z } from 'zod';
import { OUTCOMES, VERBS } from '../approval/model.ts';
import { APPROVAL_EVENTS, type ApprovalEventKind } from '../approval/model-events.ts';
import { SIDES } from '../kit/aggregate.ts';
import { daySchema } from '../kit/calendar.ts';
import { MILESTONE_KINDS } from '../plan/model.ts';
import { REQUEST_KINDS } from './model.ts';
import { EARLIER_KINDS, ENDS, STAGES } from './model-life.ts';
import { CRAFTS, ROLES } from './model-people.ts';

const APPROVAL_KINDS = APPROVAL_EVENTS.map((kind): `approval.${ApprovalEventKind}` => `approval.${kind}`);

/** Everything that the record can say of a project, in one list: each has its sentence in both languages. */
export const RECORD_KINDS = [
  'project.started',
  'project.personAdded',
  'project.personNotOnTeam',
  'project.roleGiven',
  'project.personAway',
  'project.clientChannel',
  'project.stageStarted',
  'project.postsHeld',
  'project.postsReleased',
  'project.undelivered',
  'project.personRemoved',
  'project.personReplaced',
  'project.personGone',
  'project.craftGiven',
  'project.standInNamed',
  'project.supplierAdded',
  'project.supplierRemoved',
  'project.handoverPlanned',
  'project.handoverCancelled',
  'project.handedOver',
  'project.channelHeld',
  'project.channelReleased',
  'project.channelRenamed',
  'project.channelReplaced',
  'project.clientInvited',
  'project.inviteAnswered',
  'project.gateOverridden',
  'project.stageReopened',
  'project.earlierAttached',
  'project.putOnHold',
  'project.resumed',
  'project.ended',
  'project.reopened',
  'project.mergedIn',
  'project.jobStarted',
  'project.requestReceived',
  'project.requestAnswered',
  'progress.postsMissed',
  'progress.paused',
  'progress.unpaused',
  'progress.healthSet',
  'progress.healthCleared',
  'progress.rhythmSet',
  'progress.reportSent',
  'nudge.snoozed',
  'nudge.missed',
  'plan.milestoneSet',
  'plan.milestoneChanged',
  'plan.milestoneMoved',
  'plan.milestoneReached',
  'plan.milestoneDropped',
  'plan.milestoneReopened',
  'plan.milestoneBlocked',
  'plan.milestoneUnblocked',
  'plan.milestoneReleased',
  'plan.reviewOpened',
  'plan.reviewMissed',
  'deliverable.added',
  'deliverable.versionAdded',
  'deliverable.checked',
  'deliverable.sentBack',
  'deliverable.reviewed',
  'deliverable.changed',
  'deliverable.sent',
  'deliverable.superseded',
  'deliverable.goodwill',
  'deliverable.rightsSet',
  'deliverable.dropped',
  'deliverable.reopened',
  'deliverable.fileDeleted',
  'deliverable.newerOffered',
  'record.exported',
  'brief.sent',
  'brief.superseded',
  'brief.corrected',
  'brief.objected',
  'brief.asked',
  // Each thing that can happen to an approval.
  ...APPROVAL_KINDS,
  'approval.messageEdited',
  'approval.messageDeleted',
  // An approver's answers, until 0.2.0: nothing writes them any more, and they are read for ever.
  'brief.confirmed',
  'brief.changesRequested',
  'brief.withdrawn',
] as const;

/** What the record names as the actor where nobody of flesh acted. */
export const LIAISON_ITSELF = 'liaison';

/** What the record's sentences read of an entry's content; the content itself may hold more. */
export const recordedSchema = z.looseObject({
  version: z.int().optional(),
  correction: z.int().optional(),
  stage: z.enum(STAGES).optional(),
  people: z.array(z.string()).optional(),
  channel: z.string().optional(),
  error: z.string().optional(),
  role: z.enum(ROLES).optional(),
  day: daySchema.nullish(),
  days: z.array(daySchema).optional(),
  craft: z.enum(CRAFTS).nullish(),
  /** Of a supplier. */
  supplier: z.string().optional(),
  // Of an approval: what it was about, what was said or came of it, and by whom.
  subject: z.looseObject({ kind: z.string() }).optional(),
  about: z.array(z.string()).optional(),
  verb: z.enum(VERBS).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  step: z.int().optional(),
  by: z.string().optional(),
  lines: z.array(z.string()).optional(),
  /** What the client asked for. */
  request: z.enum(REQUEST_KINDS).optional(),
  evidence: z.looseObject({ by: z.string() }).optional(),
  /** Of another instant to decide by. */
  dueAt: z.string().nullish(),
  // Of the project's life: why, how it ended, which other project or job it was about, and what was agreed before Liaison.
  why: z.string().optional(),
  end: z.enum(ENDS).optional(),
  project: z.string().optional(),
  earlier: z.enum(EARLIER_KINDS).optional(),
  /** Of what was brought up, or was not: how much, and of which times. */
  nudges: z.looseObject({ count: z.int().optional(), from: z.string().optional(), until: z.string() }).optional(),
  /** Of a milestone: which one, its day, and the day that it was on before. */
  milestone: z
    .looseObject({
      kind: z.enum(MILESTONE_KINDS),
      name: z.string().nullable(),
      dueOn: daySchema,
      before: daySchema.optional(),
    })
    .optional(),
  /** Of a deliverable: its own name, and of a day to decide by the one before. */
  deliverable: z
    .looseObject({ id: z.string(), name: z.string(), dueOn: daySchema.nullish(), before: daySchema.nullish() })
    .optional(),
  /** What the subject of an approval is called, where a project has several of its kind. */
  named: z.string().optional(),
  // Of a channel: which one it is to the project, why nothing is posted there, and of an invitation to whom and what came of it.
  side: z.enum(SIDES).optional(),
  reason: z.string().optional(),
  to: z.string().optional(),
  state: z.string().optional(),
});
export type Recorded = z.infer<typeof recordedSchema>;
