import type { Line } from '../brief/model.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { NewId } from '../kit/ids.ts';
import { clashesIn, markOf, type Marks as MarksOf, marksAgain, marksAt, type Meeting } from '../kit/merge.ts';
import { samePerson } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { shorten } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import type { Acting } from '../project/rules.ts';
import type { Criterion, Deliverable, Draft, Item } from './model.ts';
import { DETAIL_QUESTIONS, type DetailQuestion, type DetailRefusals } from './model-details.ts';
import type { DeliverableRefusals } from './model-refusals.ts';
import { changedBy, living, mayManage, type Unticked, withDeliverable } from './rules.ts';

const refuse = refuser<DetailRefusals & DeliverableRefusals>();

/** What a deliverable is, as a form gives it; lines and parts by their words, ids are kept where the words are the same. */
export type Details = Pick<
  Deliverable,
  'name' | 'kind' | 'isRoutine' | 'reviewers' | 'rounds' | 'requires' | 'estimate'
> & { criteria: readonly Pick<Criterion, 'text' | 'line'>[]; items: readonly string[] };

export type DetailMarks = MarksOf<DetailQuestion>;

/** Something to fulfil that is offered to be chosen; `line`: of the brief. */
export type OfferedLine = { id: string; text: string; line: string };

/**
 * What is offered as to be fulfilled: each line of the confirmed brief that says what is to be delivered or what is mandatory, and what was
 * chosen from an earlier brief as it stood there.
 */
export function offeredLines(
  project: Pick<Project, 'brief'>,
  { criteria }: Pick<Deliverable, 'criteria'>,
): OfferedLine[] {
  const lines = confirmedLines(project).map(({ id, text }) => ({
    id,
    text: shorten(text, BOUNDS.criterion),
    line: id,
  }));
  const earlier = criteria.flatMap(({ id, text, line }) =>
    line === null || lines.some((one) => one.line === line && one.text === text)
      ? []
      : [{ id: `kept.${id}`, text, line }],
  );
  return [...lines, ...earlier];
}

function confirmedLines({ brief }: Pick<Project, 'brief'>): Extract<Line, { state: 'answered' }>[] {
  const { stands, current, previous } = brief?.sent ?? {};
  const confirmed = [current, previous].find((version) => version && version.number === stands?.version);
  return (confirmed?.lines ?? [])
    .flatMap((line) => (line.state === 'answered' ? [line] : []))
    .filter(({ question }) => question === 'deliverables' || question === 'mandatories');
}

/** As it stands, for a form and to be compared. */
export const detailsOf = ({ criteria, items, ...one }: Deliverable): Details => ({
  name: one.name,
  kind: one.kind,
  isRoutine: one.isRoutine,
  reviewers: one.reviewers,
  rounds: one.rounds,
  requires: one.requires,
  estimate: one.estimate,
  criteria: criteria.map(({ text, line }) => ({ text, line })),
  items: items.map(({ name }) => name),
});

/** What is compared: people by who they are, criteria and parts by their words, criteria in any order. */
function comparable(details: Details, question: DetailQuestion): unknown {
  if (question === 'reviewers') return details.reviewers.map(({ id }) => id).toSorted();
  if (question === 'criteria') return details.criteria.map(({ text }) => text).toSorted();
  return details[question];
}

export const detailMarks = (deliverable: Deliverable): DetailMarks =>
  marksAt(DETAIL_QUESTIONS, (question) => comparable(detailsOf(deliverable), question));

type Entered = { details: Details; opened: DetailMarks };

const meetingOf = (now: Deliverable, { details, opened }: Entered): Meeting<DetailQuestion, unknown> => ({
  questions: DETAIL_QUESTIONS,
  opened,
  entered: (question) => comparable(details, question),
  now: (question) => comparable(detailsOf(now), question),
});

/** What somebody else changed meanwhile, and was entered differently. */
const detailClashes = (now: Deliverable, entered: Entered): DetailQuestion[] => clashesIn(meetingOf(now, entered));

/** The marks of the form that is shown again after a clash. */
export const marksAfterClash = (now: Deliverable, entered: Entered): DetailMarks => marksAgain(meetingOf(now, entered));

/** What was entered, and at what was left as it was found what stands there now. */
export function mergedDetails(now: Deliverable, entered: Entered): Details {
  const theirs = detailsOf(now);
  const pick = <Q extends DetailQuestion>(question: Q): Details[Q] =>
    markOf(comparable(entered.details, question)) === entered.opened[question]
      ? theirs[question]
      : entered.details[question];
  return {
    name: pick('name'),
    kind: pick('kind'),
    isRoutine: pick('isRoutine'),
    reviewers: pick('reviewers'),
    rounds: pick('rounds'),
    requires: pick('requires'),
    estimate: pick('estimate'),
    criteria: pick('criteria'),
    items: pick('items'),
  };
}

