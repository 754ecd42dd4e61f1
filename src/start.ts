import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Config, ConfigError } from './config.ts';
import { makeClock } from './io/agenda.ts';
import { type Bot, makeBot } from './io/bot.ts';
import { connect, type Database } from './io/database.ts';
import { within } from './io/deadline.ts';
import { type HealthParts, healthRoutes, metricsRoute, serve } from './io/health.ts';
import type { Log } from './io/log.ts';
import { makeMetrics } from './io/metrics.ts';
import { makeReceiver } from './io/transports.ts';
import { bothWatch, nobodyWatches, type Watch } from './io/watch.ts';
import { liaison } from './liaison.ts';

/** Nobody waits longer for an answer: Slack gives up after three seconds. */
const ANSWER_WITHIN_MS = 3000;

export type Started = {
  /** Stops in the opposite order: answers whoever waits, takes nothing new, ends what is being sent. */
  stop: () => Promise<void>;
};

/**
 * Starts all of Liaison: health, database, Slack, clock.
 * @param watch is told of what happens, beside the metrics
 * @throws ConfigError where MongoDB lacks indexes; else whatever keeps it from starting
 */
export async function start(config: Config, log: Log, watch: Watch = nobodyWatches): Promise<Started> {
  const now = () => new Date();
  let stage: ReturnType<HealthParts['stage']> = 'starting';
  let db: Database | null = null;
  let bot: Bot | null = null;
  const watched = () => bot && { workspace: bot.workspace, jobs: bot.jobs.map(({ name }) => name) };
  const metrics = makeMetrics({ db: () => db, watched, now });
  const health: HealthParts = { stage: () => stage, db: () => db, isConnected: () => incoming.isConnected(), metrics };
  const apiUrl = config.SLACK_API_URL ? { apiUrl: config.SLACK_API_URL } : {};
  const incoming = makeReceiver(config.transport, { log, ...apiUrl, routes: healthRoutes(health) });
  const routes = [...healthRoutes(health), metricsRoute(health)];
  const server = config.HEALTH_PORT === undefined ? null : await serve(routes, config.HEALTH_PORT, config.HOST);

  const connected = await connect(config.MONGODB_URI);
  db = connected;
  await checkIndexes(connected);
  const running = await makeBot(liaison, {
    db: connected,
    receiver: incoming.receiver,
    token: config.SLACK_BOT_TOKEN,
    ...apiUrl,
    log,
    now,
    newId: () => randomBytes(12).toString('base64url'),
    newSalt: () => randomBytes(16).toString('hex'),
    language: config.LIAISON_LANGUAGE,
    administrators: config.ADMIN_USER_IDS ?? [],
    ...(config.LIAISON_FONT ? { font: config.LIAISON_FONT } : {}),
    process: `${hostname()}:${process.pid}`,
    wait: sleep,
    later: (ms, run) => void setTimeout(run, ms).unref(),
    watch: bothWatch(metrics.watch, watch),
  });
  bot = running;
  const clock = makeClock({ db: connected, log, jobs: running.jobs, now });
  await clock.start();
  await running.app.start();
  stage = 'running';
  log.info({ workspace: running.workspace, over: config.transport.over }, 'Liaison is ready');

  return {
    stop: async () => {
      stage = 'stopping';
      // A socket that closes takes with it the answers that people are waiting for.
      await within(running.settled(), ANSWER_WITHIN_MS).catch(() => undefined);
      await running.app.stop();
      await clock.stop();
      await running.stop();
      await connected.close();
      server?.close();
    },
  };
}

async function checkIndexes(db: Database): Promise<void> {
  const missing = await db.missingIndexes();
  if (missing.length > 0) throw new ConfigError(`MongoDB lacks indexes (${missing.join(', ')}). Run: npm run migrate`);
  const retired = await db.retiredIndexes();
  if (retired.length > 0) {
    const why = 'MongoDB still has indexes of an earlier version, which would refuse a job inside a project';
    throw new ConfigError(`${why} (${retired.join(', ')}). Run: npm run migrate`);
  }
}
