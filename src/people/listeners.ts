import {
  type Asked,
  type CommandEntry,
  DONE,
  opened,
  type PressEntry,
  pressed,
  replaced,
  type Replied,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import type { AnswerRefusals } from '../io/refusals.ts';
import { isRefusal, refuser } from '../kit/refusal.ts';
import { chooseValue, writeValue } from '../project/model-metadata.ts';
import type { ProjectDeps } from '../project/service.ts';
import { chosenHere } from '../project/service-here.ts';
import { addForm, changeForm, supplierForm } from './model.ts';
import { memberMeta, memberValue, rosterMeta, rosterValue, supplierMeta } from './model-metadata.ts';
import { saveAdded, saveChanged } from './service-change.ts';
import { saveRemoved } from './service-leave.ts';
import { openAdd, openChange, openRoster, openSupplier, projectTo } from './service-roster.ts';
import { saveSupplier, saveWithoutSupplier } from './service-suppliers.ts';
import { mayModal } from './views-may.ts';
import { PEOPLE_IDS } from './views-roster.ts';

type Deps = ProjectDeps;

const refuse = refuser<AnswerRefusals>();

/** `/project people`: of this channel's project, or of the one that is chosen. */
export const rosterCommands: readonly CommandEntry<Deps>[] = [
  {
    command: '/project',
    verbs: ['people', '人员'],
    run: (asked, deps) =>
      chosenHere(deps, asked, { action: PEOPLE_IDS.choose }, async (project) =>
        opened(await openRoster(deps, asked, project._id)),
      ),
  },
];

/** A choice in the list: whose list it is stands in the modal. */
function picked(
  action: string,
  run: (asked: Asked, deps: Deps, at: { project: string; chosen: string }) => Replied,
): PressEntry<Deps> {
  const from = async (asked: Asked, deps: Deps, chosen: string | null): Replied => {
    const meta = rosterMeta.decode(asked.view?.metadata);
    if (!meta) return refuse('answer.notOurs', {});
    return chosen === null ? DONE : run(asked, deps, { project: meta.project, chosen });
  };
  return { action, opens: false, run: async (asked, deps, { chosen }) => from(asked, deps, chosen) };
}

async function change(asked: Asked, deps: Deps, { project, chosen }: { project: string; chosen: string }): Replied {
  const form = await openChange(deps, asked, project, chosen);
  if (isRefusal(form)) return form;
  const { view, channel } = form;
  const look = async () => {
    if (channel !== null) await deps.looks.look(asked.workspace, channel).catch(() => null);
    return null;
  };
  return { answer: 'replace', view, afterwards: look };
}

export const rosterPresses: readonly PressEntry<Deps>[] = [
  pressed(
    PEOPLE_IDS.open,
    writeValue,
    async (asked, deps: Deps, { project }) => opened(await openRoster(deps, asked, project)),
    true,
  ),
  pressed(PEOPLE_IDS.choose, chooseValue, async (asked, deps: Deps, { project }) =>
    replaced(await openRoster(deps, asked, project)),
  ),
  pressed(PEOPLE_IDS.back, rosterValue, async (asked, deps: Deps, { project }) =>
    replaced(await openRoster(deps, asked, project)),
  ),
  pressed(
    PEOPLE_IDS.may,
    rosterValue,
    async (asked, deps: Deps, { project: id }) => {
      const project = await projectTo(deps, asked, id, 'see');
      return isRefusal(project) ? project : { answer: 'open', view: mayModal(asked.locale) };
    },
    true,
  ),
  pressed(PEOPLE_IDS.add, rosterValue, async (asked, deps: Deps, { project }) =>
    replaced(await openAdd(deps, asked, project)),
  ),
  pressed(PEOPLE_IDS.addSupplier, rosterValue, async (asked, deps: Deps, { project }) =>
    replaced(await openSupplier(deps, asked, project, null)),
  ),
  picked(PEOPLE_IDS.change, change),
  picked(PEOPLE_IDS.changeSupplier, async (asked, deps, { project, chosen }) =>
    replaced(await openSupplier(deps, asked, project, chosen)),
  ),
  pressed(PEOPLE_IDS.remove, memberValue, async (asked, deps: Deps, { project, member }) =>
    replaced(await saveRemoved(deps, asked, project, member)),
  ),
  pressed(PEOPLE_IDS.removeSupplier, memberValue, async (asked, deps: Deps, { project, member }) =>
    replaced(await saveWithoutSupplier(deps, asked, project, member)),
  ),
];

export const rosterSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(PEOPLE_IDS.addForm, rosterMeta, addForm, async (asked, deps: Deps, { project }, answers) =>
    replaced(await saveAdded(deps, asked, project, answers)),
  ),
  submitted(PEOPLE_IDS.changeForm, memberMeta, changeForm, async (asked, deps: Deps, meta, answers) =>
    replaced(await saveChanged(deps, asked, meta, answers)),
  ),
  submitted(PEOPLE_IDS.supplierForm, supplierMeta, supplierForm, async (asked, deps: Deps, meta, answers) => {
    const at = { project: meta.project, supplier: meta.supplier ?? meta.fresh };
    return replaced(await saveSupplier(deps, asked, at, answers));
  }),
];
