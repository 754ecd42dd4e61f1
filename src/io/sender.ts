import { earliestOf } from '../kit/earliest.ts';
import { dropLease, takeLease } from './lease.ts';
import { type End, runLane } from './lanes.ts';
import type { Row } from './outbox.ts';
import { byKey } from './queue.ts';
import { makeRates, type Rates } from './rates.ts';
import type { Run, SenderParts } from './sender-parts.ts';
import { type Batch, earliestUncertain, isAnyPending, nextRows } from './sender-rows.ts';
import { lanesOf } from './sender-rules.ts';

/** For how long one process sends alone; longer than a round and its last call can take. */
const LEASE_MS = 30_000;
/** A round ends after this long, on the machine's own clock, so that the lease is renewed in time. */
const ROUND_MS = 8000;
/** Lanes that are worked at the same time. */
const LANES_AT_ONCE = 8;
/** While another process sends, we look again after this: what we wait for may have come too late for its round. */
const HELD_MS = 1000;
/** While the limit is used up by what nobody waits for: several go at the next look, at the same rate. */
const CALM_MS = 1000;

/** `idle`: nothing that is pending can go now. `nextAt`: when something will; null where no time alone will do it. */
export type Pumped = { idle: boolean; nextAt: Date | null };

export type Sender = {
  /** Sends what is pending and can go at `now`. */
  pump: (now: Date) => Promise<Pumped>;
  /** Something was decided: sends soon. Many calls at once are one. Never throws. */
  wake: () => void;
  /** Settles when no call of `wake` is at work any more. */
  settled: () => Promise<void>;
  /** No more waking; settles when what is being sent is sent. */
  stop: () => Promise<void>;
};

/**
 * The sender of one workspace: the only way in which anything reaches a channel, a person's messages or a Home. Every row
 * goes effectively once, each lane in its order.
 */
export function makeSender(parts: SenderParts): Sender {
  const { workspace } = parts.installation;
  const lease = { workspace, key: `sender:${workspace}`, holder: `${parts.process}:${parts.newId()}` };
  const lasting = { rates: makeRates(), failures: new Map<string, number>() };
  const queue = byKey();

  /** Another process sends, as far as we know. Asking it at every wake would cost more than the sending. */
  let held: { since: number; until: number } | null = null;
  const isHeld = (nowMs: number) => held !== null && nowMs >= held.since && nowMs < held.until;

  async function round(now: Date): Promise<Pumped> {
    const nowMs = now.getTime();
    if (isHeld(nowMs)) return { idle: true, nextAt: later(now, HELD_MS) };
    if (!(await isAnyPending(parts.db, parts.installation.workspace))) return { idle: true, nextAt: null };
    const taken = await takeLease(parts.db, lease, now, LEASE_MS);
    if (taken === null) {
      held = { since: nowMs, until: nowMs + HELD_MS };
      return { idle: true, nextAt: later(now, HELD_MS) };
    }
    try {
      lasting.rates.goOn(taken.left, nowMs);
      const first = await nextRows(parts.db, parts.installation.workspace, [], parts.log);
      return await sendAll(parts, now, lasting, first);
    } finally {
      await dropLease(parts.db, lease, lasting.rates.left());
    }
  }

  const pump = (now: Date) => queue('pump', () => round(now));
  return { pump, ...waking(parts, pump) };
}

const later = (now: Date, ms: number): Date => new Date(now.getTime() + ms);

/** Rounds that nobody waits for: one at a time, and once more where something came meanwhile. */
function waking({ now, later: after, log }: SenderParts, pump: Sender['pump']): Omit<Sender, 'pump'> {
  let wanted = false;
  let stopped = false;
  let working: Promise<void> | null = null;
  let alarmMs = Number.POSITIVE_INFINITY;

  function setAlarm(nextAt: Date | null): void {
    const nextMs = nextAt?.getTime() ?? Number.POSITIVE_INFINITY;
    if (!after || nextMs >= alarmMs) return;
    alarmMs = nextMs;
    after(Math.max(0, nextMs - now().getTime()), () => {
      alarmMs = Number.POSITIVE_INFINITY;
      wake();
    });
  }

  async function work(): Promise<void> {
    let pumped: Pumped = { idle: true, nextAt: null };
    while (!stopped && (wanted || !pumped.idle)) {
      wanted = false;
      pumped = await pump(now());
    }
    setAlarm(pumped.nextAt);
  }

  function wake(): void {
    wanted = true;
    if (stopped || working !== null) return;
    working = work()
      .catch((error: unknown) => log.error({ err: error }, 'sending failed'))
      .finally(() => {
        working = null;
        // It came after the last look and before this line.
        if (wanted) wake();
      });
  }

  const settled = async () => {
    while (working !== null) await working;
  };
  return {
    wake,
    settled,
    stop: async () => {
      stopped = true;
      await settled();
    },
  };
}

type Lasting = { rates: Rates; failures: Map<string, number> };

/** Batch after batch, until nothing is left that can go. */
async function sendAll(parts: SenderParts, at: Date, lasting: Lasting, first: Batch): Promise<Pumped> {
  const endsMs = performance.now() + ROUND_MS;
  const inTime = () => performance.now() < endsMs;
  const parked = new Map<string, Date | null>();
  /** Of what people wait for: until when it is parked. */
  const awaited = new Map<string, Date | null>();
  let batch = first;
  for (;;) {
    for (const lane of batch.unreadable) parked.set(lane, null);
    const run: Run = { parts, at, ...lasting, lookups: new Map(), lookFrom: earliestUncertain(batch.rows, at), inTime };
    const again = await sendBatch(run, batch.rows, parked);
    if (!inTime()) return { idle: false, nextAt: at };
    const urgent = new Set(batch.rows.filter((row) => row.urgent).map(({ lane }) => lane));
    for (const lane of urgent) awaited.set(lane, parked.get(lane) ?? null);
    const isAwaited = urgent.size > 0;
    const isDry = lasting.rates.dryMs(at.getTime(), isAwaited) > 0;
    if (isDry && !isAwaited) return { idle: true, nextAt: earliestOf([later(at, CALM_MS), ...awaited.values()]) };
    if (isDry || (!again && !batch.full)) break;
    batch = await nextRows(parts.db, parts.installation.workspace, [...parked.keys()], parts.log);
    if (batch.rows.length === 0 && batch.unreadable.length === 0) break;
  }
  return { idle: true, nextAt: earliestOf([...parked.values()]) };
}

/** @returns whether something is to be read again */
async function sendBatch(run: Run, rows: readonly Row[], parked: Map<string, Date | null>): Promise<boolean> {
  const lanes = lanesOf(rows);
  let again = false;
  const keep = (lane: string, end: End) => {
    if (end.is === 'parked') parked.set(lane, end.until);
    if (end.is === 'again') again = true;
  };
  const worker = async () => {
    for (let lane = lanes.shift(); lane; lane = lanes.shift()) keep(lane[0]?.lane ?? '', await runLane(run, lane));
  };
  await Promise.all(Array.from({ length: LANES_AT_ONCE }, worker));
  return again;
}
