import type { Entry, Journal } from '../core/journal.ts';

/** Slack waits this long, on the real clock, for an acknowledgement (docs.slack.dev, interactivity). */
export const ACK_LIMIT_MS = 3000;

export type Delivery = {
  kind: 'events_api' | 'slash_commands' | 'interactive';
  /** For people: `message`, `/brief`, `block_actions brief.open`. */
  name: string;
  body: Record<string, unknown>;
  retryNum?: number;
  retryReason?: string;
  /** Of Socket Mode: an event that comes again keeps it (bolt-js#2487). */
  envelopeId?: string;
};

/** What came of a delivery: the app's answer within three seconds, or none. */
export type Ack = { ok: true; payload: unknown } | { ok: false; reason: 'late' | 'no ack' | 'no app' };

/** A way to the app. `send` settles with the ack or when it is too late for one. */
export type Transport = {
  send(delivery: Delivery, entry: Entry): Promise<Ack>;
};

/** The way out to the app: one transport at a time, everything written down, and a real idleness. */
export type Dispatch = {
  connect(transport: Transport | undefined): void;
  /** Sends now, and settles with what the app answered. */
  send(delivery: Delivery, options?: { provoked?: boolean }): Promise<Ack>;
  /** Sends soon, after whatever is running: an event about a call never overtakes the call's own answer. */
  sendSoon(delivery: Delivery): void;
  /** Sends the very same payload once more, as Slack does when it is unsure. */
  again(entryId: string): Promise<Ack>;
  /** Counts work that `idle` has to wait for: a listener that goes on after its ack. */
  track(work: Promise<unknown>): void;
  /** Settles when nothing is on the way and every tracked piece of work is done. */
  idle(): Promise<void>;
  /** How many deliveries and calls there were: unchanged means that nothing happened. */
  busy(): boolean;
};

/** A dispatch with no app connected. */
export function createDispatch(journal: Journal, stopwatch: () => number): Dispatch {
  const pending = new Set<Promise<unknown>>();
  const deliveries = new Map<string, Delivery>();
  let transport: Transport | undefined;
  const track = (work: Promise<unknown>): void => {
    const settled: Promise<unknown> = work.then(
      () => pending.delete(settled),
      () => pending.delete(settled),
    );
    pending.add(settled);
  };
  const send = (delivery: Delivery, options: { provoked?: boolean } = {}): Promise<Ack> => {
    const entry = journal.add(asEntry(delivery));
    deliveries.set(entry.id, delivery);
    const sent = transmit(transport, delivery, entry, stopwatch).then(({ ack, tookMs }) => {
      const outcome = ack.ok ? 'ok' : ack.reason;
      journal.settle(entry, { outcome, tookMs, answer: ack.ok ? ack.payload : null });
      if (!ack.ok) journal.complain(`${entry.what}: ${outcome}`, { entry, ...options });
      return ack;
    });
    track(sent);
    return sent;
  };
  return {
    connect: (next) => {
      transport = next;
    },
    send,
    sendSoon: (delivery) => track(new Promise((resolve) => setImmediate(resolve)).then(() => send(delivery))),
    again: (entryId) => {
      const delivery = deliveries.get(entryId);
      if (!delivery) throw new Error(`There is no delivery ${entryId} to send again`);
      journal.doubledTriggers.add(delivery.body['trigger_id']);
      return send(delivery, { provoked: true });
    },
    track,
    idle: async () => {
      while (pending.size > 0) await Promise.allSettled([...pending]);
    },
    busy: () => pending.size > 0,
  };
}

async function transmit(
  transport: Transport | undefined,
  delivery: Delivery,
  entry: Entry,
  stopwatch: () => number,
): Promise<{ ack: Ack; tookMs: number }> {
  const startedMs = stopwatch();
  const copy = { ...delivery, body: structuredClone(delivery.body) };
  const ack: Ack = transport ? await transport.send(copy, entry) : { ok: false, reason: 'no app' };
  const tookMs = Math.round(stopwatch() - startedMs);
  return { ack: ack.ok && tookMs > ACK_LIMIT_MS ? { ok: false, reason: 'late' } : ack, tookMs };
}

function asEntry(delivery: Delivery): Omit<Entry, 'id' | 'atMs'> {
  const { kind, name, body } = delivery;
  const what = kind === 'interactive' ? name : `${kind} ${name}`;
  return {
    direction: 'to app',
    kind,
    name,
    what,
    outcome: 'no ack',
    tookMs: 0,
    payload: body,
    answer: null,
    again: true,
  };
}
