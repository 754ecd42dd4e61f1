import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAhead } from './demo-ahead.ts';

const DATE = new URL('demo-date.ts', import.meta.url).href;
const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
/** A bot that has not ended by then is ended. */
const STOP_WITHIN_MS = 8000;
/** A bot that is alive hears a message in far less. */
const MOVE_WITHIN_MS = 10_000;

export type BotProcess = {
  /** How it ended; undefined while it runs. */
  ended: () => string | undefined;
  gone: Promise<void>;
  /** Settles once its day is so far ahead of the machine's, in all; it never goes back. @throws where it does not answer. */
  move: (aheadMs: number) => Promise<void>;
  stop: () => Promise<void>;
};

/**
 * Starts the real bot as a process of its own, with an environment of exactly what it needs.
 * @param say takes the bot's log lines
 */
export async function startBot(env: Readonly<Record<string, string>>, say: (line: string) => void) {
  // The bot reads the .env of the folder it stands in; the demo must not, so that one is empty.
  const folder = await mkdtemp(join(tmpdir(), 'liaison-demo-'));
  const child = spawn(process.execPath, ['--import', import.meta.resolve('tsx'), '--import', DATE, MAIN], {
    cwd: folder,
    env: { ...needed(), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    // Ctrl-C reaches a whole group of processes; the bot is told by the demo alone, once the page is gone.
    detached: process.platform !== 'win32',
  });
  return watched(child, folder, say);
}

/** Windows opens no socket without it; elsewhere nothing is handed down. */
function needed(): Record<string, string> {
  const root = process.env['SYSTEMROOT'];
  return root === undefined ? {} : { SYSTEMROOT: root };
}

function watched(child: ChildProcess, folder: string, say: (line: string) => void): BotProcess {
  let reason: string | undefined;
  const hear = (data: Buffer) => {
    for (const line of data.toString().split('\n').filter(Boolean)) say(line);
  };
  child.stdout?.on('data', hear);
  child.stderr?.on('data', hear);
  const gone = new Promise<void>((resolve) => {
    const end = (why: string) => {
      reason ??= why;
      resolve();
    };
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(`The bot ended (${signal ?? `exit code ${code}`}).`));
  });
  return {
    ended: () => reason,
    gone,
    move: (aheadMs) => moved(child, aheadMs),
    stop: async () => {
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      if (reason === undefined) child.kill('SIGTERM');
      await gone;
      clearTimeout(timer);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function moved(child: ChildProcess, aheadMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (error?: Error) => {
      clearTimeout(timer);
      child.off('message', hear);
      if (error) reject(error);
      else resolve();
    };
    const hear = (message: unknown) => {
      if (isAhead(message) && message.aheadMs === aheadMs) finish();
    };
    const timer = setTimeout(() => finish(new Error('The bot has not moved its day.')), MOVE_WITHIN_MS);
    child.on('message', hear);
    child.send({ aheadMs }, (error) => {
      if (error) finish(error);
    });
  });
}
