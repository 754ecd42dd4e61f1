import { z } from 'zod';
import { partySchema } from '../approval/model.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import { localeSchema } from '../kit/locale.ts';
import { metadata } from '../kit/metadata.ts';
import { personSchema } from '../kit/person.ts';
import type { Named } from '../kit/text.ts';
import { briefForm, resultsForm, type WordedQuestion, WORDED_QUESTIONS } from './model-questions.ts';

const byQuestion = z.partialRecord(z.enum(WORDED_QUESTIONS), z.string());

/** The client is asked to answer questions of the brief. One at a time is open: the next one takes its place. */
export const askSchema = z.looseObject({
  /** Counted within the brief. */
  number: z.int(),
  questions: z.array(z.enum(WORDED_QUESTIONS)),
  /** Who is asked; whoever is on the client's side may answer. */
  contact: z.looseObject({ ...partySchema.shape, person: personSchema }),
  askedAt: z.iso.datetime(),
  /** What they typed so far, saved step by step. It is theirs alone until they hand it in. */
  typed: byQuestion,
  /** The marks of what was handed in: answered again, only what differs is new. */
  given: byQuestion,
  answered: z.looseObject({ by: partySchema, at: z.iso.datetime() }).nullable(),
});
export type Ask = z.infer<typeof askSchema>;

/** Whom, what and where. The channel and its language are asked where the project has no client channel yet. */
export const askForm = [
  {
    id: 'questions',
    kind: 'choices',
    options: WORDED_QUESTIONS,
    boxes: true,
    required: true,
    tells: 'brief.askQuestions',
  },
  { id: 'contact', kind: 'person', required: true, tells: 'brief.askContact' },
  { id: 'channel', kind: 'channel', required: true, tells: 'brief.askChannel' },
  { id: 'language', kind: 'choice', options: ['en', 'zh'], required: true, tells: 'brief.askLanguage' },
] as const satisfies readonly Question[];

/** The form without what is known: the channel is asked once. */
export const askFormFor = (isChannelKnown: boolean) =>
  isChannelKnown ? askForm.filter(({ id }) => id === 'questions' || id === 'contact') : [...askForm];

/** A view asks this many questions at most. */
const ASKED_AT_ONCE = 6;

/** The questions of an ask in steps of about the same length. */
export function answerSteps(questions: readonly WordedQuestion[]): WordedQuestion[][] {
  const steps = Math.max(1, Math.ceil(questions.length / ASKED_AT_ONCE));
  const each = Math.ceil(questions.length / steps);
  return Array.from({ length: steps }, (_, step) => questions.slice(step * each, (step + 1) * each));
}

/** One step of the answers. Nothing is required: a client says what they know. */
export const answerForm = (questions: readonly WordedQuestion[]) =>
  questions.map((id) => ({ id, kind: 'text', long: id !== 'budget', max: mostAt(id), required: false }) as const);

/** As much as the brief's own question takes. */
function mostAt(id: WordedQuestion): number {
  const questions: readonly Question[] = [...briefForm, ...resultsForm];
  const found = questions.find((question) => question.id === id);
  return found?.kind === 'text' ? found.max : BOUNDS.longAnswer;
}

const project = z.string();

export const askValue = metadata('button', z.object({ project }));
/** `seen`: the channel whose people the preview names. `after`: the number of the ask that was the last one then. */
export const askMeta = metadata(
  'modal',
  z.object({ project, seen: z.string().nullable(), isChannelKnown: z.boolean(), after: z.int() }),
);
const answerShape = { project, number: z.int(), language: localeSchema };
export const answerValue = metadata('button', z.object(answerShape));
/** `opened`: what stood at each question of the step when it was opened. */
export const answerMeta = metadata('modal', z.object({ ...answerShape, step: z.int(), opened: byQuestion }));

export type AskRefusals = {
  'brief.contactNotThere': { who: readonly Named[] };
  'brief.contactInside': { who: readonly Named[] };
  'brief.askMoved': Record<never, never>;
  'brief.askOver': Record<never, never>;
  'brief.answerInside': Record<never, never>;
  'brief.answerClash': Record<never, never>;
  'brief.nothingAnswered': Record<never, never>;
  'brief.tooManyAnswers': { who: readonly Named[] };
};
