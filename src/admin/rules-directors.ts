import type { Happened } from '../kit/change.ts';
import { markOf } from '../kit/merge.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { ClientDirectors, Director, Settings } from '../kit/settings.ts';
import type { Project } from '../project/model.ts';
import { withDirectors } from '../project/rules-directors.ts';
import { removePerson } from '../people/rules-roster.ts';

export type Overseen = { project: Project; happened: Happened[] };

/**
 * Puts a client's account directors on the roster of one of its projects, and takes off whoever is one no more. Whoever is on the
 * other side, or runs the project, stays what they are. Done again, it changes nothing. Null where nothing follows.
 */
export function overseenBy(project: Project, { people, leaving, by }: ClientDirectors, now: Date): Overseen | null {
  const named = withDirectors(project, people, now);
  const next = leaving.reduce((so, one) => withoutDirector(so, one, now), named);
  if (next === project) return null;
  const idsIn = (one: Project) => one.people.filter(({ role }) => role === 'accountDirector').map(({ id }) => id);
  const [was, is] = [idsIn(project), idsIn(next)];
  const given = is.filter((id) => !was.includes(id));
  const fresh = given.filter((id) => !project.people.some((member) => member.id === id));
  const gone = was.filter((id) => !is.includes(id));
  return {
    project: next,
    happened: [
      ...entry('project.personAdded', by, { people: fresh }),
      ...entry('project.roleGiven', by, { people: given, role: 'accountDirector' }),
      ...entry('project.personRemoved', by, { people: gone }),
    ],
  };
}

const entry = (kind: string, actor: string, content: { people: string[]; role?: string }): Happened[] =>
  content.people.length === 0 ? [] : [{ kind, actor, content }];

/** Somebody of whom an answer is awaited stays: whoever runs the project takes them off once that is over. */
function withoutDirector(project: Project, { id, person }: Director, now: Date): Project {
  const member = project.people.find((one) => one.id === id);
  if (member?.role !== 'accountDirector') return project;
  const who = { person, isAdministrator: true };
  const without = removePerson(project, id, who, { staying: { outsider: false }, now });
  return isRefusal(without) ? project : without;
}

/** The settings once a client's directors stand on all of its rosters; as they were where others were named meanwhile. */
export const applied = (settings: Settings, done: ClientDirectors): Settings => ({
  ...settings,
  directors: settings.directors.flatMap((one) => {
    if (markOf(one) !== markOf(done)) return [one];
    return one.people.length === 0 ? [] : [{ ...one, leaving: [], pending: false }];
  }),
});
