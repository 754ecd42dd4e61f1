import type { Round } from '../io/bot-jobs.ts';
import type { Digest } from '../io/digests.ts';
import type { Handling } from '../io/handling.ts';
import { type Day, dayIn } from '../kit/calendar.ts';
import { type Person, personKey } from '../kit/person.ts';
import { sayToPerson } from '../kit/rows.ts';
import { isWorkTime, nextMorning, nextWorkTime, type WorkCalendar, workDayFrom, workEnd } from '../kit/work-days.ts';
import type { Project } from '../project/model.ts';
import { sideOf } from '../project/rules.ts';
import type { ProjectDeps } from '../project/service.ts';
import { calendarOfPerson, calendarsOf } from '../project/service-calendars.ts';
import { MOST_PROJECTS } from './model.ts';
import { composed, type Digesting } from './service-digest-parts.ts';
import { isAwayNow, languageOf } from './service-nudges.ts';
import { countIn, digestMessage } from './views-digest.ts';

/** People in one round, as far as its time goes; the others wait for the next. */
const BATCH = 1000;
const DAY_MS = 86_400_000;
/** One that failed comes again after this. */
const FAILED_PAUSE_MS = 10 * 60_000;

/** Sends each person their morning digest: at the start of their working time, or as late as the bot is up on that day. */
export const digestRound = (digesting: Digesting): Round<Project> => ({
  name: 'digests',
  run: async (deps, handling) => {
    const { workspace, now, deadline } = handling;
    for (const digest of await deps.digests.due(workspace, now, BATCH)) {
      if (deadline.left() === 0) return;
      try {
        await digestOne(deps, handling, digesting, digest);
      } catch (error) {
        deps.wentWrong(error, 'digest of a person', 'en');
        const next = new Date(now.getTime() + FAILED_PAUSE_MS);
        await deps.digests.move(workspace, { person: digest.person, was: digest.nextAt, next });
      }
    }
  },
});

async function digestOne(deps: ProjectDeps, handling: Handling, digesting: Digesting, digest: Digest): Promise<void> {
  const { workspace, now } = handling;
  const { person, nextAt: was } = digest;
  const found = (await isReader(deps, workspace, person))
    ? await deps.digests.projects(workspace, person, MOST_PROJECTS + 1)
    : [];
  // Whoever is the client's in a project is told of it in the client's channel alone.
  const projects = found.filter((project) => sideOf(project, person) !== 'client');
  const [first] = projects;
  if (!first) {
    await deps.digests.move(workspace, { person, was, next: new Date(now.getTime() + DAY_MS) });
    // Whoever gets no digest, as people of a partner, finds nothing in it.
    return deps.nudges.takeUp(workspace, personKey(person), now);
  }
  const calendar = await calendarOfPerson(deps, first, await calendarsOf(deps, first), person);
  const { next, isNow, on } = turnOf(digest, calendar, now);
  if (!isNow || (await isAwayNow(deps, workspace, person, now))) {
    return deps.digests.move(workspace, { person, was, next, ...(on ? { done: { on, until: now } } : {}) });
  }
  const today = dayIn(calendar.zone, now);
  const locale = await languageOf(deps, workspace, person, first);
  const parts = await composed(deps, handling, digesting, { person, today, calendar, locale, digest, projects });
  const { shown, settled } = parts;
  const key = `digest:${personKey(person)}:${today}`;
  const rows = countIn(shown) > 0 ? [sayToPerson(person, null, key, digestMessage(shown, locale))] : [];
  const isSaid = await deps.nudges.say(handling, {
    // It is of one day: where Slack was away for all of that, it does not come beside the next one.
    rows: rows.map((row) => ({ ...row, urgent: false, notAfter: workEnd(calendar, today) })),
    nudged: { settled },
    digest: { person, was, next, done: { on: today, until: now } },
  });
  // What it had no room for is said in a message of its own.
  if (isSaid) await deps.nudges.takeUp(workspace, personKey(person), now);
}

/** Is it the turn of a digest, and when is the next one? Whoever is new begins on their next morning. */
function turnOf({ lastOn }: Digest, calendar: WorkCalendar, now: Date): { next: Date; isNow: boolean; on?: Day } {
  const today = dayIn(calendar.zone, now);
  const tomorrow = nextMorning(calendar, now);
  if (lastOn === null) {
    const isEarly = now < workEnd(calendar, today) && !isWorkTime(calendar, now);
    return isEarly
      ? { next: nextWorkTime(calendar, now), isNow: false, on: workDayFrom(calendar, today, -1) }
      : { next: tomorrow, isNow: false, on: today };
  }
  if (lastOn >= today) return { next: tomorrow, isNow: false };
  return isWorkTime(calendar, now)
    ? { next: tomorrow, isNow: true }
    : { next: nextWorkTime(calendar, now), isNow: false };
}

/** Full members and guests of the agency's workspace; of whom nothing is known yet it is asked now. */
async function isReader({ people }: ProjectDeps, workspace: string, person: Person): Promise<boolean> {
  const known = await people.known(workspace, person);
  const { kind, isGone } = known.kind === 'unknown' ? await people.learn(workspace, person) : known;
  return (kind === 'member' || kind === 'guest') && isGone !== true;
}
