import { DateTime, IANAZone } from 'luxon';
import { z } from 'zod';
import { INTL_TAG, type Locale } from './locale.ts';

/** A calendar day without a time or a zone, `YYYY-MM-DD`. */
export const daySchema = z.iso.date();
export type Day = z.infer<typeof daySchema>;

/** The calendar day that it is in a zone at an instant. `zone` is an IANA name; an unknown one counts as UTC. */
export function dayIn(zone: string, instant: Date): Day {
  return DateTime.fromJSDate(instant, { zone: knownZone(zone) }).toFormat('yyyy-MM-dd');
}

const knownZone = (zone: string): string => (IANAZone.create(zone).isValid ? zone : 'utc');

/**
 * A time by the clock on the wall of a zone, as an instant. `minute` counts from midnight by that clock; a time that is skipped when
 * the clocks go forward is as much later as they do. `zone` is an IANA name; an unknown one counts as UTC.
 */
export function instantOf(day: Day, minute: number, zone: string): Date {
  const start = DateTime.fromISO(day, { zone: knownZone(zone) }).startOf('day');
  const isEnd = minute >= 24 * 60;
  return start
    .plus({ days: isEnd ? 1 : 0 })
    .set({ hour: isEnd ? 0 : Math.floor(minute / 60), minute: isEnd ? 0 : minute % 60 })
    .toJSDate();
}

/** An hour of a day in a zone, as an instant; hour 24 is the day's end. */
export const hourOf = (day: Day, hour: number, zone: string): Date => instantOf(day, hour * 60, zone);

/** "14 Mar 2027"; "2027年3月14日". The day is formatted in UTC, so no reader's zone can shift it. */
export function formatDay(day: Day, locale: Locale): string {
  return DAY_FORMAT[locale].format(new Date(`${day}T00:00:00Z`));
}

/** Made once: making one costs as much as a hundred uses. */
const DAY_FORMAT: Record<Locale, Intl.DateTimeFormat> = { en: dayFormat('en', 'short'), zh: dayFormat('zh', 'long') };

function dayFormat(locale: Locale, month: 'short' | 'long'): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(INTL_TAG[locale], { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' });
}

/** A zone in words, as people of any company understand it: "China Standard Time"; "中国标准时间". `zone` is an IANA name. */
export function zoneName(zone: string, locale: Locale): string {
  const known = knownZone(zone);
  if (known === 'utc') return 'UTC';
  const format = new Intl.DateTimeFormat(INTL_TAG[locale], { timeZone: known, timeZoneName: 'longGeneric' });
  return format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? known;
}

/** "23 Nov 2026, 14:05 UTC": for where Slack's date tokens are not rendered (fallback texts, exports). */
export function formatInstant(instant: Date, locale: Locale): string {
  const time = DateTime.fromJSDate(instant, { zone: 'utc' }).toFormat('HH:mm');
  return `${formatDay(dayIn('utc', instant), locale)} ${time} UTC`;
}

/** The time that it is in a zone at an instant: "14:05". `zone` is an IANA name; an unknown one counts as UTC. */
export const timeIn = (zone: string, instant: Date): string =>
  DateTime.fromJSDate(instant, { zone: knownZone(zone) }).toFormat('HH:mm');
