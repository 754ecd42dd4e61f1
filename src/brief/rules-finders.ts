import type { AskingRefusals } from '../approval/model-asking.ts';
import { samePerson, type Person } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { type Acting, type Actor, sideOf, withMember } from '../project/rules.ts';
import { mayWhileLive } from '../project/rules-life.ts';
import { BRIEF_QUESTIONS, type BriefQuestion, type BriefRefusals, type Line } from './model.ts';
import { type BriefAnswers, askedIn, linesOf } from './rules-draft.ts';
import { type Marks, NOT_KNOWN_MARK } from './rules-merge.ts';

const refuse = refuser<BriefRefusals & AskingRefusals>();

/** Somebody who is to find something out, and what they are to the workspace. */
export type Finder = Actor & { kind: 'member' | 'outsider' | 'unknown' };
export type Finders = Partial<Record<BriefQuestion, Finder>>;

/**
 * The questions of a form for which somebody is to be named now: those that are not known yet since it was opened. Whoever
 * enters a gap finds it out until somebody is named, so one that another person has taken over needs nobody.
 * @param opened the marks of when the form was opened; without any, every gap of the form is asked about
 */
export function toBeNamed(
  project: Project,
  answers: BriefAnswers,
  opened: Marks | undefined,
  by: Person,
): BriefQuestion[] {
  const asked = askedIn(answers);
  return linesOf(project).flatMap((line) => {
    const isNew = asked.includes(line.question) && opened?.[line.question] !== NOT_KNOWN_MARK;
    return isNew && line.state === 'notKnown' && samePerson(line.finder, by) ? [line.question] : [];
  });
}

/**
 * Names who finds out the questions that are not known yet: somebody of the agency's side, who is on the team from then
 * on. Questions are internal, so the client's people and strangers are refused at theirs.
 */
export function nameFinders(project: Project, finders: Finders, by: Acting, now: Date): Project | Refusal {
  const allowed = mayWhileLive(project, 'writeBrief', by);
  if (allowed !== true) return allowed;
  let next = project;
  for (const question of BRIEF_QUESTIONS) {
    const finder = finders[question];
    const named = finder ? withFinder(next, question, finder, now) : next;
    if (isRefusal(named)) return named;
    next = named;
  }
  return next.brief ? { ...next, brief: { ...next.brief, changedAt: now.toISOString(), changedBy: by.person } } : next;
}

function withFinder(project: Project, question: BriefQuestion, finder: Finder, now: Date) {
  const side = sideOf(project, finder.person);
  const isOutside = side === 'client' || side === 'partner' || (side === null && finder.kind === 'outsider');
  if (isOutside) return refuse('brief.finderOutside', {}, { at: question });
  if (side === null && finder.kind === 'unknown') return refuse('asking.personUnknown', {}, { at: question });
  const isRefused = project.joiners.some(
    (joiner) => samePerson(joiner.person, finder.person) && joiner.answer === 'notOnTheTeam',
  );
  // The account manager said no; only they can say otherwise.
  if (isRefused) return refuse('brief.finderOutside', {}, { at: question });
  const next = withMember(project, { person: finder.person, id: finder.id, name: finder.name }, 'teamMember', now);
  if (isRefusal(next) || !next.brief) return next;
  const lines = next.brief.lines.map((line): Line =>
    line.question === question && line.state === 'notKnown' ? { ...line, finder: finder.person } : line,
  );
  return { ...next, brief: { ...next.brief, lines } };
}
