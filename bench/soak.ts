/**
 * `npm run soak [-- --seed 1 --runs 20 --acts 400 --minutes 30]`: random days, one seed after the other, until so many runs
 * or minutes are over. A seed that fails is printed with what was done, and can be played again alone.
 */
import { parseArgs } from 'node:util';
import { startMongo } from '../scripts/mongod.mjs';
import { playDays } from '../test/support/random-days.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '20' },
    acts: { type: 'string', default: '400' },
    minutes: { type: 'string', default: '30' },
    verbose: { type: 'boolean', default: false },
  },
});
const [seed, runs, acts, minutes] = [values.seed, values.runs, values.acts, values.minutes].map(Number) as [
  number,
  number,
  number,
  number,
];

const endsMs = performance.now() + minutes * 60_000;
const mongo = await startMongo();
process.env['LIAISON_TEST_MONGODB_URI'] = mongo.uri;
const failed: number[] = [];
let played = 0;
for (let run = 0; run < runs && performance.now() < endsMs; run += 1) {
  const startedMs = performance.now();
  const tell = values.verbose ? (act: string) => process.stdout.write(`  ${act}\n`) : () => undefined;
  const error = await playDays({ seed: seed + run, acts, tell }).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  played += 1;
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  process.stdout.write(`seed ${seed + run}: ${acts} acts, ${seconds} s, ${error === null ? 'whole' : 'BROKEN'}\n`);
  if (error === null) continue;
  failed.push(seed + run);
  console.error(error);
}
await mongo.stop();
process.stdout.write(
  `${played} seeds played, ${failed.length} broken${failed.length > 0 ? `: ${failed.join(', ')}` : ''}\n`,
);
process.exit(failed.length > 0 ? 1 : 0);
