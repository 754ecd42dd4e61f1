import { BOUNDS } from '../kit/bounds.ts';
import { dayIn } from '../kit/calendar.ts';
import { hashOf } from '../kit/chain.ts';
import type { Answers } from '../kit/form.ts';
import type { NewId } from '../kit/ids.ts';
import { nearest } from '../kit/nearest.ts';
import { type Person, samePerson } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { type Actor, asTeam, sideOf, withMember } from '../project/rules.ts';
import { BRIEF_QUESTIONS, type BriefQuestion, type BriefRefusals, type briefForm, type Line } from './model.ts';

const refuse = refuser<BriefRefusals>();

export type BriefAnswers = Answers<typeof briefForm>;
/** Somebody who is to find something out, and what they are to the workspace. */
export type Finder = Actor & { kind: 'member' | 'outsider' | 'unknown' };
export type Finders = Partial<Record<BriefQuestion, Finder>>;

/** All lines of the brief as it stands now, in the order of the questions: what would be sent. */
export function linesOf(project: Project): Line[] {
  const { brief, wantedOn } = project;
  if (!brief) return [];
  const date: Line[] = wantedOn
    ? [{ id: brief.dateLine, question: 'wantedOn', state: 'answered', text: wantedOn }]
    : [];
  const all = [...brief.lines, ...date];
  return BRIEF_QUESTIONS.flatMap((question) => all.filter((line) => line.question === question));
}

/** Tells one state of the draft from another: what was previewed from what would be sent. */
export const draftHash = (project: Project): string => hashOf({ lines: linesOf(project) });

/** The questions without an answer, not even "not known yet". */
export function gaps(project: Project): BriefQuestion[] {
  const lines = linesOf(project);
  return BRIEF_QUESTIONS.filter((question) => !lines.some((line) => line.question === question));
}

/** The questions that are not known yet, in their order. */
export const notKnown = (project: Project): BriefQuestion[] =>
  linesOf(project).flatMap(({ question, state }) => (state === 'notKnown' ? [question] : []));

/** Deliverables are entered a line each. */
export const itemsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((item) => item.trim())
    .filter(Boolean);

/** A question that is answered and marked as not known yet; a date in the picker cannot be taken out, so it does not count. */
export const saidTwice = (answers: BriefAnswers): BriefQuestion | undefined =>
  answers.notKnown?.find((question) => question !== 'wantedOn' && answers[question] !== null);

export type Drafting = { answers: BriefAnswers; by: Actor; zone: string; newId: NewId };

/**
 * Saves what was entered as the draft. Anybody on the team may; what the client was sent stays as it was. A question that
 * is not known yet is found out by whoever was named before, else by whoever entered it, until somebody is named.
 */
export function draft(project: Project, { answers, by, zone, newId }: Drafting, now: Date): Project | Refusal {
  const allowed = asTeam(project, by.person);
  if (allowed !== true) return allowed;
  const notKnown = answers.notKnown ?? [];
  const both = saidTwice(answers);
  if (both)
    return refuse('brief.answeredAndNotKnown', { question: { named: [`brief.question.${both}`] } }, { at: 'notKnown' });
  const items = itemsIn(answers.deliverables ?? '');
  if (items.length > BOUNDS.deliverables) {
    return refuse('brief.tooManyDeliverables', { most: BOUNDS.deliverables }, { at: 'deliverables' });
  }
  const wantedOn = notKnown.includes('wantedOn') ? null : answers.wantedOn;
  if (wantedOn !== null && wantedOn !== project.wantedOn && wantedOn < dayIn(zone, now)) {
    return refuse('brief.dayPast', {}, { at: 'wantedOn' });
  }
  const before = project.brief?.lines ?? [];
  const brief = project.brief ?? { id: newId(), dateLine: newId(), sent: null };
  const given = { ...answers, deliverables: items };
  const lines = BRIEF_QUESTIONS.flatMap((question) => {
    const old = before.filter((line) => line.question === question);
    if (notKnown.includes(question)) {
      const id = question === 'wantedOn' ? brief.dateLine : (old[0]?.id ?? newId());
      return [unknownLine(question, old, by.person, id)];
    }
    if (question === 'wantedOn') return [];
    const texts = [given[question] ?? []].flat();
    return withIds(question, texts, old, newId);
  });
  return { ...project, wantedOn, brief: { ...brief, lines, changedAt: now.toISOString(), changedBy: by.person } };
}

