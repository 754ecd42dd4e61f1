import { settingsWords } from '../../src/admin/words-settings.ts';
import { shown } from './acts.ts';
import type { Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';
import { administering, openSettings } from './scenes-shared.ts';

const wordsIn = ({ cast }: Walk) => settingsWords.in(cast.locale);

/** The settings, and who oversees which client, by whoever was settled to administer (scenes-home). */
export const settingsScenes: readonly Scene[] = [
  {
    ...administering,
    list: 'presses',
    entry: 'settings.open',
    act: openSettings,
  },
  {
    ...administering,
    list: 'presses',
    entry: 'settings.directors',
    act: async (walk) => shown(await walk.as('manager').modal().press(wordsIn(walk).directorsButton())),
  },
  {
    ...administering,
    list: 'presses',
    entry: 'settings.client',
    act: async (walk) =>
      shown(await walk.as('manager').modal().press(wordsIn(walk).chooseClient(), `${walk.cast.client} 2`)),
  },
  {
    ...administering,
    list: 'submits',
    entry: 'settings.directorsForm',
    // Somebody whom no later scene is about: they stand on the roster of every project that scenes-home has begun.
    prepare: (walk) =>
      walk
        .as('manager')
        .modal()
        .fill({ [wordsIn(walk)['directors.label']()]: [`@${walk.cast.people.colleague}`] }),
    act: ({ as }) => as('manager').modal().submit(),
    after: closeAll,
  },
  {
    ...administering,
    list: 'submits',
    entry: 'settings.form',
    prepare: async (walk) => {
      const form = await openSettings(walk);
      await form.fill({ [wordsIn(walk)['inside.label']()]: walk.cast.reason });
    },
    act: ({ as }) => as('manager').modal().submit(),
    after: closeAll,
  },
];
