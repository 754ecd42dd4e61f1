import type { Round } from '../io/bot-jobs.ts';
import type { Handling } from '../io/handling.ts';
import type { QueuedRow } from '../io/nudges.ts';
import { personFromKey } from '../io/outbox.ts';
import { dayIn } from '../kit/calendar.ts';
import type { Locale } from '../kit/locale.ts';
import type { Nudge, NudgeShown, NudgeWording } from '../kit/nudge.ts';
import { type Person, personKey } from '../kit/person.ts';
import { sayToPerson } from '../kit/rows.ts';
import { isWorkTime, nextMorning, nextWorkTime, type WorkCalendar } from '../kit/work-days.ts';
import type { Project } from '../project/model.ts';
import { isAway } from '../project/rules-away.ts';
import type { ProjectDeps } from '../project/service.ts';
import { MOST_IN_MESSAGE, MOST_OF_ONE } from './model.ts';
import { stillDue } from './rules-told.ts';
import { type NudgeMaker, workedOut } from './service-context.ts';
import { type Brought, nudgesMessage } from './views-nudges.ts';

/** How nudges are found, and how each feature words its own. */
export type Telling = { nudges: readonly NudgeMaker[]; wordings: readonly NudgeWording<Project>[] };

/** What the feature whose nudge it is says of it; null where none knows it any more. */
export function shownBy(
  wordings: Telling['wordings'],
  project: Project,
  nudge: Nudge,
  locale: Locale,
): NudgeShown | null {
  for (const wording of wordings) {
    const shown = wording(project, nudge, locale);
    if (shown) return shown;
  }
  return null;
}

/** Rows looked at in one round; whoever they are for gets all of theirs. */
const BATCH = 500;
/** Whoever is about to get their digest finds it there. */
const AFTER_DIGEST_MS = 2 * 60_000;
/** What becomes due at the same moment in several projects is one message: so long the others are waited for. */
const GATHERED_MS = 2 * 60_000;
/** Somebody whose message failed to be made comes again after this, so that they keep nobody waiting. */
const FAILED_PAUSE_MS = 10 * 60_000;

/** Tells each person what is due for them, in one message, inside their working time and at most so often a day. */
export const nudgeRound = (telling: Telling): Round<Project> => ({
  name: 'nudges',
  run: async (deps, handling) => {
    const { workspace, now, deadline } = handling;
    for (const key of await deps.nudges.people(workspace, now, BATCH)) {
      if (deadline.left() === 0) return;
      try {
        await tellOne(deps, handling, telling, personFromKey(key));
      } catch (error) {
        deps.wentWrong(error, 'nudges of a person', 'en');
        await deps.nudges.putOff(workspace, key, new Date(now.getTime() + FAILED_PAUSE_MS));
      }
    }
  },
});

/** What waits for somebody, as it is now: what may still be said, and the keys of what is over. */
type Waiting = { due: Brought[]; over: string[]; calendar: WorkCalendar | null; locale: Locale | null };

/** Works out anew what waits for somebody: it stops when somebody has acted. One project that fails stops no other, and comes again. */
async function waitingFor(
  deps: ProjectDeps,
  { workspace, now }: Handling,
  telling: Telling,
  { person, rows }: { person: Person; rows: readonly QueuedRow[] },
): Promise<Waiting> {
  const waiting: Waiting = { due: [], over: [], calendar: null, locale: null };
  for (const id of new Set(rows.map(({ project }) => project))) {
    const theirs = rows.filter((row) => row.project === id);
    try {
      await lookInto(deps, { workspace, now }, telling, waiting, { person, id, rows: theirs });
    } catch (error) {
      deps.wentWrong(error, 'nudges of a project', 'en');
      await deps.nudges.putOff(workspace, personKey(person), new Date(now.getTime() + FAILED_PAUSE_MS), id);
    }
  }
  return waiting;
}

