import { type Person, samePerson } from '../kit/person.ts';
import type { WorkCalendar } from '../kit/work-days.ts';
import type { Project } from './model.ts';
import { SIDE_OF } from './model-people.ts';
import { clockOf } from './rules-clock.ts';
import type { ProjectDeps } from './service.ts';

type Deps = Pick<ProjectDeps, 'calendars' | 'people' | 'settings'>;

/** The working time of both sides of a project, by its own clock and by the client's. */
export type Calendars = { team: WorkCalendar; client: WorkCalendar };

export async function calendarsOf(deps: Deps, project: Project): Promise<Calendars> {
  const zone = await teamZone(deps, project);
  const contacts = project.people.filter(({ role, gone }) => SIDE_OF[role] === 'client' && !gone);
  const first = contacts.find(({ role }) => role === 'clientContact') ?? contacts[0];
  const theirs = first ? ((await deps.people.known(project.workspace, first.person)).zone ?? zone) : zone;
  return {
    team: await deps.calendars.team(zone),
    client: await deps.calendars.client(project.client.id, theirs),
  };
}

/** The zone by whose clock a project speaks up: its own, else the settings', else that of whoever runs it. */
export async function teamZone({ people, settings }: Deps, project: Project): Promise<string> {
  const { zone, manager } = clockOf(project, settings.now());
  if (zone) return zone;
  return (manager && (await people.known(project.workspace, manager)).zone) ?? 'utc';
}

/** The working time of one person: the days of their side, by the clock of their own zone. */
export async function calendarOfPerson(
  deps: Deps,
  project: Project,
  { team, client }: Calendars,
  person: Person,
): Promise<WorkCalendar> {
  const member = project.people.find((one) => samePerson(one.person, person));
  const theirs = member && SIDE_OF[member.role] === 'client' ? client : team;
  const { zone } = await deps.people.known(project.workspace, person);
  return { ...theirs, zone: zone ?? theirs.zone };
}
