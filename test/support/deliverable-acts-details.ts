import { changeDetails, detailMarks, type Details, detailsOf } from '../../src/deliverable/rules-details.ts';
import { dropDeliverable, noteRights, reopenDeliverable, rightsMark } from '../../src/deliverable/rules-ends.ts';
import { reachMilestone } from '../../src/plan/rules-steps.ts';
import { ana, idMaker, NOW } from './arbitraries.ts';
import type { Who } from './arbitraries-approval.ts';
import { DELIVERABLE, posterOf } from './delivered.ts';
import { deed, type Step } from './deliverable-act.ts';
import { acting, dayIn, pointsOf, runs } from './deliverable-acts-team.ts';
import type { Plain } from './deliverable-plain.ts';

export type Change =
  { reviewers: readonly Who[] } | { rounds: number } | { parts: readonly string[] } | { criteria: readonly string[] };

/** What it is becomes something else: for the version that is made ready and those after it, never for what was sent. */
export const changing = (who: Who, change: Change): Step =>
  deed(
    `${who.name} changes details: ${JSON.stringify(change)}`,
    (plain) => {
      const isOther = isAnother(plain, change);
      if (!runs(who) || plain.dropped || !isOther) return false;
      if ('rounds' in change) plain.rounds = change.rounds;
      if ('parts' in change) plain.parts = change.parts;
      if ('criteria' in change) withCriteria(plain, change.criteria);
      if ('reviewers' in change)
        withReviewers(
          plain,
          change.reviewers.map(({ id }) => id),
        );
      return true;
    },
    (project, now, { minutes }) => {
      const found = posterOf(project);
      const newId = idMaker();
      const changed = { details: { ...detailsOf(found), ...detailsIn(change) }, opened: detailMarks(found) };
      const parts = { id: DELIVERABLE, newId: () => `${minutes}-${newId()}`, pointsOf };
      return changeDetails(project, acting(who, now), { ...changed, ...parts }, now);
    },
  );

function detailsIn(change: Change): Partial<Details> {
  if ('reviewers' in change)
    return { reviewers: change.reviewers.map(({ person, id, name }) => ({ person, id, name })) };
  if ('rounds' in change) return change;
  if ('parts' in change) return { items: change.parts };
  return { criteria: change.criteria.map((text) => ({ text, line: text.startsWith('Shows') ? 'line' : null })) };
}

function isAnother(plain: Plain, change: Change): boolean {
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
  if ('rounds' in change) return change.rounds !== plain.rounds;
  if ('parts' in change) return !same(change.parts, plain.parts);
  if ('criteria' in change) return !same(change.criteria, plain.criteria);
  return !same(change.reviewers.map(({ id }) => id).toSorted(), [...plain.reviewers].toSorted());
}

/** What it is checked for is another: whoever found it good looks again. */
function withCriteria(plain: Plain, criteria: readonly string[]): void {
  plain.criteria = criteria;
  if (plain.draft && plain.draft.check !== 'sentBack') Object.assign(plain.draft, { check: 'open', checker: null });
}

/** Whoever is asked no more and has said nothing is not waited for; what was said stays. */
function withReviewers(plain: Plain, reviewers: readonly string[]): void {
  plain.reviewers = reviewers;
  const { draft } = plain;
  if (!draft) return;
  for (const [id, is] of draft.reviews) if (is === 'asked' && !reviewers.includes(id)) draft.reviews.delete(id);
  for (const id of reviewers) if (!draft.reviews.has(id)) draft.reviews.set(id, 'asked');
}

/** Somebody drops it, by a form that may have been open since before it was taken up again. */
export const dropping = (who: Who, isOld: boolean): Step =>
  deed(
    `${who.name} drops it: ${isOld ? 'an old form' : 'now'}`,
    (plain) => {
      const counts = runs(who) && !plain.dropped && plain.sent?.state !== 'open' && !isOld;
      if (counts) plain.dropped = true;
      return counts;
    },
    (project, now) => {
      const reopenedAt = isOld ? NOW.toISOString() : (posterOf(project).reopenedAt ?? null);
      return dropDeliverable(project, acting(who, now), { id: DELIVERABLE, why: 'No need', reopenedAt }, now);
    },
  );

export const reopening = (who: Who): Step =>
  deed(
    `${who.name} takes it up again`,
    (plain) => {
      const counts = runs(who) && plain.dropped;
      if (counts) plain.dropped = false;
      return counts;
    },
    (project, now) => reopenDeliverable(project, acting(who, now), DELIVERABLE, now),
  );

/** Usage rights until so many days from now, without an end where it is null. */
export const notingRights = (who: Who, media: string, days: number | null): Step => {
  const untilOf = ({ minutes }: Plain) => (days === null ? null : dayIn(minutes, days));
  return deed(
    `${who.name} notes rights: ${media}, ${days}`,
    (plain) => {
      const { stands, rights } = plain;
      const next = `${media} ${untilOf(plain)}`;
      const counts =
        runs(who) && !plain.dropped && (stands !== null || rights !== null) && (days ?? 0) >= 0 && next !== rights;
      if (counts) plain.rights = next;
      return counts;
    },
    (project, now, plain) => {
      const given = { id: DELIVERABLE, opened: rightsMark(posterOf(project)), media, territory: 'China' };
      return noteRights(project, acting(who, now), { ...given, until: untilOf(plain) }, dayIn(plain.minutes, 0), now);
    },
  );
};

/** The media launch is reached: what runs in the media cannot be taken back. */
export const launching = (): Step =>
  deed(
    'the media launch is reached',
    (plain) => {
      const counts = !plain.launched;
      plain.launched = true;
      return counts;
    },
    (project, now) => reachMilestone(project, acting(ana, now), { id: 'm1' }, now),
  );
