/** Runs the jest tests of one folder and counts them from jest's own report. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from './folders.mjs';

const JEST = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning', 'node_modules/jest/bin/jest.js'];

/** Matches no test's name: every test is then reported as skipped, without its hooks having run. */
const NO_TEST = '(?!)';

function jestArguments(stage, report, skipped) {
  // jest's own default leaves one core idle, which on two cores means one worker.
  const workers = stage.inBand ? '--runInBand' : `--maxWorkers=${Math.max(2, availableParallelism() - 1)}`;
  const skip = skipped ? [`--testNamePattern=${NO_TEST}`] : [];
  return [...JEST, `${stage.folder}/`, workers, '--ci', '--json', `--outputFile=${report}`, ...skip];
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

const fullName = (file, test) => `${file.name.replace(root, '')}: ${test.fullName}`;
const named = (report, ...states) =>
  report.testResults.flatMap((file) =>
    file.assertionResults.filter((test) => states.includes(test.status)).map((test) => fullName(file, test)),
  );

/** jest's message opens with a heading that says only that the file failed; the reason is in the next line. */
function firstSentence(message) {
  const lines = message.split('\n').map((line) => line.trim());
  return lines.find((line) => line && !line.startsWith('●')) ?? 'failed outside its tests';
}

/** A file that fails outside its tests (it does not load, or a hook breaks) has no failed test of its own. */
function brokenFiles(report) {
  const broken = report.testResults.filter(
    (file) => file.status === 'failed' && file.assertionResults.every((test) => test.status !== 'failed'),
  );
  return broken.map((file) => `${file.name.replace(root, '')}: ${firstSentence(file.message)}`);
}

function count(report, exitCode, wholeFolderSkipped) {
  const failures = [...named(report, 'failed'), ...brokenFiles(report)];
  const skips = named(report, 'pending', 'skipped', 'disabled', 'todo');
  const passed = report.numPassedTests;
  if (passed + failures.length + skips.length === 0) failures.push('no tests ran');
  if (!wholeFolderSkipped && passed === 0 && failures.length === 0) failures.push('every test was skipped');
  if (exitCode !== 0 && failures.length === 0) failures.push(`jest ended with exit code ${exitCode}`);
  return { passed, failures, skips };
}

/** Runs a program to its end; what it says is passed on at once, or handed back where something else runs beside it. */
function run(args, { env, limitMs, stdio }) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', stdio, stdio], timeout: limitMs });
    const said = [];
    child.stdout?.on('data', (chunk) => said.push(chunk));
    child.stderr?.on('data', (chunk) => said.push(chunk));
    // Without an exit code it was ended by a signal: its time was over.
    child.on('close', (status) => resolve({ status, isLate: status === null, said: Buffer.concat(said).toString() }));
    child.on('error', (error) => resolve({ status: 1, isLate: false, said: error.message }));
  });
}

/**
 * @param stage one of stages.mjs with a `folder`
 * @param skipReason why none of its tests shall run; they are then counted as skipped
 * @param isBeside something else runs at the same time: what it says is in the result
 * @returns {Promise<{ passed: number, failures: string[], skips: string[], said?: string }>} what passed, and the names of what did not
 */
export async function runJestStage(stage, env, { skipReason, isBeside = false } = {}) {
  const place = mkdtempSync(join(tmpdir(), 'liaison-jest-'));
  try {
    const file = join(place, 'report.json');
    const { status, isLate, said } = await run(jestArguments(stage, file, skipReason), {
      env: { ...process.env, ...env, LIAISON_TEST_MONGO: stage.mongo && !skipReason ? '1' : '0' },
      limitMs: stage.limitMs,
      stdio: skipReason ? 'ignore' : isBeside ? 'pipe' : 'inherit',
    });
    const report = readReport(file);
    const late = isLate ? `it did not end within ${stage.limitMs / 60_000} minutes` : 'see above';
    const result = report
      ? count(report, status, Boolean(skipReason))
      : { passed: 0, failures: [`jest left no report (${late})`], skips: [] };
    return { ...result, said };
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}
