import { type Day, dayIn } from '../kit/calendar.ts';
import { type Person, samePerson } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Named } from '../kit/text.ts';
import { nextWorkTime, type WorkCalendar } from '../kit/work-days.ts';
import type { Project, ProjectRefusals } from '../project/model.ts';
import { type Member, SIDE_OF } from '../project/model-people.ts';
import { teamMember } from '../project/rules-acting.ts';
import { isAway } from '../project/rules-away.ts';
import { asLive } from '../project/rules-life.ts';
import type { CheckIn, CheckInState } from './model.ts';
import type { CheckInRefusals } from './model-check-in.ts';
import { nextFrom } from './rules-slot.ts';

const refuse = refuser<CheckInRefusals & ProjectRefusals>();

/** How long before the daily post people are asked: long enough to answer between two meetings. */
const BEFORE_POST_MS = 60 * 60_000;
/** When the missing are mentioned, as a part of the time that they have to answer. */
const MENTIONED_AT = 0.8;

/** A working day's check-in: asked from one instant on, answered until the daily post. */
export type Window = { day: Day; from: Date; until: Date };

/**
 * The check-in that is going on, or the next one; null where nobody ever works.
 * @param facts `postMinute` by the project's clock; no check-in up to and including `pausedUntil`
 */
export function windowAt(
  { postMinute, pausedUntil }: { postMinute: number; pausedUntil: Day | null },
  team: WorkCalendar,
  now: Date,
): Window | null {
  const post = nextFrom(dayIn(team.zone, now), { postMinute, pausedUntil, begunAt: null }, team, now);
  return post && { day: post.day, from: new Date(post.from.getTime() - BEFORE_POST_MS), until: post.from };
}

/** When somebody is asked: in their own working time, or at its start; null where that comes only after the post. */
export function askAt({ from, until }: Pick<Window, 'from' | 'until'>, theirs: WorkCalendar): Date | null {
  const at = nextWorkTime(theirs, from);
  return at < until ? at : null;
}

/** Who of the roster is asked: whoever works on it for the agency or its partner, and is there. */
export const askedOf = ({ people }: Project, now: Date): Member[] =>
  people.filter((member) => SIDE_OF[member.role] !== 'client' && !member.gone && !isAway(member, now));

export const checkInOf = ({ progress }: Project): CheckIn | null => progress?.checkIn ?? null;

const isAsked = (checkIn: CheckIn | null, day: Day, person: Person): boolean =>
  checkIn?.day === day && checkIn.people.some((one) => samePerson(one.person, person));

/** Those among them who were not asked yet on that day. Where a later day was asked already, nobody is. */
export function unasked(project: Project, day: Day, people: readonly Member[]): Member[] {
  const checkIn = checkInOf(project);
  if (checkIn && checkIn.day > day) return [];
  return people.filter(({ person }) => !isAsked(checkIn, day, person));
}

/** Notes that these people are asked. */
export function ask(project: Project, { day, until }: Window, people: readonly Member[], now: Date): Project {
  const at = now.toISOString();
  const before = checkInOf(project);
  const fresh = { day, askedAt: at, until: until.toISOString(), people: [], mentionedAt: null };
  const checkIn = before?.day === day ? before : fresh;
  const asked = people.map(({ person, id, name }) => ({ person, id, name, askedAt: at, said: null }));
  return withCheckIn(project, { ...checkIn, people: [...checkIn.people, ...asked] });
}

const withCheckIn = (project: Project, checkIn: CheckIn): Project => ({
  ...project,
  progress: { ...project.progress, checkIn },
});

/** When four fifths of the time to answer are gone. */
export function mentionAt({ askedAt, until }: Pick<CheckIn, 'askedAt' | 'until'>): Date {
  const from = new Date(askedAt).getTime();
  return new Date(from + Math.floor((new Date(until).getTime() - from) * MENTIONED_AT));
}

