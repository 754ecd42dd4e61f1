import { hashOf } from '../kit/chain.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { BRIEF_QUESTIONS, type BriefQuestion, type BriefRefusals } from './model.ts';
import { type BriefAnswers, itemsIn, linesOf, saidTwice } from './rules-draft.ts';

const refuse = refuser<BriefRefusals>();

/** What stood at each question when a form was opened, as briefly as will do to tell whether it has changed since. */
export type Marks = Readonly<Partial<Record<BriefQuestion, string>>>;

/** What stands at one question: its texts, none of them where it is a gap, or that it is not known yet. */
type Standing = readonly string[] | 'notKnown';

const MARK_LENGTH = 8;

const markOf = (standing: Standing): string => hashOf({ standing }).slice(0, MARK_LENGTH);

/** The marks of the draft as it stands now. */
export function marksOf(project: Project): Marks {
  return Object.fromEntries(BRIEF_QUESTIONS.map((question) => [question, markOf(standsAt(project, question))]));
}

/**
 * Puts together what two people entered at the same time, question by question: whoever left one as they found it leaves it
 * to the other. Nothing is taken where both changed the same one to different things.
 * @param opened the marks of when the form was opened; what a form without any brings, is taken as it is
 * @returns the answers to save, or a refusal at the first question that both changed
 */
export function merge(project: Project, answers: BriefAnswers, opened: Marks | undefined): BriefAnswers | Refusal {
  // What contradicts itself is refused by a rule of its own, and nobody else's doing.
  if (!opened || saidTwice(answers)) return answers;
  const clash = clashes(project, answers, opened)[0];
  if (clash) return refuse('brief.clash', {}, { at: clash });
  const isTheirs = (question: BriefQuestion) => markOf(enteredAt(answers, question)) === opened[question];
  const standing = new Map(
    BRIEF_QUESTIONS.map((question) => [
      question,
      isTheirs(question) ? standsAt(project, question) : enteredAt(answers, question),
    ]),
  );
  const text = (question: BriefQuestion): string | null => {
    const found = standing.get(question) ?? [];
    return found === 'notKnown' || found.length === 0 ? null : found.join('\n');
  };
  return {
    objective: text('objective'),
    audience: text('audience'),
    keyMessage: text('keyMessage'),
    deliverables: text('deliverables'),
    wantedOn: text('wantedOn'),
    notKnown: BRIEF_QUESTIONS.filter((question) => standing.get(question) === 'notKnown'),
  };
}

/** The questions that somebody else has changed since the form was opened, and that were entered differently in it. */
export function clashes(project: Project, answers: BriefAnswers, opened: Marks): BriefQuestion[] {
  return BRIEF_QUESTIONS.filter((question) => {
    const [entered, now] = [markOf(enteredAt(answers, question)), markOf(standsAt(project, question))];
    return entered !== opened[question] && now !== opened[question] && entered !== now;
  });
}

function standsAt(project: Project, question: BriefQuestion): Standing {
  const lines = linesOf(project).filter((line) => line.question === question);
  if (lines.some(({ state }) => state === 'notKnown')) return 'notKnown';
  return lines.flatMap((line) => (line.state === 'answered' ? [line.text] : []));
}

function enteredAt(answers: BriefAnswers, question: BriefQuestion): Standing {
  const text = answers[question];
  if (answers.notKnown?.includes(question)) return 'notKnown';
  if (text === null) return [];
  return question === 'deliverables' ? itemsIn(text) : [text];
}
