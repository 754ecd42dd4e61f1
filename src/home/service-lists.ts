import { awaitedBy } from '../approval/service-overview.ts';
import type { Line, ListFilter } from '../io/lists.ts';
import { lastPage } from '../io/lists.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Locale } from '../kit/locale.ts';
import { cardKey } from '../kit/rows.ts';
import { type ProjectDeps, projectSubject } from '../project/service.ts';
import type { Choices } from './model.ts';
import type { AwaitedListShown } from './views-awaited.ts';
import type { MineShown, TeamLine } from './views-lists.ts';
import type { PortfolioShown } from './views-portfolio.ts';
import type { TheirsShown } from './views-theirs.ts';

type Deps = Pick<ProjectDeps, 'lists' | 'archive' | 'settings'>;

/** Who reads their Home. `key` is the person's. */
export type Reading = {
  workspace: string;
  key: string;
  kind: string;
  isAdministrator: boolean;
  choices: Choices;
  locale: Locale;
};

/** Where a project's card is. */
const cardOf = ({ _id }: Line): string => cardKey(projectSubject(_id));

/** What they wait for, the longest awaited first; null where that is nothing. */
export async function awaitedOf(deps: Deps, { workspace, key, choices }: Reading): Promise<AwaitedListShown | null> {
  const [size, most] = [BOUNDS.awaitedOnHome, BOUNDS.awaitedLines];
  const { rows, count, page } = await awaitedBy(deps, { workspace, key }, { page: choices.awaited, size, most });
  return count === 0 ? null : { rows, page: { page, size, count } };
}

/** The projects that somebody runs, and after those the ones that they work on; null for whoever is on no team. */
export async function mineOf(deps: Deps, { workspace, key, kind, choices }: Reading): Promise<MineShown | null> {
  const [runs, helps] = await Promise.all([
    deps.lists.count(workspace, { runs: key }),
    deps.lists.count(workspace, { helps: key }),
  ]);
  const [count, size] = [runs + helps, BOUNDS.projectsOnHome];
  if (count === 0 && kind !== 'member') return null;
  const page = Math.min(choices.mine, lastPage(count, size));
  const skip = page * size;
  const by = 'list.order';
  const own = await deps.lists.slice(workspace, { runs: key }, { by, skip, limit: Math.min(size, runs - skip) });
  const rest = { by, skip: Math.max(0, skip - runs), limit: size - own.length } as const;
  const others = await deps.lists.slice(workspace, { helps: key }, rest);
  const lines = [...own, ...others];
  const links = await deps.archive.links(workspace, lines.map(cardOf));
  const toShow = lines.map((line): TeamLine => {
    const link = links.get(cardOf(line)) ?? null;
    return { list: line.summary.list, link, waits: own.includes(line) ? waitsIn(line, key) : null };
  });
  return { lines: toShow, page: { page, size, count } };
}

function waitsIn({ summary: { waits } }: Line, key: string): { mine: number; others: number } {
  const mine = waits.filter(({ person }) => person === key).length;
  return { mine, others: waits.length - mine };
}

/** All projects for an administrator, and for a director those that they oversee; null for everybody else. */
export async function portfolioOf(deps: Deps, reading: Reading): Promise<PortfolioShown | null> {
  const { workspace, key, isAdministrator, choices } = reading;
  const scope: ListFilter = isAdministrator ? {} : { directs: key };
  const countIn = (life: 'live' | 'onHold' | 'ended') => deps.lists.count(workspace, { ...scope, life });
  const [live, onHold, ended] = await Promise.all([countIn('live'), countIn('onHold'), countIn('ended')]);
  if (!isAdministrator && live + onHold + ended === 0) return null;
  const { client, stage, life, manager, only } = choices;
  const filter: ListFilter = {
    ...scope,
    ...{ client, stage, life, manager: manager === null ? null : `${workspace}:${manager}` },
    ...(only === null ? {} : { [only]: true }),
  };
  const at = { by: 'list.sort', page: choices.portfolio, size: BOUNDS.projectsOnHome } as const;
  const { lines, ...page } = await deps.lists.page(workspace, filter, at);
  const links = await deps.archive.links(workspace, lines.map(cardOf));
  return {
    // Whoever is the client's in a project sees it among theirs, and nothing internal of it, administrator or not.
    lines: lines
      .filter(({ summary }) => !summary.list.clients.includes(key))
      .map((line) => ({ list: line.summary.list, link: links.get(cardOf(line)) ?? null, waits: null })),
    page: { ...page, size: at.size },
    counts: { live, onHold, ended },
    chosen: { client, stage, life, manager, only },
    clients: await clientsFor(deps, reading),
  };
}

/** The clients that a portfolio can be narrowed to: a director's are those that the settings give them. */
async function clientsFor({ archive, settings }: Deps, { workspace, key, isAdministrator }: Reading) {
  if (isAdministrator) return archive.clientList(workspace, BOUNDS.clientsChosen);
  const isTheirs = (people: readonly { person: { team: string; user: string } }[]) =>
    people.some(({ person }) => `${person.team}:${person.user}` === key);
  const theirs = settings.now().directors.filter(({ people }) => isTheirs(people));
  return theirs.slice(0, BOUNDS.clientsChosen).map(({ client }) => client);
}

/** The client's own projects, of what is released to them; null for whoever is nobody's client. */
export async function theirsOf(deps: Deps, { workspace, key, choices }: Reading): Promise<TheirsShown | null> {
  const at = { by: 'list.order', page: choices.theirs, size: BOUNDS.theirsOnHome } as const;
  const { lines, ...page } = await deps.lists.page(workspace, { clients: key }, at);
  if (page.count === 0) return null;
  const seen = ({ summary }: Line) => summary.list.released.agreed?.see ?? null;
  const links = await deps.archive.links(workspace, lines.map(seen));
  return {
    lines: lines.map((line) => {
      const { released } = line.summary.list;
      return { project: line._id, released, link: links.get(seen(line) ?? '') ?? null };
    }),
    page: { ...page, size: at.size },
  };
}
