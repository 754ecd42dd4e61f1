import { type CommandEntry, opened, type PressEntry, pressed, replaced } from '../io/answers.ts';
import { chooseValue } from '../project/model-metadata.ts';
import type { ProjectDeps } from '../project/service.ts';
import { chosenHere } from '../project/service-here.ts';
import { openFinal, shownFinal } from './service-final.ts';
import { FINAL_IDS } from './views-final.ts';

type Deps = ProjectDeps;

/** `/approval final`: what is approved in a project of this channel. */
export const finalCommands: readonly CommandEntry<Deps>[] = [
  {
    command: '/approval',
    verbs: ['final', '定稿'],
    run: (asked, deps) =>
      chosenHere(deps, asked, { action: FINAL_IDS.choose }, async (project) =>
        opened(await shownFinal(deps, asked, project)),
      ),
  },
];

export const finalPresses: readonly PressEntry<Deps>[] = [
  pressed(FINAL_IDS.choose, chooseValue, async (asked, deps: Deps, { project }) =>
    replaced(await openFinal(deps, asked, project)),
  ),
];
