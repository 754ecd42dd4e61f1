import { type Day, dayIn } from '../kit/calendar.ts';
import type { Nudge } from '../kit/nudge.ts';
import { type Person, personKey } from '../kit/person.ts';
import { type WorkCalendar, workDaysBetween } from '../kit/work-days.ts';
import { groupsOf } from './rules-queue.ts';

/** The parts of a digest that are worked out from a project, in their order. */
export const DIGEST_PARTS = ['today', 'left', 'overdue', 'coming'] as const;
export type DigestPart = (typeof DIGEST_PARTS)[number];

export type DigestOf = {
  person: Person;
  now: Date;
  /** Whose days they are. */
  calendar: WorkCalendar;
  /** What came up before this was in an earlier digest. */
  shownUntil: Date;
  /** Keys of what waits to be said: it is said here. */
  left: ReadonlySet<string>;
};

/** From so many working days on it is a line of the daily progress post, and nothing more (docs/product.md, When it nudges). */
const TEAMS_FROM_DAYS = 2;

/**
 * What stands in somebody's digest of one project, each thing once: it is due today, waits to be said, is overdue, or comes up. What
 * comes up ahead stands in one digest; what is due today or overdue in each, until it is done or the team's.
 */
export function digestOf(nudges: readonly Nudge[], asked: DigestOf): { part: DigestPart; nudge: Nudge }[] {
  // Whoever is called in a thread themselves still has their day.
  const theirs = nudges.filter(
    ({ to, at, way }) => way !== 'thread' && personKey(to) === personKey(asked.person) && at <= asked.now,
  );
  return groupsOf(theirs).flatMap((group) => {
    const nudge = group.findLast(({ way }) => way === 'message') ?? group.at(-1);
    const part = nudge && partOf(nudge, asked);
    return nudge && part ? [{ part, nudge }] : [];
  });
}

function partOf(nudge: Nudge, { now, calendar, shownUntil, left }: DigestOf): DigestPart | null {
  const today = dayIn(calendar.zone, now);
  // A day that ends at midnight is the one before that.
  const dueOn: Day | null = nudge.dueAt && dayIn(calendar.zone, new Date(nudge.dueAt.getTime() - 1));
  if (nudge.way === 'message') {
    if (left.has(nudge.key)) return 'left';
    // It was said ahead, in a message of its own.
    if (dueOn !== null && dueOn >= today && nudge.step === 'ahead') return null;
    const isTeams = dueOn !== null && workDaysBetween(calendar, dueOn, today) >= TEAMS_FROM_DAYS;
    return isTeams ? null : 'overdue';
  }
  const isNew = nudge.at > shownUntil;
  if (nudge.step === 'dueDay') return isNew || dueOn === today ? 'today' : null;
  return isNew ? 'coming' : null;
}
