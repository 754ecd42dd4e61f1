import { hashOf } from '../kit/chain.ts';
import { type Person, samePerson } from '../kit/person.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Draft } from './model.ts';
import type { DeliverableRefusals } from './model-refusals.ts';

const refuse = refuser<DeliverableRefusals>();

/** Why somebody is not asked what they say of a version inside; null where they are, and have not said it yet. */
export function whyNotReviewed({ reviews }: Draft, who: Person): Refusal | null {
  const mine = reviews.find(({ person }) => person !== null && samePerson(person, who));
  if (!mine) return refuse('deliverable.notReviewer', { who: reviews.slice(0, 5) });
  return mine.is === 'asked' ? null : refuse('deliverable.alreadyReviewed', {});
}

/** Tells whether a version, and what it is checked for, is still the one that was shown: until it is sent, another takes its place. */
export const draftMark = ({ at, by, check }: Draft): string =>
  hashOf({ at, by: by.id, points: check.points.map(({ id, key, text }) => ({ id, key, text })) }).slice(0, 12);
