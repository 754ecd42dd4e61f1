import type { KnownBlock, RichTextElement } from '@slack/types';
import { bold, type Modal, modal, rich, run } from '../kit/blocks.ts';
import { formBlocks } from '../kit/form.ts';
import type { Locale } from '../kit/locale.ts';
import { phrase } from '../kit/phrase.ts';
import type { WorkTerms } from '../kit/settings.ts';
import { shorten } from '../kit/text.ts';
import { minuteInWords } from '../kit/times.ts';
import type { DayName } from '../kit/work-days.ts';
import { CALENDAR_IDS, calendarForm, calendarMeta, type CalendarQuestion, WEEKDAYS } from './model-calendar.ts';
import {
  calendarClashes,
  type CalendarMarks,
  calendarMarks,
  calendarMarksAfter,
  type Company,
} from './rules-calendar.ts';
import { ownDaysText } from './rules-own-days.ts';
import { weekdaysInWords } from './views-calendar.ts';
import { calendarWords } from './words-calendar.ts';

/** Terms, with what their region is called. */
export type TermsShown = { terms: WorkTerms; region: DayName | null };

export type CalendarFormShown = TermsShown & {
  company: Company;
  /** What was entered, and what stood there when the form was opened; where another administrator was faster. */
  typed?: TermsShown & { opened: CalendarMarks };
};

/** Of what another administrator entered meanwhile. */
const CLASH_LENGTH = 300;

/** When one company works, to be changed; after a clash with what was typed. */
export function calendarFormModal({ company, terms, region, typed }: CalendarFormShown, locale: Locale): Modal {
  const words = calendarWords.in(locale);
  const opened = typed ? calendarMarksAfter(terms, typed.terms, typed.opened) : calendarMarks(terms);
  return modal({
    id: CALENDAR_IDS.form,
    title: words.title(),
    submit: words.save(),
    close: words.cancel(),
    metadata: calendarMeta.encode({ client: company?.id ?? null, opened }),
    blocks: [
      ...(typed ? clashBlocks({ terms, region }, typed, locale) : []),
      rich(bold(company ? words.ofClient({ client: company.name }) : words.ofOurs())),
      ...formBlocks(calendarForm, words, texts(typed ?? { terms, region }, locale)),
    ],
  });
}

const texts = ({ terms, region }: TermsShown, locale: Locale) => ({
  region: region?.[locale] ?? terms.region,
  zone: terms.zone,
  weekdays: terms.weekdays.flatMap((weekday) => WEEKDAYS[weekday - 1] ?? []),
  from: minuteInWords(terms.fromMinute),
  to: minuteInWords(terms.toMinute),
  days: ownDaysText(terms.days, locale),
});

function clashBlocks(now: TermsShown, typed: TermsShown & { opened: CalendarMarks }, locale: Locale): KnownBlock[] {
  const clashing = calendarClashes(now.terms, typed.terms, typed.opened);
  return [rich(run(calendarWords.in(locale).clash())), ...clashing.map((one) => rich(...standsNow(now, one, locale)))];
}

function standsNow(now: TermsShown, question: CalendarQuestion, locale: Locale): RichTextElement[] {
  const words = calendarWords.in(locale);
  const stands = texts(now, locale)[question];
  const text = question === 'weekdays' ? weekdaysInWords(now.terms.weekdays, locale) : String(stands ?? '');
  const name = bold(words[`name.${question}`]());
  if (text === '') return phrase(words.clashNothing, { question: name });
  return phrase(words.clashNow, { question: name, text: run(shorten(text, CLASH_LENGTH)) });
}
