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
import type { AnswerRefusals } from '../io/refusals.ts';
import type { Modal } from '../kit/blocks.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { chooseValue, writeValue } from '../project/model-metadata.ts';
import { type ProjectDeps, projectsOf } from '../project/service.ts';
import { chooseModal } from '../project/views-record.ts';
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

const shown = (view: Modal | Refusal, answer: 'open' | 'replace'): Answer | Refusal =>
  answered(view, (modal): Answer => ({ answer, view: modal }));

/** `/project people`: of this channel's project, or of the one that is chosen. */
async function openPeople(asked: Asked, deps: Deps): Replied {
  const projects = await projectsOf(deps, asked);
  if (isRefusal(projects)) return projects;
  const [only, ...more] = projects;
  if (more.length > 0) return { answer: 'open', view: chooseModal(projects, PEOPLE_IDS.choose, asked.locale) };
  return shown(await openRoster(deps, asked, only?._id ?? ''), 'open');
}

export const rosterCommands: readonly CommandEntry<Deps>[] = [
  { command: '/project', verbs: ['people', '人员'], run: openPeople },
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
  const opened = await openChange(deps, asked, project, chosen);
  if (isRefusal(opened)) return opened;
  const { view, channel } = opened;
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
    async (asked, deps: Deps, { project }) => shown(await openRoster(deps, asked, project), 'open'),
    true,
  ),
  pressed(PEOPLE_IDS.choose, chooseValue, async (asked, deps: Deps, { project }) =>
    shown(await openRoster(deps, asked, project), 'replace'),
  ),
  pressed(PEOPLE_IDS.back, rosterValue, async (asked, deps: Deps, { project }) =>
    shown(await openRoster(deps, asked, project), 'replace'),
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
    shown(await openAdd(deps, asked, project), 'replace'),
  ),
  pressed(PEOPLE_IDS.addSupplier, rosterValue, async (asked, deps: Deps, { project }) =>
    shown(await openSupplier(deps, asked, project, null), 'replace'),
  ),
  picked(PEOPLE_IDS.change, change),
  picked(PEOPLE_IDS.changeSupplier, async (asked, deps, { project, chosen }) =>
    shown(await openSupplier(deps, asked, project, chosen), 'replace'),
  ),
  pressed(PEOPLE_IDS.remove, memberValue, async (asked, deps: Deps, { project, member }) =>
    shown(await saveRemoved(deps, asked, project, member), 'replace'),
  ),
  pressed(PEOPLE_IDS.removeSupplier, memberValue, async (asked, deps: Deps, { project, member }) =>
    shown(await saveWithoutSupplier(deps, asked, project, member), 'replace'),
  ),
];

export const rosterSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(PEOPLE_IDS.addForm, rosterMeta, addForm, async (asked, deps: Deps, { project }, answers) =>
    shown(await saveAdded(deps, asked, project, answers), 'replace'),
  ),
  submitted(PEOPLE_IDS.changeForm, memberMeta, changeForm, async (asked, deps: Deps, meta, answers) =>
    shown(await saveChanged(deps, asked, meta, answers), 'replace'),
  ),
  submitted(PEOPLE_IDS.supplierForm, supplierMeta, supplierForm, async (asked, deps: Deps, meta, answers) => {
    const at = { project: meta.project, supplier: meta.supplier ?? meta.fresh };
    return shown(await saveSupplier(deps, asked, at, answers), 'replace');
  }),
];
