/**
 * The real bot as src/main.ts starts it, for tests that kill it: told over the IPC channel at which point, it ends itself
 * there by SIGKILL, so that nothing of it has time to tidy up.
 */
import { z } from 'zod';
import { readConfig } from '../../src/config.ts';
import { makeLog } from '../../src/io/log.ts';
import { nobodyWatches, POINTS, type Point } from '../../src/io/watch.ts';
import { start } from '../../src/start.ts';

const orderSchema = z.object({ killAt: z.enum(POINTS), nth: z.int().min(1) });

let armed: { at: Point; left: number } | null = null;
const pass = (point: Point): void => {
  if (armed === null || armed.at !== point) return;
  armed.left -= 1;
  if (armed.left === 0) process.kill(process.pid, 'SIGKILL');
};

process.on('message', (message) => {
  const { killAt, nth } = orderSchema.parse(message);
  armed = { at: killAt, left: nth };
  process.send?.({ armed: killAt });
});

const config = readConfig();
const log = makeLog(config.LOG_LEVEL);
process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));
const started = await start(config, log, { ...nobodyWatches, pass });
process.send?.({ ready: true });
process.once('SIGTERM', () => {
  void started.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
});
