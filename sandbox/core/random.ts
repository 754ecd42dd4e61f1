/** Chance with a seed, so that the same story gets the same ids and a failing test can be read twice. */
export type Random = {
  /** A whole number from 0 up to, not including, `below`. */
  int(below: number): number;
  /** `length` characters of 0-9 and A-Z, as Slack's ids have. */
  id(prefix: string, length?: number): string;
  /** `length` characters of 0-9 and a-f. */
  hex(length: number): string;
  /** `length` decimal digits, the first not zero. */
  digits(length: number): string;
};

const UPPER = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const HEX = '0123456789abcdef';

/**
 * A small generator (mulberry32): good enough for ids, and never used for secrets. The step differs with the seed, too: with
 * one step for all, two seeds would walk the same circle, and one world could meet the other's ids.
 */
export function seededRandom(seed: number): Random {
  let state = seed >>> 0;
  // Odd, so that all values are visited.
  const step = (0x6d2b79f5 + 2 * (state - 1)) >>> 0;
  const next = (): number => {
    state = (state + step) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const int = (below: number): number => Math.floor(next() * below);
  const pick = (from: string, length: number): string =>
    Array.from({ length }, () => from.charAt(int(from.length))).join('');
  return {
    int,
    id: (prefix, length = 10) => prefix + pick(UPPER, length),
    hex: (length) => pick(HEX, length),
    digits: (length) => String(1 + int(9)) + pick('0123456789', length - 1),
  };
}
