import { type ChildProcess, spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { SandboxServer } from '../../sandbox/server/server.ts';
import type { Point } from '../../src/io/watch.ts';

const MAIN = fileURLToPath(new URL('bot-main.ts', import.meta.url));
const DATE = new URL('../../scripts/demo-date.ts', import.meta.url).href;
/** Two cores that are busy with other tests need this long to start a bot. */
const READY_WITHIN_MS = 45_000;
const STOP_WITHIN_MS = 25_000;

/** A process of the real bot. */
export type BotProcess = {
  pid: number;
  /** Where it takes deliveries; null over Socket Mode. */
  url: string | null;
  /** Where it answers /livez, /readyz and /metrics. */
  healthUrl: string;
  /**
   * From now on it ends itself by SIGKILL when the `nth` piece of work passes this point. written: a transaction has written
   * all it has to and is not committed.
   */
  killAt: (point: Point | 'written', nth?: number) => Promise<void>;
  signal: (signal: 'SIGKILL' | 'SIGTERM' | 'SIGSTOP' | 'SIGCONT') => void;
  /** Settles once it has ended: `SIGKILL`, or its exit code. */
  ended: Promise<string>;
  isAlive: () => boolean;
  /** Everything it has logged so far. */
  logged: () => string;
  /** Asks it to end, and ends it where it does not. */
  stop: () => Promise<string>;
};

export type BotWish = {
  over: 'socket' | 'http';
  mongoUri: string;
  logLevel?: 'debug' | 'info' | 'warn';
};

/** A bot that is loaded and has not begun: it knows neither Slack nor MongoDB yet. */
export type LoadedBot = {
  /** Starts it and waits until it is ready. `aheadMs`: how far its day is ahead of the machine's clock. */
  go: (aheadMs: number) => Promise<BotProcess>;
  drop: () => void;
};

/** Has a bot loaded, which is most of what its start takes; the rest is then over at once. */
export async function loadBotProcess(
  server: SandboxServer,
  { over, mongoUri, logLevel = 'info' }: BotWish,
): Promise<LoadedBot> {
  const [port, healthPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), '--import', DATE, MAIN], {
    env: {
      ...(process.env['PATH'] ? { PATH: process.env['PATH'] } : {}),
      MONGODB_URI: mongoUri,
      SLACK_BOT_TOKEN: server.botToken,
      SLACK_API_URL: server.apiUrl,
      HOST: '127.0.0.1',
      HEALTH_PORT: String(healthPort),
      LOG_LEVEL: logLevel,
      ...(over === 'http'
        ? { SLACK_SIGNING_SECRET: server.signingSecret, PORT: String(port) }
        : { SLACK_APP_TOKEN: server.appToken }),
    },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const url = over === 'http' ? `http://127.0.0.1:${port}/slack/events` : null;
  const bot = watched(child, { url, healthUrl: `http://127.0.0.1:${healthPort}` });
  const loaded = heard(child, bot, 'loaded', READY_WITHIN_MS);
  // Who asks for a bot may do so later, or never.
  loaded.catch(() => undefined);
  const begin = async (aheadMs: number) => {
    await loaded;
    await asked(child, bot, { aheadMs }, 'aheadMs');
    await asked(child, bot, { go: true }, 'ready');
  };
  return {
    go: async (aheadMs) => {
      await begin(aheadMs).catch((error: unknown) => {
        bot.signal('SIGKILL');
        throw error;
      });
      return bot;
    },
    drop: () => bot.signal('SIGKILL'),
  };
}

function watched(child: ChildProcess, at: Pick<BotProcess, 'url' | 'healthUrl'>): BotProcess {
  const lines: string[] = [];
  let isAlive = true;
  child.stdout?.on('data', (data: Buffer) => lines.push(data.toString()));
  child.stderr?.on('data', (data: Buffer) => lines.push(data.toString()));
  const ended = new Promise<string>((resolve) => {
    child.once('exit', (code, signal) => {
      isAlive = false;
      resolve(signal ?? String(code));
    });
  });
  const bot: BotProcess = {
    ...at,
    pid: child.pid ?? 0,
    killAt: (killAt, nth = 1) => asked(child, bot, { killAt, nth }, 'armed'),
    signal: (signal) => void child.kill(signal),
    ended,
    isAlive: () => isAlive,
    logged: () => lines.join(''),
    stop: async () => {
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      child.kill('SIGTERM');
      const how = await ended;
      clearTimeout(timer);
      return how;
    },
  };
  return bot;
}

/** Sends a message and waits for its answer, which has this key. */
function asked(child: ChildProcess, bot: BotProcess, message: object, key: string): Promise<void> {
  const answered = heard(child, bot, key, READY_WITHIN_MS);
  // One that has ended cannot be told; `heard` says so.
  child.send(message, () => undefined);
  return answered;
}

/** Waits for a message of the bot with this key. @throws with what it logged where it ends, or says nothing, before. */
function heard(child: ChildProcess, bot: BotProcess, key: string, withinMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`the bot was not ${key}: ${why}\n${bot.logged()}`));
    const timer = setTimeout(() => fail(`nothing within ${withinMs} ms`), withinMs);
    const listen = (message: unknown) => {
      if (typeof message !== 'object' || message === null || !(key in message)) return;
      clearTimeout(timer);
      child.off('message', listen);
      resolve();
    };
    child.on('message', listen);
    void bot.ended.then((how) => {
      clearTimeout(timer);
      fail(`it ended (${how})`);
    });
  });
}

/** A port that nobody has now; between this and its use somebody could take it, which has not been seen here. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}
