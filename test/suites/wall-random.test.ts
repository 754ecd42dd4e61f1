import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { ACTS, playWall, type Step, type Tally } from '../support/wall-days.ts';

const RUNS = 25;
/** Where a machine is slow there are fewer runs. */
const MOST_MS = 240_000;

/** What takes several others to become possible. */
const RARE: ReadonlySet<string> = new Set(['invitation accepted']);

const step = fc.record({ act: fc.constantFrom(...ACTS.map(({ name }) => name)), seed: fc.nat(999) });
const steps = fc.array(step, { minLength: 15, maxLength: 30, size: 'max' });

const tally: Tally = new Map();
let runs = 0;

test(
  'whatever people do, nobody on the client’s side and nobody unknown is shown anything of the team’s, or of another client',
  async () => {
    const play = async (at: number, some: readonly Step[]) => {
      await playWall({ seed: at, steps: some, tally });
      runs += 1;
    };
    await fc.assert(fc.asyncProperty(fc.nat(999), steps, play), {
      numRuns: RUNS,
      seed: 20261120,
      interruptAfterTimeLimit: MOST_MS,
      includeErrorInReport: true,
    });
    expect(runs).toBeGreaterThan(0);
  },
  MOST_MS + 60_000,
);

test('everything that can happen did happen', () => {
  const never = [...new Set(ACTS.map(({ name }) => name))].filter((name) => !tally.has(name));
  // Whoever was too slow for all the runs has not seen everything.
  expect(runs < RUNS ? [] : never.filter((name) => !RARE.has(name))).toEqual([]);
});
