import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { type Ages, readAges, type Watched } from './ages.ts';
import type { Database } from './database.ts';
import { within } from './deadline.ts';
import type { Watch } from './watch.ts';

/** Whoever asks for metrics gives up after a few seconds (prometheus.io, scrape_timeout). */
const READ_WITHIN_MS = 2000;
/** Seconds; Slack gives up at three. */
const ACK_BUCKETS = [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2, 3];

export type Metrics = {
  /** Hand this to the bot: it is told what is counted. */
  watch: Watch;
  contentType: string;
  /** All metrics in Prometheus' text format. Without a database those of the process alone, and `liaison_database_up` is 0. */
  text: () => Promise<string>;
};

const AGES: Record<keyof Ages, { name: string; help: string }> = {
  outboxSeconds: { name: 'outbox_oldest_seconds', help: 'Age of the oldest row that is to be sent' },
  outboxPending: { name: 'outbox_pending_rows', help: 'Rows that are to be sent' },
  outboxFailed: { name: 'outbox_failed_rows', help: 'Rows that were set aside for good' },
  lanes: { name: 'outbox_lanes', help: 'Lanes with something to send' },
  longestLane: { name: 'outbox_longest_lane_rows', help: 'Rows in the fullest lane' },
  inboxSeconds: { name: 'inbox_oldest_seconds', help: 'Age of the oldest event that is saved and not handled' },
  inboxFailed: { name: 'inbox_failed_events', help: 'Events that were given up after a day' },
  clockSeconds: { name: 'clock_overdue_seconds', help: 'For how long the most overdue recurring job has been due' },
};

export type MetricsParts = {
  /** Null before the database is connected. */
  db: () => Database | null;
  /** Null before Slack has told which workspace this is. */
  watched: () => Watched | null;
  now: () => Date;
};

/** What can be watched of a running bot, memory and event-loop delay included. Nothing in it names a person or a text. */
export function makeMetrics(parts: MetricsParts): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const gauges = ageGauges(registry);
  const up = new Gauge({ name: 'liaison_database_up', help: '1 where MongoDB answers', registers: [registry] });
  return {
    watch: countersIn(registry),
    contentType: registry.contentType,
    text: async () => {
      const ages = await agesOf(parts);
      up.set(ages ? 1 : 0);
      for (const [name, gauge] of gauges) gauge.set(ages?.[name] ?? Number.NaN);
      return registry.metrics();
    },
  };
}

function ageGauges(registry: Registry): [keyof Ages, Gauge][] {
  const names = Object.keys(AGES) as (keyof Ages)[];
  return names.map((name) => [
    name,
    new Gauge({ name: `liaison_${AGES[name].name}`, help: AGES[name].help, registers: [registry] }),
  ]);
}

function countersIn(registry: Registry): Watch {
  const registers = [registry];
  const points = new Counter({
    name: 'liaison_points_total',
    help: 'Pieces of work that passed a point on their way',
    labelNames: ['point'],
    registers,
  });
  const attempts = new Counter({
    name: 'liaison_send_attempts_total',
    help: 'Attempts to send a row, by what came of them; limited: Slack answered 429',
    labelNames: ['outcome'],
    registers,
  });
  const acks = new Histogram({
    name: 'liaison_ack_seconds',
    help: 'How long deliveries waited for their acknowledgement',
    labelNames: ['kind'],
    buckets: ACK_BUCKETS,
    registers,
  });
  return {
    pass: (point) => points.inc({ point }),
    acked: (kind, tookMs) => acks.observe({ kind }, tookMs / 1000),
    attempted: (outcome) => attempts.inc({ outcome }),
  };
}

async function agesOf({ db, watched, now }: MetricsParts): Promise<Ages | null> {
  const [database, whose] = [db(), watched()];
  if (database === null || whose === null) return null;
  try {
    return await within(readAges(database, whose, now()), READ_WITHIN_MS);
  } catch {
    return null;
  }
}
