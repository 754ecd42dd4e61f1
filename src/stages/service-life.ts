import type { Asked } from '../io/answers.ts';
import type { Handling } from '../io/handling.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Content } from '../kit/chain.ts';
import type { Change } from '../kit/change.ts';
import { isRefusal } from '../kit/refusal.ts';
import { called } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import type { End } from '../project/model-life.ts';
import { isEnded, lifeOf } from '../project/rules-life.ts';
import { handoverDropped, withActor } from '../project/rules-people.ts';
import { byWhom } from '../project/rules.ts';
import { actingOf, actorOf, type ProjectDeps, whoOf } from '../project/service.ts';
import { asSeen, end, endedWith, endingDue, finishedEnd, putOnHold, reopen, resume, withMerged } from './rules-life.ts';
import { movedChange, type Outcome, toldChange } from './service.ts';
import { lifeLine, mergedLine } from './views-lines.ts';

/** Which project, and since when it was as it was shown to whoever changes it. */
export type Shown = { project: string; since?: string | undefined };

/** Puts a project on hold. */
export async function holdProject(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, since }: Shown,
  reason: string,
): Outcome {
  return deps.store.decide(asked.handling, id, (project) => {
    const next = asSeen(project, since, putOnHold(project, actingOf(asked), reason, asked.now));
    return isRefusal(next) ? next : lifeChange(project, next, asked, { kind: 'project.putOnHold', reason });
  });
}

/** Goes on with a project that was on hold. */
export async function resumeProject(deps: ProjectDeps, asked: Asked, { project: id, since }: Shown): Outcome {
  return deps.store.decide(asked.handling, id, (project) => {
    const next = asSeen(project, since, resume(project, whoOf(asked), asked.now));
    return isRefusal(next) ? next : lifeChange(project, next, asked, { kind: 'project.resumed', reason: null });
  });
}

/** Opens an ended project again. `parent`: the id of the project that a job is in. */
export async function reopenProject(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, since, parent }: Shown & { parent: string | null },
  reason: string,
): Outcome {
  const inside = parent === null ? null : await deps.store.project(asked.workspace, parent);
  return deps.store.decide(asked.handling, id, (project) => {
    const isTheirs = project.parent?.project === inside?._id;
    const next = asSeen(project, since, reopen(project, whoOf(asked), isTheirs ? inside : null, asked.now));
    return isRefusal(next) ? next : lifeChange(project, next, asked, { kind: 'project.reopened', reason });
  });
}

type Why = { kind: string; reason: string | null; content?: Content };

/** A change of the project's life by whoever asks. */
const lifeChange = (before: Project, next: Project, asked: Asked, { content = {}, ...why }: Why) =>
  lifeChanged(before, withActor(next, actorOf(asked)), { ...why, actor: asked.id, who: called(asked), content });

/** `who`: by name, escaped. */
type Lived = Required<Why> & { actor: string; who: string };

function lifeChanged(before: Project, next: Project, { kind, actor, who, reason, content }: Lived): Change<Project> {
  const line = lifeLine(lifeOf(before), lifeOf(next), { who, reason }, next.channels.team.language);
  const why = reason === null ? {} : { why: reason };
  const change = movedChange(next, { kind, actor, content: { ...content, ...why }, about: 'life', line });
  return { ...change, happened: [...change.happened, ...handoverDropped(before, next, actor)] };
}

/** The live projects of a client that an end may be about: the jobs inside of one, and those that it could be merged into. */
export async function liveOf(deps: ProjectDeps, workspace: string, client: string, id: string) {
  const all = await deps.store.ofClient(workspace, client, BOUNDS.jobs + BOUNDS.projectsInChannel);
  const jobs = all.filter(({ parent }) => parent?.project === id);
  const others = all.filter(({ _id, parent }) => _id !== id && !parent).slice(0, BOUNDS.projectsInChannel);
  return { jobs, others };
}

export type EndAnswers = { as: End; into: string | null; reason: string };

/** Ends a project. Its jobs end with it, and where it is merged the other one notes it, once this is acknowledged. */
export async function endProject(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, since, client }: Shown & { client: string },
  { as, into, reason }: EndAnswers,
): Outcome {
  const { jobs, others } = await liveOf(deps, asked.workspace, client, id);
  const found = others.find(({ _id }) => _id === into);
  return deps.store.decide(asked.handling, id, (project) => {
    const target = found && found.client.id === project.client.id ? { project: found._id, name: found.name } : null;
    const ending = { as, reason, into: into === null ? null : (target ?? 'gone') } as const;
    const next = asSeen(project, since, end(project, actingOf(asked), ending, jobs, asked.now));
    if (isRefusal(next)) return next;
    const content = { end: as, ...(target ? { project: target.name, into: target.project } : {}) };
    return lifeChange(project, next, asked, { kind: 'project.ended', reason, content });
  });
}

/**
 * Brings an end to its end: the jobs that are still live, and the note in the project that it was merged into. Each is a decision
 * of its own that does nothing where it is done already, so it may be begun again at any time. A job in which the client is being
 * asked stays live, and is ended once that is over.
 */
export async function finishEnding(deps: ProjectDeps, handling: Handling, ended: Project): Promise<void> {
  const life = lifeOf(ended);
  if (life.state !== 'ended' || !life.isUnfinished) return;
  const { jobs } = ended.jobs?.length ? await liveOf(deps, ended.workspace, ended.client.id, ended._id) : { jobs: [] };
  // The delivery is the end's own: what follows from it is told from it by being done already.
  const later = (): Handling => ({ ...deps.later(handling), delivery: null, actor: life.by });
  let isWhole = true;
  for (const job of jobs) {
    const saved = await deps.store.decide(later(), job._id, (current) => endJob(current, ended));
    if (!isRefusal(saved) && !isEnded(saved.project)) isWhole = false;
  }
  const into = life.into?.project;
  if (into !== undefined) await deps.store.decide(later(), into, (current) => merge(current, ended));
  if (!isWhole) return;
  await deps.store.decide({ ...later(), actor: null }, ended._id, (current) => {
    const next = finishedEnd(current, ended);
    return next && { project: next, happened: [], rows: () => [] };
  });
}

/** Takes up an end that was cut off. */
export async function sweepEnding(deps: ProjectDeps, handling: Handling, project: Project): Promise<void> {
  const due = endingDue(project);
  if (due && due <= handling.now) await finishEnding(deps, handling, project);
}

function endJob(job: Project, parent: Project): Change<Project> | null {
  const next = endedWith(job, parent);
  const life = next && lifeOf(next);
  if (!next || life?.state !== 'ended') return null;
  const { as, by: actor, reason } = life;
  const content = { end: as, with: parent._id };
  return lifeChanged(job, next, { kind: 'project.ended', actor, who: called(byWhom(parent, life)), reason, content });
}

function merge(project: Project, merged: Project) {
  const life = lifeOf(merged);
  const next = withMerged(project, merged);
  if (!next || life.state !== 'ended') return null;
  const line = mergedLine(merged.name, called(byWhom(merged, life)), project.channels.team.language);
  const content = { project: merged.name, merged: merged._id };
  return toldChange(next, { kind: 'project.mergedIn', actor: life.by, content, about: `merged:${merged._id}`, line });
}
