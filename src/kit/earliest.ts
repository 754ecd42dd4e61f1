/** The earliest of some instants; null where there is none. */
export const earliestOf = (dates: readonly (Date | null)[]): Date | null =>
  dates.flatMap((date) => date ?? []).toSorted((a, b) => a.getTime() - b.getTime())[0] ?? null;
