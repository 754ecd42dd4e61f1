import { z } from 'zod';
import { approvalSchema } from '../approval/model.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import { localeSchema } from '../kit/locale.ts';
import { personSchema } from '../kit/person.ts';
import type { Named } from '../kit/text.ts';

/** The five questions of the short brief, in the order in which they are asked, shown and numbered. */
export const BRIEF_QUESTIONS = ['objective', 'audience', 'keyMessage', 'deliverables', 'wantedOn'] as const;
export type BriefQuestion = (typeof BRIEF_QUESTIONS)[number];

const long = { kind: 'text', long: true, max: BOUNDS.longAnswer, required: false } as const;

/**
 * The brief's form. Nothing is required here: a draft may have gaps, and sending it names them. The wanted date belongs to
 * the project and is stored there once; "Not known yet" is an answer, with somebody who finds out.
 */
export const briefForm = [
  { id: 'objective', ...long },
  { id: 'audience', ...long },
  { id: 'keyMessage', ...long },
  { id: 'deliverables', ...long },
  { id: 'wantedOn', kind: 'day', required: false },
  { id: 'notKnown', kind: 'choices', options: BRIEF_QUESTIONS, required: false },
] as const satisfies readonly Question[];

/** The action id of choosing who finds something out: they are looked up at once, because the submit may ask nobody. */
export const CHOOSE_FINDER = 'brief.chooseFinder';

/** The second step: who finds out each question that is not known yet. */
export const findersForm = <Q extends BriefQuestion>(questions: readonly Q[]) =>
  questions.map((id) => ({ id, kind: 'person', required: true, tells: CHOOSE_FINDER }) as const);

/** To whom and where a brief goes. The channel is looked at when it is chosen, so that the preview can say who will see it. */
export const sendForm = [
  { id: 'channel', kind: 'channel', required: true, tells: 'brief.chooseChannel' },
  { id: 'approver', kind: 'person', required: true },
  { id: 'language', kind: 'choice', options: ['en', 'zh'], required: true, tells: 'brief.chooseLanguage' },
] as const satisfies readonly Question[];

/** Why changes are requested: what should change. */
export const reasonForm = [
  { id: 'reason', kind: 'text', long: true, max: BOUNDS.longAnswer, required: true },
] as const satisfies readonly Question[];

/** Why a confirmation is taken back. */
export const withdrawForm = [
  { id: 'withdrawReason', kind: 'text', long: true, max: BOUNDS.longAnswer, required: true },
] as const satisfies readonly Question[];

/**
 * One line of a brief. Its id is random and stays over versions, so that later work can refer to it; its number is only
 * its place. Deliverables are a line each.
 */
export const lineSchema = z.discriminatedUnion('state', [
  z.looseObject({ id: z.string(), question: z.enum(BRIEF_QUESTIONS), state: z.literal('answered'), text: z.string() }),
  z.looseObject({
    id: z.string(),
    question: z.enum(BRIEF_QUESTIONS),
    state: z.literal('notKnown'),
    finder: personSchema,
  }),
]);
export type Line = z.infer<typeof lineSchema>;

/** What a version holds for ever: what the client was shown, in which language. */
export const versionSchema = z.looseObject({
  number: z.int(),
  hash: z.string(),
  language: localeSchema,
  sentAt: z.iso.datetime(),
  /** Liaison's own id of who sent it. */
  sentBy: z.string(),
  lines: z.array(lineSchema),
});
export type BriefVersion = z.infer<typeof versionSchema>;

export const briefSchema = z.looseObject({
  id: z.string(),
  /** The wanted date's line has an id like every other; its text is the project's. */
  dateLine: z.string(),
  /** All lines but an answered wanted date, in the order of the questions. */
  lines: z.array(lineSchema),
  changedAt: z.iso.datetime(),
  changedBy: personSchema,
  /** The last version sent, and what it replaced: what differs is shown. Older ones are in the versions collection. */
  sent: z.object({ current: versionSchema, previous: versionSchema.nullable(), approval: approvalSchema }).nullable(),
});
export type Brief = z.infer<typeof briefSchema>;
export type SentBrief = NonNullable<Brief['sent']>;

export type BriefRefusals = {
  'brief.answeredAndNotKnown': { question: { named: readonly string[] } };
  'brief.tooManyDeliverables': { most: number };
  'brief.onlyManagerSends': { who: readonly Named[] };
  'brief.gaps': { questions: { named: readonly string[] } };
  'brief.unchanged': { version: number };
  'brief.lookMissing': Record<never, never>;
  'brief.notPreviewed': Record<never, never>;
  'brief.draftMoved': Record<never, never>;
  'brief.clash': Record<never, never>;
  'brief.channelNotSeen': Record<never, never>;
  'brief.channelIsTeam': Record<never, never>;
  'brief.channelOtherClient': { client: string };
  'brief.channelMoved': Record<never, never>;
  'brief.channelArchived': Record<never, never>;
  'brief.approverNotThere': Record<never, never>;
  'brief.approverInside': Record<never, never>;
  'brief.notSent': Record<never, never>;
  'brief.finderOutside': Record<never, never>;
  'brief.personUnknown': Record<never, never>;
  'brief.dayPast': Record<never, never>;
};

/** What the gate of the intake stage may lack of the brief. */
export const BRIEF_LACKS = ['notWritten', 'notSent', 'open', 'changesRequested', 'withdrawn'] as const;
export type BriefLack = (typeof BRIEF_LACKS)[number];
