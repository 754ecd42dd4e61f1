import { BOUNDS } from '../kit/bounds.ts';
import { dayIn } from '../kit/calendar.ts';
import { hashOf } from '../kit/chain.ts';
import type { NewId } from '../kit/ids.ts';
import { nearest } from '../kit/nearest.ts';
import type { Person } from '../kit/person.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import type { Acting } from '../project/rules.ts';
import { mayWhileLive } from '../project/rules-life.ts';
import {
  BRIEF_QUESTIONS,
  type BriefQuestion,
  type BriefRefusals,
  isListed,
  type Line,
  type ListedQuestion,
  LISTED_QUESTIONS,
  NOTHING_INSIDE,
  REQUIRED_QUESTIONS,
} from './model.ts';
import { readKpi } from './rules-kpis.ts';

const refuse = refuser<BriefRefusals>();

/**
 * What is entered at some of the questions: those that are named here, whatever stands there. The others stay as they are, so
 * each step of the form, and whatever else brings answers, is saved by itself.
 */
export type BriefAnswers = Readonly<Partial<Record<BriefQuestion, string | null>>> & {
  readonly notKnown: readonly BriefQuestion[] | null;
};

/** The questions that these answers are about. */
export const askedIn = (answers: BriefAnswers): BriefQuestion[] =>
  BRIEF_QUESTIONS.filter((question) => answers[question] !== undefined);

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

const open = (project: Project, questions: readonly BriefQuestion[]): BriefQuestion[] => {
  const lines = linesOf(project);
  return questions.filter((question) => !lines.some((line) => line.question === question));
};

/** The questions that a brief cannot be sent without, and that have no answer, not even "not known yet". */
export const gaps = (project: Project): BriefQuestion[] => open(project, REQUIRED_QUESTIONS);

/** Every question of the brief that has no answer yet; a brief may be sent without those that are not required. */
export const unasked = (project: Project): BriefQuestion[] => open(project, BRIEF_QUESTIONS);

/** The questions that are not known yet, in their order. */
export const notKnown = (project: Project): BriefQuestion[] =>
  linesOf(project).flatMap(({ question, state }) => (state === 'notKnown' ? [question] : []));

/** Listed answers are entered a line each. */
export const itemsIn = (text: string): string[] =>
  text
    .split('\n')
    .map((item) => item.trim())
    .filter(Boolean);

/** A question that is answered and marked as not known yet; a date in the picker cannot be taken out, so it does not count. */
export const saidTwice = (answers: BriefAnswers): BriefQuestion | undefined =>
  answers.notKnown?.find((question) => question !== 'wantedOn' && (answers[question] ?? null) !== null);

export type Drafting = { answers: BriefAnswers; by: Acting; zone: string; newId: NewId };

/**
 * Saves what was entered as the draft. Anybody on the team may; what the client was sent stays as it was. A question that
 * is not known yet is found out by whoever was named before, else by whoever entered it, until somebody is named.
 */
export function draft(project: Project, { answers, by, zone, newId }: Drafting, now: Date): Project | Refusal {
  const allowed = mayWhileLive(project, 'writeBrief', by);
  if (allowed !== true) return allowed;
  const refused = contradiction(answers) ?? misread(answers);
  if (refused) return refused;
  const asked = askedIn(answers);
  const notKnown = (answers.notKnown ?? []).filter((question) => asked.includes(question));
  const wantedOn = wantedIn(project, answers);
  if (wantedOn !== null && wantedOn !== project.wantedOn && wantedOn < dayIn(zone, now)) {
    return refuse('brief.dayPast', {}, { at: 'wantedOn' });
  }
  const before = project.brief?.lines ?? [];
  const brief = project.brief ?? { id: newId(), dateLine: newId(), inside: NOTHING_INSIDE, sent: null };
  const lines = BRIEF_QUESTIONS.flatMap((question) => {
    const old = before.filter((line) => line.question === question);
    if (!asked.includes(question)) return old;
    if (notKnown.includes(question)) {
      const id = question === 'wantedOn' ? brief.dateLine : (old[0]?.id ?? newId());
      return [unknownLine(question, old, by.person, id)];
    }
    return question === 'wantedOn' ? [] : withIds(question, textsIn(answers, question), old, newId);
  });
  return { ...project, wantedOn, brief: { ...brief, lines, changedAt: now.toISOString(), changedBy: by.person } };
}

