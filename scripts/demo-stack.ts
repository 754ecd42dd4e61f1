import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Seed } from '../sandbox/seed/plant.ts';
import { type SandboxServer, startServer } from '../sandbox/server/server.ts';
import { buildPage } from '../sandbox/page/build.ts';
import { connect } from '../src/io/database.ts';
import { type BotProcess, startBot } from './demo-bot.ts';
import { demoClock } from './demo-clock.ts';
import { momentsOf } from './demo-moments.ts';

const LOOPBACK = '127.0.0.1';
/** Two cores that are busy with other tests need this long to start a bot. */
const READY_WITHIN_MS = 45_000;
const LOOK_EVERY_MS = 25;
/** Lines of a bot that died; more would bury the reason. */
const LAST_WORDS = 30;
/** A workspace grants these or does not; with them another company can be invited into a channel. */
const GRANTED = ['conversations.connect:write', 'conversations.connect:manage'];

export type StackOptions = {
  /** Names the database, too. It is emptied: the sandbox's Slack, to which it belongs, begins anew. */
  mongoUri: string;
  port?: number;
  language?: 'en' | 'zh';
  /** Deliveries over signed HTTP; over Socket Mode where nothing is said. */
  http?: boolean;
  /** Who and what is there; the demonstration agency where nothing is said. */
  seed?: Seed;
  /** Takes the bot's log lines; without it they are told where the bot fails. */
  say?: (line: string) => void;
};

/** The sandbox with its page, and the real bot on it, both on one clock. */
export type Stack = {
  server: SandboxServer;
  /** Settles when `holds`. @throws where it does not in time, or where the bot is gone. */
  until: (what: string, holds: () => boolean | Promise<boolean>, withinMs?: number) => Promise<void>;
  /** Rejects once the bot has ended of itself. */
  lasts: Promise<never>;
  stop: () => Promise<void>;
};

/** Starts everything but MongoDB, and waits until the bot listens and knows everybody. */
export async function startStack(options: StackOptions): Promise<Stack> {
  const begun: (() => Promise<void>)[] = [];
  // The bot first: it sends what it has left, and somebody must be there to take it.
  const stop = async () => {
    for (const end of begun.splice(0).toReversed()) await end();
  };
  try {
    return { ...(await begin(options, begun)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function begin(options: StackOptions, begun: (() => Promise<void>)[]): Promise<Omit<Stack, 'stop'>> {
  const { mongoUri, port = 0, language = 'en', http = false, seed, say } = options;
  const db = await connect(mongoUri);
  begun.push(db.close);
  const clock = demoClock({ db, moveBot: (aheadMs) => bot.move(aheadMs) });
  const manifest = JSON.parse(await readFile(new URL('../manifest.json', import.meta.url), 'utf8'));
  const server = await startServer({
    manifest,
    port,
    buildPage,
    clock,
    moments: momentsOf(db, () => server.engine),
    optionalScopes: GRANTED,
    ...(seed ? { seed } : {}),
  });
  begun.push(() => server.stop());
  // Only now: where the port is taken, another demo may be using that database.
  await db.connection.dropDatabase();
  await db.buildIndexes();
  const heard: string[] = [];
  const way = http ? await overHttp(server) : overSockets(server);
  const bot = await startBot(
    {
      MONGODB_URI: mongoUri,
      SLACK_BOT_TOKEN: server.botToken,
      SLACK_API_URL: server.apiUrl,
      LIAISON_LANGUAGE: language,
      ADMIN_USER_IDS: administratorOf(server),
      LOG_LEVEL: 'warn',
      ...way.env,
    },
    say ?? ((line) => heard.push(line)),
  );
  begun.push(bot.stop);
  const gone = () => new Error([bot.ended(), ...heard.slice(-LAST_WORDS)].join('\n'));
  const lasts = bot.gone.then(() => Promise.reject(gone()));
  // Whoever waits for it hears of it; nobody has to.
  lasts.catch(() => undefined);
  const stack = { server, until: untilWith(bot, gone), lasts };
  await stack.until('the bot is ready', way.isReady, READY_WITHIN_MS);
  await way.connect();
  await meetEverybody(stack);
  return stack;
}

/** Whom the seed has administer the workspace administers Liaison too: Mei, an account manager. */
function administratorOf({ engine }: Stack['server']): string {
  return [...engine.world.users.values()]
    .filter(({ isAdmin }) => isAdmin)
    .map(({ id }) => id)
    .join(',');
}

/** How the sandbox's deliveries reach the bot. */
type Way = { env: Record<string, string>; isReady: () => boolean | Promise<boolean>; connect: () => Promise<void> };

const overSockets = (server: SandboxServer): Way => ({
  env: { SLACK_APP_TOKEN: server.appToken },
  isReady: () => server.connections() > 0,
  connect: async () => undefined,
});

async function overHttp(server: SandboxServer): Promise<Way> {
  const port = await freePort();
  const bot = `http://${LOOPBACK}:${port}`;
  return {
    env: { SLACK_SIGNING_SECRET: server.signingSecret, HOST: LOOPBACK, PORT: String(port) },
    isReady: () =>
      fetch(`${bot}/readyz`).then(
        ({ ok }) => ok,
        () => false,
      ),
    connect: () => server.deliverTo([`${bot}/slack/events`]),
  };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, LOOPBACK);
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

/** The bot learns everybody's language as it would have in the days before. */
async function meetEverybody({ server, until }: Pick<Stack, 'server' | 'until'>): Promise<void> {
  const { world, dispatch } = server.engine;
  server.greet();
  await dispatch.idle();
  const own = [...world.users.values()].filter((user) => user.kind !== 'bot' && user.kind !== 'external');
  await until('everybody has a home', () => own.every((user) => world.homes.has(user.id)));
}

function untilWith(bot: BotProcess, gone: () => Error): Stack['until'] {
  return async (what, holds, withinMs = 15_000) => {
    for (const start = Date.now(); !(await holds()); await sleep(LOOK_EVERY_MS)) {
      if (bot.ended() !== undefined) throw gone();
      if (Date.now() - start > withinMs) throw new Error(`It did not happen within ${withinMs} ms: ${what}`);
    }
  };
}
