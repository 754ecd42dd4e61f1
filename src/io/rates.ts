import { z } from 'zod';

/** How many messages may go: `burst` at once, then `perSecond`. */
export type Limit = { readonly perSecond: number; readonly burst: number };
/** What is left of a limit, and when that was counted (milliseconds since the epoch). */
export type Bucket = { readonly tokens: number; readonly atMs: number };

/** Slack lets through "several hundred messages a minute" in a workspace (docs.slack.dev, rate limits). */
export const WORKSPACE_LIMIT: Limit = { perSecond: 5, burst: 20 };
/** "One message per second per channel", short bursts allowed (docs.slack.dev, rate limits). */
export const CHANNEL_LIMIT: Limit = { perSecond: 1, burst: 4 };
/** What nobody waits for leaves this much of the workspace's limit to what people wait for. */
export const URGENT_RESERVE = 5;

/** Channels of which we remember how much was sent; a full bucket says no more than none. */
const MAX_BUCKETS = 2000;

const fullBucket = (limit: Limit, nowMs: number): Bucket => ({ tokens: limit.burst, atMs: nowMs });

/** What a bucket holds at an instant. A clock that was set back adds nothing and takes nothing. */
function refilled(bucket: Bucket, limit: Limit, nowMs: number): Bucket {
  const elapsedMs = Math.max(0, nowMs - bucket.atMs);
  const tokens = Math.min(limit.burst, bucket.tokens + (elapsedMs * limit.perSecond) / 1000);
  return { tokens, atMs: Math.max(nowMs, bucket.atMs) };
}

/** Milliseconds until one message may go and `keep` are still left; 0 for now. */
function waitMs(bucket: Bucket, limit: Limit, nowMs: number, keep = 0): number {
  const missing = keep + 1 - refilled(bucket, limit, nowMs).tokens;
  return missing <= 0 ? 0 : Math.ceil((missing * 1000) / limit.perSecond);
}

/** The bucket after one message. */
function spent(bucket: Bucket, limit: Limit, nowMs: number): Bucket {
  const { tokens, atMs } = refilled(bucket, limit, nowMs);
  return { tokens: tokens - 1, atMs };
}

export type Rates = {
  /** Takes one message of the workspace's limit, and of the channel's where one is named. @returns ms to wait; then nothing was taken. */
  take: (channel: string | null, nowMs: number, urgent: boolean) => number;
  /** Milliseconds until the workspace may send anything at all; 0 for now. */
  dryMs: (nowMs: number, urgent: boolean) => number;
  /** What is left of the workspace's limit, for whoever sends next; null where nothing was sent yet. */
  left: () => Bucket | null;
  /** Goes on from what another process left: the limit is one for all of them. What cannot be read counts as nothing sent. */
  goOn: (left: unknown, nowMs: number) => void;
};

const bucketSchema = z.object({ tokens: z.number(), atMs: z.number() });

/** The limits of one workspace, counted by whoever sends, on the clock that is passed in. */
export function makeRates(): Rates {
  let workspace: Bucket | null = null;
  const channels = new Map<string, Bucket>();
  const ofWorkspace = (nowMs: number) => workspace ?? fullBucket(WORKSPACE_LIMIT, nowMs);
  const dryMs: Rates['dryMs'] = (nowMs, urgent) =>
    waitMs(ofWorkspace(nowMs), WORKSPACE_LIMIT, nowMs, urgent ? 0 : URGENT_RESERVE);
  return {
    dryMs,
    left: () => workspace,
    goOn: (left, nowMs) => {
      const { data } = bucketSchema.safeParse(left);
      // Another machine's clock may be ahead; until ours is there nothing would come in.
      if (data) workspace = { ...data, atMs: Math.min(data.atMs, nowMs) };
    },
    take: (channel, nowMs, urgent) => {
      const all = ofWorkspace(nowMs);
      const one = channel === null ? null : (channels.get(channel) ?? fullBucket(CHANNEL_LIMIT, nowMs));
      const channelMs = one === null ? 0 : waitMs(one, CHANNEL_LIMIT, nowMs);
      const longest = Math.max(dryMs(nowMs, urgent), channelMs);
      if (longest > 0) return longest;
      workspace = spent(all, WORKSPACE_LIMIT, nowMs);
      if (channel !== null && one !== null) channels.set(channel, spent(one, CHANNEL_LIMIT, nowMs));
      if (channels.size > MAX_BUCKETS) forgetFull(channels, nowMs);
      return 0;
    },
  };
}

function forgetFull(channels: Map<string, Bucket>, nowMs: number): void {
  for (const [channel, bucket] of channels) {
    if (refilled(bucket, CHANNEL_LIMIT, nowMs).tokens === CHANNEL_LIMIT.burst) channels.delete(channel);
  }
}
