import type { Project } from '../project/model.ts';
import { BRIEF_STEPS, INTERNAL_QUESTIONS, isInternal, type StepQuestion } from './model.ts';
import { gaps, unasked } from './rules-draft.ts';
import { insideAt, insideOf } from './rules-inside.ts';

/** The steps that a project's brief has: a job is briefed by the first one alone. */
export const stepsOf = ({ work }: Project) => (work.kind === 'job' ? BRIEF_STEPS.slice(0, 1) : BRIEF_STEPS);

/** The questions of a step that concern this project: the client's own words are asked for where the reason is theirs. */
export function questionsOf(project: Project, questions: readonly StepQuestion[]): StepQuestion[] {
  const isTheirs = insideOf(project).reason === 'ownWords' || insideAt(project, 'ownReason').length > 0;
  return questions.filter((question) => question !== 'ownReason' || isTheirs);
}

/** What is to be asked next, the first one first: what is needed before the brief can go, then the rest, then what is internal. */
export function toAsk(project: Project): { question: StepQuestion; isNeeded: boolean }[] {
  const needed = gaps(project);
  const open = unasked(project).filter((question) => !needed.includes(question));
  const inside = questionsOf(project, INTERNAL_QUESTIONS).filter(
    (question) => isInternal(question) && insideAt(project, question).length === 0,
  );
  const isNeeded = new Set<StepQuestion>(needed);
  return [...needed, ...open, ...inside].map((question) => ({ question, isNeeded: isNeeded.has(question) }));
}
