import { BOUNDS } from '../kit/bounds.ts';
import type { Question } from '../kit/form.ts';
import type { NewId } from '../kit/ids.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import type { Acting, Actor } from '../project/rules.ts';
import { mayWhileLive } from '../project/rules-life.ts';
import { type Brief, BRIEF_STEPS, type BriefRefusals, isInternal, isListed, NOTHING_INSIDE } from './model.ts';
import type { GatheredQuestion, GatherRefusals, Source, SourcePart } from './model-gather.ts';
import { draft, linesOf } from './rules-draft.ts';
import { insideAt, keepInside } from './rules-inside.ts';
import type { Part } from './rules-split.ts';

const refuse = refuser<BriefRefusals & GatherRefusals>();

/** More sources than this are not listed any more by anybody. */
const MOST_SOURCES = 60;
/** As much of a source's name as anybody is shown. */
const SOURCE_NAME = 80;

/** Who gathers, and by which clock. */
export type Gathering = { by: Acting; zone: string; newId: NewId };

/** A text for a question. `at`: where in a form it was entered. */
export type Gathered = { question: GatheredQuestion; text: string; at: string };

/** The sources of a brief, the newest last. */
export const sourcesOf = ({ brief }: Project): readonly Source[] => brief?.sources ?? [];

/** The sources of which something is left to be checked, the oldest first. */
export const uncheckedIn = (project: Project): Source[] =>
  sourcesOf(project).filter(({ toCheck }) => toCheck.length > 0);

/**
 * The parts of a document for the questions that a brief has: what was guessed, as far as texts can answer it. A heading that
 * has nothing under it may be all that the client wrote, as an item of a list in a template, so it is a part as well.
 */
export const partsFor = (parts: readonly Part[]): SourcePart[] =>
  parts.flatMap(({ heading, text, question }): SourcePart[] => {
    if (text !== '') return [{ heading, text, question: gatheredAs(question) }];
    return heading === null ? [] : [{ heading: null, text: heading, question: null }];
  });

function gatheredAs(question: Part['question']): GatheredQuestion | null {
  if (question === 'wantedOn') return 'dates';
  return question === 'reason' ? 'ownReason' : question;
}

/** What goes into the brief of a part: a heading that names no question of ours is something that the client said. */
export function textOfPart({ heading, text, question }: SourcePart): string {
  if (heading === null || question !== null) return text;
  return text.includes('\n') ? `${heading}\n${text}` : `${heading}: ${text}`;
}

/**
 * Adds texts to what already answers their questions: a line each where the question has lines, else in a paragraph below. All
 * of them are added, or none.
 */
export function addTexts(
  project: Project,
  texts: readonly Gathered[],
  { by, zone, newId }: Gathering,
  now: Date,
): Project | Refusal {
  const allowed = mayWhileLive(project, 'writeBrief', by);
  if (isRefusal(allowed)) return allowed;
  let next = project;
  for (const { question, text, at } of texts) {
    const joined = joinedAt(question, [...standing(next, question), text]);
    const most = MOST[question];
    if (joined.length > most)
      return refuse('brief.answerFull', { question: { named: [`brief.question.${question}`] }, most }, { at });
    const added = isInternal(question)
      ? keepInside(next, { answers: { [question]: joined }, by, newId }, now)
      : draft(next, { answers: { [question]: joined, notKnown: null }, by, zone, newId }, now);
    if (isRefusal(added)) return { ...added, at };
    next = added;
  }
  return next;
}

function standing(project: Project, question: GatheredQuestion): string[] {
  if (isInternal(question)) return insideAt(project, question);
  return linesOf(project).flatMap((line) =>
    line.question === question && line.state === 'answered' ? [line.text] : [],
  );
}

/** The budget's input has a single line; items of a list lose the marks that their document put before them. */
function joinedAt(question: GatheredQuestion, texts: readonly string[]): string {
  const isList = !isInternal(question) && isListed(question);
  if (question !== 'budget' && !isList) return texts.join('\n');
  const lines = texts.flatMap((text) => text.split('\n')).map((line) => line.replace(ITEM_MARK, '').trim());
  return lines.filter(Boolean).join(isList ? '\n' : ' · ');
}

