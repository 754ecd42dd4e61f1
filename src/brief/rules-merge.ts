import { clashesIn, type Marks as MarksOf, marksAgain, marksAt, markOf, type Meeting, mergedIn } from '../kit/merge.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { mayWhileLive } from '../project/rules-life.ts';
import { BRIEF_QUESTIONS, type BriefRefusals, isInternal, type StepQuestion } from './model.ts';
import { askedIn, type BriefAnswers, draft, type Drafting, linesOf, saidTwice, textsIn } from './rules-draft.ts';
import { type InsideAnswers, insideAskedIn, insideAt, insideIn, keepInside } from './rules-inside.ts';

const refuse = refuser<BriefRefusals>();

/** What a step brings: what the client will be shown, or what stays inside. */
export type StepAnswers = BriefAnswers & InsideAnswers;
export type Marks = MarksOf<StepQuestion>;

/** What stands at one question: its texts, none of them where it is a gap, or that it is not known yet. */
type Standing = readonly string[] | 'notKnown';

/** The mark of a question that is not known yet. */
export const NOT_KNOWN_MARK = markOf('notKnown' satisfies Standing);

/** The marks of these questions as they stand now. */
export const marksOf = (project: Project, questions: readonly StepQuestion[] = BRIEF_QUESTIONS): Marks =>
  marksAt(questions, (question) => standsAt(project, question));

/**
 * Puts together what two people entered at the same time, question by question: whoever left one as they found it leaves it
 * to the other. Nothing is taken where both changed the same one to different things.
 * @param opened the marks of when the form was opened; what a form without any brings, is taken as it is
 * @returns the answers to save, or a refusal at the first question that both changed
 */
export function merge<A extends StepAnswers>(project: Project, answers: A, opened: Marks | undefined): A | Refusal {
  // What contradicts itself is refused by a rule of its own, and nobody else's doing.
  if (!opened || saidTwice(answers)) return answers;
  const meeting = meetingOf(project, answers, opened);
  const clash = clashesIn(meeting)[0];
  if (clash) return refuse('brief.clash', {}, { at: clash });
  const standing = mergedIn(meeting);
  const texts = [...standing].map(([question, found]) => {
    const isGap = found === 'notKnown' || found.length === 0;
    return [question, isGap ? null : found.join('\n')] as const;
  });
  const notKnown = BRIEF_QUESTIONS.filter((question) => standing.get(question) === 'notKnown');
  return { ...answers, ...Object.fromEntries(texts), notKnown };
}

/** The questions that somebody else has changed since the form was opened, and that were entered differently in it. */
export const clashes = (project: Project, answers: StepAnswers, opened: Marks): StepQuestion[] =>
  clashesIn(meetingOf(project, answers, opened));

/** The marks of a form that is shown again after a clash. */
export const marksAfter = (project: Project, answers: StepAnswers, opened: Marks): Marks =>
  marksAgain(meetingOf(project, answers, opened));

/** Saves one step, together with what others saved meanwhile. */
export function saveStep(
  project: Project,
  { opened, ...drafting }: Drafting & { answers: StepAnswers; opened: Marks | undefined },
  now: Date,
): Project | Refusal {
  // Before anything else: what clashes tells what stands there.
  const allowed = mayWhileLive(project, 'writeBrief', drafting.by);
  const answers = allowed === true ? merge(project, drafting.answers, opened) : allowed;
  if (isRefusal(answers)) return answers;
  const isInside = insideAskedIn(answers).length > 0;
  return isInside ? keepInside(project, { ...drafting, answers }, now) : draft(project, { ...drafting, answers }, now);
}

function meetingOf(project: Project, answers: StepAnswers, opened: Marks): Meeting<StepQuestion, Standing> {
  return {
    questions: [...askedIn(answers), ...insideAskedIn(answers)],
    opened,
    entered: (question) => enteredAt(answers, question),
    now: (question) => standsAt(project, question),
  };
}

function standsAt(project: Project, question: StepQuestion): Standing {
  if (isInternal(question)) return insideAt(project, question);
  const lines = linesOf(project).filter((line) => line.question === question);
  if (lines.some(({ state }) => state === 'notKnown')) return 'notKnown';
  return lines.flatMap((line) => (line.state === 'answered' ? [line.text] : []));
}

function enteredAt(answers: StepAnswers, question: StepQuestion): Standing {
  if (isInternal(question)) return insideIn(answers, question);
  return answers.notKnown?.includes(question) ? 'notKnown' : textsIn(answers, question);
}
