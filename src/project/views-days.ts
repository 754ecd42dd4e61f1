import type { RichTextSection } from '@slack/types';
import { paragraph, run } from '../kit/blocks.ts';
import type { Day } from '../kit/calendar.ts';
import { dayInWords } from '../kit/days.ts';
import type { Locale } from '../kit/locale.ts';
import { shorten } from '../kit/text.ts';
import { type DayWarning, dayWarnings, type WorkCalendar } from '../kit/work-days.ts';
import { dayWords } from './words-days.ts';

/** When both sides of a project work. */
export type BothSides = { team: WorkCalendar; client: WorkCalendar };

type Side = keyof BothSides | 'both';

/** Of a day's name; an administrator may have typed it. */
const NAME_LENGTH = 80;

/**
 * What is to be said at once of a day that somebody of the agency chose, a sentence each: "Friday, 25 December 2026 is Christmas Day
 * at the client". What is so on both sides is said once. Holds names that people typed: only for plain text and runs of rich text.
 * @returns nothing for a day on which both sides work as usual
 */
export function dayRemarks({ team, client }: BothSides, day: Day, locale: Locale): string[] {
  const [ours, theirs] = [dayWarnings(team, day), dayWarnings(client, day)];
  const isIn = (all: readonly DayWarning[], one: DayWarning) => all.some((other) => isSame(one, other));
  return [
    ...ours.map((one) => remark(one, isIn(theirs, one) ? 'both' : 'team', { day, locale })),
    ...theirs.filter((one) => !isIn(ours, one)).map((one) => remark(one, 'client', { day, locale })),
  ];
}

/** Remarks as lines of a card. */
export const remarkLines = (remarks: readonly string[]): RichTextSection[] =>
  remarks.map((said) => paragraph([{ type: 'emoji', name: 'warning' }, run(` ${said}`)]));

const isSame = (one: DayWarning, other: DayWarning): boolean =>
  one.is === other.is &&
  ('name' in one && 'name' in other ? one.name.en === other.name.en && one.name.zh === other.name.zh : true);

function remark(warning: DayWarning, side: Side, { day: on, locale }: { day: Day; locale: Locale }): string {
  const words = dayWords.in(locale);
  const day = dayInWords(on, locale);
  if (warning.is === 'yearUnknown') return words.yearUnknown({ year: String(warning.year), side });
  if (warning.is === 'weekend') return words.weekend({ day, side });
  const name = shorten(warning.name[locale], NAME_LENGTH);
  if (warning.is === 'off') return name ? words.off({ day, side, name }) : words.offUnnamed({ day, side });
  return name ? words.makeUp({ day, side, name }) : words.makeUpUnnamed({ day, side });
}
