import type { Asked, Replied } from '../io/answers.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { Project } from './model.ts';
import { isEnded } from './rules-life.ts';
import { type ProjectDeps, projectsOf } from './service.ts';
import { chooseModal } from './views-record.ts';

/** A command that begins something is not meant for a project that is over, as long as there is another one. */
export const isGoingOn = (project: Project): boolean => !isEnded(project);

/**
 * Answers a command for the project of this channel. Which one is asked where there are several: projects of one client, or jobs
 * inside a project.
 * @param choosing the action by which one is chosen; `carried` is the metadata of the modal where it is asked, by which what was
 *   typed is found again. `fits`: of which it could be meant; where it fits none, all are asked about, and the refusal says why not
 */
export async function chosenHere(
  deps: ProjectDeps,
  asked: Asked,
  choosing: { action: string; carried?: string; fits?: (project: Project) => boolean },
  shown: (project: Project) => Replied,
): Replied {
  const projects = await projectsOf(deps, asked);
  if (isRefusal(projects)) return projects;
  const fitting = choosing.fits ? projects.filter(choosing.fits) : projects;
  const among = fitting.length > 0 ? fitting : projects;
  const [only, ...more] = among;
  if (only && more.length === 0) return shown(only);
  return { answer: 'open', view: chooseModal(among, choosing.action, asked.locale, choosing.carried) };
}
