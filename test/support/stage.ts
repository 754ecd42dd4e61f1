import { readFileSync } from 'node:fs';
import type { App, Receiver, ReceiverEvent } from '@slack/bolt';
import { connect, type Database } from '../../src/io/database.ts';
import { type Bot, makeBot } from '../../src/io/bot.ts';
import { type Log, type LogLevelName, makeLog } from '../../src/io/log.ts';
import type { Watch } from '../../src/io/watch.ts';
import { liaison } from '../../src/liaison.ts';
import { type Sandbox, sandbox, type StartContext } from '../../sandbox/driver/sandbox.ts';
import type { Seed } from '../../sandbox/seed/plant.ts';
import { type TestDatabase, testDatabase } from './mongo.ts';
import { type Doorway, doorway } from './stage-http.ts';

const manifest = JSON.parse(readFileSync(new URL('../../manifest.json', import.meta.url), 'utf8'));

export type Body = Record<string, unknown>;

/** What stands between Slack and the bot: a test may change, lose or watch deliveries on their way. */
export type Wire = {
  /** Changes what is delivered, for as long as it is set. */
  alter: ((body: Body) => Body) | null;
  /** Deliveries are lost on the way: the bot hears of none, and nobody answers. */
  isCut: boolean;
  watch: ((what: 'delivered' | 'acknowledged', body: Body) => void) | null;
};

/** The real bot on a real MongoDB, in a strict Slack in this process. */
export type Stage = {
  slack: Sandbox;
  db: Database;
  bot: Bot;
  wire: Wire;
  /** Where deliveries are posted; null where they come without a network. */
  door: Omit<Doorway, 'receiver' | 'connect'> | null;
  /** What was logged, line by line. */
  logged: () => string;
  end: () => Promise<void>;
};

/** Two bots on one database count in different millions. */
const SEED_STEP = 1_000_000;

/** Random enough for a test, and the same in each run. */
function counter(prefix: string, seed: number): () => string {
  let count = (seed - 1) * SEED_STEP;
  return () => `${prefix}${(count += 1).toString().padStart(8, '0')}`;
}

export type StageOptions = {
  language?: 'en' | 'zh';
  /** Has Slack tell the bot of everybody first, as it would have in the days before. Off: the bot knows nobody. */
  greet?: boolean;
  /** Has MongoDB's driver tell of every command, on `db.connection.getClient()`. */
  monitored?: boolean;
  /** Who and what is there; the demonstration agency where nothing is said. */
  seed?: Seed;
  /** Scopes of the manifest's `bot_optional` that were granted; none where nothing is said. */
  optionalScopes?: readonly string[];
  /** Two stages with different ones share no id: two workspaces, as far as a database can tell. */
  randomSeed?: number;
  /** Handles of those whom ADMIN_USER_IDS names; Mei where nothing is said. */
  administrators?: readonly string[];
  /** A database that is shared with another stage, and dropped by whoever made it. */
  database?: TestDatabase;
  logLevel?: LogLevelName;
  /** Has deliveries posted to the bot by signed HTTP. The clock still stands; only signatures are made on real time. */
  over?: 'http';
  watch?: Watch;
};

/** Sets the stage: fresh database, fresh Slack with the demonstration agency, the bot started. */
export async function stage(options: StageOptions = {}): Promise<Stage> {
  const { greet = true, monitored = false } = options;
  const database = options.database ?? (await testDatabase());
  const uri = new URL(database.uri);
  if (monitored) uri.searchParams.set('monitorCommands', 'true');
  const db = await connect(uri.href);
  await db.buildIndexes();
  const lines: string[] = [];
  const log = makeLog(options.logLevel ?? 'info', { write: (line: string) => void lines.push(line) });
  const wire: Wire = { alter: null, isCut: false, watch: null };
  const door = options.over === 'http' ? doorway(log, wire) : null;
  let bot: Bot | undefined;
  // Ids are known once there is a Slack; nobody does anything before that.
  const administrators: string[] = [];
  const slack = await sandbox({
    manifest,
    ...(options.randomSeed === undefined ? {} : { randomSeed: options.randomSeed }),
    ...(options.seed ? { seed: options.seed } : {}),
    ...(options.optionalScopes ? { optionalScopes: options.optionalScopes } : {}),
    start: async (context) => {
      const receiver = door?.receiver ?? wired(context.receiver, wire);
      bot = await startBot({ ...context, receiver }, { ...options, db, log, administrators });
      return running(bot, context, door);
    },
  });
  if (!bot) throw new Error('the bot did not start');
  administrators.push(...(options.administrators ?? ['mei']).map((handle) => slack.as(handle).id));
  await door?.connect(slack.engine);
  if (greet) await greetAll(slack);
  const leave = options.database ? async () => undefined : database.drop;
  return { slack, db, bot, wire, door, logged: () => lines.join(''), end: () => end(slack, db, leave) };
}

