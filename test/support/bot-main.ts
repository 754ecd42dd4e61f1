/**
 * The real bot as src/main.ts starts it, for tests that kill it: told over the IPC channel at which point, it ends itself
 * there by SIGKILL, so that nothing of it has time to tidy up. It starts once it is told to go, so that a test can have it
 * loaded beforehand.
 */
import mongoose from 'mongoose';
import { z } from 'zod';
import { readConfig } from '../../src/config.ts';
import { makeLog } from '../../src/io/log.ts';
import { nobodyWatches, POINTS, type Point } from '../../src/io/watch.ts';
import { start } from '../../src/start.ts';

/** scripts/demo-date.ts, which is preloaded, hears of the time by messages of its own. */
const orderSchema = z.union([
  z.object({ killAt: z.enum([...POINTS, 'written']), nth: z.int().min(1) }),
  z.object({ go: z.literal(true) }),
  z.object({ aheadMs: z.number() }),
]);

let armed: { at: Point | 'written'; left: number } | null = null;
const pass = (point: Point | 'written'): void => {
  if (armed === null || armed.at !== point) return;
  armed.left -= 1;
  if (armed.left === 0) process.kill(process.pid, 'SIGKILL');
};

// One point more than src has: a transaction has written and is not committed, so that MongoDB keeps others out of it.
const { ClientSession } = mongoose.mongo;
ClientSession.prototype.commitTransaction = new Proxy(Reflect.get(ClientSession.prototype, 'commitTransaction'), {
  apply: (commit, session, given) => {
    pass('written');
    return Reflect.apply(commit, session, given);
  },
});

const toldToGo = new Promise<void>((resolve) => {
  process.on('message', (message) => {
    const order = orderSchema.parse(message);
    if ('go' in order) resolve();
    if (!('killAt' in order)) return;
    armed = { at: order.killAt, left: order.nth };
    process.send?.({ armed: order.killAt });
  });
});

// A bot outlives neither its test nor the process of it.
process.once('disconnect', () => process.exit(1));
process.channel?.ref();
process.send?.({ loaded: true });
await toldToGo;
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
