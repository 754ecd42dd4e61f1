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
import type { Answers, Question } from '../kit/form.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { chooseValue, writeValue } from '../project/model-metadata.ts';
import { type ProjectDeps, projectFor } from '../project/service.ts';
import { chosenHere, isGoingOn } from '../project/service-here.ts';
import { PROJECT_IDS } from '../project/views.ts';
import {
  BRIEF_STEPS,
  type BriefQuestion,
  type BriefStep,
  briefForm,
  CHOOSE_FINDER,
  findersForm,
  insideForm,
  resultsForm,
} from './model.ts';
import { editMeta, findersMeta, openValue, stepValue } from './model-metadata.ts';
import type { StepAnswers } from './rules-merge.ts';
import { openBrief, openFinders, overviewAgain, saveDraft, saveFinders, toName } from './service.ts';
import { BRIEF_IDS } from './views-card.ts';
import { editModal, type Typed } from './views-edit.ts';
import { findersModal } from './views-forms.ts';
import { CHANGE_FINDERS, EDIT_STEP, overviewModal } from './views-overview.ts';

type Deps = ProjectDeps;
type StepId = BriefStep['id'];

export const editCommands: readonly CommandEntry<Deps>[] = [{ command: '/brief', verbs: [], run: commandBrief }];

/** `/brief`: the brief of this channel's project; which one is asked where there are several. */
async function commandBrief(asked: Asked, deps: Deps): Replied {
  return chosenHere(deps, asked, { action: BRIEF_CHOOSE, fits: isGoingOn }, async (project) =>
    shown(openBrief(project, asked), asked, 'open'),
  );
}

const BRIEF_CHOOSE = 'brief.choose';

/** A brief that nobody has written yet begins with its first step, and so does a job's, which has no other. */
const shown = (project: Project | Refusal, { locale }: Asked, answer: 'open' | 'replace'): Answer | Refusal =>
  answered(project, (found) => {
    const isShort = found.brief === null || found.work.kind === 'job';
    return { answer, view: isShort ? editModal(found, 'essentials', locale) : overviewModal(found, locale) };
  });

async function edit(asked: Asked, deps: Deps, id: string, how: 'open' | 'replace'): Replied {
  const project = await projectFor(deps, asked, id);
  return isRefusal(project) ? project : shown(openBrief(project, asked), asked, how);
}

async function editStep(asked: Asked, deps: Deps, id: string, step: StepId): Replied {
  const project = await projectFor(deps, asked, id);
  const allowed = isRefusal(project) ? project : openBrief(project, asked);
  return answered(allowed, (found) => ({ answer: 'open', view: editModal(found, step, asked.locale) }));
}

/** The step again, with what was typed and what somebody else wrote meanwhile; saved from there, it replaces that. */
async function clashed(asked: Asked, deps: Deps, id: string, step: StepId, typed: Typed): Replied {
  return answered(await projectFor(deps, asked, id), (project) => ({
    answer: 'replace',
    view: editModal(project, step, asked.locale, typed),
  }));
}

/** Who finds out, over the overview; where all of it has been answered meanwhile, the overview is drawn again instead. */
async function changeFinders(asked: Asked, deps: Deps, id: string): Replied {
  return answered(await openFinders(deps, asked, id), ({ project, questions }) =>
    questions.length > 0
      ? { answer: 'open', view: findersModal(project, questions, asked.locale) }
      : { answer: 'replace', view: overviewModal(project, asked.locale) },
  );
}

/** After a step comes the overview: the one beneath is drawn again, or the step becomes it. A job's brief is done. */
function afterStep(project: Project, asked: Asked, deps: Deps): Answer {
  if (project.work.kind === 'job') return DONE;
  if (asked.view?.beneath) return { answer: 'back', afterwards: overviewAgain(deps, asked, project._id) };
  return { answer: 'replace', view: overviewModal(project, asked.locale) };
}

/** Learns who was chosen, so that the submit knows whether they are of the agency. */
const meetFinder: PressEntry<Deps>['run'] = async ({ workspace }, deps, { chosen: user }) => {
  const afterwards = async () => {
    if (user !== null) await deps.people.learn(workspace, { team: workspace, user });
    return null;
  };
  return { answer: 'lookUp', afterwards };
};

export const editPresses: readonly PressEntry<Deps>[] = [
  pressed(
    PROJECT_IDS.writeBrief,
    writeValue,
    (asked, deps: Deps, { project }) => edit(asked, deps, project, 'open'),
    true,
  ),
  pressed(BRIEF_IDS.edit, openValue, (asked, deps: Deps, { project }) => edit(asked, deps, project, 'open'), true),
  pressed(BRIEF_CHOOSE, chooseValue, (asked, deps: Deps, { project }) => edit(asked, deps, project, 'replace')),
  pressed(EDIT_STEP, stepValue, (asked, deps: Deps, { project, step }) => editStep(asked, deps, project, step), true),
  pressed(CHANGE_FINDERS, openValue, (asked, deps: Deps, { project }) => changeFinders(asked, deps, project), true),
  { action: CHOOSE_FINDER, opens: false, run: meetFinder },
];

/** One step's modal, saved as a draft. */
function stepEntry<const Qs extends readonly Question[]>(
  { id: step, view }: BriefStep,
  form: Qs,
  entered: (answers: Answers<Qs>) => StepAnswers,
): SubmitEntry<Deps> {
  return submitted(view, editMeta, form, async (asked, deps: Deps, { project: id, opened }, answers) => {
    const given = { answers: entered(answers), opened };
    const saved = await saveDraft(deps, asked, id, given);
    if (isRefusal(saved) && opened && saved.code === 'brief.clash')
      return clashed(asked, deps, id, step, { ...given, opened });
    return answered(saved, ({ project }) => {
      // As it was saved: somebody else may have answered one of them meanwhile.
      const questions = toName(project, given, asked);
      if (questions.length === 0) return afterStep(project, asked, deps);
      return { answer: 'replace', view: findersModal(project, questions, asked.locale) };
    });
  });
}

export const editSubmits: readonly SubmitEntry<Deps>[] = [
  stepEntry(BRIEF_STEPS[0], briefForm, (answers) => answers),
  stepEntry(BRIEF_STEPS[1], resultsForm, ({ notKnown2: notKnown, ...answers }) => ({ ...answers, notKnown })),
  stepEntry(BRIEF_STEPS[2], insideForm, (answers) => ({ ...answers, notKnown: null })),
  submitted(
    BRIEF_IDS.findersForm,
    findersMeta,
    ({ questions }) => findersForm(questions),
    async (asked, deps: Deps, { project }, found) =>
      answered(await saveFinders(deps, asked, project, found as Partial<Record<BriefQuestion, string>>), (saved) =>
        afterStep(saved.project, asked, deps),
      ),
  ),
];
