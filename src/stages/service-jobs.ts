import type { Asked } from '../io/answers.ts';
import type { Handling } from '../io/handling.ts';
import type { Change } from '../kit/change.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import { cardKey } from '../kit/rows.ts';
import { called } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { isEnded, mayWhileLive } from '../project/rules-life.ts';
import { actingOf, type ProjectDeps, projectCardRow, projectSubject } from '../project/service.ts';
import { jobIn, type NewJob, unmadeJobs, withJob, withMade } from './rules-jobs.ts';
import { type Outcome, toldChange } from './service.ts';
import { jobLine } from './views-lines.ts';

/**
 * Starts a job inside a project: first the project takes it, then it is made. Where a process dies between the two, the same
 * form submitted again makes it, or the clock does.
 * @param also what changes in the project besides, where the job comes from something there
 * @returns the job
 */
export async function startJob(
  deps: ProjectDeps,
  asked: Asked,
  parent: string,
  given: Omit<NewJob, 'zone'>,
  also: (change: Change<Project>) => Change<Project> | Refusal = (change) => change,
): Outcome {
  const job = { ...given, zone: asked.zone };
  const by = actingOf(asked);
  // Nothing is sent before both are decided, and so nothing before the form is answered.
  const taken = await deps.store.decide({ ...asked.handling, more: true }, parent, (project) => {
    const next = withJob(project, by, job, asked.now);
    if (isRefusal(next)) return next;
    if (next === project) return null;
    const line = jobLine(job.name, called(asked), next.channels.team.language);
    const content = { project: job.name, job: job.id };
    const told = { kind: 'project.jobStarted', actor: asked.id, content, about: `job:${job.id}`, line };
    return also(toldChange(next, told));
  });
  if (isRefusal(taken)) return taken;
  // The delivery is marked already; a job is made once, because its form brings its id.
  const handling = { ...asked.handling, delivery: null };
  return deps.store.create(handling, job.id, async () => {
    // Taken some time ago by a process that died, it is made only where it still could be taken.
    const allowed = mayWhileLive(taken.project, 'startJob', by);
    return allowed === true ? made(jobIn(taken.project, by, job, asked.now)) : allowed;
  });
}

/** Makes the jobs that were taken into a project by a process which died before it made them. Those that are there stay as they are. */
export async function sweepJobs(deps: ProjectDeps, handling: Handling, project: Project): Promise<void> {
  const unmade = unmadeJobs(project, handling.now);
  if (unmade.length === 0) return;
  const later = (): Handling => ({ ...deps.later(handling), delivery: null });
  for (const { by, at, ...job } of isEnded(project) ? [] : unmade) {
    const own = { ...later(), actor: by.id };
    await deps.store.create(own, job.id, async () => made(jobIn(project, by, job, new Date(at))));
  }
  const ids = unmade.map((job) => job.id);
  await deps.store.decide(later(), project._id, (current) => ({
    project: withMade(current, ids),
    happened: [],
    rows: () => [],
  }));
}

function made(job: Project): Change<Project> {
  const people = job.people.map(({ id }) => id);
  const content = { client: job.client.id, work: 'job', people, parent: job.parent?.project ?? null };
  const said = cardKey(projectSubject(job._id));
  return {
    project: job,
    happened: [{ kind: 'project.started', actor: job.savedBy, content, said }],
    rows: () => [projectCardRow(job._id)],
  };
}
