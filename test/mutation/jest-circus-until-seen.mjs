/**
 * Jest's own way of running a test file, but for mutants (stryker.config.mjs):
 * - one that a test has seen is not shown to the files that are left, and no file is loaded for tests that do not run:
 *   Stryker can do neither, because jest cannot be told to stop by a program, and took several times as long;
 * - one with which a file's own preparations throw was seen: jest is red, where Stryker would count it as no result.
 * With `jest-circus` in this file's name Stryker knows that it can ask which test reaches what.
 */
import { createRequire } from 'node:module';

const load = createRequire(import.meta.url);
const { default: runFile } = load('jest-circus/runner');
const { createEmptyTestResult } = load('@jest/test-result');

/** What each test file came to when it was last run in this process: its tests are known from then on. */
const known = new Map();
/** The test files that saw a mutant, the last one first: the next mutant mostly stands beside the last one. */
const witnesses = [];
let seenMutant;

/** For jest's order of files: how long ago this one saw a mutant; later than all others where it saw none. */
export function turnOf(path) {
  const turn = witnesses.indexOf(path);
  return turn < 0 ? witnesses.length : turn;
}

/** Takes what jest gives a `testRunner`, and gives what one gives. */
export default async function run(...given) {
  const [{ testNamePattern }, , , , path] = given;
  const mutant = process.env.__STRYKER_ACTIVE_MUTANT__;
  if (!mutant) return await runFile(...given);
  const before = known.get(path);
  if (before && (mutant === seenMutant || !hasTest(before, testNamePattern))) return skipped(before);
  const result = await runFile(...given).catch(thrown(path, before));
  if (!result.hasThrown) known.set(path, result);
  if (result.numFailingTests > 0) see(mutant, path);
  return result;
}

function see(mutant, path) {
  seenMutant = mutant;
  const before = witnesses.indexOf(path);
  if (before >= 0) witnesses.splice(before, 1);
  witnesses.unshift(path);
}

const hasTest = ({ testResults }, pattern) =>
  !pattern || testResults.some(({ fullName }) => new RegExp(pattern, 'i').test(fullName));

function skipped({ testResults }) {
  const tests = testResults.map((one) => ({ ...one, status: 'pending', failureMessages: [] }));
  return { ...createEmptyTestResult(), skipped: true, numPendingTests: tests.length, testResults: tests };
}

/** As if the first test of the file had failed. */
const thrown = (path, before) => (error) => {
  const first = before?.testResults[0] ?? { ancestorTitles: [], fullName: path, title: path };
  const test = { ...first, status: 'failed', failureMessages: [String(error?.stack ?? error)] };
  return { ...createEmptyTestResult(), hasThrown: true, numFailingTests: 1, testResults: [test] };
};
