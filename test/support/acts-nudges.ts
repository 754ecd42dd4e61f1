import type { Stage } from './stage.ts';
import { runJob } from './jobs.ts';

const HOUR_MS = 3_600_000;

/** Lets every recurring job that speaks look at what is due now. */
export async function lookNow(on: Stage): Promise<void> {
  await runJob(on, 'sweep');
  await runJob(on, 'nudges');
  await runJob(on, 'digests');
}

/** Moves the clock to an instant, hour by hour, with everything looking at what is due each time; less often where it is told. */
export async function liveUntil(on: Stage, at: string, everyHours = 1): Promise<void> {
  const end = Date.parse(at);
  while (on.slack.clock.now() < end) {
    const next = Math.floor(on.slack.clock.now() / HOUR_MS) * HOUR_MS + everyHours * HOUR_MS;
    await on.slack.clock.to(Math.min(end, next));
    await lookNow(on);
  }
}
