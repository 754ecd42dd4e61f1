/** A sandbox that is served on this machine, and apps that it reaches over HTTP. */
import {
  createServer,
  type IncomingHttpHeaders,
  type IncomingMessage,
  type Server,
  type ServerResponse,
} from 'node:http';
import type { AddressInfo } from 'node:net';
import { App } from '@slack/bolt';
import { manualClock } from '../../sandbox/core/clock.ts';
import { person, type Person } from '../../sandbox/driver/person.ts';
import { startServer, type SandboxServer, type ServerOptions } from '../../sandbox/server/server.ts';
import { manifest, quiet } from './bot.ts';

const running: { stop(): Promise<unknown> }[] = [];

/** Stops what was started here, the last one first. */
export async function stopAll(): Promise<void> {
  for (const one of running.splice(0).reverse()) await one.stop();
}

/** Has `stopAll` stop this, too. */
export function stopLater(one: { stop(): Promise<unknown> }): void {
  running.push(one);
}

/** A served sandbox whose clock stands still. It signs with the machine's time: the app has no other one to judge by. */
export async function serve(options: Partial<ServerOptions> = {}): Promise<SandboxServer> {
  const clock = manualClock(Date.UTC(2026, 10, 30, 1));
  const server = await startServer({ manifest, clock, epochMs: () => Date.now(), ...options });
  stopLater(server);
  return server;
}

/** A person of a served sandbox. */
export function seat({ engine }: SandboxServer, handle: string): Person {
  return person({ engine, drafts: new Map(), idle: () => engine.dispatch.idle(), paceMs: 0 }, handle);
}

/** A Bolt app that listens on HTTP. Gives the address for deliveries. */
export async function boltApp(
  server: SandboxServer,
  listen: (app: App) => void = () => undefined,
  signingSecret = server.signingSecret,
): Promise<string> {
  const app = new App({
    token: server.botToken,
    signingSecret,
    logger: quiet,
    clientOptions: { slackApiUrl: server.apiUrl, retryConfig: { retries: 0 } },
  });
  app.error(async () => undefined);
  listen(app);
  const listening = (await app.start({ port: 0, host: '127.0.0.1' })) as Server;
  stopLater(app);
  return `http://127.0.0.1:${portOf(listening)}/slack/events`;
}

/** A Bolt app over Socket Mode, connected. */
export async function socketApp(server: SandboxServer, listen: (app: App) => void): Promise<App> {
  const app = new App({
    token: server.botToken,
    appToken: server.appToken,
    socketMode: true,
    logger: quiet,
    clientOptions: { slackApiUrl: server.apiUrl },
    // Bolt gives Socket Mode's own client the options of the installer, not those of the app.
    installerOptions: { clientOptions: { slackApiUrl: server.apiUrl } },
  });
  listen(app);
  await app.start();
  stopLater(app);
  return app;
}

/** A request as the app gets it. */
export type Heard = { headers: IncomingHttpHeaders; body: string };

export type RawApp = { url: string; heard: Heard[]; stop(): Promise<unknown> };

/** An app without Bolt, which would hide what is on the wire. It answers the challenge, and the rest as the test says. */
export async function rawApp(answer: (response: ServerResponse, heard: Heard) => void): Promise<RawApp> {
  const heard: Heard[] = [];
  const server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const challenge = /"challenge":"(\w+)"/.exec(body)?.[1];
      if (challenge) return void response.end(challenge);
      const one = { headers: request.headers, body };
      heard.push(one);
      answer(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  let stopped: Promise<unknown> | undefined;
  const stop = (): Promise<unknown> => {
    server.closeAllConnections();
    return (stopped ??= new Promise((resolve) => server.close(resolve)));
  };
  stopLater({ stop });
  return { url: `http://127.0.0.1:${portOf(server)}/`, heard, stop };
}

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

/** Waits for what comes over a real wire: there is nothing else to await. */
export async function until(holds: () => boolean, limitMs = 4000): Promise<void> {
  for (let waited = 0; !holds(); waited += 10) {
    if (waited > limitMs) throw new Error('It did not happen in time');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
