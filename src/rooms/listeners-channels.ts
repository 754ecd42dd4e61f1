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
  opened,
} from '../io/answers.ts';
import type { Modal } from '../kit/blocks.ts';
import { read } from '../kit/form.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import { chooseValue, writeValue } from '../project/model-metadata.ts';
import type { ProjectDeps } from '../project/service.ts';
import { chosenHere } from '../project/service-here.ts';
import { clientForm, makeForm, teamForm } from './model.ts';
import { choosingMeta, roomsMeta } from './model-metadata.ts';
import { openForm, openRooms, previewClient, previewTeam, roomsAgain } from './service-channels.ts';
import { makeClient, makeTeam, noClient, useClient, useTeam } from './service-choose.ts';
import { takeJobsAlong } from './service-move.ts';
import { ROOMS_IDS } from './views-rooms.ts';

type Deps = ProjectDeps;

const open = async (asked: Asked, deps: Deps, id: string, answer: 'open' | 'replace' = 'open'): Replied =>
  answered(await openRooms(deps, asked, id), (opened): Answer => ({ answer, ...opened }));

/** `/project channels`: of this channel's project, or of the one that is chosen. */
export const roomCommands: readonly CommandEntry<Deps>[] = [
  {
    command: '/project',
    verbs: ['channels', '频道'],
    run: (asked, deps) =>
      chosenHere(deps, asked, { action: ROOMS_IDS.choose }, (project) => open(asked, deps, project._id)),
  },
];

/** Its jobs are taken along; the modal in which it was done, or the one beneath it, is drawn again. */
async function afterMove(asked: Asked, deps: Deps, id: string, isShown: boolean): Promise<Modal | null> {
  await takeJobsAlong(deps, asked, id);
  return isShown ? roomsAgain(deps, asked, id) : null;
}

/** Done by a button, of the modal or of a message. */
function done<T>(outcome: T | Refusal, asked: Asked, deps: Deps, id: string): Answer | Refusal {
  const afterwards = () => afterMove(asked, deps, id, asked.view !== null);
  return isRefusal(outcome) ? outcome : { answer: 'lookUp', afterwards };
}

/** Done in a form, which is closed. */
function closed<T>(outcome: T | Refusal, asked: Asked, deps: Deps, id: string): Answer | Refusal {
  const afterwards = () => afterMove(asked, deps, id, Boolean(asked.view?.beneath));
  return isRefusal(outcome) ? outcome : { answer: 'back', afterwards };
}

const form = (action: string, which: 'team' | 'client' | 'make'): PressEntry<Deps> =>
  pressed(
    action,
    writeValue,
    async (asked, deps: Deps, { project }) => opened(await openForm(deps, asked, project, which)),
    true,
  );

/** A channel was chosen in a form: what is seen of it is shown there. */
function chosen(
  question: (typeof teamForm)[0] | (typeof clientForm)[0],
  preview: typeof previewTeam,
): PressEntry<Deps> {
  const run = async (asked: Asked, deps: Deps): Replied => {
    const meta = choosingMeta.decode(asked.view?.metadata);
    const channel = read(question, asked.view?.state ?? {});
    if (!meta) return DONE;
    const at = { project: meta.project, channel: typeof channel === 'string' ? channel : null };
    return { answer: 'lookUp', afterwards: () => preview(deps, asked, at) };
  };
  return { action: question.tells, opens: false, run };
}

export const roomPresses: readonly PressEntry<Deps>[] = [
  pressed(ROOMS_IDS.open, writeValue, (asked, deps: Deps, { project }) => open(asked, deps, project), true),
  pressed(ROOMS_IDS.choose, chooseValue, (asked, deps: Deps, { project }) => open(asked, deps, project, 'replace')),
  pressed(ROOMS_IDS.makeTeam, writeValue, async (asked, deps: Deps, { project }) =>
    done(await makeTeam(deps, asked, project), asked, deps, project),
  ),
  pressed(ROOMS_IDS.noClient, writeValue, async (asked, deps: Deps, { project }) =>
    done(await noClient(deps, asked, project), asked, deps, project),
  ),
  form(ROOMS_IDS.chooseTeam, 'team'),
  form(ROOMS_IDS.chooseClient, 'client'),
  form(ROOMS_IDS.makeClient, 'make'),
  chosen(teamForm[0], previewTeam),
  chosen(clientForm[0], previewClient),
];

export const roomSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(ROOMS_IDS.teamForm, choosingMeta, teamForm, async (asked, deps: Deps, { project, seen }, { teamChannel }) =>
    closed(await useTeam(deps, asked, project, { channel: teamChannel, seen }), asked, deps, project),
  ),
  submitted(ROOMS_IDS.clientForm, choosingMeta, clientForm, async (asked, deps: Deps, { project, seen }, answers) =>
    closed(await useClient(deps, asked, project, { answers, seen }), asked, deps, project),
  ),
  submitted(ROOMS_IDS.makeForm, roomsMeta, makeForm, async (asked, deps: Deps, { project }, answers) =>
    closed(await makeClient(deps, asked, project, answers), asked, deps, project),
  ),
];
