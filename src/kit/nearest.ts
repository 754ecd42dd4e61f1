import { distance } from 'fastest-levenshtein';

/** How many characters would have to change to make one text of the other. */
export const charactersApart = (one: string, other: string): number => distance(one, other);

/** The same as a share of the longer text, 0 to 1. */
export const shareApart = (one: string, other: string): number =>
  charactersApart(one, other) / Math.max(one.length, other.length, 1);

/**
 * The candidates that are near enough, the nearest first; those that are as near stay in their order.
 * @param within the largest distance that counts
 */
export const nearestFirst = <T>(candidates: readonly T[], apart: (one: T) => number, within: number): T[] =>
  candidates
    .map((one) => ({ one, far: apart(one) }))
    .filter(({ far }) => far <= within)
    .toSorted((a, b) => a.far - b.far)
    .map(({ one }) => one);

/**
 * The candidate nearest to a text, by how many characters would have to change.
 * @param within the largest distance that counts, as a share of the longer text
 */
export function nearest<T>(
  text: string,
  candidates: readonly T[],
  textOf: (one: T) => string,
  within: number,
): T | undefined {
  return nearestFirst(candidates, (one) => shareApart(text, textOf(one)), within)[0];
}
