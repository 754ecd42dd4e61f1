import type { KnownBlock } from '@slack/types';
import { currentVersionKey } from '../brief/rules-subjects.ts';
import type { Wait } from '../kit/aggregate.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Locale } from '../kit/locale.ts';
import { personKey, type Person } from '../kit/person.ts';
import type { Project } from '../project/model.ts';
import type { ProjectDeps } from '../project/service.ts';
import { homeView, type WaitRow } from './views.ts';

/** How one feature words what waits because of it; null where it is another feature's. */
export type WaitWording = (
  project: Project,
  wait: Wait,
  where: { link: string | null },
  locale: Locale,
) => KnownBlock[] | null;

/** Draws somebody's App Home as it is now. */
export async function drawHome(
  deps: ProjectDeps,
  wordings: readonly WaitWording[],
  startId: string,
  { workspace, person, locale }: { workspace: string; person: Person; locale: Locale },
) {
  const mine = personKey(person);
  const projects = await deps.store.waitingFor(workspace, mine, BOUNDS.waitsOnHome + 1);
  const waits = projects.flatMap((project) =>
    project.summary.waits.filter((wait) => wait.person === mine).map((wait) => ({ project, wait })),
  );
  const oldestFirst = waits.toSorted((a, b) => a.wait.since.localeCompare(b.wait.since));
  const keys = projects.map(currentVersionKey).filter((key) => key !== null);
  const links = await deps.archive.links(workspace, keys);
  const rows = oldestFirst.slice(0, BOUNDS.waitsOnHome).flatMap(({ project, wait }) => {
    const link = links.get(currentVersionKey(project) ?? '') ?? null;
    return wordedBy(wordings, project, wait, link, locale);
  });
  const { kind } = await deps.people.known(workspace, person);
  return homeView(rows, waits.length > rows.length, kind === 'member' ? startId : null, locale);
}

function wordedBy(
  wordings: readonly WaitWording[],
  project: Project,
  wait: Wait,
  link: string | null,
  locale: Locale,
): WaitRow[] {
  for (const wording of wordings) {
    const blocks = wording(project, wait, { link }, locale);
    if (blocks) return [{ project: project.name, client: project.client.name, since: wait.since, blocks }];
  }
  return [];
}
