import {
  answered,
  type Answer,
  type Asked,
  type PressEntry,
  pressed,
  type Replied,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { ProjectDeps } from '../project/service.ts';
import { CALENDAR_IDS, calendarForm, calendarMeta } from './model-calendar.ts';
import { settingsValue } from './model-settings.ts';
import {
  calendarFollows,
  openCalendarOf,
  openCalendars,
  readGivenTerms,
  saveCalendar,
  type SavingCalendar,
  shownTerms,
} from './service-calendar.ts';
import { calendarsModal } from './views-calendar.ts';
import { calendarFormModal } from './views-calendar-form.ts';

type Deps = ProjectDeps;

const formOf = async (asked: Asked, deps: Deps, client: string | null): Replied =>
  answered(await openCalendarOf(deps, asked, client), (shown): Answer => ({
    answer: 'replace',
    view: calendarFormModal(shown, asked.locale),
  }));

export const calendarPresses: readonly PressEntry<Deps>[] = [
  pressed(
    CALENDAR_IDS.open,
    settingsValue,
    async (asked, deps: Deps) =>
      answered(await openCalendars(deps, asked), ({ shown, worked }): Answer => ({
        answer: 'open',
        view: calendarsModal(shown, asked.locale),
        afterwards: async () => calendarsModal(await worked(), asked.locale),
      })),
    true,
  ),
  pressed(CALENDAR_IDS.ours, settingsValue, (asked, deps: Deps) => formOf(asked, deps, null)),
  {
    action: CALENDAR_IDS.client,
    opens: false,
    run: (asked, deps, { chosen }) => formOf(asked, deps, chosen ?? ''),
  },
];

/** Saves when a company works; what clashes is shown again, with what was typed and what another administrator entered meanwhile. */
async function save(asked: Asked, deps: Deps, saving: SavingCalendar): Replied {
  const saved = await saveCalendar(deps, asked, saving);
  if (!isRefusal(saved)) {
    const afterwards = async () => {
      await calendarFollows(deps, asked, saving.client);
      return calendarsModal(await saved.worked(), asked.locale);
    };
    return { answer: 'replace', view: calendarsModal(saved.shown, asked.locale), afterwards };
  }
  if (saved.code !== 'settings.clash') return saved;
  const typed = { ...(await shownTerms(deps, saving.entered)), opened: saving.opened };
  return answered(await openCalendarOf(deps, asked, saving.client), (shown): Answer => ({
    answer: 'replace',
    view: calendarFormModal({ ...shown, typed }, asked.locale),
    refusal: saved,
  }));
}

export const calendarSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(CALENDAR_IDS.form, calendarMeta, calendarForm, async (asked, deps: Deps, { client, opened }, answers) => {
    const entered = await readGivenTerms(deps, asked, answers);
    return isRefusal(entered) ? entered : save(asked, deps, { client, entered, opened });
  }),
];
