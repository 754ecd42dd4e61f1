/** Slack's own payloads nest about fifteen levels deep; MongoDB takes a hundred (mongodb.com, limits). */
const DEEPEST = 50;

/** Does something nest deeper than anything that Slack sends? Counts without recursion, so that no depth can break it. */
export function isDeep(value: unknown): boolean {
  let level: unknown[] = [value];
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > DEEPEST) return true;
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []));
  }
  return false;
}
