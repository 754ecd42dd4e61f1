import fc from 'fast-check';
import { isRefusal } from '../../src/kit/refusal.ts';
import type { Project } from '../../src/project/model.ts';
import { type Handover, ROLES, type Role } from '../../src/project/model-people.ts';
import { withMember } from '../../src/project/rules.ts';
import { handOver, mayHandOver } from '../../src/people/rules-handover.ts';
import { addPerson, changePerson, removePerson, replacePerson } from '../../src/people/rules-roster.ts';
import type { Found } from '../../src/people/rules-sides.ts';
import { withSupplier } from '../../src/people/rules-suppliers.ts';
import { ana, ben, cleo, dora, drafted, frozen, must, newProject, NOW, someone } from './arbitraries.ts';

/** Everybody who may come and go: what Slack tells of them never changes. */
export const CAST: readonly Found[] = [
  { ...ana, kind: 'member' },
  { ...ben, kind: 'member' },
  { ...someone('Gus', 'TAGENCY'), kind: 'member' },
  { ...someone('Hana', 'TAGENCY'), kind: 'member' },
  { ...someone('Kim', 'TAGENCY'), kind: 'guest' },
  { ...cleo, kind: 'guest' },
  { ...dora, kind: 'external' },
];
export function found(name: string): Found {
  const one = CAST.find((somebody) => somebody.name === name);
  if (!one) throw new Error(`nobody is called ${name}`);
  return one;
}

/** Ana manages the account, Ben is on the team, Cleo approves for the client; Ben finds out what is not known, and minds a printer. */
export function project(): Project {
  const begun = must(withMember(newProject(), cleo, 'approver', NOW));
  const written = drafted(begun, { objective: null, audience: null, notKnown: ['objective', 'audience'] });
  const minded = withSupplier(written, { id: 's1', name: 'Riverside', supplies: null, minder: found('Ben') }, BY);
  return frozen(must(minded));
}

/** Ana, at the time of the tests. */
export const BY = { person: ana.person, kind: 'member', at: NOW } as const;
export const STAYING = { staying: { outsider: false }, now: NOW };

export const handover = (from: string, to: Found, on = '2026-11-23'): Handover => ({
  id: 'h1',
  from,
  to: { person: to.person, id: to.id, name: to.name },
  on,
  zone: 'UTC',
  note: null,
  clientLine: null,
  by: ana.id,
  at: NOW.toISOString(),
});

/** What somebody with every right may do to a roster, one after the other. */
export type Step = {
  does: 'add' | 'change' | 'replace' | 'remove' | 'handOver' | 'mind';
  who: number;
  other: number;
  role: Role;
};

export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    does: fc.constantFrom('add', 'change', 'replace', 'remove', 'handOver', 'mind'),
    who: fc.integer({ min: 0, max: CAST.length - 1 }),
    other: fc.integer({ min: 0, max: CAST.length - 1 }),
    role: fc.constantFrom(...ROLES),
  }),
  { maxLength: 25 },
);

const manager = ({ people }: Project) => people.find(({ role }) => role === 'accountManager');

/** The project after a step, done by its account manager; as it was where that is refused. */
export function after(before: Project, { does, who, other, role }: Step): Project {
  const [one = found('Ana'), two = found('Ana')] = [CAST[who], CAST[other]];
  const by = { person: manager(before)?.person ?? ana.person, kind: 'member', at: NOW } as const;
  const next = {
    add: () => addPerson(before, { found: one, role, craft: null }, by, NOW),
    change: () => changePerson(before, { id: one.id, role, craft: 'producer', standIn: two, away: null }, by),
    replace: () => replacePerson(before, one.id, two, by, STAYING),
    remove: () => removePerson(before, one.id, by, STAYING),
    handOver: () => {
      const from = manager(before);
      if (!from || mayHandOver(before, from, one, by) !== true) return before;
      return handOver(before, handover(from.id, one), NOW) ?? before;
    },
    mind: () => withSupplier(before, { id: `s${other}`, name: 'Printer', supplies: null, minder: one }, by),
  }[does]();
  return isRefusal(next) ? before : frozen(next);
}
