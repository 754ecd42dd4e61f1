import type { Settings } from '../kit/settings.ts';
import type { Criterion, DeliverableKind } from './model.ts';
import { type CheckKey, IS_PUBLIC, isCheckKey, POINTS_OF } from './model-points.ts';
import type { Unticked } from './rules.ts';

/** What the points of a check depend on, besides the kind. */
export type PointFacts = {
  isRoutine: boolean;
  criteria: readonly Criterion[];
  /** Is it shown in mainland China? There the Advertising Law forbids absolute terms (Article 9). */
  isChina: boolean;
};

type Point = Unticked[number];

/**
 * What a version is to be checked for: the points of its kind, China's absolute terms, and each acceptance criterion. A routine item
 * has the one tick "Checked against the brief" (docs/product.md, Execution).
 * @param sets what an administrator chose for a kind, in the place of Liaison's own points
 */
export function pointsFor(
  kind: DeliverableKind,
  { isRoutine, criteria, isChina }: PointFacts,
  sets: Settings['checks'],
): Unticked {
  if (isRoutine) return [ownPoint('againstBrief')];
  const terms = isChina && IS_PUBLIC[kind] ? [ownPoint('absoluteTerms')] : [];
  const wanted = criteria.map(({ id, text }): Point => ({ id: `criterion.${id}`, key: null, text }));
  const all = [...setFor(kind, sets), ...terms, ...wanted];
  return all.filter(({ id }, index) => all.findIndex((other) => other.id === id) === index);
}

/** The points that are looked at for this kind in this agency. */
export function setFor(kind: DeliverableKind, sets: Settings['checks']): Unticked {
  const chosen = sets?.find((one) => one.kind === kind);
  if (!chosen) return POINTS_OF[kind].map(ownPoint);
  return chosen.points.flatMap(({ key, text }, index): Point[] => {
    if (key !== null && isCheckKey(key)) return [ownPoint(key)];
    return text === null ? [] : [{ id: `agency.${index + 1}`, key: null, text }];
  });
}

const ownPoint = (key: CheckKey): Point => ({ id: key, key, text: null });

/**
 * Is what a client approves shown in mainland China? So the client's working calendar says, or the agency's where the client has none.
 * @param client Liaison's id of the client
 */
export function isShownInChina({ clientCalendars, calendar }: Settings, client: string): boolean {
  const theirs = clientCalendars?.find((one) => one.client.id === client)?.terms ?? calendar;
  // ISO 3166 has Hong Kong and Macao as regions of their own, too: their law is another one.
  return /^CN(-|$)/.test(theirs?.region ?? '') && !/^CN-(HK|MO|TW)$/.test(theirs?.region ?? '');
}
