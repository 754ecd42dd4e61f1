import { answered, type Answer, type PressEntry, pressed, type SubmitEntry, submitted } from '../io/answers.ts';
import { isRefusal } from '../kit/refusal.ts';
import { agencyRhythmForm } from '../progress/model-forms.ts';
import type { ProjectDeps } from '../project/service.ts';
import { agencyRhythmMeta, RHYTHM_IDS } from './model-rhythm.ts';
import { settingsValue } from './model-settings.ts';
import { openRhythm, rhythmFollows, saveAgencyRhythm } from './service-rhythm.ts';
import { rhythmFormModal, rhythmSaid } from './views-rhythm.ts';

type Deps = ProjectDeps;

export const rhythmPresses: readonly PressEntry<Deps>[] = [
  pressed(
    RHYTHM_IDS.open,
    settingsValue,
    async (asked, deps: Deps) =>
      answered(await openRhythm(deps, asked), (settings): Answer => ({
        answer: 'open',
        view: rhythmFormModal(settings, null, asked.locale),
      })),
    true,
  ),
];

export const rhythmSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(
    RHYTHM_IDS.form,
    agencyRhythmMeta,
    ({ minute }) => agencyRhythmForm(minute),
    async (asked, deps: Deps, { opened }, answers) => {
      const { locale } = asked;
      const saved = await saveAgencyRhythm(deps, asked, { answers, opened });
      if (!isRefusal(saved)) {
        const afterwards = async () => {
          await rhythmFollows(deps, asked);
          return null;
        };
        return { answer: 'replace', view: rhythmSaid(saved, locale), afterwards };
      }
      if (saved.code !== 'settings.clash') return saved;
      // What was chosen stands there again, and with it the mark of what stands in the settings now.
      return answered(await openRhythm(deps, asked), (settings): Answer => ({
        answer: 'replace',
        view: rhythmFormModal(settings, answers, locale),
        refusal: saved,
      }));
    },
  ),
];
