import type { Asked } from '../io/answers.ts';
import type { Handling } from '../io/handling.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { ClientDirectors, Settings } from '../kit/settings.ts';
import { type ProjectDeps, projectCardRow } from '../project/service.ts';
import type { SettingsRefusals } from './model-settings.ts';
import { applied, overseenBy } from './rules-directors.ts';
import { nameDirectors } from './rules-settings.ts';
import { decideSettings, forAdministrators, peopleChosen } from './service-settings.ts';

type Deps = Pick<ProjectDeps, 'settings' | 'people' | 'archive' | 'lists' | 'store' | 'later'>;

const refuse = refuser<SettingsRefusals>();

type Client = { id: string; name: string };

/** The settings as they were saved, and the clients of whom another can be chosen next. */
export type DirectorsSaved = { settings: Settings; clients: Client[] };

/** The clients, and who oversees them, for an administrator. */
export const openDirectors = (deps: Deps, asked: Asked): Promise<{ settings: Settings; clients: Client[] } | Refusal> =>
  forAdministrators(deps, asked, async (settings) => ({
    settings,
    clients: await deps.archive.clientList(asked.workspace, BOUNDS.clientsChosen),
  }));

/** Who oversees one client, for an administrator. */
export const openDirectorsOf = (
  deps: Deps,
  asked: Asked,
  id: string,
): Promise<{ settings: Settings; client: Client } | Refusal> =>
  forAdministrators(deps, asked, async (settings) => {
    const name = await deps.archive.clientName(asked.workspace, id);
    return name === null ? refuse('settings.clientGone', {}) : { settings, client: { id, name } };
  });

/** Saves who oversees a client, and gives the overview as it is then. The rosters of its projects follow; see `applyDirectors`. */
export async function saveDirectors(
  deps: Deps,
  asked: Asked,
  { client: id, users, opened }: { client: string; users: readonly string[]; opened: string },
): Promise<DirectorsSaved | Refusal> {
  // At once, and none of it after the save: whoever waits for an answer waits for two reads, one after the other.
  const [named, chosen, clients] = await Promise.all([
    deps.archive.clientName(asked.workspace, id),
    peopleChosen(deps, asked, users, 'directors'),
    deps.archive.clientList(asked.workspace, BOUNDS.clientsChosen),
  ]);
  if (named === null) return refuse('settings.clientGone', {}, { at: 'directors' });
  if (isRefusal(chosen)) return chosen;
  const people = chosen.map(({ person, id: own, name }) => ({ person, id: own, name }));
  const settings = await decideSettings(deps, asked, (current, { id: by }) =>
    nameDirectors(current, { client: { id, name: named }, people, opened, by }, asked.now),
  );
  return isRefusal(settings) ? settings : { settings, clients };
}

/** More live projects than these no client has. */
const MOST_PROJECTS = 1000;

/**
 * Puts account directors on the rosters of their clients' live projects, where that was not done yet. Each project is a decision
 * of its own; killed in between, the next time does the rest.
 */
export async function applyDirectors(deps: Deps, handling: Handling): Promise<void> {
  for (const one of deps.settings.now().directors.filter(({ pending }) => pending)) {
    await applyTo(deps, handling, one);
    await deps.settings.save({ ...handling, delivery: null }, (current) => applied(current, one));
  }
}

async function applyTo(deps: Deps, handling: Handling, named: ClientDirectors): Promise<void> {
  const at = { by: 'list.sort', skip: 0, limit: MOST_PROJECTS } as const;
  const lines = await deps.lists.slice(handling.workspace, { client: named.client.id }, at);
  for (const { _id: id } of lines.filter(({ summary }) => summary.list.life !== 'ended')) {
    const own = { ...deps.later(handling), delivery: null, actor: null };
    await deps.store.decide(own, id, (project) => {
      const next = overseenBy(project, named, handling.now);
      return next && { ...next, rows: () => [projectCardRow(id)] };
    });
  }
}
