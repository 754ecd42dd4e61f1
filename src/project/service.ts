import type { Asked } from '../io/answers.ts';
import type { Deps } from '../io/deps.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { card, doing, type RowDraft, type Subject, teamOf } from '../kit/rows.ts';
import type { Project, ProjectRefusals } from './model.ts';
import type { Acting } from './rules.ts';
import { mayDo, type Who } from './rules-may.ts';
import { topicOf } from './views.ts';

export type ProjectDeps = Deps<Project>;

const refuse = refuser<ProjectRefusals>();

/** Who acts, as rules and record know them. */
export const actorOf = ({ person, id, name }: Asked) => ({ person, id, name });

/** Who asks, as far as rights go. */
export const whoOf = ({ person, isAdministrator, kind, now }: Asked): Who => ({
  person,
  isAdministrator,
  kind,
  at: now,
});

/** Both: for rules that ask whether somebody may before they do it in their name. */
export const actingOf = (asked: Asked): Acting => ({ ...whoOf(asked), ...actorOf(asked) });

export const projectSubject = (project: string): Subject => ({ kind: 'project', project, about: null });
/** The project's card, to be drawn again. */
export const projectCardRow = (project: string): RowDraft => card(teamOf(project), projectSubject(project));

/**
 * The projects of the channel where somebody typed a command, the jobs inside of one after it, and what has ended last. Commands
 * are for those who may see what is internal.
 */
export async function projectsOf(deps: ProjectDeps, asked: Asked): Promise<Project[] | Refusal> {
  const { workspace, channel, kind } = asked;
  if (kind === 'external' || kind === 'bot') return refuse('project.commandsAreInside', {});
  if (kind === 'unknown') return refuse('project.whoAreYou', {});
  const found = channel ? await deps.store.inChannel(workspace, channel, BOUNDS.projectsInChannel) : [];
  const inside = found.filter((project) => mayLookInside(asked, project));
  const isClients = kind === 'guest' || found.length > inside.length;
  if (inside.length === 0) return isClients ? refuse('project.commandsAreInside', {}) : refuse('project.noneHere', {});
  return inside;
}

/** The projects on whose team somebody is; none for the client's people, whom commands do not answer. */
export async function projectsOfPerson(deps: ProjectDeps, asked: Asked): Promise<Project[]> {
  const found = await deps.store.ofPerson(asked.workspace, asked.person, BOUNDS.projectsNamed);
  return found.filter((project) => mayLookInside(asked, project));
}

/** May this person see what is internal? */
const mayLookInside = (asked: Asked, project: Project): boolean => mayDo(project, 'see', whoOf(asked)) === true;

/** May this person start projects? Members of the agency's workspace may, guests and other companies' people may not. */
export function mayStart({ kind }: Asked): true | Refusal {
  if (kind === 'unknown') return refuse('project.whoAreYou', {});
  return kind === 'member' || refuse('project.commandsAreInside', {});
}

/**
 * The topic of the team channel names the stage, or that the project is on hold or over. Each change sets it once. A job inside a
 * project leaves it as it is: the channel is that one's.
 */
export function topicRows(project: Project): RowDraft[] {
  if (project.parent) return [];
  const topic = topicOf(project, project.channels.team.language);
  return [doing(teamOf(project._id), `topic:${project._id}:${project.revision}`, { do: 'topic', topic })];
}

/** Reads one project for showing what is internal of it. */
export async function projectInside(deps: ProjectDeps, asked: Asked, id: string): Promise<Project | Refusal> {
  const project = await projectFor(deps, asked, id);
  if (isRefusal(project) || mayLookInside(asked, project)) return project;
  return refuse('project.commandsAreInside', {});
}

/** Reads one project for showing it to somebody who typed or pressed something about it. */
export async function projectFor(
  deps: Pick<ProjectDeps, 'store'>,
  asked: Asked,
  id: string,
): Promise<Project | Refusal> {
  const project = await deps.store.project(asked.workspace, id);
  return project ?? refuse('project.noneHere', {});
}
