import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';

const READY_WITHIN_MS = 45_000;
const STOP_WITHIN_MS = 8000;
const ANSWER_WITHIN_MS = 120_000;
const LOOK_EVERY_MS = 25;
/** Lines of a process that failed; more would bury the reason. */
const LAST_WORDS = 20;
const PRELOAD = new URL('child.mjs', import.meta.url).href;

export type Program = {
  /** A program of plain JavaScript: a path, or an address of a file. */
  file: string | URL;
  args?: readonly string[];
  /** Exactly its environment. */
  env?: Readonly<Record<string, string>>;
  /** Where it stands; the product reads the `.env` of its folder. */
  folder: string;
  nodeFlags?: readonly string[];
};

const usageSchema = z.object({
  /** Of the processor, since it was started. */
  cpuMs: z.number(),
  /** Bytes; the heap after a collection where it was started with `--expose-gc`. */
  rss: z.number(),
  heapUsed: z.number(),
  /** What was compiled on the way, in bytes; part of the heap. */
  codeSize: z.number(),
});
export type Usage = z.infer<typeof usageSchema>;

/** A process that is measured. */
export type Child = {
  /** What it says next over its own channel. @throws where that does not come in time, or it ends */
  hears: () => Promise<unknown>;
  /** Asks it something; what it says next is the answer. */
  ask: (question: NonNullable<unknown>) => Promise<unknown>;
  usage: () => Promise<Usage>;
  /** What it said last, for the words of an error. */
  lastWords: () => string;
  isGone: () => boolean;
  stop: () => Promise<void>;
};

const running = new Set<Child>();

/** Ends every process that was started here and still runs. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map((child) => child.stop()));
}

/** Starts a program with the machine's own node and nothing else. */
export function start({ file, args = [], env = {}, folder, nodeFlags = [] }: Program): Child {
  const path = file instanceof URL ? fileURLToPath(file) : file;
  const child = spawn(process.execPath, [...nodeFlags, '--import', PRELOAD, path, ...args], {
    cwd: folder,
    env: { ...needed(), ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  return watched(child);
}

/** Windows opens no socket without it; elsewhere nothing is handed down. */
function needed(): Record<string, string> {
  const root = process.env['SYSTEMROOT'];
  return root === undefined ? {} : { SYSTEMROOT: root };
}

function watched(child: ChildProcess): Child {
  const said: string[] = [];
  const keep = (data: Buffer) => {
    said.push(...data.toString().split('\n').filter(Boolean));
    said.splice(0, said.length - LAST_WORDS);
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const gone = once(child, 'exit');
  const isGone = () => child.exitCode !== null || child.signalCode !== null;
  const hears = () => nextOf(child, () => said.join('\n'));
  const ask: Child['ask'] = (question) => {
    const answer = hears();
    child.send(question);
    return answer;
  };
  const watching: Child = {
    hears,
    ask,
    usage: async () => usageSchema.parse(await ask('usage')),
    lastWords: () => said.join('\n'),
    isGone,
    stop: async () => {
      running.delete(watching);
      if (isGone()) return;
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_WITHIN_MS);
      child.kill('SIGTERM');
      await gone;
      clearTimeout(timer);
    },
  };
  running.add(watching);
  return watching;
}

function nextOf(child: ChildProcess, lastWords: () => string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const end = () => {
      clearTimeout(timer);
      child.off('message', hear);
      child.off('exit', fail);
    };
    const hear = (message: unknown) => {
      end();
      resolve(message);
    };
    const fail = () => {
      end();
      reject(new Error(`a measured process ended, or said nothing for too long:\n${lastWords()}`));
    };
    const timer = setTimeout(fail, ANSWER_WITHIN_MS);
    child.once('message', hear);
    child.once('exit', fail);
  });
}

/** Waits until a server answers a GET with one of these. @throws where it does not in time, with what it said last */
export async function untilAnswers(child: Child, url: string, statuses: readonly number[]): Promise<void> {
  for (const startedMs = performance.now(); ; await sleep(LOOK_EVERY_MS)) {
    const status = await fetch(url, { signal: AbortSignal.timeout(2000) }).then(
      (response) => response.status,
      () => 0,
    );
    if (statuses.includes(status)) return;
    const isLate = performance.now() - startedMs > READY_WITHIN_MS;
    if (isLate || child.isGone()) throw new Error(`a measured process did not start:\n${child.lastWords()}`);
  }
}

/** A port of this machine that nobody listened on a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
