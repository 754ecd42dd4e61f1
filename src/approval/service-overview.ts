import type { Asked } from '../io/answers.ts';
import { lastPage, type Line } from '../io/lists.ts';
import { personFromKey } from '../io/outbox.ts';
import type { Modal } from '../kit/blocks.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Awaited } from '../kit/listed.ts';
import type { Locale } from '../kit/locale.ts';
import { personKey } from '../kit/person.ts';
import { seenAt, type WaitWording, wordedBy } from '../kit/waits.ts';
import type { ProjectDeps } from '../project/service.ts';
import { APPROVAL_WAITS, type OverviewPages } from './model-overview.ts';
import type { AwaitedShown } from './views-awaited.ts';
import { type MineRow, overviewModal, type PageOf, type TheirsRow } from './views-overview.ts';

/** Lists read of projects what their summaries say. */
type Lists = Pick<ProjectDeps, 'lists' | 'archive'>;

/** Who reads, by their key. */
type Reading = { workspace: string; key: string; locale: Locale };

/** What waits for somebody and what they wait for, over all of their projects: of summaries alone, a page of each. */
export async function overview(
  deps: ProjectDeps,
  wordings: readonly WaitWording[],
  asked: Asked,
  pages: OverviewPages,
  isDone = false,
): Promise<Modal> {
  const reading = { workspace: asked.workspace, key: personKey(asked.person), locale: asked.locale };
  const [mine, theirs] = await Promise.all([
    waitsFor(deps, wordings, reading, pages.mine),
    awaitedBy(deps, reading, { page: pages.theirs, size: BOUNDS.awaitedProjects, most: BOUNDS.awaitedOfOne }),
  ]);
  const shown = { mine: mine.page, theirs: theirs.page };
  const hasTeam = asked.kind === 'member' || theirs.count > 0;
  return overviewModal({ pages: shown, mine, theirs: hasTeam ? theirs : null, isDone }, asked.locale);
}

async function waitsFor(
  deps: ProjectDeps,
  wordings: readonly WaitWording[],
  { workspace, key, locale }: Reading,
  wanted: number,
): Promise<PageOf<MineRow> & { page: number }> {
  const size = BOUNDS.waitsProjects;
  const filter = { waits: key, waitKinds: APPROVAL_WAITS };
  const { lines, count, page } = await deps.lists.page(workspace, filter, { by: 'waitsSince', page: wanted, size });
  const theirs = ({ summary: { waits } }: Line) =>
    waits
      .filter(({ person, kind }) => person === key && APPROVAL_WAITS.some((one) => one === kind))
      .toSorted((a, b) => a.since.localeCompare(b.since));
  const links = await deps.archive.links(workspace, lines.flatMap(theirs).map(seenAt));
  const rows = lines.map((line): MineRow => {
    const project = projectOf(line);
    const { client } = line.summary.list;
    const worded = theirs(line).flatMap((wait) => {
      const link = links.get(seenAt(wait) ?? '') ?? null;
      const said = wordedBy(wordings, { ...project, client }, wait, link, locale);
      return said ? [said] : [];
    });
    const more = Math.max(0, worded.length - BOUNDS.waitsOfProject);
    return { project, waits: worded.slice(0, BOUNDS.waitsOfProject), more };
  });
  return { rows, size, count, page };
}

const projectOf = ({ _id: id, summary: { list } }: Line) => ({ id, name: list.name, client: list.client.name });

/** What somebody waits for, the longest awaited first. `most`: of one project. */
export async function awaitedBy(
  deps: Lists,
  { workspace, key }: Pick<Reading, 'workspace' | 'key'>,
  { page: wanted, size, most }: { page: number; size: number; most: number },
): Promise<PageOf<TheirsRow> & { page: number }> {
  const at = { by: 'list.awaitedSince', page: wanted, size } as const;
  const { lines, count, page } = await deps.lists.page(workspace, { awaitedBy: key }, at);
  const links = await deps.archive.links(
    workspace,
    lines.flatMap((line) => theirsIn(line, key)).map(({ see }) => see),
  );
  const rows = lines.map((line): TheirsRow => {
    const all = theirsIn(line, key);
    const runs = line.summary.list.runs.includes(key);
    const awaited = all.slice(0, most).map((one) => ({
      ...shownOf(one, links),
      mayRemind: runs && one.who.some((party) => party.key !== null),
    }));
    return { project: projectOf(line), awaited, more: all.length - awaited.length };
  });
  return { rows, size, count, page: Math.min(page, lastPage(count, size)) };
}

/** Whoever runs it waits for all of it, but for what they are to do themselves. */
function theirsIn({ summary: { list } }: Line, key: string): Awaited[] {
  const runs = list.runs.includes(key);
  return list.awaited.filter(({ maker, who }) => (runs || maker === key) && !who.some((one) => one.key === key));
}

const shownOf = (awaited: Awaited, links: ReadonlyMap<string, string>): AwaitedShown => ({
  awaited,
  who: awaited.who.map(({ key, name }) => ({ person: key === null ? null : personFromKey(key), name })),
  link: links.get(awaited.see ?? '') ?? null,
});
