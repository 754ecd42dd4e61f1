import {
  answered,
  type Answer,
  type Asked,
  type CommandEntry,
  opened,
  type PressEntry,
  pressed,
  replaced,
  type Replied,
} from '../io/answers.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { chooseValue, typedMeta } from '../project/model-metadata.ts';
import { type ProjectDeps, projectInside } from '../project/service.ts';
import { chosenHere, isGoingOn } from '../project/service-here.ts';
import { help } from '../project/views-help.ts';
import { milestoneValue, planValue } from './model-forms.ts';
import { type Outcome, reach, reopen, todayOf, unblock, undo, type Which } from './service.ts';
import { openForm, openPlan, openSet, type PlanForm, setTyped } from './service-open.ts';
import { openRelease } from './service-release.ts';
import { PLAN_IDS, planModal } from './views.ts';
import { standsNotice } from './views-said.ts';

type Deps = ProjectDeps;

/** As much as any milestone takes: a name, a day, a person, a number. */
const TYPED_LENGTH = 500;

const list = async (asked: Asked, _deps: Deps, project: Project): Promise<Answer> => ({
  answer: 'open',
  view: planModal(project, todayOf(asked), asked.locale),
});

export const planCommands: readonly CommandEntry<Deps>[] = [
  {
    command: '/plan',
    verbs: [],
    run: (asked, deps) => chosenHere(deps, asked, { action: PLAN_IDS.choose }, (project) => list(asked, deps, project)),
  },
  {
    command: '/plan',
    verbs: ['milestone', '关键节点', '节点', '里程碑'],
    run: async (asked, deps, text) => {
      const typed = text.trim().toWellFormed().slice(0, TYPED_LENGTH).toWellFormed();
      const choosing = { action: PLAN_IDS.chooseSet, carried: typedMeta.encode({ typed }), fits: isGoingOn };
      return chosenHere(deps, asked, choosing, (project) => setTyped(deps, asked, project, typed));
    },
  },
  {
    command: '/plan',
    verbs: ['help', '帮助'],
    run: async ({ kind, locale }) => ({
      answer: 'tell',
      message: help(kind === 'guest' || kind === 'external', locale),
    }),
  },
];

/** What takes the place of the question which project is meant. */
const inPlace = (answer: Awaited<Replied>): Awaited<Replied> =>
  isRefusal(answer) || answer.answer !== 'open' ? answer : { ...answer, answer: 'replace' };

/** A step that is done at once: the list shows it, or where it was pressed in a message it is said privately. */
const stepPress = (id: string, step: (deps: Deps, asked: Asked, which: Which) => Outcome): PressEntry<Deps> =>
  pressed(id, milestoneValue, async (asked, deps: Deps, which) =>
    answered(await step(deps, asked, which), ({ project }) => afterStep(asked, project, which.id)),
  );

function afterStep(asked: Asked, project: Project, id: string): Answer {
  if (asked.view) return { answer: 'replace', view: planModal(project, todayOf(asked), asked.locale) };
  const message = standsNotice(project, id, asked.locale);
  return message ? { answer: 'tell', message } : { answer: 'done' };
}

const formPress = (form: PlanForm): PressEntry<Deps> =>
  pressed(
    PLAN_IDS[form],
    milestoneValue,
    async (asked, deps: Deps, which) => opened(await openForm(deps, asked, which, form)),
    true,
  );

export const planPresses: readonly PressEntry<Deps>[] = [
  pressed(
    PLAN_IDS.open,
    planValue,
    async (asked, deps: Deps, { project }) => opened(await openPlan(deps, asked, project)),
    true,
  ),
  pressed(
    PLAN_IDS.add,
    planValue,
    async (asked, deps: Deps, { project }) => opened(await openSet(deps, asked, project)),
    true,
  ),
  stepPress(PLAN_IDS.reach, reach),
  stepPress(PLAN_IDS.reopen, reopen),
  stepPress(PLAN_IDS.unblock, unblock),
  stepPress(PLAN_IDS.undo, undo),
  formPress('move'),
  formPress('drop'),
  formPress('block'),
  formPress('change'),
  pressed(
    PLAN_IDS.release,
    milestoneValue,
    async (asked, deps: Deps, which) => opened(await openRelease(deps, asked, which)),
    true,
  ),
  pressed(PLAN_IDS.choose, chooseValue, async (asked, deps: Deps, { project }) =>
    replaced(await openPlan(deps, asked, project)),
  ),
  pressed(PLAN_IDS.chooseSet, chooseValue, async (asked, deps: Deps, { project: id }) => {
    const typed = typedMeta.decode(asked.view?.metadata)?.typed ?? '';
    const project = await projectInside(deps, asked, id);
    return isRefusal(project) ? project : inPlace(await setTyped(deps, asked, project, typed));
  }),
];
