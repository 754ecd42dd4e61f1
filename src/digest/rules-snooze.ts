import { type Person, samePerson } from '../kit/person.ts';
import { nextMorning, nextWorkTime, type WorkCalendar } from '../kit/work-days.ts';
import type { Project } from '../project/model.ts';
import { MOST_SNOOZES, type Snooze } from './model.ts';

const HOUR_MS = 60 * 60_000;
/** A snooze that was over this long ago has been followed. */
const FOLLOWED_MS = 7 * 24 * HOUR_MS;

type About = { kind: string; id: string };

/** Until when somebody wants to be left alone about something; null where they do not. */
export function snoozedUntil({ snoozes = [] }: Project, person: Person, about: About): Date | null {
  const theirs = snoozes.find((one) => isOf(one, person, about));
  return theirs ? new Date(theirs.until) : null;
}

/** When it comes up again, in their working time: an hour later, or on the morning of their next working day. */
export function snoozeEnd(snooze: Snooze, calendar: WorkCalendar, now: Date): Date {
  if (snooze === 'hour') return nextWorkTime(calendar, new Date(now.getTime() + HOUR_MS));
  return nextMorning(calendar, now);
}

/** Leaves somebody alone about something until then. No day of the thing itself moves. */
export function withSnooze(
  project: Project,
  { person, about, until }: { person: Person; about: About; until: Date },
  now: Date,
): Project {
  const kept = (project.snoozes ?? []).filter(
    (one) => !isOf(one, person, about) && now.getTime() - Date.parse(one.until) < FOLLOWED_MS,
  );
  const one = { person, about, until: until.toISOString(), at: now.toISOString() };
  return { ...project, snoozes: [...kept, one].slice(-MOST_SNOOZES) };
}

const isOf = (one: { person: Person; about: About }, person: Person, { kind, id }: About): boolean =>
  samePerson(one.person, person) && one.about.kind === kind && one.about.id === id;
