import type { Line } from '../io/lists.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Locale } from '../kit/locale.ts';
import { personKey, type Person } from '../kit/person.ts';
import { seenAt, type WaitWording, wordedBy } from '../kit/waits.ts';
import type { ProjectDeps } from '../project/service.ts';
import { choicesSchema } from './model.ts';
import { awaitedOf, type Reading, mineOf, portfolioOf, theirsOf } from './service-lists.ts';
import { homeView, type WaitRow } from './views.ts';

/** Summaries of an older form that one drawing works out anew; the rest follows with the next ones. */
const REFILLED_AT_ONCE = 200;

/**
 * Draws somebody's App Home as it is now: a count and a page of each list, of summaries alone.
 * @param startId the action id of the button that starts a project
 */
export async function drawHome(
  deps: ProjectDeps,
  wordings: readonly WaitWording[],
  startId: string,
  { workspace, person, locale }: { workspace: string; person: Person; locale: Locale },
) {
  await deps.lists.refill(workspace, REFILLED_AT_ONCE);
  const { kind } = await deps.people.known(workspace, person);
  const choices = choicesSchema.parse(await deps.homes.of(workspace, person));
  const isAdministrator = kind === 'member' && isNamed(deps.settings.administrators(), person);
  const reading: Reading = { workspace, key: personKey(person), kind, isAdministrator, choices, locale };
  const [waits, awaited, mine, portfolio, theirs] = await Promise.all([
    waitingFor(deps, wordings, reading),
    awaitedOf(deps, reading),
    mineOf(deps, reading),
    portfolioOf(deps, reading),
    theirsOf(deps, reading),
  ]);
  const may = { startId: kind === 'member' ? startId : null, isAdministrator };
  return homeView({ waits, awaited, mine, portfolio, theirs, ...may }, locale);
}

const isNamed = (people: readonly Person[], person: Person): boolean =>
  people.some((one) => personKey(one) === personKey(person));

/** What waits for them: one page of projects, the longest waiting first. */
async function waitingFor(deps: ProjectDeps, wordings: readonly WaitWording[], reading: Reading) {
  const { workspace, key, choices } = reading;
  const at = { by: 'waitsSince', page: choices.waits, size: BOUNDS.waitsOnHome } as const;
  const { lines, ...page } = await deps.lists.page(workspace, { waits: key }, at);
  const mine = (line: Line) => line.summary.waits.filter(({ person }) => person === key);
  const links = await deps.archive.links(workspace, lines.flatMap(mine).map(seenAt));
  const rows = lines.map((line): WaitRow => {
    const { name, client } = line.summary.list;
    const oldestFirst = mine(line).toSorted((a, b) => a.since.localeCompare(b.since));
    const project = { id: line._id, name, client };
    const worded = oldestFirst.flatMap((wait) => {
      const link = links.get(seenAt(wait) ?? '') ?? null;
      const blocks = wordedBy(wordings, project, wait, link, reading.locale);
      return blocks ? [blocks] : [];
    });
    const more = Math.max(0, worded.length - BOUNDS.waitsOfOne);
    const since = oldestFirst[0]?.since ?? line.summary.list.startedAt;
    return { project: name, client: client.name, since, waits: worded.slice(0, BOUNDS.waitsOfOne), more };
  });
  return { rows, page: { ...page, size: BOUNDS.waitsOnHome } };
}
