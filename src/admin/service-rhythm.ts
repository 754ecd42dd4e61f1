import type { Asked } from '../io/answers.ts';
import type { Refusal } from '../kit/refusal.ts';
import { agencyRhythmIn, type Settings } from '../kit/settings.ts';
import { chosenRhythm, type RhythmAnswers } from '../progress/rules-rhythm.ts';
import type { ProjectDeps } from '../project/service.ts';
import { changeRhythm } from './rules-rhythm.ts';
import { decideSettings, forAdministrators } from './service-settings.ts';

type Deps = ProjectDeps;

/** The agency's daily rhythm, for an administrator. */
export const openRhythm = (deps: Deps, asked: Asked): Promise<Settings | Refusal> =>
  forAdministrators(deps, asked, (settings) => settings);

/** Saves it. When posts come follows; see `rhythmFollows`. */
export const saveAgencyRhythm = (
  deps: Deps,
  asked: Asked,
  { answers, opened }: { answers: RhythmAnswers; opened: string },
): Promise<Settings | Refusal> =>
  decideSettings(deps, asked, (current, { id: by }) => {
    const rhythm = { ...agencyRhythmIn(current), ...chosenRhythm(answers) };
    return changeRhythm(current, { rhythm, opened, by }, asked.now);
  });

/** The posts of all projects are planned anew: some of them go by the agency's hour. */
export const rhythmFollows = ({ posts }: Deps, { workspace }: Asked): Promise<void> => posts.replan(workspace, 'all');
