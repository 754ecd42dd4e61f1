import { shown } from './acts.ts';
import { ALL_BUT_MANAGER, type Walk } from './cast.ts';
import type { Scene } from './scenes.ts';

/** What the manager presses in a message about a project: nobody presses what another one has brought. */
export const pressedAbout =
  (nameOf: (walk: Walk) => string) =>
  (entry: string, label: (walk: Walk) => string): Scene => ({
    list: 'presses',
    entry,
    by: 'manager',
    act: (walk) => walk.as('manager').click(label(walk), { message: new RegExp(nameOf(walk), 'u') }),
    refused: ALL_BUT_MANAGER,
  });

/** Only the manager is an administrator here. */
export const administering = { by: 'manager', refused: ALL_BUT_MANAGER } as const;

/** Opens the settings, which stand on an administrator's Home. */
export const openSettings = async ({ as, words }: Walk) =>
  shown(await (await as('manager').home()).press(words.home.settings()));
