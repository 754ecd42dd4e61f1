import { type Day, dayIn } from '../kit/calendar.ts';
import type { Settings, WorkTerms } from '../kit/settings.ts';
import { PLAIN_TERMS } from '../kit/settings.ts';
import type { DayName, WorkCalendar } from '../kit/work-days.ts';
import { type OfficialDays, officialDays } from './holidays.ts';
import { readRegion, regionName, type RegionReading } from './regions.ts';

/** When people work, by the settings of the workspace. */
export type Calendars = {
  /** When the agency works. @param zone IANA name: a project's own goes before that of the settings (service-calendars.ts) */
  team: (zone: string) => Promise<WorkCalendar>;
  /** When a client works. @param client Liaison's id of it */
  client: (client: string, zone: string) => Promise<WorkCalendar>;
  /** When a company with these terms works, whether they are settled or not. */
  of: (terms: WorkTerms, zone: string) => Promise<WorkCalendar>;
  /** Reads a country or region by code or by name. Never throws for a text. */
  readRegion: (typed: string) => Promise<RegionReading>;
  /** What a country or region is called; its code where nobody knows it. */
  regionName: (code: string) => Promise<DayName>;
};

export type CalendarParts = { settings: { now: () => Settings }; now: () => Date };

export function makeCalendars({ settings, now }: CalendarParts): Calendars {
  // Terms are kept as one object until they are changed: of thousands of projects each asks for the same ones.
  const kept = new WeakMap<WorkTerms, { year: number; days: Promise<Omit<WorkCalendar, 'zone'>> }>();
  const daysOf = async (terms: WorkTerms) => {
    const year = Number(dayIn('utc', now()).slice(0, 4));
    const found = kept.get(terms);
    const days =
      found?.year === year ? found.days : officialOf(terms, year).then((official) => daysBy(terms, official));
    kept.set(terms, { year, days });
    try {
      return await days;
    } catch (error) {
      kept.delete(terms);
      throw error;
    }
  };
  const of = async (terms: WorkTerms, zone: string) => ({ ...(await daysOf(terms)), zone: terms.zone ?? zone });
  return {
    of,
    team: async (zone) => ({ ...(await daysOf(settings.now().calendar ?? PLAIN_TERMS)), zone }),
    client: async (client, zone) => {
      const theirs = settings.now().clientCalendars?.find((one) => one.client.id === client);
      return of(theirs?.terms ?? PLAIN_TERMS, zone);
    },
    readRegion,
    regionName,
  };
}

/** Years around today: what was due last year may still be, and plans reach into the next ones. */
const YEARS = [-1, 0, 1, 2] as const;

async function officialOf({ region }: WorkTerms, year: number): Promise<OfficialDays | null> {
  if (region === null) return null;
  return officialDays(
    region,
    YEARS.map((ahead) => year + ahead),
  );
}

/** A company's own days go before the official ones. */
function daysBy(terms: WorkTerms, official: OfficialDays | null): Omit<WorkCalendar, 'zone'> {
  const off = new Map(official?.off);
  const working = new Map(official?.working);
  for (const { on, is, name } of terms.days) put(is === 'off' ? [off, working] : [working, off], on, name);
  const { weekdays, fromMinute, toMinute } = terms;
  return { weekdays, fromMinute, toMinute, off, working, knownUntil: official?.knownUntil ?? null };
}

function put([into, outOf]: [Map<Day, DayName>, Map<Day, DayName>], on: Day, name: string): void {
  into.set(on, { en: name, zh: name });
  outOf.delete(on);
}
