import type { Clock } from '../core/clock.ts';
import type { Faults } from '../core/faults.ts';
import type { Journal } from '../core/journal.ts';
import type { Ack, Delivery, Transport } from './delivery.ts';
import { createLater } from './later.ts';
import { goWrong, type How, type Road } from './mishaps.ts';
import { createPending } from './pending.ts';
import { createRetries } from './retries.ts';
import { asEntry, transmit, writeDown } from './transmit.ts';

export type { Delivery } from './delivery.ts';

/** The way out to the app: one transport at a time, everything written down, and a real idleness. */
export type Dispatch = {
  connect(transport: Transport | undefined): void;
  /** Sends now, and settles with what the app answered. A fault that is planned for it happens to it. */
  send(delivery: Delivery): Promise<Ack>;
  /** Sends soon, after whatever is running: an event about a call never overtakes the call's own answer. */
  sendSoon(delivery: Delivery): void;
  /** Sends the very same payload once more, as Slack does when it is unsure. */
  again(entryId: string): Promise<Ack>;
  /** Counts work that `idle` has to wait for: a listener that goes on after its ack. */
  track(work: Promise<unknown>): void;
  /** Settles when nothing is on the way and every tracked piece of work is done. What is held back is not on the way. */
  idle(): Promise<void>;
  /** Whether anything is on the way or at work. */
  busy(): boolean;
  /** Forgets what is held back and what would come again. */
  stop(): void;
};

export type DispatchOptions = {
  journal: Journal;
  faults: Faults;
  clock: Clock;
  /** Real milliseconds. */
  stopwatch: () => number;
  /** Whether events that were not acknowledged come again. */
  retries: boolean;
};

/** So many deliveries can be sent again; the journal keeps as many lines. */
const KEPT = 5000;

/** A dispatch with no app connected. */
export function createDispatch({ journal, faults, clock, stopwatch, retries }: DispatchOptions): Dispatch {
  const pending = createPending();
  const later = createLater(clock);
  const deliveries = new Map<string, Delivery>();
  let transport: Transport | undefined;
  const go: Road['go'] = (delivery, how = {}) => {
    const entry = journal.add(asEntry(delivery, how));
    remember(deliveries, entry.id, delivery);
    const overtaken = road.reordered.splice(0);
    const sent = transmit(transport, delivery, entry, how, stopwatch).then(({ ack, tookMs }) => {
      writeDown(journal, entry, { ack, tookMs }, how);
      if (!ack.ok && retries) planRetry(delivery, ack.repeat, how.dueMs);
      for (const follow of overtaken) follow();
      return ack;
    });
    pending.track(sent);
    return sent;
  };
  const road: Road = { go, later, clock, journal, stopwatch, reordered: [] };
  const send = (delivery: Delivery, how: How = {}): Promise<Ack> => {
    const fault = faults.takeDelivery(delivery.name);
    return fault ? goWrong(road, fault, delivery, how) : go(delivery, how);
  };
  const planRetry = createRetries(clock, later, (delivery, dueMs) => void send(delivery, { dueMs }));
  return {
    ...pending,
    connect: (next) => {
      transport = next;
    },
    send: (delivery) => send(delivery),
    sendSoon: (delivery) => pending.track(new Promise((resolve) => setImmediate(resolve)).then(() => send(delivery))),
    again: (entryId) => {
      const delivery = deliveries.get(entryId);
      if (!delivery) throw new Error(`There is no delivery ${entryId} to send again`);
      journal.excusedTriggers.add(delivery.body['trigger_id']);
      return send(delivery, { provoked: true });
    },
    stop: () => {
      later.stop();
      road.reordered.length = 0;
    },
  };
}

function remember(deliveries: Map<string, Delivery>, id: string, delivery: Delivery): void {
  deliveries.set(id, delivery);
  const [oldest] = deliveries.size > KEPT ? deliveries.keys() : [];
  if (oldest !== undefined) deliveries.delete(oldest);
}
