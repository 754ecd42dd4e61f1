/** An engine with the agency in it and no app connected: for the rules of single calls. */
import { callApi, type ApiAnswer } from '../../sandbox/api/call.ts';
import type { RateLimits } from '../../sandbox/api/limits.ts';
import { manualClock } from '../../sandbox/core/clock.ts';
import { createEngine, type Engine } from '../../sandbox/core/engine.ts';
import type { Manifest } from '../../sandbox/core/manifest.ts';
import { inProcess } from '../../sandbox/deliver/inProcess.ts';
import type { Delivery } from '../../sandbox/deliver/dispatch.ts';
import { agency } from '../../sandbox/seed/agency.ts';
import { personByHandle, plant } from '../../sandbox/seed/plant.ts';
import { manifest } from './bot.ts';

export type Bench = {
  engine: Engine;
  /** What was delivered to the app so far; it acknowledges everything with `ack`. */
  delivered: Delivery[];
  ack: unknown;
  call: (method: string, args?: Record<string, unknown>) => ApiAnswer['body'];
  /** What the app's own fetch would give. */
  fetch: typeof globalThis.fetch;
  raw: (method: string, args?: Record<string, unknown>, token?: string) => ApiAnswer;
  channel(name: string): string;
  user(handle: string): string;
};

/** A bench to try calls on. Rate limits are off unless they are what is tried. */
export function bench(options: { manifest?: Manifest; rateLimits?: RateLimits; seed?: number } = {}): Bench {
  const engine = createEngine({
    manifest: options.manifest ?? manifest,
    clock: manualClock(Date.UTC(2026, 10, 30, 1)),
    team: agency.team,
    rateLimits: options.rateLimits ?? 'off',
    ...(options.seed === undefined ? {} : { seed: options.seed }),
  });
  plant(engine, agency);
  const raw: Bench['raw'] = (method, args = {}, token = engine.world.app.botToken) =>
    callApi(engine, method, args, token);
  const made: Bench = {
    engine,
    delivered: [],
    ack: null,
    fetch: inProcess(engine).fetch,
    raw,
    call: (method, args) => raw(method, args).body,
    channel: (name) => [...engine.world.channels.values()].find((one) => one.name === name)?.id ?? '',
    user: (handle) => personByHandle(engine, handle).id,
  };
  engine.dispatch.connect({
    send: async (delivery) => {
      made.delivered.push(delivery);
      return { ok: true, payload: made.ack };
    },
  });
  return made;
}

/** A manifest without some scopes. */
export function without(...scopes: string[]): Manifest {
  const bot = manifest.oauth_config?.scopes?.bot?.filter((scope) => !scopes.includes(scope)) ?? [];
  return { ...manifest, oauth_config: { scopes: { bot } } };
}

/** What stands at a path of an answer: `at(body, 'messages.0.text')`. */
export function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((inner, key) => (inner as Record<string, unknown> | undefined)?.[key], value);
}

/** What stands at a path of each of a list. */
export function each(list: unknown, path: string): unknown[] {
  return (list as unknown[]).map((one) => at(one, path));
}
