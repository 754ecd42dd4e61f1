import { createDispatch, type Dispatch } from '../deliver/dispatch.ts';
import { createLimits, type Limits, type RateLimits } from '../api/limits.ts';
import type { Clock } from './clock.ts';
import { createFaults, type Faults } from './faults.ts';
import { createJournal, type Journal } from './journal.ts';
import { botScopes, type Manifest } from './manifest.ts';
import { seededRandom } from './random.ts';
import { createWorld, type World } from './world.ts';

/** The sandbox's Slack with one app installed. Every action takes it as its first argument. */
export type Engine = {
  world: World;
  manifest: Manifest;
  journal: Journal;
  faults: Faults;
  limits: Limits;
  dispatch: Dispatch;
  /** Where this Slack is reached: the start of response_urls and permalinks, without a slash at the end. */
  baseUrl: string;
  /** Where the ticket of apps.connections.open leads; undefined where no sockets are served. */
  openSocket: (() => string) | undefined;
  /** Real milliseconds, for how long an ack took. Never used for a rule of Slack's but the three seconds. */
  stopwatch(): number;
};

/** The scopes that the app has now. Optional ones were granted by somebody; any may have been taken away. */
export function heldScopes({ world }: Engine): string[] {
  return [...world.grantedScopes];
}

export type EngineOptions = {
  manifest: Manifest;
  clock: Clock;
  team: { name: string; domain: string };
  seed?: number;
  rateLimits?: RateLimits;
  baseUrl?: string;
  /** Scopes that the manifest calls optional (`bot_optional`) and that were granted all the same. None where nothing is said. */
  optionalScopes?: readonly string[];
  /** Whether events that were not acknowledged come again, as Slack sends them. Off where nothing is said. */
  retries?: boolean;
};

/** An empty workspace with the manifest's app installed in it, and nobody connected yet. */
export function createEngine(options: EngineOptions): Engine {
  const { manifest, clock, team } = options;
  const scopes = [...botScopes(manifest), ...(options.optionalScopes ?? [])];
  const journal = createJournal(clock);
  const botName = manifest.features?.bot_user?.display_name ?? manifest.display_information.name;
  const stopwatch = (): number => performance.now();
  const faults = createFaults();
  return {
    world: createWorld({ clock, random: seededRandom(options.seed ?? 1), team, botName, scopes }),
    manifest,
    journal,
    faults,
    limits: createLimits(clock, options.rateLimits ?? 'tiers'),
    dispatch: createDispatch({ journal, faults, clock, stopwatch, retries: options.retries ?? false }),
    baseUrl: options.baseUrl ?? 'https://slack.sandbox',
    openSocket: undefined,
    stopwatch,
  };
}
