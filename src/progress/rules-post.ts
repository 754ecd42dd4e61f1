import { type Day, dayIn, instantOf } from '../kit/calendar.ts';
import type { Stored } from '../kit/chain.ts';
import { type WorkCalendar, workDayFrom, workDaysBetween } from '../kit/work-days.ts';
import type { Milestone } from '../plan/model.ts';
import { openMilestones } from '../plan/rules.ts';
import type { Project } from '../project/model.ts';
import { lifeOf } from '../project/rules-life.ts';
import { healthFacts, type OnDay, overdueDays, saidOn, waitingOn, type WaitingOn } from './rules-facts.ts';
import { type ShownHealth, shownHealth } from './rules-health.ts';

/** Working days ahead on which a milestone is announced. */
const AHEAD: readonly number[] = [5, 2];

/** What is on the record and is something done, by its kind. What is told by the other lists of the post is not. */
export const DONE_KINDS: ReadonlySet<string> = new Set([
  'project.started',
  'project.stageStarted',
  'project.gateOverridden',
  'project.stageReopened',
  'project.earlierAttached',
  'project.resumed',
  'project.reopened',
  'project.mergedIn',
  'project.jobStarted',
  'project.handedOver',
  'project.requestAnswered',
  'deliverable.added',
  'deliverable.versionAdded',
  'deliverable.checked',
  'deliverable.sentBack',
  'deliverable.sent',
  'deliverable.rightsSet',
  'deliverable.dropped',
  'deliverable.reopened',
  'brief.sent',
  'brief.asked',
  'brief.corrected',
  'approval.answered',
  'approval.closed',
  'approval.takenBack',
  'approval.withdrawn',
  'approval.expired',
  'plan.milestoneReached',
  'plan.milestoneDropped',
  'plan.milestoneReleased',
  'progress.reportSent',
]);

/** A milestone on a day of the post. `days`: working days until then, or by which it is overdue. */
export type MilestoneOn = { milestone: Milestone; days: number };

/** What the progress post of a day says. Every list is whole; how much of it is shown is the view's. */
export type Post = {
  day: Day;
  /** When the last post was really posted, as a day; null for the first one. */
  last: Day | null;
  health: ShownHealth;
  /** Entries of the record, the oldest first. */
  done: readonly Stored[];
  /** Due up to the next working day. */
  due: readonly MilestoneOn[];
  dueAnswers: readonly WaitingOn[];
  /** Overdue or blocked. */
  late: readonly MilestoneOn[];
  waiting: readonly WaitingOn[];
  checkIns: ReturnType<typeof saidOn>;
  /** `isAhead`: today is one of the days on which it is announced. */
  next: readonly (MilestoneOn & { isAhead: boolean })[];
};

/** @param record what is new on it since the last post, in any order. @param last when that was posted; null for the first one */
export function postOn(project: Project, at: OnDay, record: readonly Stored[], last: Date | null): Post {
  const { day, team } = at;
  const tomorrow = workDayFrom(team, day, 1);
  const open = openMilestones(project);
  const isLate = ({ dueOn, blocked }: Milestone) => dueOn < day || Boolean(blocked);
  const waiting = waitingOn(project, at);
  const onTime = open.filter((one) => !isLate(one));
  return {
    day,
    last: last === null ? null : dayIn(team.zone, last),
    health: shownHealth(project.progress, healthFacts(project, at, waiting), day),
    done: doneIn(record),
    due: onTime.filter(({ dueOn }) => dueOn <= tomorrow).map((milestone) => ahead(team, day, milestone)),
    dueAnswers: waiting.filter(({ dueOn }) => dueOn !== null && dueOn >= day && dueOn <= tomorrow),
    late: open.filter(isLate).map((milestone) => ({ milestone, days: overdueDays(team, milestone.dueOn, day) })),
    waiting,
    checkIns: saidOn(project, day),
    next: onTime
      .filter(({ dueOn }) => dueOn > tomorrow)
      .map((milestone) => {
        const one = ahead(team, day, milestone);
        return { ...one, isAhead: AHEAD.includes(one.days) };
      }),
  };
}

const ahead = (team: WorkCalendar, day: Day, milestone: Milestone): MilestoneOn => ({
  milestone,
  days: Math.max(0, workDaysBetween(team, day, milestone.dueOn)),
});

/** Of a request that was closed its end is told, and not each of the answers that came to it. */
function doneIn(record: readonly Stored[]): Stored[] {
  const ofRequest = ({ content }: Stored) =>
    JSON.stringify([content?.['subject'] ?? null, content?.['version'] ?? null]);
  const closed = new Set(record.filter(({ entry }) => entry.kind === 'approval.closed').map(ofRequest));
  return record
    .filter((one) => DONE_KINDS.has(one.entry.kind))
    .filter((one) => one.entry.kind !== 'approval.answered' || !closed.has(ofRequest(one)))
    .toSorted((a, b) => a.entry.sequence - b.entry.sequence);
}

/** Is there nothing to say on that day but what comes next? */
export const isQuiet = ({ done, due, dueAnswers, late, waiting, checkIns, next }: Post): boolean =>
  [done, due, dueAnswers, late, waiting, checkIns].every(({ length }) => length === 0) &&
  !next.some(({ isAhead }) => isAhead);

/** From when on the first post of a project tells what was done: since the working day before. */
export const firstSince = ({ day, team }: OnDay): Date => instantOf(workDayFrom(team, day, -1), 0, team.zone);

/** Does the project have posts at all? Not while it is on hold or over; a job inside a project has none of its own. */
export const hasPosts = (project: Project): boolean => !project.parent && lifeOf(project).state === 'live';

/** Does none come on that day? It does where somebody asked for it. What was posted before the pause began stays, and is edited. */
export function isPausedOn({ progress }: Project, day: Day): boolean {
  const { paused, askedOn } = progress ?? {};
  return Boolean(paused && paused.until >= day) && askedOn !== day;
}