/** When the missing are to be mentioned; null where they were, where nobody is missing, or where no post is to come. */
export function mentionDue(project: Project, now: Date): Date | null {
  const checkIn = checkInOf(project);
  const { paused } = project.progress ?? {};
  // There is no post to wait for any more.
  if (!checkIn || (paused && paused.until >= checkIn.day)) return null;
  if (checkIn.mentionedAt !== null || new Date(checkIn.until) <= now) return null;
  return missing(project, now).length > 0 ? mentionAt(checkIn) : null;
}

/** Who was asked in time and has said nothing; whoever has left or is away since is not waited for. */
export function missing(project: Project, now: Date): CheckIn['people'] {
  const checkIn = checkInOf(project);
  if (!checkIn) return [];
  const here = askedOf(project, now);
  const latest = mentionAt(checkIn).toISOString();
  return checkIn.people.filter(
    ({ person, said, askedAt }) =>
      said === null && askedAt <= latest && here.some((one) => samePerson(one.person, person)),
  );
}

/** Notes that the missing were mentioned. */
export function mentioned(project: Project, now: Date): Project | null {
  const checkIn = checkInOf(project);
  return checkIn && withCheckIn(project, { ...checkIn, mentionedAt: now.toISOString() });
}

type Asked = CheckIn['people'][number];

/**
 * May this person say something in the check-in of a day? Whoever was asked may, and change it until the post; what comes first after
 * the post is kept as well.
 * @returns what is there of them
 */
export function maySay(project: Project, day: Day, person: Person, now: Date): Asked | Refusal {
  const live = asLive(project);
  if (live !== true) return live;
  const checkIn = checkInOf(project);
  const asked = checkIn?.people.find((one) => samePerson(one.person, person));
  if (!asked || !teamMember(project, person)) return refuse('progress.checkInNotYours', {});
  if (checkIn?.day !== day) return refuse('progress.checkInOver', {});
  if (asked.said !== null && new Date(checkIn.until) <= now)
    return refuse('progress.checkInClosed', { at: { at: checkIn.until } });
  return asked;
}

/** `shown`: when that was said which they saw as they pressed; left out where they wrote something. */
export type Saying = { day: Day; is: CheckInState; text: string | null; person: Person; shown?: string | null };

/** Says how it goes; said again, it takes the place of what was said. */
export function say(project: Project, { day, is, text, person, shown }: Saying, now: Date): Project | Refusal {
  const asked = maySay(project, day, person, now);
  if (isRefusal(asked)) return asked;
  const { said } = asked;
  if (said?.is === is && said.text === text) return refuse('progress.checkInSame', { at: { at: said.at } });
  // Presses may overtake one another on their way.
  if (said && shown !== undefined && shown !== said.at) return refuse('progress.checkInMoved', { at: { at: said.at } });
  const checkIn = checkInOf(project);
  if (!checkIn) return refuse('progress.checkInOver', {});
  const next = { is, text, at: now.toISOString() };
  const people = checkIn.people.map((one) => (samePerson(one.person, person) ? { ...one, said: next } : one));
  return withCheckIn(project, { ...checkIn, people });
}

/** What is said of a day: the worst first, so that what needs somebody is read. */
export type CheckInLines = {
  day: Day;
  said: readonly { who: Named; is: CheckInState; text: string | null; at: string }[];
  /** Who was asked and has said nothing. */
  missing: readonly Named[];
};

const WORST_FIRST: readonly CheckInState[] = ['blocked', 'atRisk', 'onTrack', 'done', 'nothing'];

/** The latest check-in, for the daily post and for health; null where there was none. The day tells whether it is today's. */
export function checkInLines(project: Project): CheckInLines | null {
  const checkIn = checkInOf(project);
  if (!checkIn) return null;
  const named = ({ person, name }: Asked): Named => ({ person, name });
  const said = checkIn.people.flatMap((one) => (one.said ? [{ who: named(one), ...one.said }] : []));
  return {
    day: checkIn.day,
    said: said.toSorted((a, b) => WORST_FIRST.indexOf(a.is) - WORST_FIRST.indexOf(b.is)),
    missing: checkIn.people.filter((one) => one.said === null).map(named),
  };
}
