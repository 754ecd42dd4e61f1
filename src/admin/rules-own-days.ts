import type { Day } from '../kit/calendar.ts';
import { readDay } from '../kit/days.ts';
import type { Locale } from '../kit/locale.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { OwnDay } from '../kit/settings.ts';
import { shorten } from '../kit/text.ts';
import type { CalendarRefusals } from './model-calendar.ts';

const refuse = refuser<CalendarRefusals>();

/** Days of a company's own; as many lines of the longest names still fit the question that they are typed into. */
export const OWN_DAYS = { most: 50, name: 40 } as const;

/** Of a line that could not be read. */
const LINE_LENGTH = 60;

/** Between the day and its name: what the day is. Chinese words need no space around them. */
const IS = /(?:^|\s)(off|closed|working|worked|work)(?=\s|[:,，：]|$)|(放假|休息|休|上班|工作|调班)/giu;
const WORKED = /^(?:work|上班|工作|调班)/iu;
/** Between the parts of a line. */
const EDGES = /^[\s:,，：、]+|[\s:,，：、]+$/gu;

/**
 * A company's own days, a line each: the day as people type it, whether it is off or worked, and its name, which may be left out.
 * "2026-12-24 off Christmas Eve", "2月14日 上班 调休".
 * @param today the day that it is for whoever typed it
 * @returns by day, each once
 */
export function readOwnDays(text: string | null, today: Day): OwnDay[] | Refusal {
  const days = new Map<Day, OwnDay>();
  const lines = (text ?? '').split('\n').map((line) => line.trim());
  for (const [at, line] of lines.entries()) {
    if (line === '') continue;
    const own = readLine(line, at + 1, today);
    if (isRefusal(own)) return own;
    const other = days.get(own.on);
    if (other && (other.is !== own.is || other.name !== own.name)) {
      return refuse('calendar.dayTwice', { day: { day: own.on } }, { at: 'days' });
    }
    days.set(own.on, own);
  }
  if (days.size > OWN_DAYS.most) return refuse('calendar.tooManyDays', { most: OWN_DAYS.most }, { at: 'days' });
  return [...days.values()].toSorted((one, other) => (one.on < other.on ? -1 : 1));
}

function readLine(line: string, number: number, today: Day): OwnDay | Refusal {
  for (const found of line.matchAll(IS)) {
    const on = readDay(line.slice(0, found.index).replaceAll(EDGES, ''), today);
    if (on === null) continue;
    const name = line.slice(found.index + found[0].length).replaceAll(EDGES, '');
    if (name.length > OWN_DAYS.name) {
      return refuse('calendar.nameTooLong', { number, most: OWN_DAYS.name }, { at: 'days' });
    }
    return { on, is: WORKED.test(found[0].trim()) ? 'working' : 'off', name };
  }
  return refuse('calendar.lineNotRead', { number, line: shorten(line, LINE_LENGTH) }, { at: 'days' });
}

const SAID: Record<Locale, Record<OwnDay['is'], string>> = {
  en: { off: 'off', working: 'working' },
  zh: { off: '放假', working: '上班' },
};

/** Own days as they can be typed again. */
export const ownDaysText = (days: readonly OwnDay[], locale: Locale): string =>
  days.map(({ on, is, name }) => `${on} ${SAID[locale][is]} ${name}`.trimEnd()).join('\n');
