import { type Person, samePerson } from '../kit/person.ts';
import type { Project } from './model.ts';
import { type Member, type Role, SIDE_OF } from './model-people.ts';
import { isAway } from './rules-away.ts';

/** Who runs the project: its account managers; without one its deputy, and without that its account directors. */
export function runningIt({ people }: Pick<Project, 'people'>): Person[] {
  const there = (role: Role) => people.filter((one) => one.role === role && !one.gone).map(({ person }) => person);
  const roles = ['accountManager', 'deputy', 'accountDirector'] as const;
  return roles.map(there).find((found) => found.length > 0) ?? [];
}

/**
 * Who hears something in somebody's place at an instant: whoever stands in while they are away, without one whoever runs the
 * project, and where all of them are away they themselves, when they are back.
 */
export function actingFor(project: Project, person: Person, at: Date): Person {
  const member = teamMember(project, person);
  // Whoever was named to stand in may have left since, or be on the client's side by now: nothing internal is for them.
  const isThere = (one: Person): boolean => {
    const known = project.people.find((other) => samePerson(other.person, one));
    return known === undefined || (known === teamMember(project, one) && !isAway(known, at));
  };
  const standIn = member?.standIn?.person;
  const candidates = [person, ...(standIn ? [standIn] : []), ...runningIt(project)];
  return candidates.find(isThere) ?? person;
}

const teamMember = ({ people }: Project, person: Person): Member | undefined =>
  people.find((one) => samePerson(one.person, person) && SIDE_OF[one.role] !== 'client' && !one.gone);
