import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { MongoClient } from 'mongodb';
import { z } from 'zod';
import { startMongo, withDatabase } from '../../scripts/mongod.mjs';

const GONE_WITHIN_MS = 10_000;
const LOOK_EVERY_MS = 10;

/** A MongoDB of a test's own, which it may kill and freeze. */
export type OwnMongo = {
  /** Names a database already. */
  uri: string;
  /** Settles once it is gone; nothing of it has had time to tidy up. */
  kill: () => Promise<void>;
  /** Starts it again where it stood, with what it had written; settles once it takes what is to be saved. */
  restart: () => Promise<void>;
  freeze: () => void;
  /** Nothing happens where it is not frozen, or not there. */
  thaw: () => void;
  stop: () => Promise<void>;
};

/**
 * Starts one.
 * @param keepsSeconds how long it keeps a transaction of which it hears no more; a minute, where nothing is said (mongodb.com,
 *   transactionLifetimeLimitSeconds)
 */
export async function ownMongo({ keepsSeconds = 60 }: { keepsSeconds?: number } = {}): Promise<OwnMongo> {
  const dbPath = await mkdtemp(join(tmpdir(), 'liaison-mongo-'));
  const first = await startMongo({ own: true, dbPath });
  const commandLine = await prepare(first.uri, keepsSeconds);
  let pid = first.pid ?? 0;
  const kill = async () => {
    process.kill(pid, 'SIGKILL');
    await gone(pid);
  };
  return {
    uri: withDatabase(first.uri, 'liaison_test_own'),
    kill,
    restart: async () => {
      pid = startAgain(commandLine).pid ?? 0;
      await prepare(first.uri, keepsSeconds);
    },
    freeze: () => void process.kill(pid, 'SIGSTOP'),
    thaw: () => void (isThere(pid) && process.kill(pid, 'SIGCONT')),
    stop: async () => {
      if (isThere(pid)) await kill();
      await first.stop();
      await rm(dbPath, { recursive: true, force: true });
    },
  };
}

const optionsSchema = z.looseObject({ argv: z.tuple([z.string()], z.string()) });

/** Sets what it keeps, as soon as it takes orders. @returns how it was started */
async function prepare(uri: string, keepsSeconds: number): Promise<[program: string, ...rest: string[]]> {
  const client = new MongoClient(uri);
  try {
    const admin = client.db('admin');
    await admin.command({ setParameter: 1, transactionLifetimeLimitSeconds: keepsSeconds });
    return optionsSchema.parse(await admin.command({ getCmdLineOpts: 1 })).argv;
  } finally {
    await client.close();
  }
}

/** The library would start it at another port, or as a replica set anew. */
function startAgain([program, ...rest]: readonly [string, ...string[]]): ChildProcess {
  const child = spawn(program, rest, { stdio: 'ignore' });
  process.once('exit', () => child.kill('SIGKILL'));
  return child;
}

async function gone(pid: number): Promise<void> {
  for (const start = performance.now(); isThere(pid); await sleep(LOOK_EVERY_MS)) {
    if (performance.now() - start > GONE_WITHIN_MS) throw new Error('MongoDB did not end');
  }
}

function isThere(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
