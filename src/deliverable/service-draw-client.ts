import type { DrawCard } from '../io/bot.ts';
import type { DrawFile } from '../io/drawing.ts';
import { bytesHash } from '../kit/chain.ts';
import type { Project } from '../project/model.ts';
import { release } from '../project/rules-released.ts';
import { awayIn } from '../project/rules-people.ts';
import type { ProjectDeps } from '../project/service.ts';
import { type DeliverableVersion, versionSchema } from './model.ts';
import { deliverablesOf } from './rules.ts';
import { idAndVersion } from './rules-subjects.ts';
import { fileAbout } from './service-client-rows.ts';
import { clientCard, versionPost } from './views-client.ts';

/** The client's card of a deliverable, drawn from the project's state at the moment it is sent. */
export const drawDeliverableForClient: DrawCard<Project> = async ({ project, about }) => {
  const released = release(project);
  const one = released.deliverables.find(({ id }) => id === about);
  return one ? clientCard(released, one) : null;
};

/** The post of a version. Versions before the last two are read from where they are kept. */
export const drawDeliverableVersion: DrawCard<Project> = async ({ project, about, deps }) => {
  const { id, version: number } = idAndVersion(about);
  const version = await versionNumber(deps, project, id, number);
  if (!version) return null;
  const released = release(project);
  const one = released.deliverables.find((found) => found.id === id);
  const isCurrent = one?.sent.current.number === number;
  // A mention calls only when it is posted, which is when the project was saved last.
  const away = awayIn(project, new Date(project.savedAt));
  return versionPost(released, { version, previous: number > 1 ? number - 1 : null }, isCurrent ? one : null, away);
};

/** A version that was sent, from the project or from where all are kept; null where there is none of that number. */
async function versionNumber(
  { archive }: Pick<ProjectDeps, 'archive'>,
  project: Project,
  id: string,
  number: number,
): Promise<DeliverableVersion | null> {
  const sent = deliverablesOf(project).find((one) => one.id === id)?.sent;
  const held = [sent?.current, sent?.previous].find((version) => version?.number === number);
  if (held) return held;
  const scope = { workspace: project.workspace, project: project._id };
  const kept = await archive.version(scope, `deliverable:${id}`, number);
  return kept ? versionSchema.parse(kept) : null;
}

/** Why a file cannot be passed on, as it is logged and told. */
const UNSENT = { tooLarge: 'file_too_large', gone: 'file_gone', notAllowed: 'file_not_allowed' } as const;

/**
 * A file of a version, fetched from where the team brought it. Only the very bytes of which the hash was kept are passed on.
 * @returns why not, where it cannot be fetched for good, or is another file by now: the team is told that it was not delivered
 * @throws where Slack cannot be reached: it is tried again
 */
export const drawDeliverableFile: DrawFile<Project> = async ({ project, about, deps }) => {
  const { id, version: number, at } = fileAbout(about);
  const version = await versionNumber(deps, project, id, number);
  const content = version?.contents[at];
  if (content?.is !== 'file') return null;
  const fetched = await deps.files.bytes(content.file);
  if (fetched.is === 'refused') {
    if (fetched.why === 'unreachable') throw new Error('a file could not be fetched');
    return { unsent: UNSENT[fetched.why] };
  }
  const sha256 = bytesHash(fetched.bytes);
  if (content.sha256 !== null && content.sha256 !== sha256) return { unsent: 'file_changed' };
  return { audiences: ['team', 'client'], title: content.name || fetched.name, bytes: fetched.bytes };
};
