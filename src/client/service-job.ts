import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Change } from '../kit/change.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import { sayToClient } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { release } from '../project/rules-released.ts';
import { actingOf, actorOf, type ProjectDeps, whoOf } from '../project/service.ts';
import { mayStartJob, type NewJob } from '../stages/rules-jobs.ts';
import { startJob } from '../stages/service-jobs.ts';
import { clientCardKey, clientCardRow } from './rules-card.ts';
import { becomeJob, replyKey, requestOf, requestRow } from './rules-requests.ts';
import { type About, answeredEntry, openedRequest } from './service-reply.ts';
import { jobModal } from './views-job.ts';
import { jobForClient } from './views-reply.ts';

/** The form for starting a job, filled with what the client asked for. */
export async function openJob(deps: ProjectDeps, asked: Asked, about: About): Promise<Modal | Refusal> {
  const opened = await openedRequest(deps, asked, about);
  if (isRefusal(opened)) return opened;
  const allowed = mayStartJob(opened.project, whoOf(asked));
  if (allowed !== true) return allowed;
  return jobModal(opened.project, opened.request, deps.newId(), asked.locale);
}

/** Starts a job from a request of the client's: the request has become that job with it, and the client is told so. */
export async function startJobFrom(
  deps: ProjectDeps,
  asked: Asked,
  { project, request }: About,
  job: Omit<NewJob, 'zone'>,
): Promise<Saved<Project> | Refusal> {
  return startJob(deps, asked, project, job, (change) => withRequest(change, request, asked));
}

function withRequest(change: Change<Project>, about: string, asked: Asked): Change<Project> | Refusal {
  const { project: before, happened, rows } = change;
  const request = requestOf(before, about);
  const next = becomeJob(before, about, actingOf(asked), asked.now);
  if (isRefusal(next)) return next;
  const { _id: id } = next;
  const key = replyKey(id, about);
  const line = jobForClient(release(next), actorOf(asked));
  return {
    ...change,
    project: next,
    happened: [...happened, ...(request ? [answeredEntry(request, asked.id, { by: 'job' }, key)] : [])],
    rows: (entries) => [
      ...rows(entries),
      clientCardRow(id),
      sayToClient(id, key, line, clientCardKey(id)),
      requestRow(id, about),
    ],
  };
}
