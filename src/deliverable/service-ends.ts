import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Modal } from '../kit/blocks.ts';
import { type Day, dayIn } from '../kit/calendar.ts';
import type { Content } from '../kit/chain.ts';
import type { Change } from '../kit/change.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import { sayToTeam } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { withActor } from '../project/rules-people.ts';
import { actingOf, actorOf, type ProjectDeps, projectCardRow, projectFor } from '../project/service.ts';
import type { Deliverable } from './model.ts';
import type { Which } from './model-metadata.ts';
import { dropDeliverable, mayDrop, mayNoteRights, noteRights, reopenDeliverable } from './rules-ends.ts';
import { deliverableRow, teamThread } from './rules-subjects.ts';
import { deliverableOf } from './rules.ts';
import { dropModal, rightsModal } from './views-details.ts';
import { detailLine, type DetailStep } from './views-details-said.ts';

export type Outcome = Promise<Saved<Project> | Refusal>;

const RECORDED = {
  changed: 'deliverable.changed',
  rights: 'deliverable.rightsSet',
  dropped: 'deliverable.dropped',
  reopened: 'deliverable.reopened',
} as const satisfies Record<DetailStep['is'], string>;

/** A step of one deliverable: on the record, said in one line in the team's thread, and drawn anew on the cards. */
export function stepChange(
  next: Project,
  deliverable: Deliverable,
  step: DetailStep,
  asked: Asked,
  content: Content,
): Change<Project> {
  const { _id: project, revision, channels } = next;
  const { id, name } = deliverable;
  // One is dropped twice where it was taken up again: each time has a line of its own.
  const said = `line:${project}:deliverable:${id}:${step.is}:${revision}`;
  const line = detailLine(deliverable, step, actorOf(asked), channels.team.language);
  return {
    project: withActor(next, actorOf(asked)),
    happened: [{ kind: RECORDED[step.is], actor: asked.id, content: { deliverable: { id, name }, ...content }, said }],
    rows: () => [
      deliverableRow(project, deliverable),
      projectCardRow(project),
      sayToTeam(project, said, line, teamThread(project, deliverable)),
    ],
  };
}

type Deciding = {
  decide: (project: Project) => Project | Refusal;
  step: DetailStep;
  content: (after: Deliverable) => Content;
};

function decideStep(deps: ProjectDeps, asked: Asked, which: Which, { decide, step, content }: Deciding): Outcome {
  return deps.store.decide(asked.handling, which.project, (project) => {
    const next = decide(project);
    if (isRefusal(next)) return next;
    const after = deliverableOf(next, which.id);
    if (next === project || isRefusal(after)) return null;
    return stepChange(next, after, step, asked, content(after));
  });
}

/** As it was entered; `until` null: without an end. */
export type EnteredRights = { media: string; territory: string; until: Day | null };

/** The form for usage rights. @param typed what was entered, where somebody else was faster */
export async function openRights(
  deps: ProjectDeps,
  asked: Asked,
  which: Which,
  typed?: EnteredRights,
): Promise<Modal | Refusal> {
  const project = await projectFor(deps, asked, which.project);
  if (isRefusal(project)) return project;
  const found = mayNoteRights(project, actingOf(asked), which.id);
  return isRefusal(found) ? found : rightsModal(project, found, asked.locale, typed);
}

/** Notes usage rights. @param opened the mark of those that stood there */
export const saveRights = (
  deps: ProjectDeps,
  asked: Asked,
  { opened, ...which }: Which & { opened: string },
  rights: EnteredRights,
): Outcome =>
  decideStep(deps, asked, which, {
    decide: (project) => {
      const given = { ...rights, id: which.id, opened };
      return noteRights(project, actingOf(asked), given, dayIn(asked.zone, asked.now), asked.now);
    },
    step: { is: 'rights' },
    content: () => ({ rights }),
  });

/** The form that asks why there will be none of it. */
export async function openDrop(deps: ProjectDeps, asked: Asked, which: Which): Promise<Modal | Refusal> {
  const project = await projectFor(deps, asked, which.project);
  if (isRefusal(project)) return project;
  const found = mayDrop(project, actingOf(asked), which.id);
  return isRefusal(found) ? found : dropModal(project, found, asked.locale);
}

export const drop = (
  deps: ProjectDeps,
  asked: Asked,
  { reopenedAt, ...which }: Which & { reopenedAt: string | null },
  why: string,
): Outcome =>
  decideStep(deps, asked, which, {
    decide: (project) => dropDeliverable(project, actingOf(asked), { id: which.id, why, reopenedAt }, asked.now),
    step: { is: 'dropped', why },
    content: () => ({ why }),
  });

export const reopen = (deps: ProjectDeps, asked: Asked, which: Which): Outcome =>
  decideStep(deps, asked, which, {
    decide: (project) => reopenDeliverable(project, actingOf(asked), which.id, asked.now),
    step: { is: 'reopened' },
    content: () => ({}),
  });
