import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { type SandboxServer, startServer } from '../sandbox/server/server.ts';
import { buildPage } from '../sandbox/page/build.ts';
import { connect } from '../src/io/database.ts';
import { type BotProcess, startBot } from './demo-bot.ts';

/** Two cores that are busy with other tests need this long to start a bot. */
const READY_WITHIN_MS = 45_000;
const LOOK_EVERY_MS = 25;
/** Lines of a bot that died; more would bury the reason. */
const LAST_WORDS = 30;

export type StackOptions = {
  /** Names the database, too. It is emptied: the sandbox's Slack, to which it belongs, begins anew. */
  mongoUri: string;
  port?: number;
  language?: 'en' | 'zh';
  /** Takes the bot's log lines; without it they are told where the bot fails. */
  say?: (line: string) => void;
};

/** The sandbox with its page, and the real bot on it. */
export type Stack = {
  server: SandboxServer;
  /** Settles when `holds`. @throws where it does not in time, or where the bot is gone. */
  until: (what: string, holds: () => boolean, withinMs?: number) => Promise<void>;
  /** Rejects once the bot has ended of itself. */
  lasts: Promise<never>;
  stop: () => Promise<void>;
};

/** Starts everything but MongoDB, and waits until the bot listens and knows everybody. */
export async function startStack({ mongoUri, port = 0, language = 'en', say }: StackOptions) {
  const manifest = JSON.parse(await readFile(new URL('../manifest.json', import.meta.url), 'utf8'));
  const server = await startServer({ manifest, port, buildPage });
  // Only now: where the port is taken, another demo may be using that database.
  await prepare(mongoUri).catch(async (error: unknown) => {
    await server.stop();
    throw error;
  });
  const heard: string[] = [];
  const bot = await startBot(
    {
      MONGODB_URI: mongoUri,
      SLACK_BOT_TOKEN: server.botToken,
      SLACK_APP_TOKEN: server.appToken,
      SLACK_API_URL: server.apiUrl,
      LIAISON_LANGUAGE: language,
      LOG_LEVEL: 'warn',
    },
    say ?? ((line) => heard.push(line)),
  );
  const gone = () => new Error([bot.ended(), ...heard.slice(-LAST_WORDS)].join('\n'));
  const lasts = bot.gone.then(() => Promise.reject(gone()));
  // Whoever waits for it hears of it; nobody has to.
  lasts.catch(() => undefined);
  const stack: Stack = { server, until: untilWith(bot, gone), lasts, stop: () => stop(server, bot) };
  try {
    await stack.until('the bot connects', () => server.connections() > 0, READY_WITHIN_MS);
    await meetEverybody(stack);
  } catch (error) {
    await stack.stop();
    throw error;
  }
  return stack;
}

async function prepare(mongoUri: string): Promise<void> {
  const db = await connect(mongoUri);
  await db.connection.dropDatabase();
  await db.buildIndexes();
  await db.close();
}

/** The bot learns everybody's language as it would have in the days before. */
async function meetEverybody({ server, until }: Stack): Promise<void> {
  const { world, dispatch } = server.engine;
  server.greet();
  await dispatch.idle();
  const own = [...world.users.values()].filter((user) => user.kind !== 'bot' && user.kind !== 'external');
  await until('everybody has a home', () => own.every((user) => world.homes.has(user.id)));
}

function untilWith(bot: BotProcess, gone: () => Error): Stack['until'] {
  return async (what, holds, withinMs = 15_000) => {
    for (const start = Date.now(); !holds(); await sleep(LOOK_EVERY_MS)) {
      if (bot.ended() !== undefined) throw gone();
      if (Date.now() - start > withinMs) throw new Error(`It did not happen within ${withinMs} ms: ${what}`);
    }
  };
}

/** The bot first: it sends what it has left, and somebody must be there to take it. */
async function stop(server: SandboxServer, bot: BotProcess): Promise<void> {
  await bot.stop();
  await server.stop();
}
