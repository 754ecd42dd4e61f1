import { type Day, dayIn } from '../kit/calendar.ts';
import { earliestOf } from '../kit/earliest.ts';
import type { Rhythm } from '../kit/settings.ts';
import {
  isWorkDay,
  isWorkTime,
  nextWorkTime,
  shift,
  weekdayOn,
  type WorkCalendar,
  workDayFrom,
  workEnd,
} from '../kit/work-days.ts';
import { timesOf } from './rules-slot.ts';

/** The weekdays for which there is a report, 1 is Monday; null for every working day. */
const WEEKDAYS: Readonly<Record<Rhythm['report'], readonly number[] | null>> = {
  none: [],
  daily: null,
  twiceWeekly: [2, 4],
  weekly: [5],
};

/**
 * Is there a report on this day? On working days alone: where nobody works on a report's weekday, it comes on the last working day
 * before it in the same week, and in a week without one there is none.
 */
export function isReportDay(rhythm: Rhythm['report'], team: WorkCalendar, day: Day): boolean {
  if (!isWorkDay(team, day)) return false;
  const weekdays = WEEKDAYS[rhythm];
  if (weekdays === null) return true;
  const left = weekdays.map((weekday) => weekday - weekdayOn(day)).filter((days) => days >= 0);
  return left.some((days) =>
    Array.from({ length: days }, (_, at) => shift(day, at + 1)).every((one) => !isWorkDay(team, one)),
  );
}

/** What says whether a report is due. */
export type ReportFacts = {
  rhythm: Rhythm['report'];
  /** By the project's clock: a report is drafted when the daily post goes out. */
  postMinute: number;
  /** No report up to and including this day. */
  pausedUntil: Day | null;
  startedAt: Date;
  /** The day of the last report that was drafted, sent or not. */
  last: Day | null;
};

/** How far back a report is looked for that was missed: the longest rhythm is a week. */
const LOOK_BACK = 7;
/** How far ahead the next one is looked for: after a long holiday. */
const LOOK_AHEAD = 60;

/**
 * The report that is due now, and when the next will be. One that was missed on its day is drafted on the next working day, in working
 * time, where reports were drafted before: later the next one is near, and nobody drafts a report that was not wanted then.
 */
export function reportDue(facts: ReportFacts, team: WorkCalendar, now: Date): { day: Day | null; next: Date | null } {
  const today = dayIn(team.zone, now);
  const next = nextReport(facts, team, today, now);
  const day = latest(facts, team, today, now);
  if (day === null || (facts.last !== null && facts.last >= day)) return { day: null, next };
  // On the day itself it is drafted as long as the post may come.
  if (day === today) return { day: now < timesOf(facts.postMinute, team, day).until ? day : null, next };
  if (facts.last === null || now >= workEnd(team, workDayFrom(team, day, 1))) return { day: null, next };
  return isWorkTime(team, now) ? { day, next } : { day: null, next: earliestOf([nextWorkTime(team, now), next]) };
}

const drafted = ({ postMinute }: ReportFacts, team: WorkCalendar, day: Day): Date =>
  timesOf(postMinute, team, day).from;

const isWanted = ({ rhythm, pausedUntil }: ReportFacts, team: WorkCalendar, day: Day): boolean =>
  (pausedUntil === null || day > pausedUntil) && isReportDay(rhythm, team, day);

/** The last day whose report had to be drafted by now. */
function latest(facts: ReportFacts, team: WorkCalendar, today: Day, now: Date): Day | null {
  for (let back = 0; back <= LOOK_BACK; back += 1) {
    const day = shift(today, -back);
    if (!isWanted(facts, team, day)) continue;
    const at = drafted(facts, team, day);
    if (at <= now) return at < facts.startedAt ? null : day;
  }
  return null;
}

function nextReport(facts: ReportFacts, team: WorkCalendar, today: Day, now: Date): Date | null {
  for (let ahead = 0; ahead <= LOOK_AHEAD; ahead += 1) {
    const day = shift(today, ahead);
    if (!isWanted(facts, team, day)) continue;
    const at = drafted(facts, team, day);
    if (at > now) return at;
  }
  return null;
}

/**
 * When somebody is reminded of a draft that was not sent: at the start of the next working day; null where the next report comes on that
 * day and takes its place.
 */
export function remindOn(rhythm: Rhythm['report'], team: WorkCalendar, draftedAt: Date): Day | null {
  const day = workDayFrom(team, dayIn(team.zone, draftedAt), 1);
  return isReportDay(rhythm, team, day) ? null : day;
}
