import { type Day, dayIn } from '../kit/calendar.ts';
import { type WorkCalendar, workDaysBetween } from '../kit/work-days.ts';
import { openMilestones } from '../plan/rules.ts';
import type { Project } from '../project/model.ts';
import { release, type Waiting } from '../project/rules-released.ts';
import { type CheckInLines, checkInLines } from './rules-check-in.ts';
import type { HealthFacts } from './rules-health.ts';

/** A day of a project, and the working time of both sides. The team's zone is the one by whose clock the project speaks up. */
export type OnDay = { day: Day; team: WorkCalendar; client: WorkCalendar };

/** Working days by which something is overdue: at least one as soon as its day is over, 0 until then. */
export const overdueDays = (calendar: WorkCalendar, dueOn: Day, day: Day): number =>
  dueOn < day ? Math.max(1, workDaysBetween(calendar, dueOn, day)) : 0;

/** What waits for the client, with the days on which it was asked and is due, by the client's own calendar. */
export type WaitingOn = { waiting: Waiting; sinceOn: Day; silentDays: number; dueOn: Day | null; overdueDays: number };

export function waitingOn(project: Project, { day, client }: OnDay): WaitingOn[] {
  return release(project).waiting.map((waiting) => {
    const sinceOn = dayIn(client.zone, new Date(waiting.since));
    const dueOn = waiting.due === null ? null : dayIn(client.zone, new Date(waiting.due));
    const silentDays = Math.max(0, workDaysBetween(client, sinceOn, day));
    return { waiting, sinceOn, silentDays, dueOn, overdueDays: dueOn === null ? 0 : overdueDays(client, dueOn, day) };
  });
}

/** What people said in the check-in of a day, the worst first. */
export function saidOn(project: Project, day: Day): CheckInLines['said'] {
  const lines = checkInLines(project);
  return lines?.day === day ? lines.said : [];
}

/** All that says how a project is doing on a day. @param waiting what waits for the client then, where that is known already */
export function healthFacts(project: Project, at: OnDay, waiting = waitingOn(project, at)): HealthFacts {
  const { day, team } = at;
  return {
    milestones: openMilestones(project).map(({ kind, name, dueOn, blocked }) => {
      const days = workDaysBetween(team, day, dueOn);
      return {
        kind,
        name,
        dueIn: Math.max(0, days),
        isOff: dueOn > day && days === 0,
        overdueDays: overdueDays(team, dueOn, day),
        isBlocked: Boolean(blocked),
      };
    }),
    waiting: waiting.map(({ silentDays, overdueDays: late }) => ({ silentDays, overdueDays: late })),
    requests: (project.requests ?? []).filter(({ state }) => state === 'open').length,
    checkIns: saidOn(project, day).flatMap(({ who, is }) =>
      is === 'atRisk' || is === 'blocked' ? [{ who: who.name, is }] : [],
    ),
  };
}
