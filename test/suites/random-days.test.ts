import { test } from '@jest/globals';
import { playDays } from '../support/random-days.ts';

/** Long runs are for `npm run soak`; these few are played again by whoever changes something. */
const SEEDS = [5, 17, 42];
const ACTS = 120;

test.each(SEEDS)(
  'whatever people do at random, and whatever fails meanwhile, all is whole when it comes to rest (seed %i)',
  async (seed) => {
    await playDays({ seed, acts: ACTS });
  },
  120_000,
);
