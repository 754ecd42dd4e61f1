import type { Asked } from '../io/answers.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import { agencyRhythmIn, type Settings } from '../kit/settings.ts';
import { chosenRhythm, type RhythmAnswers } from '../progress/rules-rhythm.ts';
import type { ProjectDeps } from '../project/service.ts';
import { changeRhythm } from './rules-rhythm.ts';
import { mayAdminister } from './rules-settings.ts';
import { administratorsNamed, changing, openSettings } from './service-settings.ts';

type Deps = ProjectDeps;

/** The agency's daily rhythm, for an administrator. */
export async function openRhythm(deps: Deps, asked: Asked): Promise<Settings | Refusal> {
  const opened = await openSettings(deps, asked);
  return isRefusal(opened) ? opened : opened.settings;
}

/** Saves it. When posts come follows; see `rhythmFollows`. */
export async function saveAgencyRhythm(
  deps: Deps,
  asked: Asked,
  { answers, opened }: { answers: RhythmAnswers; opened: string },
): Promise<Settings | Refusal> {
  const who = await administratorsNamed(deps, asked.workspace);
  const saved = await deps.settings.save(asked.handling, (current) => {
    const allowed = mayAdminister(current, changing(deps, asked, current), who);
    if (allowed !== true) return allowed;
    const rhythm = { ...agencyRhythmIn(current), ...chosenRhythm(answers) };
    return changeRhythm(current, { rhythm, opened, by: asked.id }, asked.now);
  });
  return isRefusal(saved) ? saved : saved.settings;
}

/** The posts of all projects are planned anew: some of them go by the agency's hour. */
export const rhythmFollows = ({ posts }: Deps, { workspace }: Asked): Promise<void> => posts.replan(workspace, 'all');
