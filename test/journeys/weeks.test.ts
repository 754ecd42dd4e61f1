import { expect } from '@jest/globals';
import { journey, lookedOver } from './journey.ts';
import { playWeeks } from './weeks-play.ts';

/** Each of its days takes seconds. */
const LIMIT_MS = 420_000;

journey(
  'Mei and Xia let two weeks pass with a client each: what is due comes up by itself, in their language and working time',
  async (browser, stack) => {
    const played = await playWeeks({
      browser,
      stack,
      lookedOver: (opens) => lookedOver(stack, opens),
      look: async () => undefined,
    });
    for (const { locale, days } of played) {
      // One progress post on each working day, and none on a weekend; of digests no more than that.
      const wanted = days.map((one) => ({ ...one, posts: one.isWorked ? 1 : 0 }));
      expect({ locale, days }).toEqual({ locale, days: wanted });
      for (const { posts, digests } of days) expect(digests).toBeLessThanOrEqual(posts);
      expect(days.filter(({ isWorked }) => isWorked).length).toBeGreaterThanOrEqual(10);
    }
  },
  undefined,
  LIMIT_MS,
);
