import type { Clocked } from '../io/bot-jobs.ts';
import { dayIn } from '../kit/calendar.ts';
import { personKey } from '../kit/person.ts';
import { type RowDraft, sayToPerson, sayToTeam } from '../kit/rows.ts';
import { isWorkTime, type WorkCalendar, workDayFrom } from '../kit/work-days.ts';
import type { Project } from '../project/model.ts';
import { calendarOfPerson, calendarsOf } from '../project/service-calendars.ts';
import { languagesOf } from '../project/service-tell.ts';
import type { ProjectDeps } from '../project/service.ts';
import type { CheckIn } from './model.ts';
import { checkInOf, mentionDue, mentioned, missing } from './rules-check-in.ts';
import { postKey } from './rules-follows.ts';
import { hasCheckIn } from './service-check-in.ts';
import { missingLine, missingNote } from './views-check-in.ts';

/** How many working days back the last progress post is looked for: longer ago, its thread is nobody's place any more. */
const LOOK_BACK = 10;

/** Mentions those who have said nothing, once, when four fifths of the time to answer are gone and the post is still to come. */
export const mentionMissing: Clocked<Project> = async (deps, handling, project) => {
  const { now } = handling;
  const due = hasCheckIn(project, deps) ? mentionDue(project, now) : null;
  if (!due || due > now) return due;
  const calendars = await calendarsOf(deps, project);
  const day = checkInOf(project)?.day ?? '';
  const working = await Promise.all(
    missing(project, now).map(async (one) =>
      isWorkTime(await calendarOfPerson(deps, project, calendars, one.person), now) ? [personKey(one.person)] : [],
    ),
  );
  const keys = new Set(working.flat());
  if (keys.size === 0) return null;
  const post = await lastPost(deps, project, calendars.team, now);
  const speaks = await languagesOf(
    deps,
    project,
    missing(project, now).map(({ person }) => person),
  );
  await deps.store.decide(
    { ...handling, delivery: `check-in-missing:${project._id}:${day}` },
    project._id,
    (current) => {
      const next = checkInOf(current)?.day === day && mentionDue(current, now) ? mentioned(current, now) : null;
      const people = missing(current, now).filter(({ person }) => keys.has(personKey(person)));
      if (!next || people.length === 0) return null;
      return { project: next, happened: [], rows: () => missingRows(next, people, post, speaks) };
    },
  );
  return null;
};

/** In the thread of the last post; where there is none, or nobody reads the channel now, to each alone. */
function missingRows(
  project: Project,
  people: CheckIn['people'],
  post: string | null,
  speaks: Awaited<ReturnType<typeof languagesOf>>,
): RowDraft[] {
  const { _id: id, channels } = project;
  const checkIn = checkInOf(project);
  const until = new Date(checkIn?.until ?? 0);
  const key = `check-in-missing:${id}:${checkIn?.day}`;
  const { language, hold } = channels.team;
  // Nobody waits for it, and after the post it helps nobody.
  const later = { urgent: false, notAfter: until };
  if (post !== null && !hold)
    return [{ ...sayToTeam(id, key, missingLine(project, people, until, language), post), ...later }];
  return people.map(({ person }) => {
    const note = missingNote(project, until, speaks.get(personKey(person)) ?? language);
    return { ...sayToPerson(person, id, `${key}:${personKey(person)}`, note), ...later };
  });
}

/** The outbox key of the newest progress post that stands in the team channel; null where there is none. */
async function lastPost(
  { archive }: ProjectDeps,
  { _id: project, workspace }: Project,
  team: WorkCalendar,
  now: Date,
): Promise<string | null> {
  const today = workDayFrom(team, dayIn(team.zone, now), 0);
  const keys = Array.from({ length: LOOK_BACK + 1 }, (_, back) => postKey(project, workDayFrom(team, today, -back)));
  const links = await archive.links(workspace, keys);
  return keys.find((key) => links.has(key)) ?? null;
}