async function lookInto(
  deps: ProjectDeps,
  { workspace, now }: Pick<Handling, 'workspace' | 'now'>,
  { nudges: makers, wordings }: Telling,
  waiting: Waiting,
  { person, id, rows }: { person: Person; id: string; rows: readonly QueuedRow[] },
): Promise<void> {
  const project = await deps.store.project(workspace, id);
  const { nudges, context } = project
    ? await workedOut(deps, project, now, makers, person)
    : { nudges: [], context: null };
  const locale = (waiting.locale ??= await languageOf(deps, workspace, person, project));
  const { due, over } = stillDue(rows, nudges, now);
  const brought: Brought[] = [];
  for (const { key, nudge } of due) {
    const shown = project && shownBy(wordings, project, nudge, locale);
    if (project && shown) brought.push({ key, nudge, project, shown });
    else over.push(key);
  }
  // Whatever fails of a project, nothing of it is said now.
  if (context) waiting.calendar ??= context.of(person);
  waiting.due.push(...brought);
  waiting.over.push(...over);
}

async function tellOne(deps: ProjectDeps, handling: Handling, telling: Telling, person: Person): Promise<void> {
  const { workspace, now } = handling;
  const key = personKey(person);
  const rows = (await deps.nudges.of(workspace, key, MOST_OF_ONE)).filter(({ isLeftover }) => !isLeftover);
  if (isFresh(rows, now) && (await deps.digests.isLookedInto(workspace, person, now))) return;
  const { due, over, calendar, locale } = await waitingFor(deps, handling, telling, { person, rows });
  const settled = over.length > 0 ? [{ keys: over, as: 'over' as const }] : [];
  if (due.length === 0 || calendar === null || locale === null) {
    if (over.length > 0) await deps.nudges.say(handling, { rows: [], nudged: { settled } });
    // What is left waits for the sweep, which notes that a later step has taken its place.
    return deps.nudges.putOff(workspace, key, new Date(now.getTime() + FAILED_PAUSE_MS));
  }
  if (!isWorkTime(calendar, now)) return deps.nudges.putOff(workspace, key, nextWorkTime(calendar, now));
  // It came up before they went: it waits until they are back, which may be tomorrow.
  if (await isAwayNow(deps, workspace, person, now)) {
    return deps.nudges.putOff(workspace, key, nextMorning(calendar, now));
  }
  if (await deps.digests.isDue(workspace, person, now)) {
    return deps.nudges.putOff(workspace, key, new Date(now.getTime() + AFTER_DIGEST_MS));
  }
  const spent = { person: key, day: dayIn(calendar.zone, now) };
  const keys = due.map((one) => one.key);
  if ((await deps.nudges.full(workspace, [spent])).has(key)) return deps.nudges.leave(workspace, keys);
  const [shown, left] = [due.slice(0, MOST_IN_MESSAGE), keys.slice(MOST_IN_MESSAGE)];
  const message = nudgesMessage(shown, left.length, locale);
  // The key names what is said first in it, which is said once.
  const row = { ...sayToPerson(person, null, `nudges:${shown[0]?.key ?? ''}`, message), urgent: false };
  const said = [...settled, { keys: keys.slice(0, MOST_IN_MESSAGE), as: 'said' as const }];
  const isSaid = await deps.nudges.say(handling, { rows: [row], nudged: { settled: said, spent: [spent] } });
  if (isSaid && left.length > 0) await deps.nudges.leave(workspace, left);
}

/** Did it begin to wait just now? */
const isFresh = (rows: readonly QueuedRow[], now: Date): boolean =>
  rows.every(({ notBefore }) => notBefore === null || now.getTime() - notBefore.getTime() < GATHERED_MS);

/** Their own language, else that of a team that they are on. */
export async function languageOf(
  { people, settings }: ProjectDeps,
  workspace: string,
  person: Person,
  project: Project | null,
): Promise<Locale> {
  const fallback = project?.channels.team.language ?? settings.now().language ?? 'en';
  return people.language(await people.known(workspace, person), fallback);
}

/** Is somebody away, by what they said themselves? */
export async function isAwayNow(
  { absences }: ProjectDeps,
  workspace: string,
  person: Person,
  now: Date,
): Promise<boolean> {
  return isAway({ away: await absences.of(workspace, person) }, now);
}
