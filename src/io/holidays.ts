import { setImmediate as turn } from 'node:timers/promises';
import type Holidays from 'date-holidays';
import type { HolidaysTypes } from 'date-holidays';
import type { Day } from '../kit/calendar.ts';
import { type DayName, shift } from '../kit/work-days.ts';
import { holidayName } from './holiday-names.ts';

/** The official days of a country or region. */
export type OfficialDays = {
  off: ReadonlyMap<Day, DayName>;
  /** Worked although they are a weekend's. */
  working: ReadonlyMap<Day, DayName>;
  /** The last of the years that were asked for of which they are known. */
  knownUntil: number;
};

type OfYear = { off: [Day, DayName][]; working: [Day, DayName][]; isKnown: boolean };

/** Both libraries take 50 MB and a tenth of a second: they are loaded when somebody needs them first. */
export const holidayData = async (): Promise<typeof Holidays> => (await import('date-holidays')).default;
const chineseData = async () => (await import('chinese-days')).default;

const known = new Map<string, Promise<OfYear>>();

/**
 * The official days of a country or region in some years: public holidays with their substitutes, and in China the days that are worked
 * instead. Of a region that nobody knows there are none.
 * @param region `CN`, `GB-ENG`
 */
export async function officialDays(region: string, years: readonly number[]): Promise<OfficialDays> {
  const all: OfYear[] = [];
  // One after the other: some calendars take 50 ms a year, and others are to be answered between them.
  for (const year of years) all.push(await yearOf(region, year));
  const knownUntil = Math.max(Math.min(...years) - 1, ...years.filter((_, at) => all[at]?.isKnown));
  return {
    off: named(all.flatMap(({ off }) => off)),
    working: named(all.flatMap(({ working }) => working)),
    knownUntil,
  };
}

/** By day. Where two holidays meet on one, the first names it. */
const named = (days: [Day, DayName][]): Map<Day, DayName> =>
  new Map([...new Map(days.toReversed())].toSorted(([one], [other]) => (one < other ? -1 : 1)));

async function yearOf(region: string, year: number): Promise<OfYear> {
  const key = `${region}:${year}`;
  const found = known.get(key) ?? (region === 'CN' ? inChina(year) : elsewhere(region, year));
  known.set(key, found);
  try {
    return await found;
  } catch (error) {
    known.delete(key);
    throw error;
  }
}

async function elsewhere(region: string, year: number): Promise<OfYear> {
  const Data = await holidayData();
  const [country = '', state = '', part = ''] = region.split('-');
  await turn();
  if (!Object.hasOwn(new Data().getCountries(), country)) return { off: [], working: [], isKnown: true };
  const days = part ? new Data(country, state, part) : state ? new Data(country, state) : new Data(country);
  // One order in both languages: each day of one list is the same day of the other one.
  const zh = days.getHolidays(year, 'zh');
  const off = days
    .getHolidays(year, 'en')
    .flatMap((one, at) => daysOf(one).map((day): [Day, DayName] => [day, holidayName(one, zh[at]?.name ?? one.name)]));
  return { off, working: [], isKnown: true };
}

/** The whole days of a public holiday. Half ones begin at noon or later, and are worked. */
function daysOf({ type, date, start, end }: HolidaysTypes.Holiday): Day[] {
  if (type !== 'public' || date.slice(11, 13) !== '00') return [];
  // A day on which the clocks are changed has 23 hours; a rest of less than a day is a half one.
  const count = Math.max(1, Math.floor((end.getTime() - start.getTime()) / DAY_MS + 0.1));
  return daysFrom(date.slice(0, 10), count);
}

const daysFrom = (first: Day, count: number): Day[] => Array.from({ length: count }, (_, at) => shift(first, at));

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * China's official days. The State Council publishes each year's towards the end of the year before, with what is worked instead (调休);
 * of a year that is not published yet only the days of the law are known.
 */
async function inChina(year: number): Promise<OfYear> {
  const { getDayDetail } = await chineseData();
  const special = (day: Day): DayName | null => {
    // "Spring Festival,春节,4"; of any other day the weekday.
    const [en, zh] = getDayDetail(day).name.split(',');
    return en && zh ? { en, zh } : null;
  };
  // National Day is one every year that was published.
  if (!special(`${year}-10-01`)) return { ...(await byLaw(year)), isKnown: false };
  const days = daysIn(year).flatMap((day) => {
    const name = special(day);
    return name ? [{ day, name, isWorked: getDayDetail(day).work }] : [];
  });
  return {
    off: days.flatMap(({ day, name, isWorked }) => (isWorked ? [] : [[day, name]])),
    working: days.flatMap(({ day, name, isWorked }) => (isWorked ? [[day, madeUpFor(name)]] : [])),
    isKnown: true,
  };
}

const madeUpFor = ({ en, zh }: DayName): DayName => ({ en: `made up for ${en}`, zh: `${zh}调休` });

const daysIn = (year: number): Day[] =>
  daysFrom(`${year}-01-01`, (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / DAY_MS);

/** Days off of everybody by law; on others (the women's, the youth's) only some are off, and for half a day. */
const BY_LAW = /^(?:元旦|春节|清明|劳动节|端午|中秋|国庆)/u;

async function byLaw(year: number): Promise<Pick<OfYear, 'off' | 'working'>> {
  const { off } = await elsewhere('CN', year);
  return { off: off.filter(([, { zh }]) => BY_LAW.test(zh)), working: [] };
}
