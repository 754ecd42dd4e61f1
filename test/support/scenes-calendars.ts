import { shown } from './acts.ts';
import { calendarFilling } from './acts-calendars.ts';
import { calendarWords } from '../../src/admin/words-calendar.ts';
import type { Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';
import { administering, openSettings } from './scenes-shared.ts';

const wordsIn = ({ cast }: Walk) => calendarWords.in(cast.locale);

const openDays = async (walk: Walk) => shown(await walk.as('manager').modal().press(wordsIn(walk).button()));

async function reopen(walk: Walk): Promise<void> {
  await closeAll(walk);
  await openSettings(walk);
  await openDays(walk);
}

/** When the agency and its clients work, by whoever was settled to administer (scenes-home). */
export const calendarScenes: readonly Scene[] = [
  {
    ...administering,
    list: 'presses',
    entry: 'settings.calendar',
    prepare: openSettings,
    act: openDays,
  },
  {
    ...administering,
    list: 'presses',
    entry: 'settings.calendarClient',
    act: async (walk) =>
      shown(await walk.as('manager').modal().press(wordsIn(walk).chooseClient(), `${walk.cast.client} 2`)),
  },
  {
    ...administering,
    list: 'submits',
    entry: 'settings.calendarForm',
    prepare: ({ as, cast }) =>
      as('manager')
        .modal()
        .fill(calendarFilling({ region: 'CN', zone: 'Asia/Shanghai', days: `+2d off ${cast.names[0]}` }, cast.locale)),
    act: ({ as }) => as('manager').modal().submit(),
  },
  {
    ...administering,
    list: 'presses',
    entry: 'settings.calendarOurs',
    // Whatever became of the form before.
    prepare: reopen,
    act: async (walk) => {
      const change = wordsIn(walk).change();
      // Pressed a second time, the form stands where the overview was.
      if (!walk.as('manager').modal().text.includes(`[${change}]`)) await reopen(walk);
      return shown(await walk.as('manager').modal().press(change));
    },
    after: closeAll,
  },
];
