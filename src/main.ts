import 'dotenv/config';
import { ConfigError, readConfig } from './config.ts';
import { within } from './io/deadline.ts';
import { makeLog } from './io/log.ts';
import { start } from './start.ts';

/** Where the database is away, stopping in order is not possible; whatever was begun is taken up again after a start. */
const STOP_WITHIN_MS = 20_000;

/** Starts Liaison, and stops it on SIGTERM or SIGINT. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = makeLog(config.LOG_LEVEL);
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));
  const started = await start(config, log);
  const stop = async () => {
    log.info('stopping');
    const failed = await within(started.stop(), STOP_WITHIN_MS).then(() => null, asFailure);
    if (failed) log.error(failed, 'stopping failed');
    // Agenda leaves timers behind that would keep the process alive for minutes.
    process.exit(failed ? 1 : 0);
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : described(error)}\n`);
  process.exit(1);
});

const asFailure = (error: unknown) => ({ err: error });

/** The stack helps whoever starts it; tokens are not part of any error made here. */
function described(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
