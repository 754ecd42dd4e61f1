import { type Day, dayIn } from '../kit/calendar.ts';
import { hashOf } from '../kit/chain.ts';
import { readDay } from '../kit/days.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Rhythm } from '../kit/settings.ts';
import type { Project, ProjectRefusals } from '../project/model.ts';
import type { Acting, Actor } from '../project/rules.ts';
import { asRunning, mayWhileLive } from '../project/rules-life.ts';
import type { Who } from '../project/rules-may.ts';
import type { Progress } from './model.ts';
import type { HealthChoice, ProgressRefusals } from './model-forms.ts';

const refuse = refuser<ProgressRefusals & ProjectRefusals>();

/** May this person change what the project says by itself? A job inside a project says nothing by itself. */
export function mayManage(project: Project, who: Who): true | Refusal {
  const allowed = mayWhileLive(project, 'manageProgress', who);
  if (allowed !== true) return allowed;
  return project.parent ? refuse('progress.inParent', { project: project.parent.name }) : true;
}

/** A day that was typed, today or later. @param at the question that it was typed at */
export function dayTyped(text: string, zone: string, now: Date, at: string): Day | Refusal {
  const today = dayIn(zone, now);
  const day = readDay(text, today);
  if (day === null) return refuse('progress.dayUnread', {}, { at });
  return day < today ? refuse('progress.dayPast', {}, { at }) : day;
}

/** Who did something and when, as it is kept. */
const kept = ({ person, id, name }: Actor, now: Date) => ({ by: { person, id, name }, at: now.toISOString() });

const withProgress = (project: Project, changed: Partial<Progress>): Project => ({
  ...project,
  progress: { ...project.progress, ...changed },
});

/** No progress post up to and including a day. */
export function pause(project: Project, by: Acting, until: Day, now: Date): Project | Refusal {
  const allowed = mayManage(project, by);
  if (allowed !== true) return allowed;
  const running = asRunning(project);
  if (running !== true) return running;
  if (project.progress?.paused?.until === until) return refuse('progress.pausedAlready', { day: { day: until } });
  // What was asked for by hand today does not come either.
  return withProgress(project, { paused: { until, ...kept(by, now) }, askedOn: null });
}

/** @param today the day that it is for the project */
export function unpause(project: Project, by: Acting, today: Day): Project | Refusal {
  const allowed = mayManage(project, by);
  if (allowed !== true) return allowed;
  const { paused } = project.progress ?? {};
  return paused && paused.until >= today ? withProgress(project, { paused: null }) : refuse('progress.notPaused', {});
}

export type HealthSaid = { is: HealthChoice; reason: string | null; until: Day | null };

/**
 * How the project is doing, as somebody judges it, with their reason and until a day; or again as it is worked out.
 * @returns the project as it was where exactly this is set already
 */
export function setHealthTo(project: Project, by: Acting, said: HealthSaid, now: Date): Project | Refusal {
  const allowed = mayManage(project, by);
  if (allowed !== true) return allowed;
  if (said.is === 'computed') {
    return project.progress?.health ? withProgress(project, { health: null }) : refuse('progress.healthComputed', {});
  }
  const { is, reason, until } = said;
  if (reason === null) return refuse('progress.reasonMissing', {}, { at: 'reason' });
  if (until === null) return refuse('progress.untilMissing', {}, { at: 'healthUntil' });
  const set = project.progress?.health;
  if (set && set.is === is && set.reason === reason && set.until === until) return project;
  return withProgress(project, { health: { is, reason, until, ...kept(by, now) } });
}

/** What of the rhythm is the project's own; what is left out is as the agency has it. `zone`: by whose clock it speaks up. */
export type OwnRhythm = { rhythm: Partial<Rhythm>; zone: string | null };

/** @returns null where nothing is another */
export function setRhythm(project: Project, by: Acting, { rhythm, zone }: OwnRhythm): Project | Refusal | null {
  const allowed = mayManage(project, by);
  if (allowed !== true) return allowed;
  const isSame = hashOf(project.progress?.rhythm ?? {}) === hashOf(rhythm);
  if (isSame && (project.zone ?? null) === zone) return null;
  return { ...withProgress(project, { rhythm }), zone };
}

/** The post of today, asked for by hand: it comes although it is paused, or there is nothing new. @param today the project's */
export function askPost(project: Project, by: Acting, today: Day, shown: Day): Project | Refusal {
  const allowed = mayManage(project, by);
  if (allowed !== true) return allowed;
  const running = asRunning(project);
  if (running !== true) return running;
  return shown === today ? withProgress(project, { askedOn: today }) : refuse('progress.dayOver', {});
}

/** What the clock puts right: what somebody set until a day that is over, and how the project is judged now. Null for nothing. */
export function judgedOn(project: Project, day: Day, is: Progress['judged']): Project | null {
  const { health, judged } = project.progress ?? {};
  const isOver = Boolean(health && health.until < day);
  const isSame = (judged?.is ?? 'onTrack') === (is?.is ?? 'onTrack');
  if (!isOver && isSame) return null;
  return withProgress(project, { ...(isOver ? { health: null } : {}), ...(isSame ? {} : { judged: is }) });
}