/**
 * Does something while nothing reaches the bot: Slack has the delivery, and can send it again. What the sandbox says of the
 * silence is not the bot's fault.
 */
export async function lostOnTheWay({ slack, wire }: Stage, act: () => Promise<unknown>): Promise<void> {
  const { complaints } = slack.engine.journal;
  const before = complaints.length;
  wire.isCut = true;
  await act().catch(() => undefined);
  await slack.idle();
  wire.isCut = false;
  complaints.splice(before);
}

/** A receiver whose deliveries pass over the wire. */
function wired(inner: Receiver, wire: Wire): Receiver {
  const processEvent = (app: App) => async (event: ReceiverEvent) => {
    if (wire.isCut) return;
    const body = wire.alter ? wire.alter(event.body) : event.body;
    wire.watch?.('delivered', body);
    const ack: ReceiverEvent['ack'] = async (response) => {
      wire.watch?.('acknowledged', body);
      await event.ack(response);
    };
    await app.processEvent({ ...event, body, ack });
  };
  return {
    init: (app) => inner.init(Object.create(app, { processEvent: { value: processEvent(app) } }) as App),
    start: (...args) => inner.start(...args),
    stop: (...args) => inner.stop(...args),
  };
}

type Backstage = Pick<StageOptions, 'language' | 'randomSeed' | 'watch'> & {
  db: Database;
  log: Log;
  administrators: readonly string[];
};

async function startBot({ receiver, fetch, clock, apiUrl, botToken }: StartContext, backstage: Backstage) {
  const { db, log, administrators, language = 'en', randomSeed = 1, watch } = backstage;
  const newId = counter('id', randomSeed);
  const bot = await makeBot(liaison, {
    db,
    receiver,
    token: botToken,
    apiUrl,
    fetch,
    log,
    now: () => new Date(clock.now()),
    newId,
    newSalt: () => newId().replace('id', '').padStart(32, '0'),
    language,
    administrators,
    process: 'test',
    wait: async () => undefined,
    ...(watch ? { watch } : {}),
  });
  await bot.app.start();
  return bot;
}

/** Settled when nothing is left to do or to send; what waits for its time gets it at once. */
function running(bot: Bot, { clock }: StartContext, door: Doorway | null) {
  const settle = async () => {
    await bot.settled();
    await bot.sender.settled();
    for (let round = 0; round < 100; round += 1) {
      const { idle, nextAt } = await bot.sender.pump(new Date(clock.now()));
      if (idle && nextAt === null) return;
      if (nextAt) clock.advance(Math.max(0, nextAt.getTime() - clock.now()));
    }
    throw new Error('the sender never came to rest');
  };
  const stop = async () => {
    if (door) await bot.app.stop();
    await bot.stop();
    door?.close();
  };
  return { settle, stop };
}

async function greetAll(slack: Sandbox): Promise<void> {
  for (const handle of ['mei', 'tom', 'wei', 'ines', 'hao', 'xia', 'kai', 'olivia', 'zhou'])
    await slack.as(handle).home();
}

async function end(slack: Sandbox, db: Database, leave: () => Promise<void>): Promise<void> {
  await slack.stop();
  await db.close();
  await leave();
}
