import { distance } from 'fastest-levenshtein';

/** How many characters would have to change to make one text of the other. */
export const charactersApart = (one: string, other: string): number => distance(one, other);

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
  const far = (one: T) => distance(text, textOf(one)) / Math.max(text.length, textOf(one).length, 1);
  const measured = candidates.map((one) => ({ one, far: far(one) })).filter((measure) => measure.far <= within);
  return measured.toSorted((a, b) => a.far - b.far)[0]?.one;
}
