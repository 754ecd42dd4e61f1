import { answered, type Answer, type PressEntry, pressed, type SubmitEntry, submitted } from '../io/answers.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { ProjectDeps } from '../project/service.ts';
import { CHECKS_IDS, checksForm, checksMeta } from './model-checks.ts';
import { settingsValue } from './model-settings.ts';
import { openChecks, readChecks, saveChecks } from './service-checks.ts';
import { checksFormModal, checksSaid } from './views-checks.ts';

type Deps = ProjectDeps;

export const checksPresses: readonly PressEntry<Deps>[] = [
  pressed(
    CHECKS_IDS.open,
    settingsValue,
    async (asked, deps: Deps) =>
      answered(await openChecks(deps, asked), (settings): Answer => ({
        answer: 'open',
        view: checksFormModal(settings, null, asked.locale),
      })),
    true,
  ),
];

export const checksSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(CHECKS_IDS.form, checksMeta, checksForm, async (asked, deps: Deps, { opened }, answers) => {
    const { locale } = asked;
    const entered = readChecks(answers);
    if (isRefusal(entered)) return entered;
    const saved = await saveChecks(deps, asked, { entered, opened });
    if (!isRefusal(saved)) return { answer: 'replace', view: checksSaid(locale) };
    if (saved.code !== 'settings.clash') return saved;
    // What was typed stands there again, and with it the marks of what stands in the settings now.
    return answered(await openChecks(deps, asked), (settings): Answer => ({
      answer: 'replace',
      view: checksFormModal(settings, { entered, opened }, locale),
      refusal: saved,
    }));
  }),
];
