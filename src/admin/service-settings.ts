import type { Asked } from '../io/answers.ts';
import type { Locale } from '../kit/locale.ts';
import { type Person, samePerson } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Settings } from '../kit/settings.ts';
import type { Named } from '../kit/text.ts';
import type { ProjectDeps } from '../project/service.ts';
import type { SettingsRefusals } from './model-settings.ts';
import {
  asMembers,
  type Changing,
  changeSettings,
  type Chosen,
  type Entered,
  type Marks,
  mayAdminister,
  wordsIn,
} from './rules-settings.ts';
import type { SettingsShown } from './views-settings.ts';

type Deps = Pick<ProjectDeps, 'settings' | 'people' | 'archive' | 'lists' | 'store' | 'later'>;

const refuse = refuser<SettingsRefusals>();

/** Whoever is an administrator, by name, for a refusal. They are known, so nothing is asked of Slack. */
async function administratorsNamed({ settings, people }: Deps, workspace: string): Promise<Named[]> {
  const all = await Promise.all(settings.administrators().map(async (one) => people.known(workspace, one)));
  return all.map(({ team, user, name }) => ({ person: { team, user }, name }));
}

/** Administrators whom the settings do not name: those of the variable ADMIN_USER_IDS. */
const othersThan = ({ settings }: Deps, current: Settings): Person[] =>
  settings.administrators().filter((one) => !current.administrators.some((named) => samePerson(named, one)));

/** Who changes the settings, judged by the settings as they are. */
const changing = (deps: Deps, { id, person, kind }: Asked, current: Settings): Changing => ({
  id,
  person,
  others: othersThan(deps, current),
  isMember: kind === 'member',
});

/** What an administrator is shown of the settings; else the refusal that names who can change them. */
export async function forAdministrators<T>(
  deps: Deps,
  asked: Asked,
  shown: (settings: Settings) => T | Promise<T>,
): Promise<T | Refusal> {
  if (asked.isAdministrator) return shown(deps.settings.now());
  return refuse('settings.onlyAdministrators', { who: await administratorsNamed(deps, asked.workspace) });
}

/** Decides a change of the settings by whoever asks, by the settings as they are then; else the refusal that names who can. */
export async function decideSettings(
  deps: Deps,
  asked: Asked,
  change: (current: Settings, by: Changing) => Settings | Refusal,
): Promise<Settings | Refusal> {
  const who = await administratorsNamed(deps, asked.workspace);
  const saved = await deps.settings.save(asked.handling, (current) => {
    const by = changing(deps, asked, current);
    const allowed = mayAdminister(current, by, who);
    return allowed === true ? change(current, by) : allowed;
  });
  return isRefusal(saved) ? saved : saved.settings;
}

/** The settings for an administrator. */
export const openSettings = (deps: Deps, asked: Asked): Promise<SettingsShown | Refusal> =>
  forAdministrators(deps, asked, async (settings) => {
    const last = settings.changes.at(-1);
    const known = await administratorsById(deps, asked.workspace);
    const changed = last ? { by: known.get(last.by) ?? null, at: last.at } : null;
    return { settings, others: othersThan(deps, settings), changed };
  });

async function administratorsById({ settings, people }: Deps, workspace: string): Promise<Map<string, Person>> {
  const all = await Promise.all(settings.administrators().map(async (one) => people.known(workspace, one)));
  return new Map(all.map(({ id, team, user }) => [id, { team, user }]));
}

/** As the form gives it: people by Slack's ids, words a line each. */
export type Given = {
  administrators: readonly string[];
  language: Locale | null;
  money: string | null;
  inside: string | null;
};

/** Reads what was entered. Of whoever was never seen Slack is asked, for the next time. */
export async function readEntered(deps: Deps, asked: Asked, given: Given): Promise<Entered | Refusal> {
  const money = wordsIn('money', given.money);
  if (isRefusal(money)) return money;
  const inside = wordsIn('inside', given.inside);
  if (isRefusal(inside)) return inside;
  const chosen = await peopleChosen(deps, asked, given.administrators, 'administrators');
  if (isRefusal(chosen)) return chosen;
  return { administrators: chosen.map(({ person }) => person), language: given.language, money, inside };
}

/** People whom somebody chose, all of them full members; else the refusal that names who is not. */
export async function peopleChosen(
  { people }: Deps,
  { workspace }: Asked,
  users: readonly string[],
  at: string,
): Promise<Chosen[] | Refusal> {
  const known = await people.resolve(workspace, [...new Set(users)]);
  const chosen = [...known.values()].map(({ team, user, id, name, kind }) => ({
    person: { team, user },
    id,
    name,
    kind,
  }));
  const fit = asMembers(chosen, at);
  if (fit === true) return chosen;
  for (const one of chosen) if (one.kind === 'unknown') void people.learn(workspace, one.person);
  return fit;
}

/** Saves the settings. A clash is for whoever asks: what was typed is theirs. */
export const saveSettings = (
  deps: Deps,
  asked: Asked,
  { entered, opened }: { entered: Entered; opened: Marks },
): Promise<Settings | Refusal> =>
  decideSettings(deps, asked, (current, by) => changeSettings(current, { entered, opened, by }, asked.now));
