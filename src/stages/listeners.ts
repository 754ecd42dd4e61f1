import { answered, type Asked, type CommandEntry, type PressEntry, pressed, type Replied } from '../io/answers.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { chooseValue, stageValue, typedMeta, writeValue } from '../project/model-metadata.ts';
import { type ProjectDeps, projectInside } from '../project/service.ts';
import { chosenHere } from '../project/service-here.ts';
import { PROJECT_IDS } from '../project/views.ts';
import { openValue, stepValue } from './model.ts';
import { startStage } from './service.ts';
import { holdProject, resumeProject } from './service-life.ts';
import { FITTING, type Form, formFor, openForm, openStages } from './service-open.ts';
import { doneNotice, STAGE_IDS, stagesModal } from './views.ts';

type Deps = ProjectDeps;

/** The modal, drawn as the project is now. */
const redrawn = ({ locale }: Asked, project: Project) =>
  ({ answer: 'replace', view: stagesModal(project, locale) }) as const;

/** What a command does with the project that it is for: at once, or where it was chosen among several. */
type Doing = (asked: Asked, deps: Deps, project: Project, typed: string) => Replied;

const opens =
  (form: Form): Doing =>
  async (asked, deps, project, typed) =>
    formFor(deps, asked, project, typed === '' ? { form } : { form, typed });

/** A reason that was typed holds the project at once; without one, or with one that is too long, the form asks for it. */
const hold: Doing = async (asked, deps, project, typed) => {
  if (typed === '' || typed.length > BOUNDS.reason) return opens('hold')(asked, deps, project, typed);
  return answered(await holdProject(deps, asked, { project: project._id }, typed), (saved) => ({
    answer: 'tell',
    message: doneNotice('heldNow', saved.project, asked.locale),
  }));
};

const resume: Doing = async (asked, deps, project) =>
  answered(await resumeProject(deps, asked, { project: project._id }), (saved) => ({
    answer: 'tell',
    message: doneNotice('resumedNow', saved.project, asked.locale),
  }));

/** The same where it was chosen among several: the modal shows what became of it. */
const resumed: Doing = async (asked, deps, project) =>
  answered(await resumeProject(deps, asked, { project: project._id }), (saved) => redrawn(asked, saved.project));

/** `chosen`: where it is another thing once the project was chosen among several. */
type Command = {
  verbs: readonly string[];
  choose: string;
  fits?: (project: Project) => boolean;
  here: Doing;
  chosen?: Doing;
};

const COMMANDS: readonly Command[] = [
  {
    verbs: ['stage', '阶段'],
    choose: 'stages.choose',
    here: async ({ locale }, _deps, project) => ({ answer: 'open', view: stagesModal(project, locale) }),
  },
  {
    verbs: ['hold', '暂停'],
    choose: 'stages.chooseHold',
    fits: FITTING.hold,
    here: hold,
    chosen: opens('hold'),
  },
  { verbs: ['resume', '恢复'], choose: 'stages.chooseResume', fits: FITTING.resume, here: resume, chosen: resumed },
  { verbs: ['end', '结束'], choose: 'stages.chooseEnd', fits: FITTING.end, here: opens('end') },
  {
    verbs: ['job', '任务'],
    choose: 'stages.chooseJob',
    fits: FITTING.job,
    here: opens('job'),
  },
  { verbs: ['agreed', '既往确认'], choose: 'stages.chooseAgreed', fits: FITTING.attach, here: opens('attach') },
];

export const stagesCommands: readonly CommandEntry<Deps>[] = COMMANDS.map(({ verbs, choose, fits, here }) => ({
  command: '/project',
  verbs,
  run: async (asked, deps, text) => {
    const typed = text.trim().toWellFormed();
    // As much of it as any of its questions takes.
    const kept = typed.slice(0, BOUNDS.reason).toWellFormed();
    const choosing = { action: choose, carried: typedMeta.encode({ typed: kept }), ...(fits ? { fits } : {}) };
    return chosenHere(deps, asked, choosing, async (project) => here(asked, deps, project, typed));
  },
}));

/** Which project was asked; its form, or what was done, takes the place of the question. */
const chosenPresses = COMMANDS.map(({ choose, here, chosen: doing = here }) =>
  pressed(choose, chooseValue, async (asked: Asked, deps: Deps, { project: id }) => {
    const typed = typedMeta.decode(asked.view?.metadata)?.typed ?? '';
    const project = await projectInside(deps, asked, id);
    if (isRefusal(project)) return project;
    const answer = await doing(asked, deps, project, typed);
    return isRefusal(answer) || answer.answer !== 'open' ? answer : { ...answer, answer: 'replace' };
  }),
);

const formPress = (form: Form): PressEntry<Deps> =>
  pressed(
    STAGE_IDS[form],
    openValue,
    (asked, deps: Deps, { project }) => openForm(deps, asked, { project, form }),
    true,
  );

const stepPress = (form: 'override' | 'back'): PressEntry<Deps> =>
  pressed(
    STAGE_IDS[form],
    stepValue,
    (asked, deps: Deps, { project, from }) => openForm(deps, asked, { project, form, from }),
    true,
  );

export const stagesPresses: readonly PressEntry<Deps>[] = [
  pressed(STAGE_IDS.open, writeValue, (asked, deps: Deps, { project }) => openStages(deps, asked, project), true),
  // On the project's card.
  pressed(PROJECT_IDS.startStage, stageValue, async (asked, deps: Deps, step) =>
    answered(await startStage(deps, asked, step), () => ({ answer: 'done' })),
  ),
  pressed(STAGE_IDS.next, stepValue, async (asked, deps: Deps, step) =>
    answered(await startStage(deps, asked, step), ({ project }) => redrawn(asked, project)),
  ),
  pressed(STAGE_IDS.resume, openValue, async (asked, deps: Deps, about) =>
    answered(await resumeProject(deps, asked, about), (saved) => redrawn(asked, saved.project)),
  ),
  stepPress('override'),
  stepPress('back'),
  formPress('attach'),
  formPress('job'),
  formPress('hold'),
  formPress('end'),
  formPress('reopen'),
  ...chosenPresses,
];
