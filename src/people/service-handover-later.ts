import type { Handling } from '../io/handling.ts';
import type { Change } from '../kit/change.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { Handover } from '../project/model-people.ts';
import { LIAISON_ITSELF } from '../project/model-record.ts';
import { isEnded } from '../project/rules-life.ts';
import { languagesOf, tellManagers } from '../project/service-tell.ts';
import { type ProjectDeps, projectCardRow } from '../project/service.ts';
import { handoverDue, withoutPlan } from './rules-handover.ts';
import { rosterChanged } from './rules-recorded.ts';
import { cancelling, handed, happening } from './service-handover.ts';
import { failedNote } from './views-handover.ts';

/** The client's other projects in which a handover may be planned. */
const MOST_OTHERS = 200;

/** What came of the client's other projects. */
export type CarriedOver = { projects: Project[]; isWhole: boolean };

type Carrying = NonNullable<Project['carrying']>;

/**
 * Carries a handover, or that it is taken back, into the client's other projects, each a decision of its own, and says in the
 * first one that it is done. Done again after it was cut off, nothing happens twice.
 */
export async function carryHandover(deps: ProjectDeps, handling: Handling, first: Project): Promise<CarriedOver> {
  const { carrying } = first;
  const came: CarriedOver = { projects: [], isWhole: true };
  if (!carrying) return came;
  for (const id of await othersOf(deps, first, carrying)) {
    const project = await carryInto(deps, handling, id, carrying).catch(() => null);
    if (project === null) came.isWhole = false;
    else if (project) came.projects.push(project);
  }
  if (!came.isWhole) return came;
  await deps.store.decide({ ...deps.later(handling), delivery: null, actor: null }, first._id, (current) => {
    const isSame = current.carrying?.id === carrying.id && current.carrying.at === carrying.at;
    return isSame ? { project: { ...current, carrying: null }, happened: [], rows: () => [] } : null;
  });
  return came;
}

/** Where it was planned nobody has written down: each project knows it of itself. */
async function othersOf(deps: ProjectDeps, { workspace, client }: Project, carrying: Carrying): Promise<string[]> {
  if (!carrying.isTakenBack) return carrying.projects;
  const found = await deps.store.ofClient(workspace, client.id, MOST_OTHERS);
  return found.filter((one) => withoutPlan(one, carrying.id) !== null).map(({ _id }) => _id);
}

/** @returns the project as it is then; undefined where nothing can be done there */
async function carryInto(deps: ProjectDeps, handling: Handling, id: string, carrying: Carrying) {
  const { projects: _others, isTakenBack = false, ...handover } = carrying;
  const delivery = isTakenBack ? null : `handover:${handover.id}:${id}`;
  const own = { ...deps.later(handling), delivery, actor: handover.by };
  const saved = await deps.store.decide(own, id, (current) => {
    if (isTakenBack) {
      const next = withoutPlan(current, handover.id);
      return next && cancelling(current, next, handover.by);
    }
    return isEnded(current) ? null : handed(current, handover, handling.now);
  });
  return isRefusal(saved) ? undefined : saved.project;
}

/** Does what of a handover is due in a project: its day has come, or it is still being carried to the client's other projects. */
export async function sweepHandover(deps: ProjectDeps, handling: Handling, project: Project): Promise<void> {
  const { _id: id, handover } = project;
  if (project.carrying && isOver(project, handling.now)) await carryHandover(deps, handling, project);
  const due = handoverDue({ ...project, carrying: null });
  if (!handover || !due || due > handling.now) return;
  const speaks = await languagesOf(deps, project);
  // Whoever is on no roster yet is on none as gone either.
  const { isGone } = await deps.people.learn(handling.workspace, handover.to.person);
  const own = { ...handling, delivery: `handover:${handover.id}:${id}:day`, actor: null };
  await deps.store.decide(own, id, (current) => {
    if (current.handover?.id !== handover.id) return null;
    const change = isGone ? null : happening(current, handover, handling.now);
    return change !== null && !isRefusal(change) ? change : fallenThrough(current, handover, speaks);
  });
}

const isOver = (project: Project, now: Date): boolean => (handoverDue(project) ?? now) <= now;

/** Whoever was to take over cannot any more: it is cancelled, and the account managers hear of it. */
function fallenThrough(
  project: Project,
  handover: Handover,
  speaks: Awaited<ReturnType<typeof languagesOf>>,
): Change<Project> {
  const next = { ...project, handover: null };
  const note = (locale: 'en' | 'zh') => failedNote(project, handover, locale);
  return {
    project: next,
    happened: rosterChanged(project, next, LIAISON_ITSELF),
    rows: () => [projectCardRow(next._id), ...tellManagers(next, speaks, `handover:${handover.id}:failed`, note)],
  };
}
