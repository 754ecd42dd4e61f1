/** Runs stages one after the other, goes on after a failure, and says at the end what failed, what was skipped and how many. */
import { spawnSync } from 'node:child_process';
import { ensureChromium } from './chromium.mjs';
import { root } from './folders.mjs';
import { runJestStage } from './jest-stage.mjs';
import { ensureMongo } from './mongod.mjs';
import { stages, strayTests } from './stages.mjs';

const inCi = process.env.CI === 'true';
const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`;
const failed = (reason) => ({ passed: 0, failures: [reason], skips: [] });

function runCommand({ program, args, limitMs }) {
  const run = spawnSync(program, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: limitMs,
    shell: process.platform === 'win32' && program !== process.execPath,
  });
  if (run.status === 0) return { passed: 1, failures: [], skips: [] };
  return failed(run.error ? run.error.message : `exit code ${run.status ?? run.signal}`);
}

/** Looked for once and before the tests, so that a missing server is one clear line and not hundreds of red tests. */
async function lookForMongo() {
  try {
    console.log(`mongodb: ${await ensureMongo()}`);
    return undefined;
  } catch (error) {
    console.error(error.message);
    return 'no MongoDB (see above)';
  }
}

async function runWithBrowser(stage, beside) {
  const browser = ensureChromium();
  if ('path' in browser) return runJestStage(stage, { LIAISON_CHROMIUM: browser.path }, beside);
  // In CI a missing browser would hide the journeys for ever, so there it is a failure.
  if (inCi) return failed(browser.reason);
  console.log(`skipped: ${browser.reason}`);
  const result = await runJestStage(stage, {}, { skipReason: browser.reason });
  return { ...result, skips: result.skips.map((name) => `${name} (${browser.reason})`) };
}

async function runStage(stage, memory, beside) {
  if (!stage.folder) return runCommand(stage);
  if (stage.mongo) {
    memory.mongo ??= lookForMongo();
    const reason = await memory.mongo;
    if (reason) return failed(`not run: ${reason}`);
  }
  return stage.chromium ? runWithBrowser(stage, beside) : runJestStage(stage, {}, beside);
}

function list(title, names) {
  if (names.length > 0) console.log(`\n${title}:\n${names.map((name) => `  ${name}`).join('\n')}`);
}

function report(results) {
  const of = (kind) => results.flatMap(({ stage, result }) => result[kind].map((name) => `[${stage.name}] ${name}`));
  const passed = results.reduce((sum, { result }) => sum + result.passed, 0);
  const [failures, skips] = [of('failures'), of('skips')];
  list('Skipped', skips);
  list('Failed', failures);
  console.log(`\n${passed} passed, ${failures.length} failed${skips.length > 0 ? `, ${skips.length} skipped` : ''}`);
  process.exitCode = failures.length > 0 || passed === 0 ? 1 : 0;
}

function checkStrays() {
  const failures = strayTests().map((file) => `${file} is in no stage's folder (scripts/stages.mjs), so it never runs`);
  return failures.length > 0 ? [{ stage: { name: 'tests' }, result: { passed: 0, failures, skips: [] } }] : [];
}

function choose(all, names) {
  const unknown = names.filter((name) => !all.some((stage) => stage.name === name));
  if (unknown.length === 0) return names.length > 0 ? all.filter((stage) => names.includes(stage.name)) : all;
  console.error(`No such stage: ${unknown.join(', ')}. There are: ${all.map((stage) => stage.name).join(', ')}`);
  process.exit(2);
}

/** Stages that follow each other and mostly wait are run at the same time; every other one alone. */
function groupsOf(chosen) {
  const groups = [];
  for (const stage of chosen) {
    const last = groups.at(-1);
    if (stage.waits && last?.[0].waits) last.push(stage);
    else groups.push([stage]);
  }
  return groups;
}

function runGroup(group, memory) {
  const isBeside = group.length > 1;
  return Promise.all(
    group.map(async (stage) => {
      console.log(`\n== ${stage.name}${isBeside ? ', beside the other one' : ''}`);
      const start = performance.now();
      const result = await runStage(stage, memory, { isBeside });
      if (result.said) console.log(`\n== ${stage.name}, what it said:\n${result.said}`);
      console.log(`== ${stage.name}: ${result.failures.length > 0 ? 'FAILED' : 'ok'}, ${seconds(start)}`);
      return { stage, result };
    }),
  );
}

/**
 * Runs the stages and prints `N passed, N failed` as the last line; the exit code tells the same.
 * @param {{ quick: boolean, names: string[] }} wish `quick`: only those of npm run check; `names`: only these.
 */
export async function runStages({ quick, names }) {
  const all = stages().filter((stage) => !quick || stage.check);
  const memory = {};
  const results = [];
  for (const group of groupsOf(choose(all, names))) results.push(...(await runGroup(group, memory)));
  report([...results, ...checkStrays()]);
}
