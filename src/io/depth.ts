/** Slack's own payloads nest about fifteen levels deep; MongoDB takes a hundred (mongodb.com, limits). */
const DEEPEST = 50;

/**
 * Does something nest deeper than anything that Slack sends? Looks no deeper than the limit, so that no depth can break it.
 * @param left how many more levels are taken
 */
export function isDeep(value: unknown, left = DEEPEST): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (left === 0) return true;
  return Object.values(value).some((one) => isDeep(one, left - 1));
}
