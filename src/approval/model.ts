import { z } from 'zod';
import { personSchema } from '../kit/person.ts';

/** Everything that somebody may have to agree to. */
export const SUBJECT_KINDS = [
  'brief',
  'plan',
  'proposal',
  'deliverable',
  'costEstimate',
  'contactReport',
  'evaluationReport',
  'changeRequest',
] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** How an approver may answer. */
export const VERBS = [
  'confirmed',
  'changesRequested',
  'accepted',
  'acceptedWithConditions',
  'declined',
  'approved',
  'approvedWithChanges',
  'agreed',
  'corrected',
] as const;
export type Verb = (typeof VERBS)[number];

/** What an answer comes to, the best first: of several answers the worst wins. */
export const OUTCOMES = ['agreed', 'agreedWith', 'refused'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export const OUTCOME_OF: Readonly<Record<Verb, Outcome>> = {
  confirmed: 'agreed',
  accepted: 'agreed',
  approved: 'agreed',
  agreed: 'agreed',
  acceptedWithConditions: 'agreedWith',
  approvedWithChanges: 'agreedWith',
  changesRequested: 'refused',
  declined: 'refused',
  corrected: 'refused',
};

/** The verbs on the buttons of each subject, in their order (docs/speaking.md, Decisions). */
export const VERBS_OF: Readonly<Record<SubjectKind, readonly [Verb, ...Verb[]]>> = {
  brief: ['confirmed', 'changesRequested'],
  plan: ['confirmed', 'changesRequested'],
  proposal: ['accepted', 'acceptedWithConditions', 'declined'],
  deliverable: ['approved', 'approvedWithChanges', 'changesRequested'],
  costEstimate: ['approved', 'approvedWithChanges', 'changesRequested'],
  contactReport: ['agreed', 'corrected'],
  evaluationReport: ['agreed', 'corrected'],
  changeRequest: ['agreed', 'declined'],
};

/** Somebody by the id that the record names them by; without an account where they are not on Slack. */
export const partySchema = z.looseObject({
  person: personSchema.nullable(),
  id: z.string(),
  name: z.string().nullable(),
});
export type Party = { person: z.infer<typeof personSchema> | null; id: string; name: string | null };

/** What an approver may decide up to; the amount is in whole units of the currency. Nobody's limit is asked of a brief. */
export const authoritySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('layout') }),
  z.object({ kind: z.literal('artwork') }),
  z.object({ kind: z.literal('spend'), amount: z.number().nonnegative(), currency: z.string() }),
]);
export type Authority = z.infer<typeof authoritySchema>;

/** By which way something was said outside a button. */
export const CHANNELS_OF_EVIDENCE = ['message', 'email', 'wechat', 'wecom', 'feishu', 'letter', 'telephone'] as const;
export type EvidenceChannel = (typeof CHANNELS_OF_EVIDENCE)[number];

