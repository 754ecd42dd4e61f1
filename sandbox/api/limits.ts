import type { Clock } from '../core/clock.ts';
import type { Tier } from './methods.ts';

/**
 * How often the app may call. tiers: as an app of the Marketplace, or one that a customer built for itself. distributed: as
 * one that is sold outside the Marketplace, which reads history once a minute (docs.slack.dev, changelog of 29 May 2025).
 */
export type RateLimits = 'off' | 'tiers' | 'distributed';

const MINUTE_MS = 60_000;

/** Calls a minute by tier (docs.slack.dev, rate limits). `special` has no counter of its own here. */
const CALLS_PER_MINUTE: Record<Tier, number> = {
  t1: 1,
  t2: 20,
  t3: 50,
  t4: 100,
  special: Number.POSITIVE_INFINITY,
};

/** docs.slack.dev, changelog of 29 May 2025: one call a minute each, and at most this many messages in an answer. */
const DISTRIBUTED_ONCE_A_MINUTE = ['conversations.history', 'conversations.replies'];
const DISTRIBUTED_PAGE = 15;

/** One message a second in a channel, with short bursts let through (docs.slack.dev); the size of a burst is assumed. */
const MESSAGE_BURST = 5;
/** "Several hundred messages per minute" in a workspace (docs.slack.dev, rate limits); the number is assumed. */
const MESSAGES_PER_MINUTE = 400;

export type Limits = {
  /** Counts a call. Gives the seconds to wait where it is one too many, else 0. */
  count(method: string, tier: Tier, postsInto: string | undefined): number;
  /** The most messages of a channel in one answer; undefined where the method's own limit is the only one. */
  historyPage: number | undefined;
};

/** Counters for one app in one workspace, on the sandbox's clock. */
export function createLimits(clock: Clock, rateLimits: RateLimits): Limits {
  if (rateLimits === 'off') return { count: () => 0, historyPage: undefined };
  const counted = new Map<string, number[]>();
  const buckets = new Map<string, Bucket>();
  const perMinute = (method: string, tier: Tier): number =>
    rateLimits === 'distributed' && DISTRIBUTED_ONCE_A_MINUTE.includes(method) ? 1 : CALLS_PER_MINUTE[tier];
  return {
    count: (method, tier, postsInto) => {
      const nowMs = clock.now();
      const called = recent(counted, method, nowMs);
      const posted = postsInto === undefined ? [] : recent(counted, 'every message', nowMs);
      const bucket = postsInto === undefined ? undefined : refilled(buckets, postsInto, nowMs);
      const waitSeconds = Math.max(
        waitFor(called, perMinute(method, tier), nowMs),
        waitFor(posted, MESSAGES_PER_MINUTE, nowMs),
        bucket && bucket.tokens < 1 ? 1 : 0,
      );
      if (waitSeconds > 0) return waitSeconds;
      if (bucket) bucket.tokens -= 1;
      called.push(nowMs);
      posted.push(nowMs);
      return 0;
    },
    historyPage: rateLimits === 'distributed' ? DISTRIBUTED_PAGE : undefined,
  };
}

/** When something was counted within the last minute, oldest first. */
function recent(counted: Map<string, number[]>, what: string, nowMs: number): number[] {
  const times = (counted.get(what) ?? []).filter((atMs) => nowMs - atMs < MINUTE_MS);
  counted.set(what, times);
  return times;
}

/** The seconds until one more is allowed, 0 for now. */
function waitFor(times: readonly number[], most: number, nowMs: number): number {
  const oldestMs = times.length < most ? undefined : times[0];
  return oldestMs === undefined ? 0 : Math.ceil((oldestMs + MINUTE_MS - nowMs) / 1000);
}

type Bucket = { tokens: number; atMs: number };

function refilled(buckets: Map<string, Bucket>, channel: string, nowMs: number): Bucket {
  const bucket = buckets.get(channel) ?? { tokens: MESSAGE_BURST, atMs: nowMs };
  bucket.tokens = Math.min(MESSAGE_BURST, bucket.tokens + (nowMs - bucket.atMs) / 1000);
  bucket.atMs = nowMs;
  buckets.set(channel, bucket);
  return bucket;
}
