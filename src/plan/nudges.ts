import type { Nudge, NudgeContext, NudgeStep, NudgeWay } from '../kit/nudge.ts';
import { type Person, personKey, samePerson } from '../kit/person.ts';
import {
  afterWorkTime,
  lastWorkDay,
  nextMorning,
  nextWorkTime,
  type WorkCalendar,
  workDayFrom,
  workEnd,
  workStart,
} from '../kit/work-days.ts';
import type { Project } from '../project/model.ts';
import { heard, onePerKey, runningIt } from '../project/rules-acting.ts';
import { asRunning } from '../project/rules-life.ts';
import type { Milestone } from './model.ts';
import { onTheTeam, openMilestones } from './rules.ts';

/** How many working days before its day an owner is reminded (docs/product.md, When it nudges). */
const AHEAD = [5, 2] as const;
/** After this much working time an owner is asked what became of it. */
const AFTER_MS = 60 * 60_000;

/** When a milestone is due: at the end of its day's working time by the clock of its owner. */
export const milestoneDueAt = ({ dueOn, owner }: Milestone, { of }: Pick<NudgeContext, 'of'>): Date =>
  workEnd(of(owner.person), dueOn);

/**
 * All that is to be brought up of the milestones that are open now, past and to come, worked out from their days as they are: a
 * moved one has no old nudges. Nothing of a project that is on hold or over.
 */
export function milestoneNudges(project: Project, context: NudgeContext): Nudge[] {
  if (asRunning(project) !== true) return [];
  return onePerKey(openMilestones(project).flatMap((milestone) => nudgesOf(project, milestone, context)));
}

/** Something to bring up. `mark` tells it from the others of the same milestone; `at` is by the calendar of whoever hears it. */
type Plan = {
  step: NudgeStep;
  mark: string;
  way: NudgeWay;
  for: readonly Person[];
  at: (calendar: WorkCalendar) => Date;
};

function nudgesOf(project: Project, milestone: Milestone, context: NudgeContext): Nudge[] {
  const { id, dueOn } = milestone;
  const dueAt = milestoneDueAt(milestone, context);
  const about = { kind: 'milestone', id };
  const owners = onTheTeam(project, milestone.owner) ? [milestone.owner.person] : runningIt(project);
  const others = runningIt(project).filter((person) => !owners.some((owner) => samePerson(owner, person)));
  return [...ownersPlans(milestone, owners, dueAt), ...managersPlan(others, dueAt, context.of(milestone.owner.person))]
    .flatMap((plan) => plan.for.map((person) => ({ ...plan, person })))
    .flatMap(({ step, mark, way, person, at: when }): Nudge[] => {
      const { to, planned, at } = heard(project, person, when, { about, context });
      // What lay in the past as the day was chosen was never to be said.
      if ((step === 'ahead' || step === 'dueDay') && planned < daySince(milestone)) return [];
      const key = `milestone:${id}:${mark}:${dueOn}:${personKey(to)}`;
      return [{ key, step, way, at, to, about, dueAt }];
    });
}

/** Since when its day is the one that it has. */
const daySince = ({ moves, setAt }: Milestone): Date => new Date(moves.at(-1)?.at ?? setAt);

/** What its owner hears. Whoever said that they cannot go on is left alone: it is somebody else's turn. */
function ownersPlans({ dueOn, blocked }: Milestone, owners: readonly Person[], dueAt: Date): Plan[] {
  if (blocked) return [];
  const ahead = AHEAD.map((days): Plan => {
    const at = (calendar: WorkCalendar) => workStart(calendar, workDayFrom(calendar, dueOn, -days));
    return { step: 'ahead', mark: `ahead${days}`, way: 'digest', for: owners, at };
  });
  const onTheDay = (calendar: WorkCalendar) => workStart(calendar, lastWorkDay(calendar, dueOn));
  return [
    ...ahead,
    { step: 'dueDay', mark: 'dueDay', way: 'digest', for: owners, at: onTheDay },
    { step: 'after', mark: 'after', way: 'message', for: owners, at: afterDue(dueAt) },
  ];
}

const afterDue =
  (dueAt: Date) =>
  (calendar: WorkCalendar): Date =>
    nextWorkTime(calendar, afterWorkTime(calendar, dueAt, AFTER_MS));

/** What whoever runs the project hears: on the working day after its owner was asked, if it is still open. */
function managersPlan(managers: readonly Person[], dueAt: Date, owners: WorkCalendar): Plan[] {
  const asked = afterDue(dueAt)(owners);
  const at = (calendar: WorkCalendar) => nextMorning(calendar, asked);
  return [{ step: 'manager', mark: 'manager', way: 'message', for: managers, at }];
}
