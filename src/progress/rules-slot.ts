import { type Day, dayIn, instantOf } from '../kit/calendar.ts';
import type { PostSlot } from '../kit/posts.ts';
import { isWorkDay, shift, type WorkCalendar, workEnd } from '../kit/work-days.ts';

/** What the daily post of a project goes by. */
export type PostFacts = {
  /** When it comes, by the project's clock: minutes from midnight. */
  postMinute: number;
  /** No post up to and including this day. */
  pausedUntil: Day | null;
  /** Does the project have daily posts at all? */
  isGoing: boolean;
  /** Since when the project goes on: of a day whose hour had passed by then there is no post. */
  begunAt: Date | null;
  /** Up to when posts were planned; null where none ever was. */
  since: Date | null;
  /** The last day that is on the record as missed; it and those before it are not named again. */
  namedTo: Day | null;
};

/** Of days that were missed no more are named: nobody reads further. */
const MOST_NAMED = 30;
/** Days that are looked through, back and ahead. After a year without a working day there is none. */
const MOST_DAYS = 400;
const NOTHING: PostSlot = { post: null, until: null, missed: [], before: null, next: null };

/**
 * Which daily post is due, and when the next will be (docs/product.md, Daily progress post). A post belongs to the day that it is in
 * the project's zone, and is due from the project's hour to the end of that working day; to midnight, where its hour is after work.
 * What was planned already is for the caller to know: a day asked about twice has the same post.
 * @param calendar the team's, by the project's clock
 */
export function postSlot(facts: PostFacts, calendar: WorkCalendar, now: Date): PostSlot {
  if (!facts.isGoing) return NOTHING;
  const today = dayIn(calendar.zone, now);
  const here = windowOf(facts, calendar, today);
  const isDue = here !== null && here.from <= now && now < here.until;
  return {
    post: isDue ? today : null,
    until: isDue ? here.until : null,
    ...passed(facts, calendar, today, now),
    next: nextFrom(laterOf(today, facts.pausedUntil), facts, calendar, now)?.from ?? null,
  };
}

/** When there are posts. */
type PostTimes = Pick<PostFacts, 'postMinute' | 'pausedUntil' | 'begunAt'>;

type Window = { from: Date; until: Date };

/** From when to when a post is due on a working day: to its end, or to midnight where its hour is after work. */
export function timesOf(postMinute: number, calendar: WorkCalendar, day: Day): Window {
  const from = instantOf(day, postMinute, calendar.zone);
  const end = workEnd(calendar, day);
  return { from, until: from < end ? end : instantOf(day, 24 * 60, calendar.zone) };
}

/** From when to when a day's post is due; null where it has none. */
function windowOf(facts: PostTimes, calendar: WorkCalendar, day: Day): Window | null {
  if (!isWorkDay(calendar, day) || (facts.pausedUntil !== null && day <= facts.pausedUntil)) return null;
  const times = timesOf(facts.postMinute, calendar, day);
  // A zone that moved across the date line left a day out.
  if (dayIn(calendar.zone, times.from) !== day) return null;
  return facts.begunAt === null || facts.begunAt <= times.from ? times : null;
}

/** The days behind, the latest first, as far back as anything is to be said of them. */
function passed(facts: PostFacts, calendar: WorkCalendar, today: Day, now: Date): Pick<PostSlot, 'missed' | 'before'> {
  const { since, namedTo, begunAt } = facts;
  const missed: Day[] = [];
  if (since === null) return { missed, before: null };
  const begun = begunAt === null ? '' : dayIn(calendar.zone, begunAt);
  for (let back = 0; back < MOST_DAYS && missed.length < MOST_NAMED; back += 1) {
    const day = shift(today, -back);
    if (day < begun || (namedTo !== null && day <= namedTo)) break;
    const window = windowOf(facts, calendar, day);
    if (window === null || window.until > now) continue;
    if (window.until <= since) return { missed: missed.toReversed(), before: day };
    missed.push(day);
  }
  return { missed: missed.toReversed(), before: null };
}

const laterOf = (day: Day, other: Day | null): Day => (other !== null && other > day ? other : day);

/** The next post that is to come, from a day on; null where no day is worked for over a year. */
export function nextFrom(
  first: Day,
  times: PostTimes,
  calendar: WorkCalendar,
  now: Date,
): { day: Day; from: Date } | null {
  for (let ahead = 0; ahead <= MOST_DAYS; ahead += 1) {
    const day = shift(first, ahead);
    const window = windowOf(times, calendar, day);
    if (window !== null && window.from > now) return { day, from: window.from };
  }
  return null;
}
