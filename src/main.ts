import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { SocketModeReceiver } from '@slack/bolt';
import 'dotenv/config';
import { ConfigError, readConfig } from './config.ts';
import { makeClock } from './io/agenda.ts';
import { makeBot } from './io/bot.ts';
import { connect } from './io/database.ts';
import { within } from './io/deadline.ts';
import { boltLogger, makeLog } from './io/log.ts';
import { liaison } from './liaison.ts';

/** Where the database is away, stopping in order is not possible; whatever was begun is taken up again after a start. */
const STOP_WITHIN_MS = 20_000;

/** Starts Liaison: configuration, database, Slack, clock; stops it in the opposite order on SIGTERM. */
async function main(): Promise<void> {
  const config = readConfig();
  const log = makeLog(config.LOG_LEVEL);
  process.on('unhandledRejection', (error) => log.error({ err: error }, 'unhandled rejection'));
  const db = await connect(config.MONGODB_URI);
  const missing = await db.missingIndexes();
  if (missing.length > 0) throw new ConfigError(`MongoDB lacks indexes (${missing.join(', ')}). Run: npm run migrate`);
  const now = () => new Date();
  const apiUrl = config.SLACK_API_URL;
  const receiver = new SocketModeReceiver({
    appToken: config.SLACK_APP_TOKEN,
    logger: boltLogger(log),
    ...(apiUrl ? { installerOptions: { clientOptions: { slackApiUrl: apiUrl } } } : {}),
  });
  const bot = await makeBot(liaison, {
    db,
    receiver,
    token: config.SLACK_BOT_TOKEN,
    ...(apiUrl ? { apiUrl } : {}),
    log,
    now,
    newId: () => randomBytes(12).toString('base64url'),
    newSalt: () => randomBytes(16).toString('hex'),
    language: config.LIAISON_LANGUAGE,
    process: `${hostname()}:${process.pid}`,
    wait: sleep,
    later: (ms, run) => void setTimeout(run, ms).unref(),
  });
  const clock = makeClock({ db, log, jobs: bot.jobs, now });
  await clock.start();
  await bot.app.start();
  log.info({ workspace: bot.workspace }, 'Liaison is ready');

  const stop = async () => {
    log.info('stopping');
    try {
      await within(stopAll(), STOP_WITHIN_MS);
    } catch (error) {
      log.error({ err: error }, 'stopping failed');
    } finally {
      // Agenda leaves timers behind that would keep the process alive for minutes.
      process.exit(0);
    }
  };
  const stopAll = async () => {
    await bot.app.stop();
    await clock.stop();
    await bot.stop();
    await db.close();
  };
  process.once('SIGTERM', () => void stop());
  process.once('SIGINT', () => void stop());
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof ConfigError ? error.message : described(error)}\n`);
  process.exit(1);
});

/** The stack helps whoever starts it; tokens are not part of any error made here. */
function described(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
