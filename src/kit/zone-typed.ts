import { IANAZone } from 'luxon';
import { nearestFirst, shareApart } from './nearest.ts';

/** What was typed for a zone: the IANA name that it is, or the nearest ones, three at most. */
export type ZoneReading = { is: 'read'; zone: string } | { is: 'unclear'; nearest: readonly string[] };

const NEAREST = 3;
/** Of the longer text, how much may be different. */
const WITHIN = 0.4;

/** Reads an IANA zone, by its name or by its city alone: "Asia/Shanghai", "shanghai", "New York". Never throws for a text. */
export function readZone(typed: string): ZoneReading {
  const key = keyOf(typed);
  const all = Intl.supportedValuesOf('timeZone');
  const found = all.filter((zone) => keyOf(zone) === key || cityOf(zone) === key);
  const [only] = found;
  if (only && found.length === 1) return { is: 'read', zone: only };
  if (key === 'utc' || key === 'gmt') return { is: 'read', zone: 'UTC' };
  // Names that the list leaves out because another one stands for them ("Asia/Kolkata") are zones all the same.
  const name = typed.trim();
  if (name.includes('/') && IANAZone.create(name).isValid) return { is: 'read', zone: name };
  const apart = (zone: string) => Math.min(shareApart(key, keyOf(zone)), shareApart(key, cityOf(zone)));
  return { is: 'unclear', nearest: nearestFirst(all, apart, WITHIN).slice(0, NEAREST) };
}

const LONGEST = 60;
const keyOf = (text: string): string =>
  text
    .slice(0, LONGEST)
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/gu, '_');
const cityOf = (zone: string): string => keyOf(zone.slice(zone.lastIndexOf('/') + 1));
