import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Context } from '../../sandbox/driver/context.ts';
import { person, type Person } from '../../sandbox/driver/person.ts';
import { type SandboxServer, type ServerOptions, startServer } from '../../sandbox/server/server.ts';
import { connect, type Database } from '../../src/io/database.ts';
import { type BotProcess, type BotWish, type LoadedBot, loadBotProcess } from './bot-process.ts';
import { testDatabase } from './mongo.ts';

const manifest = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));

/** What comes over a real wire comes when it comes; longer than this, it does not come. */
const COMES_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 20;
/** Work that is not done by then waits for something that the test has to bring. */
const QUIET_WITHIN_MS = 10_000;

/** The bot in processes of its own, seen from outside: Slack before it, MongoDB behind it, on real time. */
export type Outside = {
  server: SandboxServer;
  /** Looks into the bots' database, over a connection of the test's own. */
  db: Database;
  mongoUri: string;
  as: (handle: string) => Person;
  /** Starts one more bot. Over HTTP, deliveries go in turn to all that were started and are alive. */
  startBot: (wish?: BotStart) => Promise<BotProcess>;
  /** The bot that was started last. */
  bot: () => BotProcess;
  /** Has the next bot loaded meanwhile, so that its start takes little time. */
  loadBot: (wish?: Pick<BotStart, 'logLevel'>) => Promise<void>;
  /** Settles when `holds`. @throws where it does not in time */
  until: (what: string, holds: () => boolean | Promise<boolean>, withinMs?: number) => Promise<void>;
  /** Settles when nothing is on its way, nothing is to be sent now and no event is open; or when no bot is alive. */
  quiet: () => Promise<void>;
  end: () => Promise<void>;
};

/** `laterMs`: by then so much time has passed, for Slack as well. Only where no other bot is alive, which would not know of it. */
export type BotStart = Partial<Pick<BotWish, 'logLevel'>> & { laterMs?: number };

export type OutsideOptions = Omit<ServerOptions, 'manifest'> & {
  over?: 'socket' | 'http';
  /** A MongoDB of the test's own, which it may stop; the run's where nothing is said. */
  mongoUri?: string;
};

/** Sets it up with one bot that knows everybody. */
export async function outside({ over = 'http', mongoUri, ...options }: OutsideOptions = {}): Promise<Outside> {
  const database = mongoUri === undefined ? await testDatabase() : null;
  const uri = mongoUri ?? database?.uri ?? '';
  const db = await connect(uri);
  await db.connection.dropDatabase();
  await db.buildIndexes();
  const server = await startServer({ ...options, manifest });
  const bots: BotProcess[] = [];
  const { engine } = server;
  const { clock } = engine.world;
  const quiet = () => quietness({ server, db, bots });
  const context: Context = { engine, drafts: new Map(), idle: quiet, paceMs: 0 };
  let loaded: LoadedBot | undefined;
  const load = (wish: BotStart = {}) => loadBotProcess(server, { over, mongoUri: uri, ...wish });
  const startBot: Outside['startBot'] = async ({ laterMs = 0, ...wish } = {}) => {
    const next = loaded ?? (await load(wish));
    loaded = undefined;
    const bot = await next.go(clock.now() + laterMs - Date.now());
    bots.push(bot);
    const urls = bots.filter(({ isAlive }) => isAlive()).flatMap(({ url }) => url ?? []);
    if (over === 'http') await server.deliverTo(urls);
    clock.advance(laterMs);
    return bot;
  };
  let bot = await startBot();
  server.greet();
  await quiet();
  return {
    server,
    db,
    mongoUri: uri,
    as: (handle) => person(context, handle),
    startBot: async (wish) => {
      bot = await startBot(wish);
      return bot;
    },
    bot: () => bot,
    loadBot: async (wish) => {
      loaded ??= await load(wish);
    },
    until,
    quiet,
    end: async () => {
      loaded?.drop();
      await Promise.all(bots.filter((bot) => bot.isAlive()).map((bot) => bot.stop()));
      await server.stop();
      await db.close();
      await database?.drop();
    },
  };
}

type Parts = Pick<Outside, 'server' | 'db'> & { bots: readonly BotProcess[] };

async function quietness({ server, db, bots }: Parts): Promise<void> {
  const startedMs = performance.now();
  while (performance.now() - startedMs < QUIET_WITHIN_MS) {
    const before = server.engine.journal.entries.length;
    await server.engine.dispatch.idle();
    if (!bots.some((bot) => bot.isAlive())) return;
    if (!(await isAtWork(db, server.engine.world.clock.now())) && server.engine.journal.entries.length === before)
      return;
    await sleep(LOOK_EVERY_MS);
  }
}

/** What waits for its time, or for somebody else, is not work. Events first: a decision turns one into rows in one moment. */
async function isAtWork(db: Database, nowMs: number): Promise<boolean> {
  const now = { $or: [{ notBefore: null }, { notBefore: { $lte: new Date(nowMs) } }] };
  const event = await db.collection('received').findOne({ state: 'open' });
  const row = event ?? (await db.collection('outbox').findOne({ state: 'pending', ...now }));
  return row !== null;
}

async function until(what: string, holds: () => boolean | Promise<boolean>, withinMs = COMES_WITHIN_MS): Promise<void> {
  for (const start = performance.now(); !(await holds()); await sleep(LOOK_EVERY_MS)) {
    if (performance.now() - start > withinMs) throw new Error(`It did not happen within ${withinMs} ms: ${what}`);
  }
}
