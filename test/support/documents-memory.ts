import { setTimeout as pause } from 'node:timers/promises';

/** The most memory that the whole process held while `work` ran, beyond what it held before, in bytes. */
export async function peakOf<T>(work: () => Promise<T>): Promise<{ value: T; bytes: number }> {
  const before = process.memoryUsage.rss();
  let peak = before;
  let isOver = false;
  const watch = (async () => {
    while (!isOver) {
      peak = Math.max(peak, process.memoryUsage.rss());
      await pause(1);
    }
  })();
  const value = await work().finally(() => (isOver = true));
  await watch;
  return { value, bytes: peak - before };
}
