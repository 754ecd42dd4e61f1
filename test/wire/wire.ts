import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import { type Bot, makeBot } from '../../src/io/bot.ts';
import { connect, type Database } from '../../src/io/database.ts';
import { boltLogger, makeLog } from '../../src/io/log.ts';
import { liaison } from '../../src/liaison.ts';
import type { Context } from '../../sandbox/driver/context.ts';
import { person, type Person } from '../../sandbox/driver/person.ts';
import { type SandboxServer, startServer } from '../../sandbox/server/server.ts';
import { testDatabase } from '../support/mongo.ts';

const manifest = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));

/** What comes over a real wire comes when it comes; longer than this, it does not come. */
const COMES_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 10;

/** The real bot on a real MongoDB, over real Socket Mode, on real time. */
export type Wire = {
  server: SandboxServer;
  as: (handle: string) => Person;
  until: (what: string, holds: () => boolean) => Promise<void>;
  end: () => Promise<void>;
};

export type WireOptions = {
  /** Stands between the bot and its database. */
  through?: (db: Database) => Database;
  /** Has the bot meet everybody first, as it would have in the days before. */
  greet?: boolean;
  /** How long an acknowledgement may take; Slack's three seconds where nothing is said. */
  ackLimitMs?: number;
};

/** Starts all of it as src/main.ts does, without the clock: nothing here waits for a day. */
export async function overTheWire({ through = (db) => db, greet = true, ackLimitMs }: WireOptions = {}): Promise<Wire> {
  const database = await testDatabase();
  const db = await connect(database.uri);
  await db.buildIndexes();
  const server = await startServer({ manifest, ...(ackLimitMs === undefined ? {} : { ackLimitMs }) });
  const bot = await startBot(server, through(db));
  const { engine } = server;
  if (greet) await meetEverybody(server);
  const context: Context = { engine, drafts: new Map(), idle: () => engine.dispatch.idle(), paceMs: 0 };
  return {
    server,
    as: (handle) => person(context, handle),
    until,
    end: async () => {
      await bot.app.stop();
      await bot.stop();
      await server.stop();
      await db.close();
      await database.drop();
    },
  };
}

async function startBot(server: SandboxServer, db: Database): Promise<Bot> {
  const log = makeLog('silent');
  const receiver = new SocketModeReceiver({
    appToken: server.appToken,
    logger: boltLogger(log),
    installerOptions: { clientOptions: { slackApiUrl: server.apiUrl } },
  });
  const bot = await makeBot(liaison, {
    db,
    receiver,
    token: server.botToken,
    apiUrl: server.apiUrl,
    log,
    now: () => new Date(),
    newId: () => randomBytes(12).toString('base64url'),
    newSalt: () => randomBytes(16).toString('hex'),
    language: 'en',
    process: 'wire',
    wait: sleep,
    later: (ms, run) => void setTimeout(run, ms).unref(),
  });
  await bot.app.start();
  return bot;
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