/**
 * Names who finds out the questions that are not known yet: somebody of the agency's side, who is on the team from then
 * on. Questions are internal, so the client's people and strangers are refused at theirs.
 */
export function nameFinders(project: Project, finders: Finders, by: Actor, now: Date): Project | Refusal {
  const allowed = asTeam(project, by.person);
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
  const isOutside = side === 'client' || (side === null && finder.kind === 'outsider');
  if (isOutside) return refuse('brief.finderOutside', {}, { at: question });
  if (side === null && finder.kind === 'unknown') return refuse('brief.personUnknown', {}, { at: question });
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

/** Whoever was named before stays named. */
function unknownLine(question: BriefQuestion, old: readonly Line[], finder: Person, id: string): Line {
  const same = old.find((line) => line.state === 'notKnown');
  return same ?? { id, question, state: 'notKnown', finder };
}

/** Two texts further apart than this share of their length are two lines, not one that was edited. */
const SAME_LINE = 0.6;

/**
 * Gives lines their ids: equal text keeps its id, then the nearest text, else it is a new line. A question with one line
 * keeps its line whatever is written.
 */
export function withIds(question: BriefQuestion, texts: readonly string[], old: readonly Line[], newId: NewId): Line[] {
  const free = new Map(old.map((line) => [line.id, line.state === 'answered' ? line.text : '']));
  const take = (id: string | undefined) => (id !== undefined && free.delete(id) ? id : undefined);
  const equal = texts.map((text) => take([...free].find(([, was]) => was === text)?.[0]));
  return texts.map((text, index) => {
    const id =
      equal[index] ??
      take((question === 'deliverables' ? nearest(text, [...free], ([, was]) => was, SAME_LINE) : [...free][0])?.[0]) ??
      newId();
    return { id, question, state: 'answered', text };
  });
}

/** What a line is compared with the version before. `moved`: the same text under another number. */
export type Difference =
  | { is: 'same' | 'added' | 'moved'; line: Line }
  | { is: 'changed'; line: Line; was: Line }
  | { is: 'removed'; was: Line };

/** Which lines differ, by their ids: those of the new version in their order, then what is gone. */
export function differences(previous: readonly Line[], current: readonly Line[]): Difference[] {
  const has = (lines: readonly Line[]) => (line: Line) => lines.some(({ id }) => id === line.id);
  const placeIn = (lines: readonly Line[], others: readonly Line[], { id }: Line) =>
    lines.filter(has(others)).findIndex((line) => line.id === id);
  const now = current.map((line): Difference => {
    const was = previous.find((one) => one.id === line.id);
    if (!was) return { is: 'added', line };
    if (!sameLine(was, line)) return { is: 'changed', line, was };
    const isMoved = placeIn(previous, current, line) !== placeIn(current, previous, line);
    return { is: isMoved ? 'moved' : 'same', line };
  });
  const gone = previous.filter((was) => !has(current)(was));
  return [...now, ...gone.map((was): Difference => ({ is: 'removed', was }))];
}

const sameLine = (a: Line, b: Line): boolean =>
  a.state === 'answered' && b.state === 'answered' ? a.text === b.text : a.state === b.state;

/** The same lines in the same order: the client confirms numbers, too. */
export const sameLines = (a: readonly Line[], b: readonly Line[]): boolean =>
  differences(a, b).every(({ is }) => is === 'same');
