import { type Day, instantOf } from '../kit/calendar.ts';
import type { Nudge, NudgeContext } from '../kit/nudge.ts';
import { type Person, personKey } from '../kit/person.ts';
import { shift, type WorkCalendar } from '../kit/work-days.ts';
import type { Project } from '../project/model.ts';
import { heard, onePerKey, runningIt } from '../project/rules-acting.ts';
import type { Deliverable, Rights } from './model.ts';
import { RIGHTS_ABOUT } from './model-waits.ts';
import { deliverablesOf } from './rules.ts';

/** So many days before usage rights end whoever runs the project hears of it (docs/product.md, Execution). */
const AHEAD_DAYS = 30;

/** Usage rights that end on a day. */
type Ending = Rights & { until: Day };

const endingOf = ({ dropped, rights }: Deliverable): Ending | null =>
  !dropped && rights?.until ? { ...rights, until: rights.until } : null;

/** Does a project have anything that is brought up after its end: usage rights that end on a day? */
export const hasEndingRights = (project: Pick<Project, 'deliverables'>): boolean =>
  deliverablesOf(project).some((one) => endingOf(one) !== null);

/**
 * What is to be brought up of usage rights: that they end, once, in the working time of whoever runs the project. What was approved is in
 * use whatever became of the project, so it is brought up while that is on hold and after its end, too.
 */
export function rightsNudges(project: Project, context: NudgeContext): Nudge[] {
  const all = deliverablesOf(project).flatMap((one) => {
    const ending = endingOf(one);
    return ending
      ? runningIt(project).flatMap((person) => nudgeOf(project, context, { id: one.id, ending, person }))
      : [];
  });
  return onePerKey(all);
}

type Asking = { id: string; ending: Ending; person: Person };

function nudgeOf(project: Project, context: NudgeContext, { id, ending, person }: Asking): Nudge[] {
  const { until, at: notedAt } = ending;
  const about = { kind: RIGHTS_ABOUT, id };
  const ahead = ({ zone }: WorkCalendar) => instantOf(shift(until, -AHEAD_DAYS), 0, zone);
  const { to, planned: at } = heard(project, person, ahead, { about, context });
  // Whoever notes rights that end sooner knows it.
  if (at < new Date(notedAt)) return [];
  const key = `${RIGHTS_ABOUT}:${id}:${until}:${personKey(to)}`;
  const dueAt = instantOf(until, 24 * 60, context.of(to).zone);
  return [{ key, step: 'ahead', way: 'message', at, to, about, dueAt }];
}