/**
 * Changes what a deliverable is, together with what others changed of it meanwhile. What was sent stays as it was sent: it holds for the
 * version that is being made ready, and for those after it. Where that one has been checked and is to be checked for something else
 * now, it is to be checked again.
 * @param change `pointsOf`: what it is to be checked for
 * @returns the project as it was where nothing is another
 */
export function changeDetails(
  project: Project,
  by: Acting,
  change: Entered & { id: string; newId: NewId; pointsOf: (next: Deliverable) => Unticked },
  now: Date,
): Project | Refusal {
  const allowed = mayManage(project, by);
  if (allowed !== true) return allowed;
  const found = living(project, change.id);
  if (isRefusal(found)) return found;
  const clash = detailClashes(found, change)[0];
  if (clash) return refuse('deliverable.detailsClash', {}, { at: clash });
  const details = mergedDetails(found, change);
  const fits = fitting(found, details);
  if (fits !== true) return fits;
  const same = DETAIL_QUESTIONS.every(
    (question) => markOf(comparable(details, question)) === markOf(comparable(detailsOf(found), question)),
  );
  if (same) return project;
  const next: Deliverable = {
    ...found,
    ...details,
    name: details.name.trim(),
    reviewers: [...details.reviewers],
    criteria: criteriaOf(found, details, change.newId),
    items: itemsOf(found, details, change.newId),
  };
  const draft = next.draft && draftAfter(next.draft, next, change.pointsOf(next));
  return withDeliverable(project, changedBy({ ...next, draft }, by, now));
}

/** Is it few enough, short enough, and of a kind that it can still be? */
function fitting({ sent, kind: was }: Deliverable, { name, kind, criteria, items }: Details): true | Refusal {
  if (!name.trim()) return refuse('deliverable.nameEmpty', {}, { at: 'name' });
  const isOther = (kind === 'costEstimate') !== (was === 'costEstimate');
  // The client was asked about the one, and answers as one answers about the one.
  if (sent && isOther) return refuse('deliverable.kindAsked', {}, { at: 'kind' });
  if (criteria.length > BOUNDS.criteria) {
    return refuse('deliverable.tooManyCriteria', { most: BOUNDS.criteria }, { at: 'criteria' });
  }
  if (criteria.some(({ text }) => text.length > BOUNDS.criterion)) {
    return refuse('deliverable.criterionTooLong', { most: BOUNDS.criterion }, { at: 'criteria' });
  }
  if (items.length === 1) return refuse('deliverable.onePart', {}, { at: 'items' });
  if (items.length > BOUNDS.items) return refuse('deliverable.tooManyParts', { most: BOUNDS.items }, { at: 'items' });
  if (items.some((item) => item.length > BOUNDS.itemName)) {
    return refuse('deliverable.partTooLong', { most: BOUNDS.itemName }, { at: 'items' });
  }
  return true;
}

function criteriaOf({ criteria: before }: Deliverable, { criteria }: Details, newId: NewId): Criterion[] {
  return criteria.map(({ text, line }) => {
    // One that is kept in its own words, beside the line as it reads now, stays itself.
    const isKept = (one: Criterion) => criteria.some((other) => other.text === one.text);
    const known =
      before.find((one) => one.text === text) ??
      before.find((one) => line !== null && one.line === line && !isKept(one));
    return { id: known?.id ?? newId(), text, line: line ?? (known?.text === text ? known.line : null) };
  });
}

function itemsOf({ items: before }: Deliverable, { items }: Details, newId: NewId): Item[] {
  return items.map((name) => before.find((one) => one.name === name) ?? { id: newId(), name, content: null });
}

/** The version that is being made ready: its check and its internal review follow what it is now. What was found stays. */
function draftAfter(draft: Draft, { reviewers }: Deliverable, points: Unticked): Draft {
  const stays = draft.reviews.filter((one) => one.is !== 'asked' || reviewers.some(({ id }) => id === one.id));
  const isThere = ({ id, person }: Deliverable['reviewers'][number]) =>
    stays.some((one) => one.id === id || (one.person !== null && person !== null && samePerson(one.person, person)));
  const asked = reviewers
    .filter((one) => !isThere(one))
    .map(({ person, id, name }) => ({ person, id, name, is: 'asked' as const, reason: null, at: null }));
  return { ...draft, check: checkAfter(draft.check, points), reviews: [...stays, ...asked] };
}

function checkAfter(check: Draft['check'], points: Unticked): Draft['check'] {
  const unticked = points.map((point) => ({ ...point, isTicked: false }));
  const isSame = markOf(points.map(asCompared)) === markOf(check.points.map(asCompared));
  if (isSame || check.state === 'sentBack') return check;
  return { state: 'open', points: unticked, by: null, at: null, reason: null };
}

const asCompared = ({ id, key, text }: Unticked[number]) => [id, key, text];

/** Was a check that had been passed opened again? */
export const isCheckedAnew = (before: Deliverable, after: Deliverable): boolean =>
  before.draft?.check.state === 'passed' && after.draft?.check.state === 'open';
