import { type Act, MAY, type Standing } from '../project/rules-may.ts';

/** Whoever is named by another of them already: the team is one, and so are the client's people. */
const WITHIN: Partial<Record<Standing, readonly Standing[]>> = {
  teamMember: ['accountManager', 'deputy', 'accountDirector'],
  clientMember: ['clientContact', 'approver'],
};

/** What somebody may do, a line each: acts that the same people may do stand together. */
export type MayLine = { who: readonly Standing[]; acts: readonly Act[] };

/** Who may do what, from the table itself; those first who may do most. */
export function mayLines(): MayLine[] {
  const lines = new Map<string, { who: readonly Standing[]; acts: Act[] }>();
  for (const act of Object.keys(MAY) as Act[]) {
    const who: readonly Standing[] = MAY[act];
    const key = who.toSorted().join();
    const line = lines.get(key) ?? { who: folded(who), acts: [] };
    line.acts.push(act);
    lines.set(key, line);
  }
  return [...lines.values()];
}

function folded(who: readonly Standing[]): Standing[] {
  const within = who.flatMap((one) => WITHIN[one] ?? []);
  return who.filter((one) => !within.includes(one));
}
