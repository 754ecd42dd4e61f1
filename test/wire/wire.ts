import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Receiver } from '@slack/bolt';
import { type Bot, makeBot } from '../../src/io/bot.ts';
import { connect, type Database } from '../../src/io/database.ts';
import { type Log, makeLog } from '../../src/io/log.ts';
import { makeReceiver } from '../../src/io/transports.ts';
import { liaison } from '../../src/liaison.ts';
import { inProcess } from '../../sandbox/deliver/inProcess.ts';
import type { Context } from '../../sandbox/driver/context.ts';
import { person, type Person } from '../../sandbox/driver/person.ts';
import { type SandboxServer, startServer } from '../../sandbox/server/server.ts';
import { testDatabase } from '../support/mongo.ts';
import { addressOf } from '../support/stage-http.ts';

const manifest = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));

/** What comes over a real wire comes when it comes; longer than this, it does not come. */
const COMES_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 10;

/** How deliveries reach the bot. */
export const TRANSPORTS = ['in-process', 'socket', 'http'] as const;
export type Over = (typeof TRANSPORTS)[number];

/** The real bot on a real MongoDB, on real time. */
export type Wire = {
  server: SandboxServer;
  as: (handle: string) => Person;
  until: (what: string, holds: () => boolean) => Promise<void>;
  /** What was logged, line by line. */
  logged: () => string;
  end: () => Promise<void>;
};

export type WireOptions = {
  over: Over;
  /** Stands between the bot and its database. */
  through?: (db: Database) => Database;
  /** Has the bot meet everybody first, as it would have in the days before. */
  greet?: boolean;
  /** How long an acknowledgement may take; Slack's three seconds where nothing is said. */
  ackLimitMs?: number;
};

/** Starts all of it as src/main.ts does, without the clock: nothing here waits for a day. */
export async function overTheWire(options: WireOptions): Promise<Wire> {
  const { through = (db) => db, greet = true, ackLimitMs } = options;
  const database = await testDatabase();
  const db = await connect(database.uri);
  await db.buildIndexes();
  const server = await startServer({ manifest, ...(ackLimitMs === undefined ? {} : { ackLimitMs }) });
  const lines: string[] = [];
  const log = makeLog('info', { write: (line: string) => void lines.push(line) });
  const bot = await startBot(server, options.over, { db: through(db), log });
  const { engine } = server;
  if (greet) await meetEverybody(server);
  const context: Context = { engine, drafts: new Map(), idle: () => engine.dispatch.idle(), paceMs: 0 };
  return {
    server,
    as: (handle) => person(context, handle),
    until,
    logged: () => lines.join(''),
    end: async () => {
      await bot.settled();
      await bot.app.stop();
      await bot.stop();
      await server.stop();
      await db.close();
      await database.drop();
    },
  };
}

type Backstage = { db: Database; log: Log };

async function startBot(server: SandboxServer, over: Over, { db, log }: Backstage): Promise<Bot> {
  const bot = await makeBot(liaison, {
    db,
    ...wayIn(server, over, log),
    token: server.botToken,
    apiUrl: server.apiUrl,
    log,
    now: () => new Date(),
    newId: () => randomBytes(12).toString('base64url'),
    newSalt: () => randomBytes(16).toString('hex'),
    language: 'en',
    administrators: [],
    process: 'wire',
    wait: sleep,
    later: (ms, run) => void setTimeout(run, ms).unref(),
  });
  const started: unknown = await bot.app.start();
  if (over === 'http') await server.deliverTo([addressOf(started)]);
  return bot;
}

/** In this process the calls to Slack need no network either. */
function wayIn(server: SandboxServer, over: Over, log: Log): { receiver: Receiver; fetch?: typeof globalThis.fetch } {
  const parts = { log, apiUrl: server.apiUrl, routes: [] };
  switch (over) {
    case 'in-process':
      return inProcess(server.engine);
    case 'socket':
      return { receiver: makeReceiver({ over, appToken: server.appToken }, parts).receiver };
    case 'http': {
      const { signingSecret } = server;
      return { receiver: makeReceiver({ over, signingSecret, port: 0, host: '127.0.0.1' }, parts).receiver };
    }
    default:
      return over satisfies never;
  }
}

async function meetEverybody(server: SandboxServer): Promise<void> {
  server.greet();
  const { users, homes } = server.engine.world;
  const own = [...users.values()].filter(({ kind }) => kind === 'member' || kind === 'guest');
  await until('everybody has a home', () => own.every(({ id }) => homes.has(id)));
}

async function until(what: string, holds: () => boolean): Promise<void> {
  for (const start = Date.now(); !holds(); await sleep(LOOK_EVERY_MS)) {
    if (Date.now() - start > COMES_WITHIN_MS) throw new Error(`It did not happen in time: ${what}`);
  }
}

/** The deliveries to the bot whose name contains `name`, as the inspector shows them. */
export const deliveries = ({ engine }: SandboxServer, name = '') =>
  engine.journal.entries.filter((entry) => entry.direction === 'to app' && entry.name.includes(name));

/** What stands on the buttons that somebody sees in a channel; nothing where they do not see the channel. */
export const buttonsOf = (who: Person, channel: string): string[] =>
  who.channels().includes(channel) ? who.sees(channel).flatMap(({ buttons }) => buttons) : [];

/** Slack waits this long for an acknowledgement (docs.slack.dev, interactivity). */
const ACK_LIMIT_MS = 3000;

/** What was not acknowledged, or not in time. */
export const late = (server: SandboxServer) =>
  deliveries(server).filter(({ outcome, tookMs }) => outcome !== 'ok' || tookMs >= ACK_LIMIT_MS);
