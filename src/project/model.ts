import { z } from 'zod';
import { OUTCOMES, VERBS } from '../approval/model.ts';
import { APPROVAL_EVENTS, type ApprovalEventKind } from '../approval/model-events.ts';
import { briefSchema } from '../brief/model.ts';
import { aggregateShape } from '../kit/aggregate.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { daySchema } from '../kit/calendar.ts';
import type { Question } from '../kit/form.ts';
import { personSchema } from '../kit/person.ts';
import type { Named } from '../kit/text.ts';

/** The four stages of a campaign, in their order. */
export const STAGES = ['intake', 'proposal', 'execution', 'evaluation'] as const;
export type Stage = (typeof STAGES)[number];

/** Kinds of work: a campaign has stages and gates, a job has neither. */
const WORK = ['campaign', 'job'] as const;

const workSchema = z.discriminatedUnion('kind', [
  z.looseObject({ kind: z.literal('campaign'), stage: z.enum(STAGES) }),
  z.looseObject({ kind: z.literal('job') }),
]);

/** What somebody is to the project. Which side a person is on comes from here alone, never from guest status. */
export const ROLES = ['accountManager', 'deputy', 'teamMember', 'clientContact', 'approver'] as const;
export type Role = (typeof ROLES)[number];
export const SIDE_OF: Record<Role, 'agency' | 'client'> = {
  accountManager: 'agency',
  deputy: 'agency',
  teamMember: 'agency',
  clientContact: 'client',
  approver: 'client',
};

/** Away up to and including a day; `zone` is an IANA name, where it is known whose days they are. */
const awaySchema = z.looseObject({ until: daySchema, zone: z.string().optional() });

const memberSchema = z.looseObject({
  person: personSchema,
  /** Liaison's own id, as the record names them. */
  id: z.string(),
  /** As Slack showed them when they came; null where it told nothing. */
  name: z.string().nullable(),
  role: z.enum(ROLES),
  since: z.iso.datetime(),
  away: awaySchema.nullish(),
});
export type Member = z.infer<typeof memberSchema>;

/** Somebody of the client's who decides and is not on Slack; what they say comes back as evidence. */
const offSlackSchema = z.looseObject({ id: z.string(), name: z.string(), away: awaySchema.nullish() });
export type OffSlack = z.infer<typeof offSlackSchema>;

/** Somebody who joined the team channel and is not on the roster: asked about once. */
const joinerSchema = z.looseObject({
  person: personSchema,
  id: z.string(),
  name: z.string().nullable(),
  /** A guest or another company's person may not read along until the account manager has said that they belong. */
  outsider: z.boolean(),
  askedAt: z.iso.datetime(),
  answer: z.enum(['onTheTeam', 'notOnTheTeam']).nullable(),
});
export type Joiner = z.infer<typeof joinerSchema>;

/** A client project: everything the features share, in one document. */
export const projectSchema = z.looseObject({
  ...aggregateShape,
  client: z.looseObject({ id: z.string(), name: z.string() }),
  name: z.string(),
  work: workSchema,
  /** Stored once, here; the brief's question and the card show this one. Null: not known yet. */
  wantedOn: daySchema.nullable(),
  startedAt: z.iso.datetime(),
  people: z.array(memberSchema),
  /** Projects of the former form have none. */
  offSlack: z.array(offSlackSchema).optional(),
  joiners: z.array(joinerSchema),
  brief: briefSchema.nullable(),
  /** Messages that Slack refused for good: shown on the card, named in the record. */
  undelivered: z.int(),
});
export type Project = z.infer<typeof projectSchema>;

/** The four answers that starting takes. */
export const startForm = [
  { id: 'client', kind: 'text', long: false, max: BOUNDS.clientName, required: true },
  { id: 'name', kind: 'text', long: false, max: BOUNDS.projectName, required: true },
  { id: 'work', kind: 'choice', options: WORK, required: true },
  { id: 'wantedOn', kind: 'day', required: true },
] as const satisfies readonly Question[];

/** Asked only where the present channel could be the team channel. */
export const TEAM_ROOMS = ['newChannel', 'thisChannel'] as const;
export const roomForm = [
  { id: 'room', kind: 'choice', options: TEAM_ROOMS, required: true },
] as const satisfies readonly Question[];

export type ProjectRefusals = {
  'project.commandsAreInside': Record<never, never>;
  'project.whoAreYou': Record<never, never>;
  'project.noneHere': Record<never, never>;
  'project.dayPast': Record<never, never>;
  'project.nameEmpty': Record<never, never>;
  'project.channelNotFree': Record<never, never>;
  'project.lookMissing': Record<never, never>;
  'project.onlyManager': { who: readonly Named[] };
  'project.onlyTeam': { who: readonly Named[] };
  'project.gateClosed': { lacks: { named: readonly string[] } };
  'project.noStages': Record<never, never>;
  'project.lastStage': Record<never, never>;
  'project.stageMoved': { stage: string };
  'project.joinerAnswered': Record<never, never>;
  'project.joinerIsClients': Record<never, never>;
  'project.tooManyPeople': { most: number };
  'project.roleOtherSide': { who: readonly Named[] };
};

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
  // Of an approval: what it was about, what was said or came of it, and by whom.
  subject: z.looseObject({ kind: z.string() }).optional(),
  about: z.array(z.string()).optional(),
  verb: z.enum(VERBS).optional(),
  outcome: z.enum(OUTCOMES).optional(),
  step: z.int().optional(),
  by: z.string().optional(),
  lines: z.array(z.string()).optional(),
  evidence: z.looseObject({ by: z.string() }).optional(),
});
