import { answered, DONE, type PressEntry, pressed, type SubmitEntry, opened } from '../io/answers.ts';
import type { ProjectDeps } from '../project/service.ts';
import { versionValue } from './model-metadata.ts';
import { openText, sendPaper } from './service-paper.ts';
import { PAPER_IDS, paperComes, TEXT_SHOWN } from './views-text.ts';

type Deps = ProjectDeps;

export const paperPresses: readonly PressEntry<Deps>[] = [
  pressed(
    PAPER_IDS.text,
    versionValue,
    async (asked, deps: Deps, { project, version }) => opened(await openText(deps, asked, project, version)),
    true,
  ),
  pressed(PAPER_IDS.paper, versionValue, async (asked, deps: Deps, { project, version }) =>
    answered(await sendPaper(deps, asked, project, version), () => ({
      answer: 'tell',
      message: paperComes(version, asked.locale),
    })),
  ),
];

/** Nothing is read of it: what was typed over the text changes nothing. */
export const paperSubmits: readonly SubmitEntry<Deps>[] = [{ view: TEXT_SHOWN, run: async () => DONE }];
