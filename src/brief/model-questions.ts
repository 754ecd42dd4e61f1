import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';

/** The questions of the brief that are answered in words, in the order in which they are shown and numbered. */
export const WORDED_QUESTIONS = [
  'objective',
  'audience',
  'keyMessage',
  'kpis',
  'mandatories',
  'budget',
  'deliverables',
  'dates',
] as const;
export type WordedQuestion = (typeof WORDED_QUESTIONS)[number];

/** All that the client is shown. The wanted date comes last: a day of the calendar, chosen and not written. */
export const BRIEF_QUESTIONS = [...WORDED_QUESTIONS, 'wantedOn'] as const;
export type BriefQuestion = (typeof BRIEF_QUESTIONS)[number];

/** The five questions of the short brief: without them no brief is sent. */
export const REQUIRED_QUESTIONS = [
  'objective',
  'audience',
  'keyMessage',
  'deliverables',
  'wantedOn',
] as const satisfies readonly BriefQuestion[];

/** What the second step asks besides. */
const RESULT_QUESTIONS = ['kpis', 'mandatories', 'budget', 'dates'] as const satisfies readonly BriefQuestion[];

/** The questions that are answered a line each; each line has its own id and number. */
export const LISTED_QUESTIONS = [
  'kpis',
  'mandatories',
  'deliverables',
  'dates',
] as const satisfies readonly BriefQuestion[];
export type ListedQuestion = (typeof LISTED_QUESTIONS)[number];

const listed = new Set<BriefQuestion>(LISTED_QUESTIONS);
export const isListed = (question: BriefQuestion): question is ListedQuestion => listed.has(question);

/** Why a client really asks for something. */
export const REASONS = ['raiseAwareness', 'driveSales', 'answerMarketChange', 'reshapeBrand', 'ownWords'] as const;

/** The agency's own questions about the brief: the real reason, and the ladder of whys. They are never sent. */
export const INTERNAL_QUESTIONS = ['reason', 'ownReason', 'whys'] as const;
export type InternalQuestion = (typeof INTERNAL_QUESTIONS)[number];

/** Any question of any step. */
export type StepQuestion = BriefQuestion | InternalQuestion;
const internal = new Set<StepQuestion>(INTERNAL_QUESTIONS);
export const isInternal = (question: StepQuestion): question is InternalQuestion => internal.has(question);

const long = { kind: 'text', long: true, required: false } as const;

/**
 * The first step. Nothing is required here: a draft may have gaps, and sending it names them. The wanted date belongs to
 * the project and is stored there once; "Not known yet" is an answer, with somebody who finds out.
 */
export const briefForm = [
  { id: 'objective', ...long, max: BOUNDS.longAnswer },
  { id: 'audience', ...long, max: BOUNDS.longAnswer },
  { id: 'keyMessage', ...long, max: BOUNDS.longAnswer },
  { id: 'deliverables', ...long, max: BOUNDS.longAnswer },
  { id: 'wantedOn', kind: 'day', required: false },
  { id: 'notKnown', kind: 'choices', options: REQUIRED_QUESTIONS, required: false },
] as const satisfies readonly Question[];

/** The second step: what the client expects, and within which bounds. */
export const resultsForm = [
  { id: 'kpis', ...long, max: BOUNDS.kpisAnswer },
  { id: 'mandatories', ...long, max: BOUNDS.mandatoriesAnswer },
  { id: 'budget', kind: 'text', long: false, max: BOUNDS.budget, required: false },
  { id: 'dates', ...long, max: BOUNDS.datesAnswer },
  { id: 'notKnown2', kind: 'choices', options: RESULT_QUESTIONS, required: false },
] as const satisfies readonly Question[];

/** The third step, which is internal: the real reason, and the ladder of whys, one a line. */
export const insideForm = [
  { id: 'reason', kind: 'choice', options: REASONS, required: false },
  { id: 'ownReason', ...long, max: BOUNDS.ownReason },
  { id: 'whys', ...long, max: BOUNDS.whysAnswer },
] as const satisfies readonly Question[];

/**
 * The steps of the whole brief. A job has the first one only. Modal, parser, marks of what stood there and overview all
 * follow from this list. `view` is the callback id of the step's modal.
 */
export const BRIEF_STEPS = [
  { id: 'essentials', view: 'brief.editForm', inside: false, questions: REQUIRED_QUESTIONS, form: briefForm },
  { id: 'results', view: 'brief.resultsForm', inside: false, questions: RESULT_QUESTIONS, form: resultsForm },
  { id: 'reason', view: 'brief.insideForm', inside: true, questions: INTERNAL_QUESTIONS, form: insideForm },
] as const;
export type BriefStep = (typeof BRIEF_STEPS)[number];
export const STEP_IDS = ['essentials', 'results', 'reason'] as const satisfies readonly BriefStep['id'][];
