import type { Nudge, NudgeContext } from '../kit/nudge.ts';
import { type Person, samePerson } from '../kit/person.ts';
import { nextWorkTime, type WorkCalendar } from '../kit/work-days.ts';
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
function actingFor(project: Project, person: Person, at: Date): Person {
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

/**
 * Who hears something that is for somebody, and when: in the working time of whoever hears it, and not while they want to be left
 * alone about it.
 * @param when by a calendar: that of whoever it is for tells who is there then
 * @returns `planned`: when it would be, whatever they asked for; `at`: when it is
 */
export function heard(
  project: Project,
  person: Person,
  when: (calendar: WorkCalendar) => Date,
  { about, context }: { about: Nudge['about']; context: NudgeContext },
): { to: Person; planned: Date; at: Date } {
  const to = actingFor(project, person, when(context.of(person)));
  const calendar = context.of(to);
  const planned = nextWorkTime(calendar, when(calendar));
  const snoozed = context.snoozedUntil(to, about);
  return { to, planned, at: snoozed && snoozed > planned ? nextWorkTime(calendar, snoozed) : planned };
}

/** Each once: somebody may stand in for two who would hear the same. */
export const onePerKey = (nudges: readonly Nudge[]): Nudge[] => [
  ...new Map(nudges.map((nudge) => [nudge.key, nudge])).values(),
];

/** Somebody of the agency or its partner who is there, as the roster has them. */
export const teamMember = ({ people }: Project, person: Person): Member | undefined =>
  people.find((one) => samePerson(one.person, person) && SIDE_OF[one.role] !== 'client' && !one.gone);
