/** Times as the person of this seat reads them: in their zone and language, on the sandbox's clock. */
import type { Seat } from '../../server/protocol.ts';

type Reader = Pick<Seat, 'now'> & { me: { locale: string; timeZone: string } };

/** Slack tells no locale of people from another company: they read English here. */
export const localeOf = (reader: Reader) => reader.me.locale || 'en-GB';

export const tsToDate = (ts: string) => new Date(Number(ts.split('.')[0]) * 1000);

export function format(reader: Reader, date: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(localeOf(reader), { timeZone: reader.me.timeZone, ...options }).format(date);
}

export const timeOf = (reader: Reader, date: Date) =>
  format(reader, date, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Year, month and day in the reader's zone, ISO: it compares and counts days. */
export function dayOf(reader: Reader, date: Date): string {
  const parts = { timeZone: reader.me.timeZone, year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  return new Intl.DateTimeFormat('en-CA', parts).format(date);
}

const DAY_MS = 86_400_000;

/** "today", "yesterday" or "tomorrow" in the reader's language, or null when it is further away. */
function nearDay(reader: Reader, date: Date): string | null {
  const days = (Date.parse(dayOf(reader, date)) - Date.parse(dayOf(reader, new Date(reader.now)))) / DAY_MS;
  if (Math.abs(days) > 1) return null;
  return new Intl.RelativeTimeFormat(localeOf(reader), { numeric: 'auto' }).format(days, 'day');
}

function ago(reader: Reader, date: Date): string {
  const minutes = (date.getTime() - Date.parse(reader.now)) / 60_000;
  const words = new Intl.RelativeTimeFormat(localeOf(reader), { numeric: 'auto' });
  if (Math.abs(minutes) < 60) return words.format(Math.round(minutes), 'minute');
  if (Math.abs(minutes) < 1440) return words.format(Math.round(minutes / 60), 'hour');
  return words.format(Math.round(minutes / 1440), 'day');
}

const SHORT = { day: 'numeric', month: 'short', year: 'numeric' } as const;
const PLAIN = { day: 'numeric', month: 'long', year: 'numeric' } as const;
const LONG = { weekday: 'long', ...PLAIN } as const;

/** Slack's date tokens: the form of each, by the viewer's own clock (facts of `<!date^...>` and the rich_text date). */
const TOKENS: Record<string, (reader: Reader, date: Date) => string> = {
  date_num: dayOf,
  date_slash: (reader, date) => dayOf(reader, date).replaceAll('-', '/'),
  date: (reader, date) => format(reader, date, PLAIN),
  date_short: (reader, date) => format(reader, date, SHORT),
  date_long: (reader, date) => format(reader, date, LONG),
  date_long_full: (reader, date) => format(reader, date, LONG),
  date_pretty: (reader, date) => nearDay(reader, date) ?? format(reader, date, PLAIN),
  date_short_pretty: (reader, date) => nearDay(reader, date) ?? format(reader, date, SHORT),
  date_long_pretty: (reader, date) => nearDay(reader, date) ?? format(reader, date, LONG),
  day_divider_pretty: (reader, date) => nearDay(reader, date) ?? format(reader, date, LONG),
  time: timeOf,
  time_secs: (reader, date) =>
    format(reader, date, { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }),
  ago,
};

/** `at` in seconds. An unknown token gives the fallback, as Slack does. */
export function dateText(reader: Reader, at: number, tokens: string, fallback: string): string {
  const date = new Date(at * 1000);
  let known = Number.isFinite(at);
  const text = tokens.replace(/\{(\w+)\}/g, (_whole, token: string) => {
    const write = Object.hasOwn(TOKENS, token) ? TOKENS[token] : undefined;
    if (write && known) return write(reader, date);
    known = false;
    return '';
  });
  return known ? text : fallback;
}

export const dayTitle = (reader: Reader, date: Date) => {
  const text = dateText(reader, date.getTime() / 1000, '{day_divider_pretty}', '');
  return text.charAt(0).toUpperCase() + text.slice(1);
};
