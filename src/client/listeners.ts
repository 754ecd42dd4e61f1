import { overviewAgain } from '../brief/service.ts';
import {
  answered,
  type Answer,
  type Asked,
  type CommandEntry,
  DONE,
  type PressEntry,
  pressed,
  type Replied,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { ProjectDeps } from '../project/service.ts';
import { houseForm, marketForm, PROFILE_STEPS, type ProfileStep } from './model.ts';
import { profileMeta, profileValue } from './model-metadata.ts';
import type { Marks, ProfileAnswers } from './rules.ts';
import { type Opened, openProfile, openProfileHere, saveProfile } from './service.ts';
import { OPEN_PROFILE, profileModal } from './views.ts';

type Deps = ProjectDeps;

const shown = (opened: Opened | Refusal, { locale }: Asked, step: ProfileStep['id'], answer: 'open' | 'replace') =>
  answered(opened, ({ project, profile }): Answer => ({ answer, view: profileModal(project, profile, step, locale) }));

export const clientCommands: readonly CommandEntry<Deps>[] = [
  {
    command: '/project',
    verbs: ['profile', '客户档案'],
    run: async (asked, deps) => shown(await openProfileHere(deps, asked), asked, 'market', 'open'),
  },
];

export const clientPresses: readonly PressEntry<Deps>[] = [
  pressed(
    OPEN_PROFILE,
    profileValue,
    async (asked, deps: Deps, { project }) => shown(await openProfile(deps, asked, project), asked, 'market', 'open'),
    true,
  ),
];

type Entered = { answers: ProfileAnswers; opened: Marks };

/** Saves a step; what clashes is shown again, with what was typed and what somebody else wrote meanwhile. */
async function save(asked: Asked, deps: Deps, id: string, step: ProfileStep['id'], entered: Entered): Replied {
  const saved = await saveProfile(deps, asked, id, entered);
  if (isRefusal(saved) && saved.code === 'client.clash') {
    return answered(await openProfile(deps, asked, id), ({ project, profile }) => ({
      answer: 'replace',
      view: profileModal(project, profile, step, asked.locale, entered),
    }));
  }
  if (isRefusal(saved)) return saved;
  return step === 'market' ? shown(saved, asked, 'house', 'replace') : whereItCameFrom(asked, deps, id);
}

/** Back to the overview of the brief, where the profile was opened over it. */
const whereItCameFrom = (asked: Asked, deps: Deps, id: string): Answer =>
  asked.view?.beneath ? { answer: 'back', afterwards: overviewAgain(deps, asked, id) } : DONE;

export const clientSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(PROFILE_STEPS[0].view, profileMeta, marketForm, (asked, deps: Deps, { project, opened }, answers) =>
    save(asked, deps, project, 'market', { answers, opened }),
  ),
  submitted(PROFILE_STEPS[1].view, profileMeta, houseForm, (asked, deps: Deps, { project, opened }, answers) =>
    save(asked, deps, project, 'house', { answers, opened }),
  ),
];
