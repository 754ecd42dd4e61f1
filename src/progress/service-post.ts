import type { DrawCard } from '../io/bot.ts';
import { dayIn } from '../kit/calendar.ts';
import type { Project } from '../project/model.ts';
import type { ProjectDeps } from '../project/service.ts';
import { calendarsOf } from '../project/service-calendars.ts';
import type { OnDay } from './rules-facts.ts';
import { postKey, postKeys } from './rules-follows.ts';
import { firstSince, hasPosts, isPausedOn, isQuiet, type Post, postOn } from './rules-post.ts';
import { rhythmOf } from './rules-rhythm.ts';
import { dailyPost } from './views-post.ts';

/** Entries of the record that are looked through for what is new: after a long pause the rest is nobody's news any more. */
const MOST_NEW = 100;

type Deps = Pick<ProjectDeps, 'archive' | 'calendars' | 'people' | 'settings'>;

/** The day that it is for a project at an instant, with the working time of both sides. */
export async function onDay(deps: Deps, project: Project, now: Date): Promise<OnDay> {
  const { team, client } = await calendarsOf(deps, project);
  return { day: dayIn(team.zone, now), team, client };
}

/** The post of a day as it would be now, and whether it stands in the channel already. */
export async function postFor(
  { archive }: Deps,
  project: Project,
  at: OnDay,
): Promise<{ post: Post; isPosted: boolean }> {
  const { _id: id, workspace } = project;
  const today = postKey(id, at.day);
  const posted = await archive.postedBetween(workspace, { from: postKeys(id), to: today }, 2);
  const last = posted.find(({ key }) => key !== today)?.at ?? null;
  const record = await archive.since({ workspace, project: id }, last ?? firstSince(at), MOST_NEW);
  return { post: postOn(project, at, record, last), isPosted: posted.some(({ key }) => key === today) };
}

/** The progress post of a day, drawn from the project as it is; null where there is nothing to say, or nothing is to be said. */
export const drawDailyPost: DrawCard<Project> = async ({ project, about: day, locale, deps }) => {
  if (!hasPosts(project)) return null;
  const { team, client } = await calendarsOf(deps, project);
  const { post, isPosted } = await postFor(deps, project, { day, team, client });
  // What stands in the channel already is drawn as it is, so that it says nothing that is not so any more.
  if (!isPosted && (isPausedOn(project, day) || isSilent(deps, project, post))) return null;
  return dailyPost(project, post, locale);
};

/** Is nothing to be said on a day like this? It is where somebody asked for it. */
function isSilent({ settings }: Deps, project: Project, post: Post): boolean {
  const { quietDays } = rhythmOf(project, settings.now().rhythm);
  return quietDays === 'nothing' && isQuiet(post) && project.progress?.askedOn !== post.day;
}
