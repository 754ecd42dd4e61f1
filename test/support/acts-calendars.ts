import type { Filling } from '../../sandbox/driver/choose.ts';
import type { Modal } from '../../sandbox/driver/modal.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import type { CalendarQuestion, WEEKDAYS } from '../../src/admin/model-calendar.ts';
import { calendarWords } from '../../src/admin/words-calendar.ts';
import { homeWords } from '../../src/home/words.ts';
import type { Locale } from '../../src/kit/locale.ts';
import { shown } from './acts.ts';

/** What is entered for when a company works. */
export type CalendarEntered = Partial<Record<Exclude<CalendarQuestion, 'weekdays'>, string | null>> & {
  weekdays?: readonly (typeof WEEKDAYS)[number][];
};

/** What fills the form of a company's working days, by its visible labels. */
export function calendarFilling({ weekdays, ...texts }: CalendarEntered, locale: Locale): Record<string, Filling> {
  const words = calendarWords.in(locale);
  const filled = Object.entries(texts).map(([question, text]) => [
    words[`${question as keyof typeof texts}.label`](),
    text,
  ]);
  const days = weekdays ? [[words['weekdays.label'](), weekdays.map((day) => words[`weekdays.${day}`]())]] : [];
  return Object.fromEntries([...filled, ...days]) as Record<string, Filling>;
}

/** The overview of the working days, from App Home. */
export async function openWorkingDays(person: Person, locale: Locale): Promise<Modal> {
  const settings = shown(await (await person.home()).press(homeWords.in(locale).settings()));
  return shown(await settings.press(calendarWords.in(locale).button()));
}

/** The form of the agency's working days. */
export const openOurs = async (person: Person, locale: Locale): Promise<Modal> =>
  shown(await (await openWorkingDays(person, locale)).press(calendarWords.in(locale).change()));

/** The form of a client's working days, from their overview. */
export const openTheirs = async (overview: Modal, client: string, locale: Locale): Promise<Modal> =>
  shown(await overview.press(calendarWords.in(locale).chooseClient(), client));