const ITEM_MARK = /^\s*[-–•·●*]\s+/u;

/** What each question's own input takes. */
const MOST: Readonly<Record<GatheredQuestion, number>> = mostOfEach();

function mostOfEach(): Record<GatheredQuestion, number> {
  const questions: readonly Question[] = BRIEF_STEPS.flatMap(({ form }): readonly Question[] => form);
  const most = (id: GatheredQuestion): number => {
    const found = questions.find((question) => question.id === id);
    return found?.kind === 'text' ? found.max : BOUNDS.longAnswer;
  };
  return {
    objective: most('objective'),
    audience: most('audience'),
    keyMessage: most('keyMessage'),
    kpis: most('kpis'),
    mandatories: most('mandatories'),
    budget: most('budget'),
    deliverables: most('deliverables'),
    dates: most('dates'),
    ownReason: most('ownReason'),
    whys: most('whys'),
  };
}

/** Keeps where answers come from. One that is there already stays as it is: a form may be submitted twice. */
export function withSource(project: Project, source: Source, { by, newId }: Gathering, now: Date): Project | Refusal {
  const allowed = mayWhileLive(project, 'writeBrief', by);
  if (isRefusal(allowed)) return allowed;
  const sources = sourcesOf(project);
  if (sources.some(({ id }) => id === source.id)) return project;
  if (sources.length >= MOST_SOURCES) return refuse('brief.tooManySources', { most: MOST_SOURCES });
  const begun = begunBrief(project, by, newId, now);
  const brief = { ...begun, changedAt: now.toISOString(), changedBy: by.person };
  // A file's name may be as long as its sender likes.
  const name = source.name && shorten(source.name, SOURCE_NAME);
  return { ...project, brief: { ...brief, sources: [...sources, { ...source, name }] } };
}

/** The brief as it is; an empty one where nobody has written any yet. */
export const begunBrief = ({ brief }: Project, { person }: Actor, newId: NewId, now: Date): Brief =>
  brief ?? {
    id: newId(),
    dateLine: newId(),
    lines: [],
    inside: NOTHING_INSIDE,
    sent: null,
    changedAt: now.toISOString(),
    changedBy: person,
  };

/** What was said of a part of a source: which question it answers, or that it is left out. */
export type Checked = { place: number; text: string; question: GatheredQuestion | null };

/** Which of these places were checked before, by somebody else or by the same form. */
export function checkedBefore(project: Project, source: string, places: readonly number[]): number[] {
  const { toCheck = [] } = sourcesOf(project).find(({ id }) => id === source) ?? {};
  return places.filter((place) => !toCheck.includes(place));
}

/**
 * Somebody has checked some parts of a source: those with a question are added, the others are left out. What was checked
 * before, by them or by somebody else, is not added again.
 */
export function checkParts(
  project: Project,
  { source: id, checked }: { source: string; checked: readonly Checked[] },
  gathering: Gathering,
  now: Date,
): Project | Refusal {
  const allowed = mayWhileLive(project, 'writeBrief', gathering.by);
  if (isRefusal(allowed)) return allowed;
  const source = sourcesOf(project).find((one) => one.id === id);
  if (!source) return refuse('brief.sourceGone', {});
  const before = checkedBefore(
    project,
    id,
    checked.map(({ place }) => place),
  );
  const fresh = checked.filter(({ place }) => !before.includes(place));
  const texts = fresh.flatMap(({ place, text, question }) =>
    question === null ? [] : [{ question, text, at: `part${place}` }],
  );
  const next = addTexts(project, texts, gathering, now);
  if (isRefusal(next)) return next;
  const done = new Set(fresh.map(({ place }) => place));
  const fed = [...new Set([...source.fed, ...texts.map(({ question }) => question)])];
  const after = { ...source, fed, toCheck: source.toCheck.filter((place) => !done.has(place)) };
  const sources = sourcesOf(next).map((one) => (one.id === id ? after : one));
  return next.brief ? { ...next, brief: { ...next.brief, sources } } : next;
}
