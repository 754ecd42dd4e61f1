import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project, ProjectRefusals } from '../project/model.ts';
import type { End, Life } from '../project/model-life.ts';
import { openRequests } from '../project/rules-approvals.ts';
import { type Acting, titleOf } from '../project/rules.ts';
import { isEnded, isOnHold, lifeOf, mayWhileLive } from '../project/rules-life.ts';
import { mayDo, type Who } from '../project/rules-may.ts';
import type { StageRefusals } from './model.ts';

const refuse = refuser<ProjectRefusals & StageRefusals>();

/** Since when the project is as it is, on hold or over or live again; empty where it was never anything but live. */
export function sinceOf(project: Pick<Project, 'life'>): string {
  const { since } = lifeOf(project);
  return typeof since === 'string' ? since : '';
}

/**
 * What comes of a change in the project's life, unless there was another one since it was begun: a form that comes late, after
 * the project was held and resumed, holds it no second time.
 * @param seen since when it was as it was shown; undefined where nothing was shown
 */
export const asSeen = (project: Project, seen: string | undefined, next: Project | Refusal): Project | Refusal =>
  isRefusal(next) || seen === undefined || seen === sinceOf(project) ? next : refuse('stages.lifeMoved', {});

/** May this person hold the project now? */
export function mayHold(project: Project, who: Who): true | Refusal {
  const allowed = mayWhileLive(project, 'endProject', who);
  if (allowed !== true) return allowed;
  const life = lifeOf(project);
  return life.state !== 'onHold' || refuse('stages.heldAlready', { at: { at: life.since } });
}

/** Puts the project on hold: no stage is started, and nothing waits for the agency. What the client was asked stays asked. */
export function putOnHold(project: Project, by: Acting, reason: string, now: Date): Project | Refusal {
  const allowed = mayHold(project, by);
  if (allowed !== true) return allowed;
  return { ...project, life: { state: 'onHold', reason, since: now.toISOString(), by: by.id, name: by.name } };
}

/** Goes on with a project that was on hold. */
export function resume(project: Project, by: Who, now: Date): Project | Refusal {
  const allowed = mayWhileLive(project, 'endProject', by);
  if (allowed !== true) return allowed;
  return isOnHold(project) ? live(project, now) : refuse('stages.notOnHold', {});
}

const live = (project: Project, now: Date): Project => ({
  ...project,
  life: { state: 'live', since: now.toISOString() },
});

/** The projects among these in which the client is being asked to decide: ending them would lose what they answer. */
const withOpenRequest = (projects: readonly Project[]): Project[] =>
  projects.filter((project) => openRequests(project).length > 0);

/** May this person end the project now? `jobs`: the live ones inside it, which end with it. */
export function mayEnd(project: Project, who: Who, jobs: readonly Project[] = []): true | Refusal {
  const allowed = mayDo(project, 'endProject', who);
  if (allowed !== true) return allowed;
  const life = lifeOf(project);
  if (life.state === 'ended') return refuse('stages.endedAlready', { at: { at: life.since } });
  const open = withOpenRequest([project, ...jobs]);
  if (open.length === 0) return true;
  return refuse('stages.requestOpen', { projects: open.slice(0, NAMED).map(titleOf).join(', '), count: open.length });
}

/** Projects that a refusal names: the others come up when these are dealt with. */
const NAMED = 3;

/** `into`: where it was chosen; `gone` where what was chosen has ended since, or is another client's. */
export type Ending = { as: End; reason: string; into: { project: string; name: string } | 'gone' | null };

/** Ends the project. It takes nothing new from then on, and everything of it can be read for ever. */
export function end(
  project: Project,
  by: Acting,
  { as, reason, into }: Ending,
  jobs: readonly Project[],
  now: Date,
): Project | Refusal {
  const allowed = mayEnd(project, by, jobs);
  if (allowed !== true) return allowed;
  if (as === 'merged' && into === null) return refuse('stages.mergeWhere', {}, { at: 'into' });
  if (as !== 'merged' && into !== null) return refuse('stages.mergeOnly', {}, { at: 'into' });
  if (into === 'gone') return refuse('stages.mergeGone', {}, { at: 'into' });
  const life: Life = { state: 'ended', as, reason, since: now.toISOString(), by: by.id, name: by.name };
  const isUnfinished = into !== null || (project.jobs ?? []).length > 0;
  return over(project, { ...life, ...(into ? { into } : {}), ...(isUnfinished ? { isUnfinished } : {}) });
}

/** What was planned for a later day does not happen any more, not even where the project is opened again. */
const over = (project: Project, life: Life): Project => ({
  ...project,
  ...(project.handover ? { handover: null } : {}),
  life,
});

/** What did not come to its end within this time after the acknowledgement is taken up. */
const FINISHED_WITHIN_MS = 60_000;

/** When an end is to be brought to its end by itself; null where it is. */
export function endingDue(project: Project): Date | null {
  const life = lifeOf(project);
  if (life.state !== 'ended' || !life.isUnfinished) return null;
  return new Date(Date.parse(life.since) + FINISHED_WITHIN_MS);
}

/** An end of which all is done that follows from it. Null where it is that already, or where this very end is no more. */
export function finishedEnd(project: Project, ended: Project): Project | null {
  const [life, known] = [lifeOf(project), lifeOf(ended)];
  if (life.state !== 'ended' || known.state !== 'ended' || !life.isUnfinished || life.since !== known.since)
    return null;
  return { ...project, life: { ...life, isUnfinished: false } };
}

/**
 * A job ends with the project that it is in. Null where nothing is to be done: it has ended, or the client was asked something
 * meanwhile, which is not to be lost.
 */
export function endedWith(job: Project, parent: Project): Project | null {
  const life = lifeOf(parent);
  if (life.state !== 'ended' || isEnded(job) || withOpenRequest([job]).length > 0) return null;
  const { as, isUnfinished: _theirs, ...ended } = life;
  // Where it is merged, the job is not the one that goes on elsewhere: it is over.
  return over(job, { ...ended, as: as === 'merged' ? 'cancelled' : as, into: null });
}

/** Another project was merged into this one. Null where that is noted already. */
export function withMerged(project: Project, merged: Project): Project | null {
  const known = project.merged ?? [];
  if (known.some((one) => one.project === merged._id)) return null;
  return { ...project, merged: [...known, { project: merged._id, name: merged.name }] };
}

/** May this person open an ended project again? `parent`: the project that a job is in. */
export function mayReopen(project: Project, who: Who, parent: Project | null): true | Refusal {
  const allowed = mayDo(project, 'endProject', who);
  if (allowed !== true) return allowed;
  if (!isEnded(project)) return refuse('stages.notEnded', {});
  return parent && isEnded(parent) ? refuse('stages.parentEnded', { project: parent.name }) : true;
}

/** Opens an ended project again, as it was. */
export function reopen(project: Project, by: Who, parent: Project | null, now: Date): Project | Refusal {
  const allowed = mayReopen(project, by, parent);
  return allowed === true ? live(project, now) : allowed;
}
