import type { DrawCard } from '../io/bot.ts';
import type { Project } from '../project/model.ts';
import { release } from '../project/rules-released.ts';
import { awayIn } from '../project/rules-people.ts';
import type { ProjectDeps } from '../project/service.ts';
import { type BriefVersion, versionSchema } from './model.ts';
import { versionAndPart } from './rules-subjects.ts';
import { briefCard } from './views-card.ts';
import { clientCard, versionPart } from './views-client.ts';

/** Cards of a brief, drawn from the project's state at the moment they are sent. */
export const drawBrief: DrawCard<Project> = async ({ project, locale }) => briefCard(project, locale);

export const drawBriefForClient: DrawCard<Project> = async ({ project }) => {
  const released = release(project);
  return released.brief ? clientCard(released, released.brief) : null;
};

/** A post of a version. Versions before the last two are read from where they are kept. */
export const drawVersion: DrawCard<Project> = async ({ project, about, deps }) => {
  const { version: number, part } = versionAndPart(about);
  const released = release(project);
  const version = await versionOf(deps, project, number);
  if (!version) return null;
  const previous = number > 1 ? await versionOf(deps, project, number - 1) : null;
  const isCurrent = released.brief?.current.number === number;
  // A mention calls only when it is posted, which is when the project was saved last.
  const away = awayIn(project, new Date(project.savedAt));
  return versionPart({ version, previous }, part, released, isCurrent ? released.brief : null, away);
};

/** A version of the brief, from the project or from where all are kept; null where there is none of that number. */
export async function versionOf(deps: ProjectDeps, project: Project, number: number): Promise<BriefVersion | null> {
  const sent = project.brief?.sent;
  const held = [sent?.current, sent?.previous].find((version) => version?.number === number);
  if (held) return held;
  const scope = { workspace: project.workspace, project: project._id };
  const kept = await deps.archive.version(scope, 'brief', number);
  return kept ? versionSchema.parse(kept) : null;
}
