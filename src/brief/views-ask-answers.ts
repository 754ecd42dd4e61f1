import type { KnownBlock, RichTextElement } from '@slack/types';
import { bold, context, type Modal, modal, rich, run } from '../kit/blocks.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { marksAgain, marksAt } from '../kit/merge.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import { type Ask, answerForm, answerMeta, answerSteps } from './model-ask.ts';
import type { WordedQuestion } from './model-questions.ts';
import { answerClashes, type Answering, meetingOf } from './rules-ask-answers.ts';
import { ASK_IDS } from './views-ask.ts';
import { askWords } from './words-ask.ts';

/** What was typed into a step, and what stood there when it was opened. */
export type Typed = Pick<Answering, 'answers' | 'opened'>;

/** Of what a colleague of theirs wrote meanwhile. */
const CLASH_LENGTH = 300;

/**
 * One step of the client's answers, with what they typed before; nothing of the team's draft is in it.
 * @param typed where a colleague changed the same questions meanwhile: what was typed stays, and what they wrote is shown
 * @returns null after the last step
 */
export function answerModal(
  project: { id: string; name: string },
  ask: Ask,
  { step, language }: { step: number; language: Locale },
  locale: Locale,
  typed?: Typed,
): Modal | null {
  const steps = answerSteps(ask.questions);
  const questions = steps[step];
  if (!questions) return null;
  const words = askWords.in(locale);
  const stands: Partial<Record<WordedQuestion, string | null>> = typed?.answers ?? ask.typed;
  const opened = typed
    ? marksAgain(meetingOf(ask, typed))
    : marksAt(questions, (question) => ask.typed[question] ?? null);
  const at = context(words.answerStep({ step: step + 1, steps: steps.length }));
  return modal({
    id: ASK_IDS.answerForm,
    title: words.answerTitle(),
    submit: step + 1 < steps.length ? words.answerGoOn() : words.answerSubmit(),
    close: words.cancel(),
    metadata: answerMeta.encode({ project: project.id, number: ask.number, language, step, opened }),
    blocks: [
      ...(typed ? clashBlocks(ask, typed, locale) : []),
      rich(...phrase(words.answerIntro, { project: bold(project.name) })),
      ...(steps.length > 1 ? [at] : []),
      ...formBlocks(answerForm(questions), words, stands),
    ],
  });
}

/** What now stands at each question that both have changed. */
function clashBlocks(ask: Ask, typed: Typed, locale: Locale): KnownBlock[] {
  const all = answerClashes(ask, typed).map((question) => rich(...standing(ask.typed[question], question, locale)));
  return [rich(run(askWords.in(locale).clash())), ...all];
}

function standing(text: string | undefined, question: WordedQuestion, locale: Locale): RichTextElement[] {
  const words = askWords.in(locale);
  const name = bold(words[`${question}.label`]());
  if (text === undefined) return phrase(words.clashGap, { question: name });
  return phrase(words.clashNow, { question: name, text: run(shorten(text, CLASH_LENGTH)) });
}
