import { BOUNDS } from '../kit/bounds.ts';
import type { Day } from '../kit/calendar.ts';
import { clashesIn, markOf, type Marks as MarksOf, marksAgain, marksAt, type Meeting, mergedIn } from '../kit/merge.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { PLAIN_TERMS, type Settings, type WorkTerms } from '../kit/settings.ts';
import { readMinute } from '../kit/times.ts';
import { type DayName, shift, type WorkCalendar } from '../kit/work-days.ts';
import { readZone } from '../kit/zone-typed.ts';
import { CALENDAR_QUESTIONS, type CalendarQuestion, type CalendarRefusals, WEEKDAYS } from './model-calendar.ts';
import type { SettingsRefusals } from './model-settings.ts';
import { readOwnDays } from './rules-own-days.ts';
import { remembered } from './rules-settings.ts';

const refuse = refuser<CalendarRefusals & SettingsRefusals>();

export type CalendarMarks = MarksOf<CalendarQuestion>;

/** A client, or null for the agency itself. */
export type Company = { id: string; name: string } | null;

/** When a company works, as it is settled. */
export const termsOf = ({ calendar, clientCalendars }: Settings, client: string | null): WorkTerms =>
  (client === null ? calendar : clientCalendars?.find((one) => one.client.id === client)?.terms) ?? PLAIN_TERMS;

/** As the form gives it. */
export type GivenTerms = {
  zone: string | null;
  weekdays: readonly (typeof WEEKDAYS)[number][];
  from: string;
  to: string;
  days: string | null;
};

/**
 * Reads what was entered for when a company works.
 * @param region as it was read already: that takes the data of all countries
 * @param today the day that it is for whoever typed it
 */
export function readTerms(given: GivenTerms, region: string | null, today: Day): WorkTerms | Refusal {
  const zone = zoneIn(given.zone);
  if (isRefusal(zone)) return zone;
  const [fromMinute, toMinute] = [readMinute(given.from), readMinute(given.to)];
  if (fromMinute === null) return refuse('calendar.notATime', {}, { at: 'from' });
  if (toMinute === null) return refuse('calendar.notATime', {}, { at: 'to' });
  if (toMinute <= fromMinute) return refuse('calendar.hoursTurned', {}, { at: 'to' });
  const days = readOwnDays(given.days, today);
  if (isRefusal(days)) return days;
  const weekdays = WEEKDAYS.flatMap((one, at) => (given.weekdays.includes(one) ? [at + 1] : []));
  return { region, zone, weekdays, fromMinute, toMinute, days };
}

function zoneIn(typed: string | null): string | null | Refusal {
  if (typed === null) return null;
  const reading = readZone(typed);
  if (reading.is === 'read') return reading.zone;
  const nearest = reading.nearest.join(', ');
  return nearest === ''
    ? refuse('calendar.zoneUnknown', {}, { at: 'zone' })
    : refuse('calendar.zoneUnclear', { nearest }, { at: 'zone' });
}

const FIELDS = {
  region: 'region',
  zone: 'zone',
  weekdays: 'weekdays',
  from: 'fromMinute',
  to: 'toMinute',
  days: 'days',
} as const satisfies Record<CalendarQuestion, keyof WorkTerms>;

const meetingOf = (now: WorkTerms, entered: WorkTerms, opened: CalendarMarks): Meeting<CalendarQuestion, unknown> => ({
  questions: CALENDAR_QUESTIONS,
  opened,
  entered: (question) => entered[FIELDS[question]],
  now: (question) => now[FIELDS[question]],
});

/** The marks of the questions as they stand now. */
export const calendarMarks = (terms: WorkTerms): CalendarMarks =>
  marksAt(CALENDAR_QUESTIONS, (question) => terms[FIELDS[question]]);

/** The questions that another administrator has changed meanwhile, and that were entered differently. */
export const calendarClashes = (now: WorkTerms, entered: WorkTerms, opened: CalendarMarks): CalendarQuestion[] =>
  clashesIn(meetingOf(now, entered, opened));

/** The marks of the form that is shown again after a clash. */
export const calendarMarksAfter = (now: WorkTerms, entered: WorkTerms, opened: CalendarMarks): CalendarMarks =>
  marksAgain(meetingOf(now, entered, opened));

export type CalendarChange = { company: Company; entered: WorkTerms; opened: CalendarMarks; by: string };

/** Settles when a company works, together with what another administrator changed meanwhile at other questions. */
export function changeCalendar(
  current: Settings,
  { company, entered, opened, by }: CalendarChange,
  now: Date,
): Settings | Refusal {
  const stands = termsOf(current, company?.id ?? null);
  const meeting = meetingOf(stands, entered, opened);
  const clash = clashesIn(meeting)[0];
  if (clash) return refuse('settings.clash', {}, { at: clash });
  const merged = mergedIn(meeting);
  const theirs = CALENDAR_QUESTIONS.filter((one) => markOf(merged.get(one)) !== markOf(entered[FIELDS[one]]));
  const terms = theirs.reduce<WorkTerms>((so, one) => ({ ...so, [FIELDS[one]]: stands[FIELDS[one]] }), entered);
  if (terms.toMinute <= terms.fromMinute) return refuse('calendar.hoursTurned', {}, { at: 'to' });
  if (markOf(calendarMarks(terms)) === markOf(calendarMarks(stands))) return current;
  const change = { at: now.toISOString(), by, what: [company ? 'clientCalendars' : 'calendar'] };
  if (!company) return remembered({ ...current, calendar: terms }, change);
  const others = (current.clientCalendars ?? []).filter(({ client }) => client.id !== company.id);
  if (others.length >= BOUNDS.clientsChosen) {
    return refuse('calendar.tooManyClients', { most: BOUNDS.clientsChosen }, { at: 'region' });
  }
  return remembered({ ...current, clientCalendars: [...others, { client: company, terms }] }, change);
}

/** Days in a row that are off, or worked although others are not, for one reason. */
export type SpecialDays = { from: Day; to: Day; name: DayName; is: 'off' | 'working' };

/** The next special days of a calendar, those of one holiday together. */
export function nextDays(calendar: WorkCalendar, today: Day, most: number): SpecialDays[] {
  const all = [
    ...[...calendar.off].map(([day, name]) => ({ from: day, to: day, name, is: 'off' as const })),
    ...[...calendar.working].map(([day, name]) => ({ from: day, to: day, name, is: 'working' as const })),
  ].filter(({ from }) => from >= today);
  const together: SpecialDays[] = [];
  for (const one of all.toSorted((a, b) => (a.from < b.from ? -1 : 1))) {
    const last = together.at(-1);
    const isMore = last?.is === one.is && last.name.en === one.name.en && shift(last.to, 1) === one.from;
    if (isMore) last.to = one.to;
    else together.push({ ...one });
  }
  return together.slice(0, most);
}

/** The years, this one and the next, of which the official days are not known yet. */
export function unknownYears({ knownUntil }: WorkCalendar, today: Day): number[] {
  const year = Number(today.slice(0, 4));
  return knownUntil === null ? [] : [year, year + 1].filter((one) => one > knownUntil);
}
