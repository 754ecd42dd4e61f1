import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import { INTL_TAG, type Locale } from './locale.ts';

/** A calendar day without a time or a zone, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();
export type Day = z.infer<typeof daySchema>;

/** The calendar day that it is in a zone at an instant. `zone` is an IANA name; an unknown one counts as UTC. */
export function dayIn(zone: string, instant: Date): Day {
  const known = IANAZone.create(zone).isValid ? zone : 'utc';
  return DateTime.fromJSDate(instant, { zone: known }).toFormat('yyyy-MM-dd');
}

/** "14 Mar 2027"; "2027年3月14日". The day is formatted in UTC, so no reader's zone can shift it. */
export function formatDay(day: Day, locale: Locale): string {
  return DAY_FORMAT[locale].format(new Date(`${day}T00:00:00Z`));
}

/** Made once: making one costs as much as a hundred uses. */
const DAY_FORMAT: Record<Locale, Intl.DateTimeFormat> = { en: dayFormat('en', 'short'), zh: dayFormat('zh', 'long') };

function dayFormat(locale: Locale, month: 'short' | 'long'): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(INTL_TAG[locale], { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
}

/** "23 Nov 2026, 14:05 UTC": for where Slack's date tokens are not rendered (fallback texts, exports). */
export function formatInstant(instant: Date, locale: Locale): string {
  const time = DateTime.fromJSDate(instant, { zone: 'utc' }).toFormat('HH:mm');
  return `${formatDay(dayIn('utc', instant), locale)} ${time} UTC`;
}
