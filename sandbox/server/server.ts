import { randomBytes } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { RateLimits } from '../api/limits.ts';
import { liveClock, type Clock } from '../core/clock.ts';
import { createEngine, type Engine } from '../core/engine.ts';
import type { Manifest } from '../core/manifest.ts';
import { connectHttp, type HttpTransport } from '../deliver/http.ts';
import { createSocketHub, type SocketHub } from '../deliver/socketMode.ts';
import { openHome } from '../interact/act.ts';
import { agency } from '../seed/agency.ts';
import { plant, type Seed } from '../seed/plant.ts';
import { jumperOf, type Moments } from './jump.ts';
import { answer, type Page, type Served } from './routes.ts';

export type ServerOptions = {
  manifest: Manifest;
  /** 0 or nothing: any free port. */
  port?: number;
  seed?: Seed;
  clock?: Clock;
  rateLimits?: RateLimits;
  randomSeed?: number;
  /** How long an ack may take; Slack's three seconds where nothing is said. */
  ackLimitMs?: number;
  /** The time that HTTP deliveries are signed with, milliseconds since the epoch; that of `clock` where nothing is said. */
  epochMs?: () => number;
  /** Scopes of the manifest's `bot_optional` that the app was granted. None where nothing is said. */
  optionalScopes?: readonly string[];
  /** Instants that the clock can be sent to by a name. */
  moments?: Moments;
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
  /** What HTTP deliveries are signed with. */
  signingSecret: string;
  /**
   * Delivers over signed HTTP from now on, not over sockets: to these addresses in turn, as a load balancer would.
   * @throws Error if nobody there answers Slack's challenge; deliveries then go as before.
   */
  deliverTo(urls: readonly string[]): Promise<void>;
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
  const engine = plantedEngine(options);
  const page = await options.buildPage?.();
  const hub = createSocketHub(engine, options.ackLimitMs);
  engine.dispatch.connect(hub.transport);
  const clients = new WebSocketServer({ noServer: true });
  const cutSockets = (): void => clients.clients.forEach((socket) => socket.terminate());
  const served: Served = {
    engine,
    page,
    sockets: { count: hub.connections, cut: cutSockets },
    jumper: jumperOf(engine.world.clock),
    moments: options.moments ?? {},
  };
  const server = createServer((request, response) => {
    answer(served, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ok: false, error: String(error) }));
    });
  });
  takeSockets(server, clients, hub);
  const port = await listen(server, options.port ?? 0);
  engine.baseUrl = `http://127.0.0.1:${port}`;
  engine.openSocket = () => `ws://127.0.0.1:${port}/socket?ticket=${hub.ticket()}`;
  const http = overHttp(engine, options);
  return {
    engine,
    port,
    url: engine.baseUrl,
    apiUrl: `${engine.baseUrl}/api/`,
    botToken: engine.world.app.botToken,
    appToken: engine.world.app.appToken,
    signingSecret: http.signingSecret,
    deliverTo: http.deliverTo,
    connections: hub.connections,
    cutSockets,
    greet: () => greet(engine),
    stop: async () => {
      engine.dispatch.stop();
      http.stop();
      await hub.stop();
      engine.dispatch.connect(undefined);
      clients.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function plantedEngine(options: ServerOptions): Engine {
  const seed = options.seed ?? agency;
  const engine = createEngine({
    manifest: options.manifest,
    clock: options.clock ?? liveClock(() => Date.now()),
    team: seed.team,
    rateLimits: options.rateLimits ?? 'tiers',
    retries: true,
    optionalScopes: options.optionalScopes ?? [],
    ...(options.randomSeed === undefined ? {} : { seed: options.randomSeed }),
  });
  plant(engine, seed);
  return engine;
}

/** Sockets open with a ticket, and with nothing else. */
function takeSockets(server: Server, clients: WebSocketServer, hub: SocketHub): void {
  server.on('upgrade', (request, socket, head) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://sandbox');
    if (pathname !== '/socket' || !hub.admit(searchParams.get('ticket') ?? '')) return void socket.destroy();
    clients.handleUpgrade(request, socket, head, (accepted) => hub.accept(accepted));
  });
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => resolve((server.address() as AddressInfo).port));
  });
}

/** The switch from sockets to HTTP. */
function overHttp(engine: Engine, { ackLimitMs, epochMs }: ServerOptions) {
  // Shaped like Slack's, and plainly no real one.
  const signingSecret = `sandbox${randomBytes(16).toString('hex')}`;
  const opened: HttpTransport[] = [];
  return {
    signingSecret,
    deliverTo: async (urls: readonly string[]): Promise<void> => {
      const next = await connectHttp(engine, {
        urls,
        signingSecret,
        ...(ackLimitMs === undefined ? {} : { ackLimitMs }),
        ...(epochMs === undefined ? {} : { epochMs }),
      });
      opened.push(next);
      engine.dispatch.connect(next);
    },
    stop: () => opened.forEach((one) => one.stop()),
  };
}

/** Sends `app_home_opened` for every person of the app's own team. */
function greet(engine: Engine): void {
  for (const user of engine.world.users.values()) {
    if (user.kind !== 'bot') openHome(engine, user);
  }
}
