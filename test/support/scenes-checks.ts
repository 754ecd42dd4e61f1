import { checksWords } from '../../src/admin/words-checks.ts';
import { kindName } from '../../src/deliverable/views-points.ts';
import { shown } from './acts.ts';
import { ALL_BUT_MANAGER, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';
import { closeAll } from './scenes-project.ts';

/** Only the manager is an administrator here. */
const administering = { by: 'manager', refused: ALL_BUT_MANAGER } as const;

const openSettings = async ({ as, words }: Walk) =>
  shown(await (await as('manager').home()).press(words.home.settings()));
const openChecks = async (walk: Walk) =>
  shown(await walk.as('manager').modal().press(checksWords.in(walk.cast.locale).button()));

const typed = ({ cast }: Walk) => ({ [kindName('web', cast.locale)]: cast.reason });

/** What is checked before it leaves the house, by whoever was settled to administer (scenes-home). */
export const checksScenes: readonly Scene[] = [
  { ...administering, list: 'presses', entry: 'settings.checks', prepare: openSettings, act: openChecks },
  {
    ...administering,
    list: 'submits',
    entry: 'settings.checksForm',
    prepare: (walk) => walk.as('manager').modal().fill(typed(walk)),
    act: async (walk) => {
      const manager = walk.as('manager');
      // Where it was saved already, it is opened again.
      if (manager.modal().submitText === undefined) {
        await closeAll(walk);
        await openSettings(walk);
        await (await openChecks(walk)).fill(typed(walk));
      }
      await manager.modal().submit();
    },
    after: closeAll,
  },
];
