import type { KnownBlock, RichTextElement } from '@slack/types';
import { bold, type Modal, modal, rich, run } from '../kit/blocks.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { briefForm, type BriefQuestion } from './model.ts';
import { editMeta } from './model-metadata.ts';
import { type BriefAnswers, linesOf, notKnown } from './rules-draft.ts';
import { clashes, type Marks, marksOf } from './rules-merge.ts';
import { BRIEF_IDS } from './views-card.ts';
import { questionName } from './views-lines.ts';
import { briefWords } from './words.ts';

/** What somebody typed into a form, and what stood in the brief when they opened it. */
export type Typed = { answers: BriefAnswers; opened: Marks };

/** Of what somebody else wrote meanwhile; all of it stands in the team channel. */
const CLASH_LENGTH = 300;

/**
 * The brief's form, with what was entered before.
 * @param typed where somebody else changed the same questions meanwhile: what was typed stays, and what they wrote is shown
 */
export function editModal(project: Project, locale: Locale, typed?: Typed): Modal {
  const words = briefWords.in(locale);
  const stored = Object.fromEntries(briefForm.map(({ id }) => [id, entered(project, id)]));
  return modal({
    id: BRIEF_IDS.editForm,
    title: words.editTitle(),
    submit: words.editSubmit(),
    close: words.cancel(),
    metadata: editMeta.encode({ project: project._id, opened: openedNow(project, typed) }),
    blocks: [
      ...(typed ? clashBlocks(project, typed, locale) : []),
      rich(...phrase(words.editIntro, { project: bold(project.name) })),
      ...formBlocks(briefForm, words, typed ? { ...stored, ...typed.answers } : stored),
    ],
  });
}

/** Where both changed a question, what is saved next is meant to replace what stands there; at every other one nothing has been seen yet. */
function openedNow(project: Project, typed: Typed | undefined): Marks {
  const now = marksOf(project);
  if (!typed) return now;
  const clashing = clashes(project, typed.answers, typed.opened).map((question) => [question, now[question]]);
  return { ...typed.opened, ...Object.fromEntries(clashing) };
}

/** What was entered before. Deliverables are a line each in the brief, and in the form again. */
function entered(project: Project, question: (typeof briefForm)[number]['id']): string | readonly string[] | null {
  if (question === 'wantedOn') return project.wantedOn;
  if (question === 'notKnown') return notKnown(project);
  const lines = project.brief?.lines ?? [];
  const answers = lines.flatMap((line) => (line.question === question && line.state === 'answered' ? [line.text] : []));
  return answers.join('\n');
}

/** What now stands at each question that both have changed. Who saved last need not be who wrote it, so nobody is named. */
function clashBlocks(project: Project, { answers, opened }: Typed, locale: Locale): KnownBlock[] {
  const all = clashes(project, answers, opened).map((question) => rich(...standing(project, question, locale)));
  return [rich(run(briefWords.in(locale).editClash())), ...all];
}

function standing(project: Project, question: BriefQuestion, locale: Locale): RichTextElement[] {
  const words = briefWords.in(locale);
  const name = bold(questionName(question, locale));
  const lines = linesOf(project).filter((line) => line.question === question);
  if (lines.length === 0) return phrase(words.editClashGap, { question: name });
  const texts = lines.map((line) => (line.state === 'answered' ? line.text : words['notKnown.label']()));
  return phrase(words.editClashNow, { question: name, text: run(shorten(texts.join(' · '), CLASH_LENGTH)) });
}
