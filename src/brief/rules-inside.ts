import { BOUNDS } from '../kit/bounds.ts';
import type { NewId } from '../kit/ids.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { Acting } from '../project/rules.ts';
import { mayWhileLive } from '../project/rules-life.ts';
import {
  type BriefRefusals,
  type Inside,
  INTERNAL_QUESTIONS,
  type InternalQuestion,
  NOTHING_INSIDE,
  REASONS,
} from './model.ts';
import { itemsIn } from './rules-draft.ts';

const refuse = refuser<BriefRefusals>();

/** What is entered at some of the internal questions; those that are not named stay as they are. */
export type InsideAnswers = Readonly<Partial<Record<InternalQuestion, string | null>>>;

/** The internal questions that these answers are about. */
export const insideAskedIn = (answers: InsideAnswers): InternalQuestion[] =>
  INTERNAL_QUESTIONS.filter((question) => answers[question] !== undefined);

/** What the agency keeps to itself about the brief; nothing where none was written. */
export const insideOf = ({ brief }: Project): Inside => brief?.inside ?? NOTHING_INSIDE;

/** What stands at an internal question, a text for each line. */
export function insideAt(project: Project, question: InternalQuestion): string[] {
  const at = insideOf(project)[question];
  return at === null ? [] : [at].flat();
}

/** What was entered at an internal question, a text for each line. */
export function insideIn(answers: InsideAnswers, question: InternalQuestion): string[] {
  const text = answers[question] ?? null;
  if (text === null) return [];
  return question === 'whys' ? itemsIn(text) : [text];
}

/** Saves the real reason and the ladder of whys. Anybody on the team may; no line of the brief is touched by it. */
export function keepInside(
  project: Project,
  { answers, by, newId }: { answers: InsideAnswers; by: Acting; newId: NewId },
  now: Date,
): Project | Refusal {
  const allowed = mayWhileLive(project, 'writeBrief', by);
  if (allowed !== true) return allowed;
  if (insideIn(answers, 'whys').length > BOUNDS.whys) {
    return refuse('brief.tooManyWhys', { most: BOUNDS.whys }, { at: 'whys' });
  }
  const asked = insideAskedIn(answers);
  const entered: Inside = {
    reason: REASONS.find((reason) => reason === answers.reason) ?? null,
    ownReason: answers.ownReason ?? null,
    whys: insideIn(answers, 'whys'),
  };
  const taken = Object.fromEntries(asked.map((question) => [question, entered[question]]));
  const brief = project.brief ?? { id: newId(), dateLine: newId(), lines: [], sent: null };
  const inside = { ...insideOf(project), ...taken };
  return { ...project, brief: { ...brief, inside, changedAt: now.toISOString(), changedBy: by.person } };
}
