import type { KnownBlock, RichTextElement } from '@slack/types';
import { bold, type Modal, modal, rich, run } from '../kit/blocks.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { BRIEF_STEPS, type BriefStep, isInternal, REASONS, type StepQuestion } from './model.ts';
import { editMeta } from './model-metadata.ts';
import { linesOf, notKnown } from './rules-draft.ts';
import { insideAt } from './rules-inside.ts';
import { clashes, type Marks, marksAfter, marksOf, type StepAnswers } from './rules-merge.ts';
import { questionName } from './views-lines.ts';
import { briefWords } from './words.ts';
import { stepsWords } from './words-steps.ts';

/** What somebody typed into a form, and what stood in the brief when they opened it. */
export type Typed = { answers: StepAnswers; opened: Marks };

/** Of what somebody else wrote meanwhile; all of it stands in the team channel. */
const CLASH_LENGTH = 300;

/**
 * One step of the brief's form, with what was entered before.
 * @param typed where somebody else changed the same questions meanwhile: what was typed stays, and what they wrote is shown
 */
export function editModal(project: Project, step: BriefStep['id'], locale: Locale, typed?: Typed): Modal {
  const words = briefWords.in(locale);
  const shown = stepNamed(step);
  const opened = typed ? marksAfter(project, typed.answers, typed.opened) : marksOf(project, shown.questions);
  const intro = shown.inside ? stepsWords.in(locale).insideIntro : words.editIntro;
  return modal({
    id: shown.view,
    title: titleOf(step, locale),
    submit: words.editSubmit(),
    close: words.cancel(),
    metadata: editMeta.encode({ project: project._id, opened }),
    blocks: [
      ...(typed ? clashBlocks(project, typed, locale) : []),
      rich(...phrase(intro, { project: bold(project.name) })),
      ...formBlocks(shown.form, { ...words, ...stepsWords.in(locale) }, enteredIn(project, shown, typed)),
    ],
  });
}

const stepNamed = (id: BriefStep['id']): BriefStep => BRIEF_STEPS.find((step) => step.id === id) ?? BRIEF_STEPS[0];

function titleOf(step: BriefStep['id'], locale: Locale): string {
  if (step === 'essentials') return briefWords.in(locale).editTitle();
  const words = stepsWords.in(locale);
  return step === 'results' ? words.resultsTitle() : words.insideTitle();
}

/** What a person reads at a question's name, whichever step it is of. */
export const stepQuestionName = (question: StepQuestion, locale: Locale): string =>
  isInternal(question) ? stepsWords.in(locale)[`inside.${question}`]() : questionName(question, locale);

/** What stands at an internal question, a text for each line, in words. */
export function insideTexts(project: Project, question: Parameters<typeof insideAt>[1], locale: Locale): string[] {
  const texts = insideAt(project, question);
  if (question !== 'reason') return texts;
  return texts
    .flatMap((text) => REASONS.filter((reason) => reason === text))
    .map((reason) => stepsWords.in(locale)[`reason.${reason}`]());
}

type Field = BriefStep['form'][number]['id'];
type Initial = string | readonly string[] | null;

/** What stands in each field: what was typed just now, else what was saved. */
function enteredIn(project: Project, step: BriefStep, typed: Typed | undefined): Partial<Record<Field, Initial>> {
  const fields: readonly Field[] = step.form.map(({ id }) => id);
  return Object.fromEntries(fields.map((field) => [field, fieldIn(project, step, field, typed)]));
}

function fieldIn(project: Project, step: BriefStep, field: Field, typed: Typed | undefined): Initial {
  if (field === 'notKnown' || field === 'notKnown2') {
    const questions: readonly StepQuestion[] = step.questions;
    return (typed ? (typed.answers.notKnown ?? []) : notKnown(project)).filter((one) => questions.includes(one));
  }
  if (typed) return typed.answers[field] ?? null;
  if (field === 'wantedOn') return project.wantedOn;
  // A list is a line each in the brief, and in the form again.
  return (isInternal(field) ? insideAt(project, field) : textsAt(project, field)).join('\n');
}

const textsAt = (project: Project, question: StepQuestion): string[] =>
  linesOf(project).flatMap((line) => (line.question === question && line.state === 'answered' ? [line.text] : []));

/** What now stands at each question that both have changed. Who saved last need not be who wrote it, so nobody is named. */
function clashBlocks(project: Project, { answers, opened }: Typed, locale: Locale): KnownBlock[] {
  const all = clashes(project, answers, opened).map((question) => rich(...standing(project, question, locale)));
  return [rich(run(briefWords.in(locale).editClash())), ...all];
}

function standing(project: Project, question: StepQuestion, locale: Locale): RichTextElement[] {
  const words = briefWords.in(locale);
  const name = bold(stepQuestionName(question, locale));
  const isUnknown = notKnown(project).some((one) => one === question);
  const known = isInternal(question) ? insideTexts(project, question, locale) : textsAt(project, question);
  const texts = isUnknown ? [words['notKnown.label']()] : known;
  if (texts.length === 0) return phrase(words.editClashGap, { question: name });
  return phrase(words.editClashNow, { question: name, text: run(shorten(texts.join(' · '), CLASH_LENGTH)) });
}
