import type { Digest } from '../io/digests.ts';
import type { Handling } from '../io/handling.ts';
import type { QueuedRow } from '../io/nudges.ts';
import type { Day } from '../kit/calendar.ts';
import type { Locale } from '../kit/locale.ts';
import type { Nudge } from '../kit/nudge.ts';
import type { Nudged } from '../kit/nudged.ts';
import { type Person, personKey } from '../kit/person.ts';
import { type WorkCalendar, workStart } from '../kit/work-days.ts';
import { type WaitWording, wordedBy } from '../kit/waits.ts';
import type { Project } from '../project/model.ts';
import { titleOf } from '../project/rules.ts';
import type { ProjectDeps } from '../project/service.ts';
import { MOST_OF_ONE, MOST_PROJECTS } from './model.ts';
import { type DigestPart, digestOf } from './rules-digest.ts';
import { stillDue } from './rules-told.ts';
import { putDown } from './service-bring-up.ts';
import { workedOut } from './service-context.ts';
import { shownBy, type Telling } from './service-nudges.ts';
import { type DigestShown, saidOfLeft, type WaitShown } from './views-digest.ts';
import type { Brought } from './views-nudges.ts';

export type Digesting = Telling & { waits: readonly WaitWording[] };

export type Composing = {
  person: Person;
  today: Day;
  /** Whose days they are. */
  calendar: WorkCalendar;
  locale: Locale;
  digest: Digest;
  projects: readonly Project[];
};

/** What stands in somebody's digest, and what becomes of what waited for it. */
export type Composed = { shown: DigestShown; settled: NonNullable<Nudged['settled']> };

/** One project that fails keeps a digest waiting for so long at most; then it comes without. */
const TRIED_MS = 30 * 60_000;

/** Works out somebody's digest over all of their projects, as they are now. */
export async function composed(
  deps: ProjectDeps,
  handling: Handling,
  digesting: Digesting,
  composing: Composing,
): Promise<Composed> {
  const { person, today } = composing;
  const projects = composing.projects.slice(0, MOST_PROJECTS);
  const { worked, failures } = await nudgesIn(deps, handling, digesting, projects);
  const rows = await deps.nudges.of(handling.workspace, personKey(person), MOST_OF_ONE);
  const parts: Record<DigestPart, Brought[]> = { today: [], left: [], overdue: [], coming: [] };
  const over: string[] = [];
  const waits: WaitShown[] = [];
  for (const { project, nudges } of worked) {
    try {
      const theirs = rows.filter((row) => row.project === project._id);
      const looked = lookInto(digesting, composing, { project, nudges, rows: theirs, now: handling.now });
      for (const { part, one } of looked.brought) parts[part].push(one);
      over.push(...looked.over);
      waits.push(...looked.waits);
    } catch (error) {
      failures.push(error);
    }
  }
  // What fails for a moment, as while the database is away, is not left out for that: it is tried again first.
  const isEarly = handling.now.getTime() < workStart(composing.calendar, today).getTime() + TRIED_MS;
  if (failures.length > 0 && isEarly)
    throw new AggregateError(failures, `of a digest ${failures.length} projects failed`);
  for (const error of failures) deps.wentWrong(error, 'digest of a project', 'en');
  const moreProjects = composing.projects.length - projects.length;
  const inDigest = saidOfLeft(parts.left).map(({ key }) => key);
  return {
    shown: { day: today, parts, waits, moreProjects },
    settled: [
      ...(inDigest.length > 0 ? [{ keys: inDigest, as: 'inDigest' as const }] : []),
      ...(over.length > 0 ? [{ keys: over, as: 'over' as const }] : []),
    ],
  };
}

type Worked = { project: Project; nudges: Nudge[] };

/** What of one project stands in somebody's digest, and the keys of what waited and is over. */
function lookInto(
  { wordings, waits }: Digesting,
  { person, calendar, digest: { shownUntil }, locale }: Composing,
  { project, nudges, rows, now }: Worked & { rows: readonly QueuedRow[]; now: Date },
): { brought: { part: DigestPart; one: Brought }[]; over: string[]; waits: WaitShown[] } {
  const { due, over } = stillDue(rows, nudges, now);
  const left = new Map(due.map(({ key, nudge }) => [nudge.key, key]));
  const asked = { person, now, calendar, shownUntil, left: new Set(left.keys()) };
  const brought = digestOf(nudges, asked).flatMap(({ part, nudge }) => {
    const shown = shownBy(wordings, project, nudge, locale);
    return shown ? [{ part, one: { key: left.get(nudge.key) ?? nudge.key, nudge, project, shown } }] : [];
  });
  return { brought, over, waits: waitsIn(project, person, waits, locale) };
}

/** The nudges of each project. What is due and not put down yet is, so that the digest brings it and no message does besides. */
async function nudgesIn(
  deps: ProjectDeps,
  { workspace, now }: Handling,
  { nudges: makers }: Digesting,
  projects: readonly Project[],
): Promise<{ worked: Worked[]; failures: unknown[] }> {
  const all: { worked: Worked[]; failures: unknown[] } = { worked: [], failures: [] };
  for (const project of projects) {
    try {
      const { nudges, context } = await workedOut(deps, project, now, makers);
      await putDown(deps, workspace, project, { nudges, context });
      all.worked.push({ project, nudges });
    } catch (error) {
      all.failures.push(error);
    }
  }
  return all;
}

function waitsIn(project: Project, person: Person, wordings: readonly WaitWording[], locale: Locale): WaitShown[] {
  const { _id: id, client, summary } = project;
  const theirs = summary.waits.filter((wait) => wait.person === personKey(person));
  return theirs.flatMap((wait) => {
    const about = { id, name: project.name, client };
    const blocks = wordedBy(wordings, about, wait, null, locale);
    return blocks ? [{ project: titleOf(project), client: client.name, blocks }] : [];
  });
}