/** The wanted date is the project's, and stands there alone. */
function wantedIn(project: Project, answers: BriefAnswers): string | null {
  if (answers.wantedOn === undefined) return project.wantedOn;
  return answers.notKnown?.includes('wantedOn') ? null : answers.wantedOn;
}

/** What was entered at a question, a text for each line. */
export function textsIn(answers: BriefAnswers, question: BriefQuestion): string[] {
  const text = answers[question] ?? null;
  if (text === null) return [];
  return isListed(question) ? itemsIn(text) : [text];
}

function contradiction(answers: BriefAnswers): Refusal | null {
  const both = saidTwice(answers);
  if (!both) return null;
  // Each step has a list of its own of what is not known.
  const isFirst = REQUIRED_QUESTIONS.some((question) => question === both);
  const question = { named: [`brief.question.${both}`] };
  return refuse('brief.answeredAndNotKnown', { question }, { at: isFirst ? 'notKnown' : 'notKnown2' });
}

/** More lines than a list may have, or an expected result that cannot be read. */
function misread(answers: BriefAnswers): Refusal | null {
  for (const question of LISTED_QUESTIONS) {
    const most = MOST_LINES[question];
    if (textsIn(answers, question).length <= most) continue;
    const isPlan = question === 'deliverables';
    return refuse(isPlan ? 'brief.tooManyDeliverables' : 'brief.tooManyLines', { most }, { at: question });
  }
  const unread = textsIn(answers, 'kpis').find((text) => readKpi(text) === null);
  return unread === undefined ? null : refuse('brief.kpiUnread', { line: shorten(unread, NAMED_LINE) }, { at: 'kpis' });
}

const MOST_LINES: Readonly<Record<ListedQuestion, number>> = {
  kpis: BOUNDS.kpis,
  mandatories: BOUNDS.mandatories,
  deliverables: BOUNDS.deliverables,
  dates: BOUNDS.dates,
};
/** How much of a line a refusal names: it stands under the question, with the whole line above it. */
const NAMED_LINE = 60;

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
      take((isListed(question) ? nearest(text, [...free], ([, was]) => was, SAME_LINE) : [...free][0])?.[0]) ??
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
  const before = new Map(previous.map((line) => [line.id, line]));
  const after = new Map(current.map((line) => [line.id, line]));
  const [placeBefore, placeAfter] = [placesIn(previous, after), placesIn(current, before)];
  const now = current.map((line): Difference => {
    const was = before.get(line.id);
    if (!was) return { is: 'added', line };
    if (!sameLine(was, line)) return { is: 'changed', line, was };
    return { is: placeBefore.get(line.id) === placeAfter.get(line.id) ? 'same' : 'moved', line };
  });
  const gone = previous.filter(({ id }) => !after.has(id));
  return [...now, ...gone.map((was): Difference => ({ is: 'removed', was }))];
}

/** The place of each line among those that the other version has as well. */
const placesIn = (lines: readonly Line[], others: ReadonlyMap<string, Line>): ReadonlyMap<string, number> =>
  new Map(lines.filter(({ id }) => others.has(id)).map(({ id }, place) => [id, place]));

const sameLine = (a: Line, b: Line): boolean =>
  a.state === 'answered' && b.state === 'answered' ? a.text === b.text : a.state === b.state;

/** The same lines in the same order: the client confirms numbers, too. */
export const sameLines = (a: readonly Line[], b: readonly Line[]): boolean =>
  differences(a, b).every(({ is }) => is === 'same');
