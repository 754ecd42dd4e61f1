import type { Answer, Asked } from '../io/answers.ts';
import type { Modal } from '../kit/blocks.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { Stage } from '../project/model-life.ts';
import { gateLacks } from '../project/rules-gate.ts';
import { asRunning, isOnHold } from '../project/rules-life.ts';
import { type ProjectDeps, projectInside, whoOf } from '../project/service.ts';
import { isGoingOn } from '../project/service-here.ts';
import { mayAttach, mayGoBack, mayOverride } from './rules.ts';
import { mayStartJob } from './rules-jobs.ts';
import { mayEnd, mayHold, mayReopen } from './rules-life.ts';
import { finishEnding, liveOf } from './service-life.ts';
import { stagesModal } from './views.ts';
import {
  attachModal,
  backModal,
  endModal,
  holdModal,
  jobModal,
  overrideModal,
  reopenModal,
  type STAGE_FORMS,
} from './views-forms.ts';

/** The modal of a project's stage, for whoever may see what is internal. */
export async function openStages(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  how: 'open' | 'replace' = 'open',
): Promise<Answer | Refusal> {
  const project = await projectInside(deps, asked, id);
  return isRefusal(project) ? project : { answer: how, view: stagesModal(project, asked.locale) };
}

/** What follows from an end; a failure is logged, and what is left is taken up by the clock. */
export async function finished(deps: ProjectDeps, asked: Asked, project: Project): Promise<void> {
  try {
    await finishEnding(deps, asked.handling, project);
  } catch (error) {
    deps.wentWrong(error, 'the end of a project', asked.locale);
  }
}

/** The modal as it stands after something was done over it, to be drawn in its place. */
export const stagesAgain = (deps: ProjectDeps, asked: Asked, id: string) => async (): Promise<Modal | null> => {
  const project = await projectInside(deps, asked, id);
  return isRefusal(project) ? null : stagesModal(project, asked.locale);
};

export type Form = keyof typeof STAGE_FORMS;

/** `from`: the stage in which its button was shown. `typed`: what was typed after a command. */
export type Opening = { project: string; form: Form; from?: Stage; typed?: string };

/** The form behind a button, for whoever may do what it does. */
export async function openForm(deps: ProjectDeps, asked: Asked, { project: id, ...opening }: Opening) {
  const project = await projectInside(deps, asked, id);
  return isRefusal(project) ? project : formFor(deps, asked, project, opening);
}

/** The same for a project that was read already. */
export async function formFor(
  deps: ProjectDeps,
  asked: Asked,
  project: Project,
  { form, from, typed }: Omit<Opening, 'project'>,
): Promise<Answer | Refusal> {
  const { locale } = asked;
  // Somebody moved it meanwhile: it is shown where it stands now.
  if (isStale(project, form, from)) return { answer: 'replace', view: stagesModal(project, locale) };
  const allowed = await mayOpen(deps, asked, project, form);
  if (allowed !== true) return allowed;
  return { answer: 'open', view: await viewOf(deps, asked, project, { form, typed }) };
}

function isStale(project: Project, form: Form, from: Stage | undefined): boolean {
  if (from === undefined) return false;
  const { work } = project;
  const isMoved = work.kind === 'job' || work.stage !== from;
  return isMoved || (form === 'override' && gateLacks(project).length === 0);
}

async function mayOpen(deps: ProjectDeps, asked: Asked, project: Project, form: Form): Promise<true | Refusal> {
  const who = whoOf(asked);
  switch (form) {
    case 'override':
      return mayOverride(project, who);
    case 'back':
      return mayGoBack(project, who);
    case 'attach':
      return mayAttach(project, who);
    case 'job':
      return mayStartJob(project, who);
    case 'hold':
      return mayHold(project, who);
    case 'end':
      return mayEnd(project, who);
    case 'reopen': {
      const parent = project.parent ? await deps.store.project(asked.workspace, project.parent.project) : null;
      return mayReopen(project, who, parent);
    }
  }
}

async function viewOf(
  deps: ProjectDeps,
  { workspace, locale }: Asked,
  project: Project,
  { form, typed }: { form: Form; typed: string | undefined },
): Promise<Modal> {
  const stage = project.work.kind === 'campaign' ? project.work.stage : 'intake';
  switch (form) {
    case 'override':
      return overrideModal(project, stage, locale);
    case 'back':
      return backModal(project, stage, locale);
    case 'attach':
      return attachModal(project, deps.newId(), locale);
    case 'job':
      return jobModal(project, deps.newId(), locale, typed);
    case 'hold':
      return holdModal(project, locale, typed);
    case 'end':
      return endModal(project, await liveOf(deps, workspace, project.client.id, project._id), locale);
    case 'reopen':
      return reopenModal(project, locale);
  }
}

/** Of which projects of a channel each command could be meant. */
export const FITTING: Readonly<Record<'hold' | 'resume' | 'end' | 'job' | 'attach', (project: Project) => boolean>> = {
  hold: (project) => asRunning(project) === true,
  resume: isOnHold,
  end: isGoingOn,
  job: (project) => isGoingOn(project) && !project.parent,
  attach: isGoingOn,
};
