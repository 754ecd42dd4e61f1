import type { InputBlock } from '@slack/types';
import { z } from 'zod';
import { type Day, daySchema } from './calendar.ts';
import { actionOf, type Asked, element, type Question } from './form-question.ts';

export type { Question } from './form-question.ts';

/** What a question's answer is. People, channels and files are Slack's ids. */
type AnswerTo<Q extends Question> = Q extends { kind: 'choice'; options: infer O extends readonly string[] }
  ? O[number]
  : Q extends { kind: 'choices'; options: infer O extends readonly string[] }
    ? O[number][]
    : Q extends { kind: 'people' }
      ? string[]
      : Q extends { kind: 'day' }
        ? Day
        : string;

export type Answers<Qs extends readonly Question[]> = {
  [Q in Qs[number] as Q['id']]: Q['required'] extends true ? AnswerTo<Q> : AnswerTo<Q> | null;
};

/** The sentences that a form needs: they are spread into the words of its feature, so none can be missing. */
export type QuestionWords<Qs extends readonly Question[]> = {
  [Q in Qs[number] as `${Q['id']}.label` | `${Q['id']}.hint` | `${Q['id']}.placeholder`]: null;
} & {
  [
    Q in Qs[number] as Q extends { options: infer O extends readonly string[] } ? `${Q['id']}.${O[number]}` : never
  ]: null;
};

/** Words by key: the form's part of a feature's sentences in one language. */
type WordsByKey = Readonly<Record<string, (() => string) | undefined>>;

/**
 * The input blocks of a form. Their ids are always the same for a question, so that what was typed stays when the view is
 * drawn again (docs.slack.dev, updating views).
 *
 * @param initial what stands there already, by question id
 */
export function formBlocks<Qs extends readonly Question[]>(
  questions: Qs,
  words: object,
  initial: Partial<Record<Qs[number]['id'], string | readonly string[] | null>> = {},
): InputBlock[] {
  const said = words as WordsByKey;
  return questions.map((question) =>
    inputBlock({
      question,
      label: said[`${question.id}.label`]?.() ?? question.id,
      hint: said[`${question.id}.hint`]?.() ?? '',
      placeholder: said[`${question.id}.placeholder`]?.() ?? '',
      optionLabels: optionLabels(question, said),
      initial: initial[question.id as Qs[number]['id']],
    }),
  );
}

function optionLabels(question: Question, words: WordsByKey): Record<string, string> {
  const options = 'options' in question ? question.options : [];
  return Object.fromEntries(options.map((option) => [option, words[`${question.id}.${option}`]?.() ?? option]));
}

/** One question as an input block. */
export function inputBlock(asked: Asked): InputBlock {
  const { question, label, hint } = asked;
  return {
    type: 'input',
    block_id: question.id,
    label: { type: 'plain_text', text: label },
    element: element(asked),
    optional: !question.required,
    ...(hint ? { hint: { type: 'plain_text', text: hint } } : {}),
    ...(question.tells ? { dispatch_action: true } : {}),
  };
}

/** Why an answer is not taken. */
export const FAULTS = ['missing', 'tooLong', 'notADay', 'notAnOption', 'tooMany'] as const;
export type Fault = (typeof FAULTS)[number];
export type Parsed<Qs extends readonly Question[]> =
  { ok: true; answers: Answers<Qs> } | { ok: false; faults: Record<string, Fault> };

/** `view.state.values` as Slack sends it, as far as any of our questions reads it (docs.slack.dev, view submissions). */
export const stateSchema = z.record(z.string(), z.record(z.string(), z.looseObject({ type: z.string() })));
export type State = z.infer<typeof stateSchema>;

const optionSchema = z.looseObject({ value: z.string() });
const inputSchema = z.looseObject({
  value: z.string().nullish(),
  selected_option: optionSchema.nullish(),
  selected_options: z.array(optionSchema).nullish(),
  selected_date: z.string().nullish(),
  selected_user: z.string().nullish(),
  selected_users: z.array(z.string()).nullish(),
  selected_conversation: z.string().nullish(),
  files: z.array(z.looseObject({ id: z.string() })).nullish(),
});

/** Reads what was entered. Text is trimmed; an empty answer is null. */
export function parseForm<Qs extends readonly Question[]>(questions: Qs, state: State): Parsed<Qs> {
  const answers: Record<string, unknown> = {};
  const faults: Record<string, Fault> = {};
  for (const question of questions) {
    const answer = read(question, state);
    const fault = faultOf(question, answer);
    if (fault) faults[question.id] = fault;
    answers[question.id] = answer;
  }
  return Object.keys(faults).length > 0 ? { ok: false, faults } : { ok: true, answers: answers as Answers<Qs> };
}

/** What stands in one input, parsed or not: for drawing a view again with what was typed. */
export function read(question: Question, state: State): string | string[] | null {
  const parsed = inputSchema.safeParse(state[question.id]?.[actionOf(question)] ?? {});
  if (!parsed.success) return null;
  const input = parsed.data;
  switch (question.kind) {
    case 'text':
      return input.value?.trim() || null;
    case 'choice':
      return input.selected_option?.value ?? null;
    case 'choices':
      return input.selected_options?.map(({ value }) => value) ?? [];
    case 'day':
      return input.selected_date ?? null;
    case 'person':
      return input.selected_user ?? null;
    case 'people':
      return input.selected_users ?? [];
    case 'channel':
      return input.selected_conversation ?? null;
    case 'file':
      return input.files?.[0]?.id ?? null;
  }
}

function faultOf(question: Question, answer: string | string[] | null): Fault | null {
  const empty = answer === null || answer.length === 0;
  if (empty) return question.required ? 'missing' : null;
  switch (question.kind) {
    case 'text':
      return answer.length > question.max ? 'tooLong' : null;
    case 'day':
      return daySchema.safeParse(answer).success ? null : 'notADay';
    case 'choice':
    case 'choices':
      return [answer].flat().every((value) => question.options.includes(value)) ? null : 'notAnOption';
    case 'people':
      return answer.length > question.most ? 'tooMany' : null;
    case 'person':
    case 'channel':
    case 'file':
      return null;
  }
}
