import { dayIn } from '../kit/calendar.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Answers } from '../kit/form.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Project, ProjectRefusals } from '../project/model.ts';
import { type Earlier, STAGES, type Stage } from '../project/model-life.ts';
import { type Acting, nextStage, startNextStage } from '../project/rules.ts';
import { asRunning, mayWhileLive } from '../project/rules-life.ts';
import { mayDo, type Who } from '../project/rules-may.ts';
import type { earlierForm, StageRefusals } from './model.ts';

const refuse = refuser<ProjectRefusals & StageRefusals>();

/** May this person go through a gate that is closed? Before its form is opened, and again when it is submitted. */
export function mayOverride(project: Project, who: Who): true | Refusal {
  const allowed = mayDo(project, 'overrideGate', who);
  return allowed === true ? asRunning(project) : allowed;
}

/**
 * Starts the next stage although the gate lacks something; what it lacks and why stay with the project. Where it lacks nothing
 * any more it is started like any other, by whoever may do that.
 * @param lacks what the gate lacks, as keys of sentences
 */
export function overrideGate(
  project: Project,
  by: Acting,
  { from, reason }: { from: Stage; reason: string },
  lacks: readonly string[],
  now: Date,
): Project | Refusal {
  const allowed = mayOverride(project, by);
  if (allowed !== true) return allowed;
  if (lacks.length === 0) return startNextStage(project, by, from, lacks);
  if (project.work.kind === 'job') return refuse('project.noStages', {});
  if (project.work.stage !== from) return refuse('project.stageMoved', { stage: project.work.stage });
  const next = nextStage(project);
  if (!next) return refuse('project.lastStage', {});
  const others = (project.overridden ?? []).filter(({ stage }) => stage !== from);
  const override = { stage: from, lacks: [...lacks], reason, by: by.id, name: by.name, at: now.toISOString() };
  return { ...project, work: { ...project.work, stage: next }, overridden: [...others, override] };
}

/** The stages to which a project can go back; none for a job. */
export const stagesBefore = ({ work }: Pick<Project, 'work'>): Stage[] =>
  work.kind === 'campaign' ? STAGES.slice(0, STAGES.indexOf(work.stage)) : [];

/** May this person take the project back to an earlier stage? */
export const mayGoBack = (project: Project, who: Who): true | Refusal => mayWhileLive(project, 'overrideGate', who);

/** Goes back to an earlier stage. What was agreed since stays agreed. @param from the stage in which the form was opened */
export function reopenStage(project: Project, by: Who, { from, to }: { from: Stage; to: Stage }): Project | Refusal {
  const allowed = mayGoBack(project, by);
  if (allowed !== true) return allowed;
  if (project.work.kind === 'job') return refuse('project.noStages', {});
  if (project.work.stage !== from) return refuse('project.stageMoved', { stage: project.work.stage });
  if (!stagesBefore(project).includes(to)) return refuse('stages.notEarlier', {}, { at: 'to' });
  return { ...project, work: { ...project.work, stage: to } };
}

/** Agreements from before Liaison, in the order in which they were attached. */
export const earlierOf = ({ earlier }: Pick<Project, 'earlier'>): readonly Earlier[] => earlier ?? [];

export const mayAttach = (project: Project, who: Who): true | Refusal => mayWhileLive(project, 'attachEarlier', who);

export type Attaching = {
  id: string;
  answers: Omit<Answers<typeof earlierForm>, 'file'>;
  file: Earlier['file'];
  /** IANA name: what day it is for whoever attaches it. */
  zone: string;
};

/** Attaches what the client agreed to before Liaison. @returns the project as it was where this very one is attached already */
export function attachEarlier(
  project: Project,
  by: Acting,
  { id, answers, file, zone }: Attaching,
  now: Date,
): Project | Refusal {
  const allowed = mayAttach(project, by);
  if (allowed !== true) return allowed;
  const known = earlierOf(project);
  if (known.some((one) => one.id === id)) return project;
  if (known.length >= BOUNDS.earlier) return refuse('stages.tooManyEarlier', { most: BOUNDS.earlier });
  if (answers.agreedOn > dayIn(zone, now)) return refuse('stages.dayToCome', {}, { at: 'agreedOn' });
  const { kind, what, by: agreedBy, agreedOn } = answers;
  const one: Earlier = { id, kind, what, by: agreedBy, agreedOn, file, addedBy: by.id, addedAt: now.toISOString() };
  return { ...project, earlier: [...known, one] };
}
