import { dayIn } from '../kit/calendar.ts';
import { card, cardKey, type Following, type RowDraft, type Subject, teamOf } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { lifeOf } from '../project/rules-life.ts';
import { release } from '../project/rules-released.ts';

/** The progress post of a project on a day. */
const postSubject = (project: string, day: string): Subject => ({ kind: 'dailyPost', project, about: day });
export const postKey = (project: string, day: string): string => cardKey(postSubject(project, day));
/** The beginning of the keys of all posts of a project; days sort as text. */
export const postKeys = (project: string): string => postKey(project, '');

/** The post, planned because somebody asked for it. */
export const postRow = (project: string, day: string): RowDraft => card(teamOf(project), postSubject(project, day));

/** So long after it was posted a change edits the post; what comes later waits for the next one. */
const EDITED_FOR_MS = 60 * 60_000;
const HOUR_MS = 60 * 60_000;
/** Zones lie between twelve hours behind UTC and fourteen before it. */
const FARTHEST_MS = { behind: 12 * HOUR_MS, before: 14 * HOUR_MS } as const;

/**
 * The progress post, to be drawn again where it was posted within the last hour and says something else now. Which day the project
 * had then depends on its zone, so each day that any zone had is named: a row that is not there is not drawn.
 * @param before null for a new project
 */
export function dailyPostFollows(before: Project | null, after: Project, now: Date): Pick<Following, 'again'> {
  if (before === null || after.parent || isSame(before, after)) return {};
  const since = new Date(now.getTime() - EDITED_FOR_MS);
  const instants = [since.getTime() - FARTHEST_MS.behind, now.getTime(), now.getTime() + FARTHEST_MS.before];
  const days = new Set(instants.map((at) => dayIn('utc', new Date(at))));
  return { again: [...days].map((day) => ({ key: postKey(after._id, day), since })) };
}

/** Asked before every acknowledgement: most changes are on the record, and of those nothing else is looked at. */
const isSame = (before: Project, after: Project): boolean =>
  before.record.sequence === after.record.sequence && JSON.stringify(said(before)) === JSON.stringify(said(after));

/** All that the post is made of besides the record. */
const said = (project: Project) => [
  lifeOf(project).state,
  project.plan ?? null,
  project.progress?.health ?? null,
  project.progress?.checkIn?.people ?? null,
  release(project).waiting,
  (project.requests ?? []).map(({ id, state }) => [id, state]),
];
