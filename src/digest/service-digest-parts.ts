import type { KnownBlock } from '@slack/types';
import type { Digest } from '../io/digests.ts';
import type { Handling } from '../io/handling.ts';
import type { Wait } from '../kit/aggregate.ts';
import type { Day } from '../kit/calendar.ts';
import type { WaitingIn } from '../kit/listed.ts';
import type { Locale } from '../kit/locale.ts';
import type { Nudge } from '../kit/nudge.ts';
import type { Nudged } from '../kit/nudged.ts';
import { type Person, personKey } from '../kit/person.ts';
import type { WorkCalendar } from '../kit/work-days.ts';
import type { Project } from '../project/model.ts';
import { titleOf } from '../project/rules.ts';
import type { ProjectDeps } from '../project/service.ts';
import { MOST_OF_ONE, MOST_PROJECTS } from './model.ts';
import { type DigestPart, digestOf } from './rules-digest.ts';
import { stillDue } from './rules-told.ts';
import { putDown } from './service-bring-up.ts';
import { workedOut } from './service-context.ts';
import type { Telling } from './service-nudges.ts';
import { type DigestShown, saidOfLeft, type WaitShown } from './views-digest.ts';
import type { Brought } from './views-nudges.ts';

/** How one feature words what waits because of it, as on App Home; null where it is another feature's. */
export type WaitWording = (
  project: WaitingIn,
  wait: Wait,
  where: { link: string | null },
  locale: Locale,
) => KnownBlock[] | null;

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

/** Works out somebody's digest over all of their projects, as they are now. */
export async function composed(
  deps: ProjectDeps,
  handling: Handling,
  digesting: Digesting,
  composing: Composing,
): Promise<Composed> {
  const { person, today, locale } = composing;
  const projects = composing.projects.slice(0, MOST_PROJECTS);
  const nudges = await nudgesIn(deps, handling, digesting, projects);
  const rows = await deps.nudges.of(handling.workspace, personKey(person), MOST_OF_ONE);
  const parts: Record<DigestPart, Brought[]> = { today: [], left: [], overdue: [], coming: [] };
  const over: string[] = [];
  for (const project of projects) {
    const ofIt = nudges.get(project._id) ?? [];
    const still = stillDue(
      rows.filter((row) => row.project === project._id),
      ofIt,
      handling.now,
    );
    over.push(...still.over);
    const left = new Map(still.due.map(({ key, nudge }) => [nudge.key, key]));
    const asked = { person, now: handling.now, calendar: composing.calendar, shownUntil: composing.digest.shownUntil };
    for (const { part, nudge } of digestOf(ofIt, { ...asked, left: new Set(left.keys()) })) {
      const shown = digesting.wordings.map((wording) => wording(project, nudge, locale)).find((one) => one !== null);
      if (shown) parts[part].push({ key: left.get(nudge.key) ?? nudge.key, nudge, project, shown });
    }
  }
  const waits = projects.flatMap((project) => waitsIn(project, person, digesting.waits, locale));
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

/** The nudges of each project. What is due and not put down yet is, so that the digest brings it and no message does besides. */
async function nudgesIn(
  deps: ProjectDeps,
  { workspace, now }: Handling,
  { nudges: makers }: Digesting,
  projects: readonly Project[],
): Promise<Map<string, Nudge[]>> {
  const all = new Map<string, Nudge[]>();
  for (const project of projects) {
    const { nudges, context } = await workedOut(deps, project, now, makers);
    await putDown(deps, workspace, project, { nudges, context });
    all.set(project._id, nudges);
  }
  return all;
}

function waitsIn(project: Project, person: Person, wordings: readonly WaitWording[], locale: Locale): WaitShown[] {
  const { _id: id, client, summary } = project;
  const theirs = summary.waits.filter((wait) => wait.person === personKey(person));
  return theirs.flatMap((wait) => {
    const about = { id, name: project.name, client };
    const worded = wordings.map((wording) => wording(about, wait, { link: null }, locale)).find((one) => one !== null);
    return worded && worded.length > 0 ? [{ project: titleOf(project), client: client.name, blocks: worded }] : [];
  });
}