/** What proves an answer that was not given by a button. */
const evidenceSchema = z.looseObject({
  by: z.enum(CHANNELS_OF_EVIDENCE),
  /** In their words, exactly. Null where a picture alone shows them. */
  words: z.string().nullable(),
  /** When they said it. */
  saidAt: z.iso.datetime(),
  /** Liaison's own id of who recorded it. */
  recordedBy: z.string(),
  /** The message in Slack that says it. */
  message: z.looseObject({ channel: z.string(), ts: z.string() }).nullable(),
  /** Slack's id of the screenshot. */
  file: z.string().nullable(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** Something that should change: on one line, or on the whole where `line` is null. */
const pointSchema = z.looseObject({ line: z.string().nullable(), text: z.string() });
export type Point = z.infer<typeof pointSchema>;

const answerSchema = z.looseObject({
  verb: z.enum(VERBS),
  at: z.iso.datetime(),
  /** Who gave it: the approver, or their stand-in. */
  by: partySchema,
  /** Required where it is refused, the conditions where it is agreed with some, else a comment. */
  reason: z.string().nullable(),
  points: z.array(pointSchema),
  /** After an approval with changes: is it to be shown again? */
  showAgain: z.boolean().nullable(),
  /** Who else inside the client's house agreed, in the approver's words. */
  alsoAgreed: z.string().nullable(),
  /** Null where a button was pressed. */
  evidence: evidenceSchema.nullable(),
});
export type Answer = z.infer<typeof answerSchema>;

const approverSchema = z.looseObject({
  ...partySchema.shape,
  /** In which step they are asked; those of one step are asked side by side. */
  step: z.int(),
  standIn: partySchema.nullable(),
  limit: authoritySchema.nullable(),
  /** The lines confirmed while others stay open. */
  confirmedLines: z.array(z.string()),
  answer: answerSchema.nullable(),
  /** Told by telephone, awaited in writing: it opens nothing. */
  told: z.looseObject({ verb: z.enum(VERBS), saidAt: z.iso.datetime(), notedBy: z.string() }).nullable(),
  /** Whose decision it was before, the latest last; what is older than a few stands on the record. */
  before: z.array(z.looseObject({ ...partySchema.shape, why: z.enum(['passedOn', 'replaced']), at: z.iso.datetime() })),
  remindedAt: z.iso.datetime().nullable(),
});
export type Approver = z.infer<typeof approverSchema>;

/** When a step closes: all have answered, or so many have agreed (`any` is one). */
export const ruleSchema = z.discriminatedUnion('needs', [
  z.object({ needs: z.literal('all') }),
  z.object({ needs: z.literal('some'), count: z.int().min(1) }),
]);
export type Rule = z.infer<typeof ruleSchema>;

/**
 * - open: an answer is awaited.
 * - agreed, agreedWith, refused: closed by the rules of its steps.
 * - takenBack: an approver withdrew their own approval after it was closed.
 * - withdrawn: the account manager took the request back. expired: at the time that the request named.
 * - superseded: a newer version was sent.
 */
export const APPROVAL_STATES = [
  'open',
  'agreed',
  'agreedWith',
  'refused',
  'takenBack',
  'withdrawn',
  'expired',
  'superseded',
] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** Why a round has ended its gathering. */
export const GATHERED_BY = ['allAnswered', 'due', 'manager'] as const;

/** Asking approvers to decide on exactly one version of one subject. */
export const approvalSchema = z.looseObject({
  subject: z.object({ kind: z.enum(SUBJECT_KINDS), id: z.string() }),
  version: z.int(),
  /** Which time the client is asked; what was the agency's own error does not count. */
  round: z.int(),
  /** What is asked about, by the lines' ids; none where the subject is not in lines. */
  lines: z.array(z.string()),
  /** The rule of each step, in their order. */
  steps: z.array(ruleSchema).min(1),
  /** Which step is asked now. */
  step: z.int(),
  openedAt: z.iso.datetime(),
  /** Until when the round gathers. */
  dueAt: z.iso.datetime().nullable(),
  /** When the request ends by itself, where it named a time. */
  expiresAt: z.iso.datetime().nullable(),
  /** The authority that agreeing takes; null where anybody asked has it. */
  requires: authoritySchema.nullable(),
  gathered: z.looseObject({ at: z.iso.datetime(), by: z.enum(GATHERED_BY) }).nullable(),
  state: z.enum(APPROVAL_STATES),
  /** When it last changed its state. */
  stateSince: z.iso.datetime(),
  approvers: z.array(approverSchema).min(1),
  /** When each person was reminded last, whomever they decide for: nobody is reminded twice a day because a decision moved. */
  reminders: z.array(z.looseObject({ id: z.string(), at: z.iso.datetime() })),
});
export type Approval = z.infer<typeof approvalSchema>;

/** What a button decides on: a decision is for one exact version, and one step of asking. */
export const decidesOnSchema = z.object({ version: z.int(), step: z.int() });
export type DecidesOn = z.infer<typeof decidesOnSchema>;
