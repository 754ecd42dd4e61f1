import type { Message } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { type Person, personKey, samePerson } from '../kit/person.ts';
import { type RowDraft, sayToPerson } from '../kit/rows.ts';
import type { Project } from './model.ts';
import { type Member, type Role, SIDE_OF } from './model-people.ts';
import type { ProjectDeps } from './service.ts';

const ofRoles = (project: Project, ...roles: Role[]): Member[] =>
  project.people.filter(({ role, gone }) => roles.includes(role) && !gone);

/**
 * Who is told what goes on with a project: whoever runs it, and where no account manager is there any more whoever oversees
 * it besides. Where there is nobody, the administrators are.
 */
export function leadersOf(project: Project, administrators: readonly Person[]): readonly Person[] {
  const isManaged = ofRoles(project, 'accountManager').length > 0;
  const roles = isManaged ? (['accountManager', 'deputy'] as const) : (['deputy', 'accountDirector'] as const);
  const leaders = ofRoles(project, ...roles).map(({ person }) => person);
  return leaders.length > 0 ? leaders : overseersOf(project, administrators);
}

/** The administrators who may be told what is internal of a project: nobody whom it has on another side, or as gone. */
export const overseersOf = ({ people }: Project, administrators: readonly Person[]): Person[] =>
  administrators.filter((person) => {
    const member = people.find((one) => samePerson(one.person, person));
    return !member || (SIDE_OF[member.role] === 'agency' && !member.gone);
  });

/**
 * The language of everybody who runs or oversees it, and of others who are to be told, by their key: what is told to them alone
 * is told in their own.
 */
export async function languagesOf(
  deps: ProjectDeps,
  project: Project | undefined,
  others: readonly Person[] = [],
): Promise<Map<string, Locale>> {
  if (!project) return new Map();
  const { workspace, channels } = project;
  const told = ofRoles(project, 'accountManager', 'deputy', 'accountDirector');
  const everybody = [...told.map(({ person }) => person), ...others];
  const known = await Promise.all(everybody.map(async (person) => deps.people.known(workspace, person)));
  return new Map(known.map((person) => [personKey(person), deps.people.language(person, channels.team.language)]));
}

type Note = (locale: Locale) => Message<'person'>;

/** The same to each account manager, in their own language. `key` is the row's, without the person. */
export const tellManagers = (
  project: Project,
  speaks: ReadonlyMap<string, Locale>,
  key: string,
  note: Note,
): RowDraft[] =>
  tellAll(
    project,
    ofRoles(project, 'accountManager').map(({ person }) => person),
    speaks,
    { key, note },
  );

/** The same to some people, each in their own language where it is known, else in the team channel's. */
export function tellAll(
  project: Project,
  people: readonly Person[],
  speaks: ReadonlyMap<string, Locale>,
  { key, note }: { key: string; note: Note },
): RowDraft[] {
  return people.map((person) => {
    const locale = speaks.get(personKey(person)) ?? project.channels.team.language;
    return sayToPerson(person, project._id, `${key}:${personKey(person)}`, note(locale));
  });
}
