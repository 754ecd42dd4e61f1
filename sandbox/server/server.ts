import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { RateLimits } from '../api/limits.ts';
import { liveClock, type Clock } from '../core/clock.ts';
import { createEngine, type Engine } from '../core/engine.ts';
import type { Manifest } from '../core/manifest.ts';
import { createSocketHub } from '../deliver/socketMode.ts';
import { openHome } from '../interact/act.ts';
import { agency } from '../seed/agency.ts';
import { plant, type Seed } from '../seed/plant.ts';
import { answer, type Page } from './routes.ts';

export type ServerOptions = {
  manifest: Manifest;
  /** 0 or nothing: any free port. */
  port?: number;
  seed?: Seed;
  clock?: Clock;
  rateLimits?: RateLimits;
  randomSeed?: number;
  /** How long an ack over a socket may take; Slack's three seconds where nothing is said. */
  ackLimitMs?: number;
  /** Builds the page; without it only the API and the sockets are served. */
  buildPage?: () => Promise<Page>;
};

export type SandboxServer = {
  engine: Engine;
  port: number;
  /** `http://127.0.0.1:<port>`. */
  url: string;
  /** For the bot's SLACK_API_URL. */
  apiUrl: string;
  botToken: string;
  appToken: string;
  /** How many sockets of the bot are open. */
  connections(): number;
  /** Cuts every socket of the bot without a word, as a failing network does. */
  cutSockets(): void;
  /** Everybody of the app's own team opens its home once, so that the bot learns who they are. */
  greet(): void;
  stop(): Promise<void>;
};

/** Serves the sandbox on this machine alone: the Web API, Socket Mode, and the page with its feeds. */
export async function startServer(options: ServerOptions): Promise<SandboxServer> {
  const seed = options.seed ?? agency;
  const clock = options.clock ?? liveClock(() => Date.now());
  const engine = createEngine({
    manifest: options.manifest,
    clock,
    team: seed.team,
    rateLimits: options.rateLimits ?? 'tiers',
    ...(options.randomSeed === undefined ? {} : { seed: options.randomSeed }),
  });
  plant(engine, seed);
  const page = await options.buildPage?.();
  const hub = createSocketHub(engine, options.ackLimitMs);
  engine.dispatch.connect(hub.transport);
  const server = createServer((request, response) => {
    answer(engine, page, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ok: false, error: String(error) }));
    });
  });
  const sockets = new WebSocketServer({ noServer: true });
  server.on('upgrade', (request, socket, head) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://sandbox');
    if (pathname !== '/socket' || !hub.admit(searchParams.get('ticket') ?? '')) return void socket.destroy();
    sockets.handleUpgrade(request, socket, head, (accepted) => hub.accept(accepted));
  });
  const port = await new Promise<number>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port ?? 0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
  engine.baseUrl = `http://127.0.0.1:${port}`;
  engine.openSocket = () => `ws://127.0.0.1:${port}/socket?ticket=${hub.ticket()}`;
  return {
    engine,
    port,
    url: engine.baseUrl,
    apiUrl: `${engine.baseUrl}/api/`,
    botToken: engine.world.app.botToken,
    appToken: engine.world.app.appToken,
    connections: hub.connections,
    cutSockets: () => sockets.clients.forEach((socket) => socket.terminate()),
    greet: () => greet(engine),
    stop: async () => {
      await hub.stop();
      engine.dispatch.connect(undefined);
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Sends `app_home_opened` for every person of the app's own team. */
function greet(engine: Engine): void {
  for (const user of engine.world.users.values()) {
    if (user.kind !== 'bot') openHome(engine, user);
  }
}
