import type { Clock } from '../core/clock.ts';
import type { Tier } from './methods.ts';

export type RateLimits = 'off' | 'tiers';

/** Calls a minute by tier (docs.slack.dev, rate limits). `special` has no counter of its own here. */
const CALLS_PER_MINUTE: Record<Tier, number> = {
  t1: 1,
  t2: 20,
  t3: 50,
  t4: 100,
  special: Number.POSITIVE_INFINITY,
};

/** One message a second in a channel, with short bursts let through (docs.slack.dev); the size of a burst is assumed. */
const MESSAGE_BURST = 5;

export type Limits = {
  /** Counts a call. Gives the seconds to wait where it is one too many, else 0. */
  count(method: string, tier: Tier, postsInto: string | undefined): number;
};

/** Counters for one app in one workspace, on the sandbox's clock. */
export function createLimits(clock: Clock, rateLimits: RateLimits): Limits {
  const calls = new Map<string, number[]>();
  const buckets = new Map<string, { tokens: number; atMs: number }>();
  if (rateLimits === 'off') return { count: () => 0 };
  return {
    count: (method, tier, postsInto) => {
      const nowMs = clock.now();
      const recent = (calls.get(method) ?? []).filter((atMs) => nowMs - atMs < 60_000);
      calls.set(method, recent);
      if (recent.length >= CALLS_PER_MINUTE[tier]) return Math.ceil(((recent[0] ?? nowMs) + 60_000 - nowMs) / 1000);
      const bucket = postsInto === undefined ? undefined : refilled(buckets, postsInto, nowMs);
      if (bucket && bucket.tokens < 1) return 1;
      if (bucket) bucket.tokens -= 1;
      recent.push(nowMs);
      return 0;
    },
  };
}

function refilled(buckets: Map<string, { tokens: number; atMs: number }>, channel: string, nowMs: number) {
  const bucket = buckets.get(channel) ?? { tokens: MESSAGE_BURST, atMs: nowMs };
  bucket.tokens = Math.min(MESSAGE_BURST, bucket.tokens + (nowMs - bucket.atMs) / 1000);
  bucket.atMs = nowMs;
  buckets.set(channel, bucket);
  return bucket;
}
