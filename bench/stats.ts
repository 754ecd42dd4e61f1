/** The few numbers that the figures are made of. */

/** @throws where there is nothing to take it of */
export function median(values: readonly number[]): number {
  return percentile(values, 50);
}

/**
 * The nearest-rank percentile; between the two in the middle for the 50th of an even number of values.
 * @param share 0 to 100
 * @throws where there is nothing to take it of
 */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (rank: number): number => {
    const value = sorted[Math.min(sorted.length, Math.max(1, rank)) - 1];
    if (value === undefined) throw new Error('nothing was measured');
    return value;
  };
  const rank = (share / 100) * sorted.length;
  if (share === 50 && Number.isInteger(rank)) return (at(rank) + at(rank + 1)) / 2;
  return at(Math.ceil(rank));
}

/** The slope of a line through points, in y for each x: the median over all pairs, so that single points far off do nothing. */
export function slope(points: readonly { x: number; y: number }[]): number {
  const pairs = points.flatMap((from, index) => points.slice(index + 1).map((to) => (to.y - from.y) / (to.x - from.x)));
  return median(pairs);
}

/** How far apart equal things were measured: the largest over the smallest. */
export const spread = (equals: readonly number[]): number => Math.max(...equals) / Math.min(...equals);
