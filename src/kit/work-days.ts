import { type Day, dayIn, instantOf } from './calendar.ts';
import type { Locale } from './locale.ts';

/** What a day is called, in each language. */
export type DayName = Readonly<Record<Locale, string>>;

/**
 * When people work: plain data, so that rules need no library and no read. Minutes count from midnight by the clock on the wall of
 * `zone` (IANA name), so that a working day begins at nine on both sides of a change of the clocks.
 */
export type WorkCalendar = {
  zone: string;
  /** 1 is Monday. */
  weekdays: readonly number[];
  fromMinute: number;
  toMinute: number;
  /** Public holidays, and days off of the company's own. */
  off: ReadonlyMap<Day, DayName>;
  /** Worked although they are a weekend's: make-up days. */
  working: ReadonlyMap<Day, DayName>;
  /** The last year of which the official days are known; null where no country was chosen, so that there is nothing to know. */
  knownUntil: number | null;
};

/** After a year without a working day there is none: somebody has taken all weekdays away. */
const MOST_IDLE_DAYS = 400;
/** Working days into which time is counted: ten years of them. What lies beyond that is nobody's plan. */
const MOST_WORK_DAYS = 2600;

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days since 1970, which was a Thursday: counted a hundred times as fast as days with a zone. */
const numberOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
/** A day has four digits of a year; beyond that it stays at the last. */
const LAST = numberOf('9999-12-31');
const dayOf = (number: number): Day =>
  new Date(Math.min(Math.max(number, numberOf('0000-01-01')), LAST) * DAY_MS).toISOString().slice(0, 10);
const weekdayOf = (number: number): number => ((((number + 3) % 7) + 7) % 7) + 1;
/** So many days of any kind later; earlier where negative. It stays within the years 0 to 9999. */
export const shift = (day: Day, days: number): Day => dayOf(numberOf(day) + days);
/** 1 is Monday. */
export const weekdayOn = (day: Day): number => weekdayOf(numberOf(day));

/** Is it a working day there? */
export const isWorkDay = ({ weekdays, off, working }: WorkCalendar, day: Day): boolean =>
  working.has(day) || (weekdays.includes(weekdayOn(day)) && !off.has(day));

/**
 * A working day so many working days away, forwards or backwards. 0 is the day itself where it is one, else the next.
 * @param count -1 for the last working day before
 * @returns so many days of any kind away, where nobody ever works
 */
export function workDayFrom(calendar: WorkCalendar, day: Day, count: number): Day {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  let at = day;
  if (left === 0 && isWorkDay(calendar, at)) return at;
  for (let idle = 0; idle < MOST_IDLE_DAYS; idle += 1) {
    at = shift(at, step);
    if (!isWorkDay(calendar, at)) continue;
    left -= 1;
    if (left <= 0) return at;
    idle = 0;
  }
  return shift(day, count);
}

/**
 * How many working days there are from one day to another: after `from`, up to and including `to`; backwards before `from`, down to
 * and including `to`, negative. So many away from `from` ({@link workDayFrom}) is `to`, where that is a working day.
 */
export function workDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  if (to < from) return -countedIn(calendar, to, from);
  return to === from ? 0 : countedIn(calendar, shift(from, 1), shift(to, 1));
}

/** Working days from a day up to before another; counted by weeks, so that no distance is too far. */
function countedIn({ weekdays, off, working }: WorkCalendar, from: Day, before: Day): number {
  const [first, end] = [numberOf(from), numberOf(before)];
  const isUsual = (day: Day) => weekdays.includes(weekdayOn(day));
  const isIn = (day: Day) => day >= from && day < before;
  const weeks = Math.floor((end - first) / 7);
  const rest = Array.from({ length: end - first - weeks * 7 }, (_, at) => weekdayOf(first + at));
  const usual = weeks * new Set(weekdays).size + rest.filter((weekday) => weekdays.includes(weekday)).length;
  const more = [...working.keys()].filter((day) => isIn(day) && !isUsual(day)).length;
  const less = [...off.keys()].filter((day) => isIn(day) && isUsual(day) && !working.has(day)).length;
  return usual + more - less;
}

/**
 * Instants that were worked out already. One takes a tenth of a millisecond, a review window asks for two a day, and thousands of
 * projects ask for the same few days in the same few zones.
 */
const instants = new Map<string, number>();
const MOST_INSTANTS = 20_000;

function onDay(day: Day, minute: number, zone: string): Date {
  const key = `${zone} ${day} ${minute}`;
  const known = instants.get(key);
  if (known !== undefined) return new Date(known);
  const at = instantOf(day, minute, zone);
  if (instants.size >= MOST_INSTANTS) instants.clear();
  instants.set(key, at.getTime());
  return at;
}

