import { z } from 'zod';
import { personSchema } from '../kit/person.ts';
import type { Named } from '../kit/text.ts';

/** What can be asked of an approver. Each subject brings its own verbs on the buttons. */
const SUBJECTS = ['brief'] as const;

/** How an approver may answer. */
export const VERBS = ['confirmed', 'changesRequested'] as const;
export type Verb = (typeof VERBS)[number];

const answerSchema = z.looseObject({
  verb: z.enum(VERBS),
  at: z.iso.datetime(),
  /** Required where changes are requested. */
  reason: z.string().nullable(),
});

const approverSchema = z.looseObject({
  person: personSchema,
  /** Liaison's own id, as the record names them. */
  id: z.string(),
  name: z.string().nullable(),
  answer: answerSchema.nullable(),
});

/**
 * - open: an answer is awaited.
 * - confirmed, changesRequested: everybody asked has answered; the worst answer won.
 * - superseded: a newer version was sent. A confirmation ends so, or by its giver's own withdrawal.
 * - withdrawn: an approver took their confirmation back.
 */
const APPROVAL_STATES = ['open', 'confirmed', 'changesRequested', 'superseded', 'withdrawn'] as const;

/** One step of asking approvers to decide on exactly one version of one subject. */
export const approvalSchema = z.looseObject({
  subject: z.object({ kind: z.enum(SUBJECTS), id: z.string() }),
  version: z.int(),
  step: z.int(),
  openedAt: z.iso.datetime(),
  state: z.enum(APPROVAL_STATES),
  /** When it last changed its state. */
  stateSince: z.iso.datetime(),
  approvers: z.array(approverSchema),
});
export type Approval = z.infer<typeof approvalSchema>;
export type Approver = Approval['approvers'][number];

/** What a button decides on: a decision is for one exact version. */
export const decidesOnSchema = z.object({ version: z.int(), step: z.int() });
export type DecidesOn = z.infer<typeof decidesOnSchema>;

export type ApprovalRefusals = {
  /** `who`: those who can decide. */
  'approval.notYours': { who: readonly Named[] };
  'approval.replaced': { version: number; current: number };
  'approval.already': { verb: Verb; at: { at: string } };
  'approval.closed': { state: Approval['state']; at: { at: string } };
  'approval.nothingToWithdraw': Record<never, never>;
  'approval.reasonMissing': Record<never, never>;
};
