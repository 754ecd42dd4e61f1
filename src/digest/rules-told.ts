import type { Nudge } from '../kit/nudge.ts';
import { personKey } from '../kit/person.ts';
import { groupsOf, isUnder } from './rules-queue.ts';

type Row = { key: string; person: string; project: string };

/** Something that waits, with what it is now. */
export type StillDue = { key: string; nudge: Nudge };

/**
 * Of what waits for somebody in one project: what is still due, and the keys of what is over because somebody acted, put it off, or
 * because it is another's by now. What a later step has taken the place of is neither: it waits to be noted as missed.
 * @param nudges all of the project, as they are worked out now
 */
export function stillDue(
  rows: readonly Row[],
  nudges: readonly Nudge[],
  now: Date,
): { due: StillDue[]; over: string[] } {
  const due = nudges.filter(({ at, way }) => way === 'message' && at <= now);
  const latest = new Set(groupsOf(due).flatMap((group) => group.at(-1) ?? []));
  const still: { due: StillDue[]; over: string[] } = { due: [], over: [] };
  for (const row of rows) {
    const nudge = due.find((one) => isOf(row, one));
    if (!nudge) still.over.push(row.key);
    else if (latest.has(nudge)) still.due.push({ key: row.key, nudge });
  }
  return still;
}

const isOf = ({ key, person, project }: Row, nudge: Nudge): boolean =>
  isUnder(key, project, nudge) && person === personKey(nudge.to);