export const workStart = ({ zone, fromMinute }: WorkCalendar, day: Day): Date => onDay(day, fromMinute, zone);
/** Due on a day means this. */
export const workEnd = ({ zone, toMinute }: WorkCalendar, day: Day): Date => onDay(day, toMinute, zone);

/** Is it working time there? */
export function isWorkTime(calendar: WorkCalendar, at: Date): boolean {
  const day = dayIn(calendar.zone, at);
  return isWorkDay(calendar, day) && at >= workStart(calendar, day) && at < workEnd(calendar, day);
}

/** The working time of one day; null where there is none: nobody works, or the clocks skip it, as Samoa's did a day in 2011. */
function windowOf(calendar: WorkCalendar, day: Day): { start: Date; end: Date } | null {
  if (!isWorkDay(calendar, day)) return null;
  const [start, end] = [workStart(calendar, day), workEnd(calendar, day)];
  return start < end && dayIn(calendar.zone, start) === day ? { start, end } : null;
}

/** The rest of the working time in which an instant lies, else the next; null where there is none within a year. */
function windowFrom(calendar: WorkCalendar, at: Date): { start: Date; end: Date } | null {
  let day = dayIn(calendar.zone, at);
  for (let tries = 0; tries < MOST_IDLE_DAYS; tries += 1) {
    const window = windowOf(calendar, day);
    if (window && at < window.end) return { start: at > window.start ? at : window.start, end: window.end };
    day = shift(day, 1);
  }
  return null;
}

/** An instant, or where it is not working time the next beginning of it. Where nobody ever works it stays as it is. */
export const nextWorkTime = (calendar: WorkCalendar, at: Date): Date => windowFrom(calendar, at)?.start ?? at;

/**
 * An instant after so many milliseconds of working time, 0 or more. The result lies in working time, or at its end. Where nobody ever
 * works, all time counts.
 */
export function afterWorkTime(calendar: WorkCalendar, from: Date, ms: number): Date {
  let at = from;
  let left = ms;
  for (let days = 0; days < MOST_WORK_DAYS; days += 1) {
    const window = windowFrom(calendar, at);
    if (!window) break;
    const here = window.end.getTime() - window.start.getTime();
    if (left <= here) return new Date(window.start.getTime() + left);
    left -= here;
    at = window.end;
  }
  return new Date(at.getTime() + left);
}

/** How much working time lies between two instants, in milliseconds; 0 where the second is not after the first. */
export function workTimeBetween(calendar: WorkCalendar, from: Date, to: Date): number {
  let total = 0;
  let at = from;
  for (let days = 0; at < to && days < MOST_WORK_DAYS; days += 1) {
    const window = windowFrom(calendar, at);
    if (!window || window.start >= to) break;
    total += Math.min(window.end.getTime(), to.getTime()) - window.start.getTime();
    at = window.end;
  }
  return total;
}

/** When a part of the working time between two instants is gone: four fifths of a window is 0.8. */
export const partOfWindow = (calendar: WorkCalendar, from: Date, to: Date, part: number): Date =>
  afterWorkTime(calendar, from, Math.floor(workTimeBetween(calendar, from, to) * part));

/** What is to be said of a day at once, of one side: nobody works then, it is made up for, or the year's days are not known yet. */
export type DayWarning =
  | { is: 'off'; name: DayName }
  | { is: 'weekend' }
  | { is: 'makeUp'; name: DayName }
  | { is: 'yearUnknown'; year: number };

export function dayWarnings(calendar: WorkCalendar, day: Day): DayWarning[] {
  const year = Number(day.slice(0, 4));
  const isUnknown = calendar.knownUntil !== null && year > calendar.knownUntil;
  const unknown: DayWarning[] = isUnknown ? [{ is: 'yearUnknown', year }] : [];
  const makeUp = calendar.working.get(day);
  if (makeUp) return [{ is: 'makeUp', name: makeUp }, ...unknown];
  const off = calendar.off.get(day);
  if (off) return [{ is: 'off', name: off }, ...unknown];
  return isWorkDay(calendar, day) ? unknown : [{ is: 'weekend' }, ...unknown];
}

/** The morning of somebody's next working day after an instant. */
export const nextMorning = (calendar: WorkCalendar, at: Date): Date =>
  workStart(calendar, workDayFrom(calendar, dayIn(calendar.zone, at), 1));

/** A day itself, or where nobody works then the last working day before it. */
export const lastWorkDay = (calendar: WorkCalendar, day: Day): Day =>
  isWorkDay(calendar, day) ? day : workDayFrom(calendar, day, -1);
