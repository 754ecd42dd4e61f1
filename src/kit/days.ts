import { DateTime } from 'luxon';
import type { Day } from './calendar.ts';
import { INTL_TAG, type Locale } from './locale.ts';

/** What somebody may have typed for a day, read from one pattern; null where there is no such day. */
type Reading = (found: readonly string[], today: DateTime) => DateTime | null;

const utc = { zone: 'utc' } as const;

/**
 * The day that somebody typed, in English or Chinese: "today", "fri", "+3d", "14 Mar", "2027-03-14", "周五", "两周后", "3月14日",
 * "月底". A weekday is the next one and never today; a day without a year the next such day, which may be today. What could
 * mean two days ("14/3", "next Friday") is not read. Whoever reads a day shows how it was read.
 * @param today the day that it is for whoever typed it
 * @returns the day, or null where the text is none
 */
export function readDay(text: string, today: Day): Day | null {
  const typed = text
    .normalize('NFKC')
    .trim()
    .replace(/[.。]$/u, '')
    .replaceAll(/\s+/gu, ' ')
    .toLowerCase();
  const from = DateTime.fromISO(today, utc);
  for (const [pattern, reading] of PATTERNS) {
    const found = pattern.exec(typed);
    const day = found && reading(found, from);
    if (day) return day.isValid ? day.toFormat('yyyy-MM-dd') : null;
  }
  return null;
}

/** A day as it was read, with its weekday: "Friday, 4 December 2026"; "2026年12月4日星期五". */
export function dayInWords(day: Day, locale: Locale): string {
  return WITH_WEEKDAY[locale].format(new Date(`${day}T00:00:00Z`));
}

const withWeekday = (locale: Locale) =>
  new Intl.DateTimeFormat(INTL_TAG[locale], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
const WITH_WEEKDAY: Record<Locale, Intl.DateTimeFormat> = { en: withWeekday('en'), zh: withWeekday('zh') };

/** A day of these weeks, as a list names it: "Thu 26 Nov"; "11月26日 周四". */
export function dayInShort(day: Day, locale: Locale): string {
  const parts = SHORT[locale].formatToParts(new Date(`${day}T00:00:00Z`));
  const of = (type: 'weekday' | 'day' | 'month') => parts.find((part) => part.type === type)?.value ?? '';
  if (locale === 'zh') return `${Number(day.slice(5, 7))}月${of('day')}日 ${of('weekday')}`;
  return `${of('weekday')} ${of('day')} ${of('month')}`;
}

const short = (locale: Locale) =>
  new Intl.DateTimeFormat(INTL_TAG[locale], { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' });
const SHORT: Record<Locale, Intl.DateTimeFormat> = { en: short('en'), zh: short('zh') };

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  'jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?';
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WEEKDAY = 'mon(?:day)?|tues?(?:day)?|wed(?:nesday)?|thu(?:rs?(?:day)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?';
/** Monday to Sunday; Sunday has two names. */
const WEEKDAYS_ZH = '一二三四五六日天';
/** "3", "三", "十四": far enough for any plan. */
const COUNT = '\\d{1,3}|[一二两三四五六七八九十]{1,3}';
const MOST_DAYS = 999;

const monthOf = (name = ''): number => MONTHS.indexOf(name.slice(0, 3)) + 1;
const weekdayZh = (name = ''): number => Math.min(WEEKDAYS_ZH.indexOf(name), 6) + 1;

const whole = (pattern: string): RegExp => new RegExp(`^(?:${pattern})$`, 'u');
const after =
  (days: number): Reading =>
  (_found, today) =>
    today.plus({ days });

const PATTERNS: readonly (readonly [RegExp, Reading])[] = [
  [whole('today|今天|今日'), after(0)],
  [whole('tomorrow|明天|明日'), after(1)],
  [whole('后天'), after(2)],
  [whole('月底|本月底|end of (?:the )?month'), (_found, today) => today.endOf('month').startOf('day')],
  [whole(WEEKDAY), ([name = ''], today) => next(WEEKDAYS.indexOf(name.slice(0, 3)) + 1, today)],
  [whole(`(?:周|星期|礼拜)([${WEEKDAYS_ZH}])`), ([, name], today) => next(weekdayZh(name), today)],
  [
    whole(`下个?(?:周|星期|礼拜)([${WEEKDAYS_ZH}])`),
    ([, name], today) => ofWeek(weekdayZh(name), today.plus({ weeks: 1 })),
  ],
  [whole(`\\+ ?(${COUNT}) ?d(?:ays?)?|(${COUNT}) ?天(?:以|之)?后`), ([, en, zh], today) => later(en ?? zh, 1, today)],
  [
    whole(`\\+ ?(${COUNT}) ?w(?:eeks?)?|(${COUNT}) ?(?:周|个?星期|个?礼拜)(?:以|之)?后`),
    ([, en, zh], today) => later(en ?? zh, 7, today),
  ],
  [whole('(\\d{4})-(\\d{1,2})-(\\d{1,2})'), ([, year, month, day]) => dated(Number(year), Number(month), Number(day))],
  [
    whole(`(?:(\\d{4}) ?年 ?)?(\\d{1,2}) ?月 ?(\\d{1,2}) ?[日号]`),
    ([, year, month, day], today) => named(year, Number(month), Number(day), today),
  ],
  [
    whole(`(\\d{1,2})(?:st|nd|rd|th)? (${MONTH})\\.?(?:,? (\\d{4}))?`),
    ([, day, month, year], today) => named(year, monthOf(month), Number(day), today),
  ],
  [
    whole(`(${MONTH})\\.? (\\d{1,2})(?:st|nd|rd|th)?(?:,? (\\d{4}))?`),
    ([, month, day, year], today) => named(year, monthOf(month), Number(day), today),
  ],
];

/** The next such weekday after today, 1 is Monday. */
const next = (weekday: number, today: DateTime): DateTime =>
  today.plus({ days: ((weekday - today.weekday + 6) % 7) + 1 });

const ofWeek = (weekday: number, inWeek: DateTime): DateTime => inWeek.plus({ days: weekday - inWeek.weekday });

function later(count: string | undefined, days: number, today: DateTime): DateTime | null {
  const number = countOf(count ?? '');
  return number === null || number * days > MOST_DAYS ? null : today.plus({ days: number * days });
}

const DIGITS = '零一二三四五六七八九';

/** "3", "三", "两", "十", "十四", "二十", "二十一"; null for what only looks like a number. */
function countOf(text: string): number | null {
  if (/^\d+$/u.test(text)) return Number(text);
  const found = /^(?:([二三四五六七八九]?)(十))?([一二三四五六七八九]?)$/u.exec(text.replace(/^两$/u, '二'));
  if (!found) return null;
  const [, tens = '', ten, ones = ''] = found;
  return (ten ? (tens ? DIGITS.indexOf(tens) : 1) * 10 : 0) + (ones ? DIGITS.indexOf(ones) : 0);
}

const dated = (year: number, month: number, day: number): DateTime => DateTime.fromObject({ year, month, day }, utc);

/** A leap day comes again after eight years at the latest. */
const MOST_YEARS = 8;

/** A day of a month: in that year, or where none was typed the next one from today on. */
function named(year: string | undefined, month: number, day: number, today: DateTime): DateTime | null {
  if (year) return dated(Number(year), month, day);
  for (let on = today.year; on <= today.year + MOST_YEARS; on += 1) {
    const found = dated(on, month, day);
    if (found.isValid && found >= today) return found;
  }
  return null;
}
