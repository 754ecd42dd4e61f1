import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { Database } from './database.ts';
import { within } from './deadline.ts';
import type { Metrics } from './metrics.ts';

/** Whoever asks whether we are ready waits a second or two (kubernetes.io, probes). */
const PING_WITHIN_MS = 1000;

/** What keeps the bot from doing its work now. */
export type Hindrance = 'starting' | 'stopping' | 'database' | 'socket';

export type HealthParts = {
  /** Null while it starts; `stopping` once it was told to stop. */
  stage: () => 'starting' | 'running' | 'stopping';
  db: () => Database | null;
  /** Is the connection to Slack open? Always where Slack connects to us. */
  isConnected: () => boolean;
  metrics: Metrics;
};

/** One address and what answers there; Bolt's HTTP receiver takes the same shape. */
export type Route = {
  path: string;
  method: 'GET';
  handler: (request: IncomingMessage, response: ServerResponse) => void;
};

/**
 * `/livez`: the process answers at all. `/readyz`: it can do its work now; else 503 and what hinders it.
 */
export function healthRoutes(parts: HealthParts): Route[] {
  return [
    { path: '/livez', method: 'GET', handler: (_, response) => answer(response, 200, { status: 'alive' }) },
    {
      path: '/readyz',
      method: 'GET',
      handler: (_, response) => {
        void hindrances(parts).then((why) =>
          why.length === 0
            ? answer(response, 200, { status: 'ready' })
            : answer(response, 503, { status: 'not ready', why }),
        );
      },
    },
  ];
}

/** `/metrics`, in Prometheus' text format. Apart from the rest: it belongs on a port that the world does not see. */
export function metricsRoute({ metrics }: HealthParts): Route {
  return {
    path: '/metrics',
    method: 'GET',
    handler: (_, response) => {
      metrics.text().then(
        (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
        () => response.writeHead(500).end(),
      );
    },
  };
}

/** Serves routes on a port, of one address of this machine or of all. @throws where the port is taken. */
export async function serve(routes: readonly Route[], port: number, host: string | undefined): Promise<Server> {
  const server = createServer((request, response) => {
    const path = (request.url ?? '').split('?')[0];
    const route = routes.find((one) => one.path === path && one.method === request.method);
    if (route) route.handler(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, ...(host === undefined ? {} : { host }) }, resolve);
  });
  return server;
}

async function hindrances({ stage, db, isConnected }: HealthParts): Promise<Hindrance[]> {
  const now = stage();
  if (now !== 'running') return [now];
  return [...((await answers(db())) ? [] : ['database' as const]), ...(isConnected() ? [] : ['socket' as const])];
}

async function answers(db: Database | null): Promise<boolean> {
  try {
    const admin = db?.connection.db?.admin();
    if (!admin) return false;
    await within(admin.ping(), PING_WITHIN_MS);
    return true;
  } catch {
    return false;
  }
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
