import type { Nudge, NudgeContext } from '../kit/nudge.ts';
import { type Person, personKey } from '../kit/person.ts';
import type { WorkCalendar } from '../kit/work-days.ts';
import type { Project } from '../project/model.ts';
import type { ProjectDeps } from '../project/service.ts';
import { calendarOfPerson, calendarsOf } from '../project/service-calendars.ts';
import { snoozedUntil } from './rules-snooze.ts';

/** What of a project is to be brought up, by one feature: all that is open, past and to come. */
export type NudgeMaker = (project: Project, context: NudgeContext) => Nudge[];

/** Asking once tells whose time is needed, asking again what follows from it; whoever is named only then, the third time. */
const MOST_ROUNDS = 4;

/**
 * All nudges of a project as it is, and the working times that they were worked out with.
 * @param whose somebody whose working time is asked for besides: nothing of it need be for them any more
 */
export async function workedOut(
  deps: ProjectDeps,
  project: Project,
  now: Date,
  makers: readonly NudgeMaker[],
  whose?: Person,
): Promise<{ nudges: Nudge[]; context: NudgeContext }> {
  const calendars = await calendarsOf(deps, project);
  const times = new Map<string, WorkCalendar>();
  const asked = new Map<string, Person>();
  const of = (person: Person): WorkCalendar => {
    const known = times.get(personKey(person));
    if (!known) asked.set(personKey(person), person);
    return known ?? calendars.team;
  };
  const context: NudgeContext = {
    now,
    ...calendars,
    of,
    snoozedUntil: (person, about) => snoozedUntil(project, person, about),
  };
  if (whose) of(whose);
  for (let round = 1; ; round += 1) {
    const nudges = makers.flatMap((make) => make(project, context));
    // Whoever is to hear of it may not have been asked about.
    for (const { to } of nudges) of(to);
    if (asked.size === 0 || round === MOST_ROUNDS) return { nudges, context };
    for (const [key, person] of asked) times.set(key, await calendarOfPerson(deps, project, calendars, person));
    asked.clear();
  }
}
