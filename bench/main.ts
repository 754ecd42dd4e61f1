import { parseArgs } from 'node:util';
import { measureAck } from './figures/ack.ts';
import { measureConfirm } from './figures/confirm.ts';
import { measureProjectGrowth, measureRecordGrowth } from './figures/growth.ts';
import { measureMemory } from './figures/memory.ts';
import { measurePostsPlan } from './figures/posts-plan.ts';
import { measurePostsSend } from './figures/posts-send.ts';
import { measureRss } from './figures/rss.ts';
import { measureVerify } from './figures/verify.ts';
import { measureWorstWait } from './figures/worst-wait.ts';
import { type Ground, makeGround } from './ground.ts';
import { explain, explainNoise, heading } from './say.ts';

/**
 * `npm run bench [-- figure ...] [--quick]`: what the product costs, beside what bare libraries cost; README.md says how.
 * The exit code is 1 only where something could not be measured.
 */
const FIGURES: Readonly<Record<string, (ground: Ground) => Promise<void>>> = {
  ack: measureAck,
  'confirm-1': (ground) => measureConfirm(ground, 1),
  'confirm-8': (ground) => measureConfirm(ground, 8),
  'memory-slope': measureMemory,
  rss: measureRss,
  'record-growth': measureRecordGrowth,
  'project-growth': measureProjectGrowth,
  'worst-wait': measureWorstWait,
  verify: measureVerify,
  'posts-plan': measurePostsPlan,
  'posts-send': measurePostsSend,
};

/** A run takes ten minutes; what takes much longer hangs. The measured processes end with this one. */
const RUN_WITHIN_MS = 25 * 60_000;

const { values, positionals } = parseArgs({ options: { quick: { type: 'boolean' } }, allowPositionals: true });
const names = Object.keys(FIGURES);
/** `confirm` means `confirm-1` and `confirm-8`. */
const isMeant = (name: string) => (asked: string) => name === asked || name.startsWith(`${asked}-`);
const unknown = positionals.filter((asked) => !names.some((name) => isMeant(name)(asked)));

if (unknown.length > 0) {
  process.stderr.write(`There is no figure ${unknown.join(', ')}; there are ${names.join(', ')}.\n`);
  process.exitCode = 1;
} else {
  setTimeout(() => process.exit(1), RUN_WITHIN_MS).unref();
  await run(names.filter((name) => positionals.length === 0 || positionals.some(isMeant(name))));
}

async function run(wanted: readonly string[]): Promise<void> {
  const ground = await makeGround({ quick: values.quick ?? false });
  try {
    explainNoise();
    for (const name of wanted) await measure(name, ground);
  } finally {
    await ground.end();
  }
}

/** One that could not be measured does not keep the others from it. */
async function measure(name: string, ground: Ground): Promise<void> {
  heading(name);
  const startedMs = performance.now();
  try {
    await FIGURES[name]?.(ground);
  } catch (error) {
    process.exitCode = 1;
    explain(`NOT MEASURED: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  }
  await ground.clear();
  explain(`${((performance.now() - startedMs) / 1000).toFixed(0)} s`);
}
