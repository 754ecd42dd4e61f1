/**
 * What is checked, in order. `check` stages are the quick part (npm run check); npm test runs all of them.
 * A `command` stage counts as one; a `folder` stage counts each of its jest tests.
 */
import { readdirSync } from 'node:fs';
import { codeFolders, root, there } from './folders.mjs';

const bin = (name) => `node_modules/.bin/${name}`;

/** Room for a busy machine with two cores; a stage that takes longer hangs. */
const COMMAND_LIMIT_MS = 180_000;
const JEST_LIMIT_MS = 900_000;
/** Walks of every way in, many times over. */
const SUITES_LIMIT_MS = 1_500_000;

const command = (name, program, ...args) => ({ name, check: true, program, args, limitMs: COMMAND_LIMIT_MS });
const jest = (folder, wishes) => ({ name: folder, folder: `test/${folder}`, limitMs: JEST_LIMIT_MS, ...wishes });

export function stages() {
  return [
    command('types', bin('tsc'), '-p', 'tsconfig.json'),
    ...there('sandbox/page/tsconfig.json').map((file) => command('types of the page', bin('tsc'), '-p', file)),
    command('lint', bin('oxlint'), '--type-aware', '--deny-warnings', ...codeFolders()),
    command('format', bin('prettier'), '--check', '--log-level', 'warn', '.'),
    command('directions', process.execPath, 'scripts/directions.mjs'),
    command('dead code', bin('knip')),
    jest('rules', { check: true }),
    jest('stories', { check: true, mongo: true }),
    jest('sandbox', { mongo: true }),
    jest('suites', { mongo: true, limitMs: SUITES_LIMIT_MS }),
    // Lateness is judged on real time there, so no other test may take the processor meanwhile.
    jest('wire', { mongo: true, inBand: true }),
    ...there('test/faults').map(() => jest('faults', { mongo: true, inBand: true, waits: true })),
    // Both wait most of the time: for locks that are to expire, and for a page. They are run beside each other.
    jest('journeys', { mongo: true, inBand: true, chromium: true, waits: true }),
  ];
}

/** Test files that stand in no stage's folder: without this check they would never run and nobody would see it. */
export function strayTests() {
  const folders = stages().flatMap(({ folder }) => (folder ? [`${folder}/`] : []));
  const files = readdirSync(`${root}test`, { recursive: true }).map((file) => `test/${file.replaceAll('\\', '/')}`);
  return files.filter((file) => file.endsWith('.test.ts') && !folders.some((folder) => file.startsWith(folder)));
}
