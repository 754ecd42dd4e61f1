import { INTL_TAG, LOCALES, type Locale } from '../kit/locale.ts';
import { nearestFirst, shareApart } from '../kit/nearest.ts';
import type { DayName } from '../kit/work-days.ts';
import { holidayData } from './holidays.ts';
import { ALSO_CALLED, PARTS_IN_CHINESE } from './region-names.ts';

/** A country, or a part of one with holidays of its own. */
export type Region = {
  /** `HK`, `GB-ENG`, `US-CA`: as ISO 3166 has it. */
  code: string;
  name: DayName;
};

/** What was typed for a country or region: the one that it is, or the nearest that it could have been, three at most. */
export type RegionReading = { is: 'read'; region: Region } | { is: 'unclear'; nearest: readonly Region[] };

/** By code; the codes by whole names, which are each one's own (so is the code), and by everything else that each is called. */
type Index = { regions: ReadonlyMap<string, Region>; whole: Called; called: Called };
type Called = ReadonlyMap<string, ReadonlySet<string>>;

let index: Promise<Index> | null = null;

async function indexed(): Promise<Index> {
  index ??= holidayData().then(makeIndex);
  try {
    return await index;
  } catch (error) {
    index = null;
    throw error;
  }
}

/** No name is longer; whoever types more has typed none. */
const LONGEST = 100;
const NEAREST = 3;
/** Of the longer text, how much may be different. */
const WITHIN = 0.4;

/** Reads a country or region by its code, or by its name in English, in Chinese or in its own language. Never throws for a text. */
export async function readRegion(typed: string): Promise<RegionReading> {
  const { regions, whole, called } = await indexed();
  const key = keyOf(typed.slice(0, LONGEST));
  // The country of Georgia before the state of that name.
  const found = [...(whole.get(key) ?? called.get(key) ?? [])].flatMap((one) => regions.get(one) ?? []);
  const [only] = found;
  if (only && found.length === 1) return { is: 'read', region: only };
  if (only) return { is: 'unclear', nearest: found.slice(0, NEAREST) };
  return { is: 'unclear', nearest: nearestTo(key, { regions, called }) };
}

/** What a region is called; the code itself where nobody knows it. */
export async function regionName(code: string): Promise<DayName> {
  const { regions } = await indexed();
  return regions.get(code)?.name ?? { en: code, zh: code };
}

function nearestTo(key: string, { regions, called }: Pick<Index, 'regions' | 'called'>): Region[] {
  if (key === '') return [];
  const near = nearestFirst([...called], ([name]) => shareApart(key, name), WITHIN);
  const codes = new Set(near.flatMap(([, theirs]) => [...theirs]));
  return [...codes].slice(0, NEAREST).flatMap((code) => regions.get(code) ?? []);
}

/** Letters and digits alone, without accents, in lower case. */
const keyOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();

type Data = InstanceType<Awaited<ReturnType<typeof holidayData>>>;

function makeIndex(Holidays: Awaited<ReturnType<typeof holidayData>>): Index {
  const data = new Holidays();
  const regions = new Map<string, Region>();
  const [whole, called] = [new Map<string, Set<string>>(), new Map<string, Set<string>>()];
  const call = (into: Map<string, Set<string>>, code: string, names: readonly string[]) => {
    for (const key of names.map(keyOf).filter((one) => one !== '')) {
      into.set(key, (into.get(key) ?? new Set()).add(code));
    }
  };
  const names = { en: data.getCountries('en'), own: data.getCountries() };
  for (const code of Object.keys(names.own)) {
    const country = countryOf(code, [names.en[code] ?? code, names.own[code] ?? code]);
    for (const { region, own } of [country, ...partsOf(data, country.region)]) {
      regions.set(region.code, region);
      call(whole, region.code, [region.code, ...Object.values(region.name)]);
      call(called, region.code, [...Object.values(region.name), ...own]);
    }
  }
  for (const [code, name] of ALSO_CALLED) if (regions.has(code)) call(called, code, [name]);
  return { regions, whole, called };
}

type Listed = { region: Region; own: readonly string[] };

const display = (locale: Locale) => new Intl.DisplayNames(INTL_TAG[locale], { type: 'region', fallback: 'none' });
const DISPLAY: Record<Locale, Intl.DisplayNames> = { en: display('en'), zh: display('zh') };

function countryOf(code: string, own: readonly string[]): Listed {
  const [en, zh] = LOCALES.map((locale) => DISPLAY[locale].of(code) ?? own[0] ?? code);
  return { region: { code, name: { en: en ?? code, zh: zh ?? code } }, own };
}

/** States, and parts of states, each called by its name alone too. */
function partsOf(data: Data, { code: country, name }: Region): Listed[] {
  const listed = (code: string, en: string, own: string | undefined): Listed => {
    const zh = PARTS_IN_CHINESE[code];
    const whole = { en: `${en}, ${name.en}`, zh: zh ? `${name.zh}${zh}` : `${name.zh} ${en}` };
    return { region: { code, name: whole }, own: [en, ...(own ? [own] : []), ...(zh ? spoken(zh) : [])] };
  };
  const own = data.getStates(country) ?? {};
  return Object.entries(data.getStates(country, 'en') ?? {}).flatMap(([state, en]) => [
    listed(`${country}-${state}`, en, own[state]),
    ...Object.entries(data.getRegions(country, state, 'en') ?? {}).map(([part, its]) =>
      listed(`${country}-${state}-${part}`, `${its}, ${en}`, its),
    ),
  ]);
}

/** "加利福尼亚州", "加利福尼亚". */
const spoken = (name: string): string[] => [name, name.replace(/[州省]$/u, '')];
