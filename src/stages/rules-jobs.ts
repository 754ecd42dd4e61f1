import { BOUNDS } from '../kit/bounds.ts';
import { type Day, dayIn } from '../kit/calendar.ts';
import { SCHEMA_VERSION } from '../kit/aggregate.ts';
import { emptyHead } from '../kit/chain.ts';
import { earliestOf } from '../kit/earliest.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Project, ProjectRefusals } from '../project/model.ts';
import { type Acting, nameKey, ofRoom } from '../project/rules.ts';
import { asRunning } from '../project/rules-life.ts';
import { mayDo, type Who } from '../project/rules-may.ts';
import type { StageRefusals } from './model.ts';

const refuse = refuser<ProjectRefusals & StageRefusals>();

/** May this person start a job in the project? In a job there are none. */
export function mayStartJob(project: Project, who: Who): true | Refusal {
  const allowed = mayDo(project, 'startJob', who);
  if (allowed !== true) return allowed;
  const running = asRunning(project);
  if (running !== true) return running;
  if (project.parent) return refuse('stages.jobInJob', {});
  if (project.channels.team.id === null) return refuse('stages.noChannelYet', {});
  const full = (project.jobs ?? []).length >= BOUNDS.jobs;
  return full ? refuse('stages.tooManyJobs', { most: BOUNDS.jobs }) : true;
}

/** `zone`: an IANA name, by whose days the wanted day may not have passed. */
export type NewJob = { id: string; name: string; wantedOn: Day; zone: string };

/** Takes a job into a project, with the next number. @returns the project as it was where this very one is in it already */
export function withJob(project: Project, by: Acting, { id, name, wantedOn, zone }: NewJob, now: Date) {
  const jobs = project.jobs ?? [];
  if (jobs.some((job) => job.project === id)) return project;
  const allowed = mayStartJob(project, by);
  if (allowed !== true) return allowed;
  if (nameKey(name) === '') return refuse('project.nameEmpty', {}, { at: 'name' });
  if (wantedOn < dayIn(zone, now)) return refuse('project.dayPast', {}, { at: 'wantedOn' });
  const unmade = { wantedOn, by: { person: by.person, id: by.id, name: by.name }, at: now.toISOString() };
  return { ...project, jobs: [...jobs, { project: id, name, unmade }] };
}

/** A job that was taken and is not known to be made after this time is looked for. */
const MADE_WITHIN_MS = 60_000;

const madeBy = (at: string): Date => new Date(Date.parse(at) + MADE_WITHIN_MS);

/** When it is looked whether the jobs that were taken are made; null where that is known of all. */
export const jobsDue = ({ jobs }: Project): Date | null =>
  earliestOf((jobs ?? []).map(({ unmade }) => (unmade ? madeBy(unmade.at) : null)));

/** The jobs that should be made by now, and by whom they were started. */
export const unmadeJobs = ({ jobs }: Project, now: Date) =>
  (jobs ?? []).flatMap(({ project: id, name, unmade }) =>
    unmade && madeBy(unmade.at) <= now ? [{ ...unmade, id, name }] : [],
  );

/** The project where those are known to be made. */
export const withMade = (project: Project, ids: readonly string[]): Project => ({
  ...project,
  jobs: (project.jobs ?? []).map((job) => (ids.includes(job.project) ? { project: job.project, name: job.name } : job)),
});

/** The number of a job in its project; 0 where it is not in it. */
export const numberOf = ({ jobs }: Pick<Project, 'jobs'>, id: string): number =>
  (jobs ?? []).findIndex((job) => job.project === id) + 1;

/**
 * The job that was taken into a project: a project of its own, of the same client, with a copy of the people, in the same
 * channels. What is held there is held for it as well: outsiders are the project's, and its hold counts for the job while it lasts.
 */
export function jobIn(
  parent: Project,
  by: Pick<Acting, 'id'>,
  { id, name, wantedOn }: Omit<NewJob, 'zone'>,
  now: Date,
): Project {
  const at = now.toISOString();
  const { workspace, channels, client, people, offSlack, suppliers } = parent;
  const { team, client: shared } = channels;
  return {
    _id: id,
    workspace,
    schemaVersion: SCHEMA_VERSION,
    revision: 0,
    channels: {
      team: { id: team.id, language: team.language, hold: ofRoom(team.hold) },
      client: shared && { id: shared.id, language: shared.language, hold: shared.hold },
    },
    record: emptyHead(workspace, id),
    summary: { waits: [] },
    client,
    name,
    work: { kind: 'job' },
    wantedOn,
    startedAt: at,
    people: people.filter(({ gone }) => !gone),
    ...(offSlack ? { offSlack } : {}),
    ...(suppliers ? { suppliers } : {}),
    parent: { project: parent._id, name: parent.name, number: numberOf(parent, id) },
    joiners: [],
    brief: null,
    undelivered: 0,
    savedAt: at,
    savedBy: by.id,
  };
}
