import type { Receiver } from '@slack/bolt';
import { manualClock, type Clock } from '../core/clock.ts';
import { createEngine, heldScopes, type Engine } from '../core/engine.ts';
import type { Faults } from '../core/faults.ts';
import type { Entry } from '../core/journal.ts';
import type { Manifest } from '../core/manifest.ts';
import type { Channel } from '../core/types.ts';
import type { RateLimits } from '../api/limits.ts';
import { inProcess } from '../deliver/inProcess.ts';
import { agency } from '../seed/agency.ts';
import { keepShown } from '../core/shown.ts';
import { plant, type Seed } from '../seed/plant.ts';
import { adminOf, type Admin } from './admin.ts';
import type { Context } from './context.ts';
import { person, type Person } from './person.ts';
import { sightOf, type Sight } from './seat.ts';
import { channelByName } from './which.ts';

/** What a bot in this process is started with. */
export type StartContext = {
  receiver: Receiver;
  fetch: typeof globalThis.fetch;
  clock: Clock;
  /** For `clientOptions.slackApiUrl`. */
  apiUrl: string;
  teamId: string;
  botUserId: string;
  botToken: string;
};

/** A started bot. `settle` waits for its work outside of listeners (jobs, an outbox); `stop` ends it. */
export type RunningBot = { settle(): Promise<void>; stop(): Promise<void> };

export type SandboxOptions = {
  manifest: Manifest;
  seed?: Seed;
  start: (context: StartContext) => Promise<RunningBot>;
  rateLimits?: RateLimits;
  /** Where the clock stands at first, milliseconds since the epoch. */
  startsAt?: number;
  /** How far the clock moves before each act, as people take their time: 1,000 ms where nothing is said. */
  paceMs?: number;
  randomSeed?: number;
  /** Events that were not acknowledged come again, as Slack sends them. Off where nothing is said. */
  retries?: boolean;
  /** Scopes of the manifest's `bot_optional` that the app was granted. None where nothing is said. */
  optionalScopes?: readonly string[];
};

export type TrafficView = {
  entries: Entry[];
  /** The calls of the app, of one method or of all. */
  calls(method?: string): Entry[];
  /** The deliveries to the app whose name contains `name`, or all. */
  deliveries(name?: string): Entry[];
  /** Scopes of the manifest that no call has needed so far. */
  scopesUnused(): string[];
};

export type Sandbox = {
  as(handle: string): Person;
  journal: TrafficView;
  faults: Faults;
  /** Jumps wait until the app has done what was due. */
  clock: { now(): number; advance(ms: number): Promise<void>; to(ms: number): Promise<void> };
  /** Sends the last delivery (whose name contains `name`) once more, as it was; `times` times. */
  again(times?: number, name?: string): Promise<void>;
  /** Settles when neither Slack nor the bot does anything more. */
  idle(): Promise<void>;
  /** Fails with everything that a strict Slack or a person would have complained about. */
  expectNoErrors(): void;
  channel(name: string): Channel;
  /** What administrators do outside the app: it only hears of it. */
  admin: Admin;
  /** All that a person sees and ever saw, on every surface. */
  seat(handle: string): Sight;
  engine: Engine;
  stop(): Promise<void>;
};

/** Monday 30 November 2026, 09:00 in Shanghai. */
const STARTS_AT = Date.UTC(2026, 10, 30, 1);
/** More rounds than any story needs: beyond it two listeners keep waking each other. */
const MOST_ROUNDS = 200;

/** Starts a Slack in this process with a bot in it, and gives the people to act with. */
export async function sandbox(options: SandboxOptions): Promise<Sandbox> {
  const seed = options.seed ?? agency;
  const clock = manualClock(options.startsAt ?? STARTS_AT);
  const engine = createEngine({
    manifest: options.manifest,
    clock,
    team: seed.team,
    rateLimits: options.rateLimits ?? 'tiers',
    retries: options.retries ?? false,
    ...(options.randomSeed === undefined ? {} : { seed: options.randomSeed }),
    optionalScopes: options.optionalScopes ?? [],
  });
  plant(engine, seed);
  keepShown(engine.world);
  const { app } = engine.world;
  const bot = await options.start({
    ...inProcess(engine),
    clock,
    apiUrl: `${engine.baseUrl}/api/`,
    teamId: app.teamId,
    botUserId: app.botUserId,
    botToken: app.botToken,
  });
  const idle = (): Promise<void> => settled(engine, bot);
  const context: Context = { engine, drafts: new Map(), idle, paceMs: options.paceMs ?? 1000 };
  await idle();
  return asSandbox(context, bot);
}

/** Waits until neither Slack nor the bot does anything more. */
async function settled(engine: Engine, bot: RunningBot): Promise<void> {
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const before = engine.journal.entries.at(-1);
    await engine.dispatch.idle();
    await bot.settle();
    if (!engine.dispatch.busy() && engine.journal.entries.at(-1) === before) return;
  }
  throw new Error(`The bot was still at work after ${MOST_ROUNDS} rounds`);
}

function asSandbox(context: Context, bot: RunningBot): Sandbox {
  const { engine, idle } = context;
  const { clock } = engine.world;
  return {
    as: (handle) => person(context, handle),
    journal: trafficView(engine),
    faults: engine.faults,
    clock: {
      now: () => clock.now(),
      advance: async (ms) => {
        clock.advance(ms);
        await idle();
      },
      to: async (ms) => {
        clock.advance(ms - clock.now());
        await idle();
      },
    },
    again: async (times = 1, name) => {
      const last = trafficView(engine).deliveries(name).at(-1);
      if (!last) throw new Error(`There was no delivery ${name ?? ''} to send again`);
      await Promise.all(Array.from({ length: times }, () => engine.dispatch.again(last.id)));
      await idle();
    },
    idle,
    expectNoErrors: () => expectNoErrors(engine),
    channel: (name) => channelByName(engine, name),
    admin: adminOf(context),
    seat: (handle) => sightOf(engine, handle),
    engine,
    stop: async () => {
      await bot.stop();
      engine.dispatch.stop();
      engine.dispatch.connect(undefined);
    },
  };
}

function trafficView(engine: Engine): TrafficView {
  const { entries } = engine.journal;
  return {
    entries,
    calls: (method) => entries.filter((one) => one.kind === 'call' && (method === undefined || one.name === method)),
    deliveries: (name = '') => entries.filter((one) => one.direction === 'to app' && one.name.includes(name)),
    scopesUnused: () => heldScopes(engine).filter((scope) => !engine.journal.scopesUsed.has(scope)),
  };
}

function expectNoErrors(engine: Engine): void {
  const complaints = engine.journal.complaints.filter((complaint) => !complaint.provoked);
  if (complaints.length === 0) return;
  throw new Error(`The sandbox complains:\n${complaints.map((complaint) => `- ${complaint.text}`).join('\n')}`);
}
