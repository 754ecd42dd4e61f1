import {
  answered,
  type Answer,
  type Asked,
  DONE,
  type PressEntry,
  pressed,
  type Replied,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import { LOCALES } from '../kit/locale.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { ProjectDeps } from '../project/service.ts';
import {
  directorsForm,
  directorsMeta,
  SETTINGS_IDS,
  settingsForm,
  settingsMeta,
  settingsValue,
} from './model-settings.ts';
import type { Marks } from './rules-settings.ts';
import { applyDirectors, openDirectors, openDirectorsOf, saveDirectors } from './service-directors.ts';
import { type Given, openSettings, readEntered, saveSettings } from './service-settings.ts';
import { directorsFormModal, directorsModal } from './views-directors.ts';
import { settingsModal } from './views-settings.ts';

type Deps = ProjectDeps;

export const settingsPresses: readonly PressEntry<Deps>[] = [
  pressed(
    SETTINGS_IDS.open,
    settingsValue,
    async (asked, deps: Deps) =>
      answered(await openSettings(deps, asked), (shown): Answer => ({
        answer: 'open',
        view: settingsModal(shown, asked.locale),
      })),
    true,
  ),
  pressed(
    SETTINGS_IDS.directors,
    settingsValue,
    async (asked, deps: Deps) =>
      answered(await openDirectors(deps, asked), (shown): Answer => ({
        answer: 'open',
        view: directorsModal(shown, asked.locale),
      })),
    true,
  ),
  {
    action: SETTINGS_IDS.client,
    opens: false,
    run: async (asked, deps, { chosen }) =>
      answered(await openDirectorsOf(deps, asked, chosen ?? ''), (shown): Answer => ({
        answer: 'replace',
        view: directorsFormModal(shown, asked.locale),
      })),
  },
];

/** Saves the settings; what clashes is shown again, with what was typed and what another administrator wrote meanwhile. */
async function save(asked: Asked, deps: Deps, opened: Marks, given: Given): Replied {
  const entered = await readEntered(deps, asked, given);
  if (isRefusal(entered)) return entered;
  const saved = await saveSettings(deps, asked, { entered, opened });
  if (!isRefusal(saved)) return DONE;
  if (saved.code !== 'settings.clash') return saved;
  return answered(await openSettings(deps, asked), (shown): Answer => ({
    answer: 'replace',
    view: settingsModal({ ...shown, typed: { entered, opened } }, asked.locale),
    refusal: saved,
  }));
}

type Naming = { client: string; users: readonly string[]; opened: string };

async function name(asked: Asked, deps: Deps, naming: Naming): Replied {
  const saved = await saveDirectors(deps, asked, naming);
  if (!isRefusal(saved)) {
    const afterwards = async () => {
      await applyDirectors(deps, deps.later(asked.handling));
      const shown = await openDirectors(deps, asked);
      return isRefusal(shown) ? null : directorsModal({ ...shown, isSaved: true }, asked.locale);
    };
    return { answer: 'replace', view: directorsModal({ ...saved, isSaved: true }, asked.locale), afterwards };
  }
  if (saved.code !== 'settings.clash') return saved;
  return answered(await openDirectorsOf(deps, asked, naming.client), (shown): Answer => ({
    answer: 'replace',
    view: directorsFormModal({ ...shown, typed: naming.users }, asked.locale),
    refusal: saved,
  }));
}

export const settingsSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(SETTINGS_IDS.form, settingsMeta, settingsForm, (asked, deps: Deps, { opened }, answers) => {
    const language = LOCALES.find((one) => one === answers.language) ?? null;
    return save(asked, deps, opened, { ...answers, administrators: answers.administrators ?? [], language });
  }),
  submitted(
    SETTINGS_IDS.directorsForm,
    directorsMeta,
    directorsForm,
    (asked, deps: Deps, { client, opened }, answers) =>
      name(asked, deps, { client, opened, users: answers.directors ?? [] }),
  ),
];
