/** What the planned faults of deliveries do. */
import type { Clock } from '../core/clock.ts';
import type { DeliveryFault, PlannedDelivery } from '../core/faults.ts';
import type { Journal } from '../core/journal.ts';
import { ACK_LIMIT_MS, type Ack, type Delivery } from './delivery.ts';
import type { Later } from './later.ts';

/** How a delivery goes. */
export type How = {
  /** A test asked for what goes wrong with it. */
  provoked?: boolean;
  /** When it was due, milliseconds since the epoch: its own retries count from there. */
  dueMs?: number;
  fault?: 'lost' | 'forge' | 'age';
  /** What was planned for it, for its line in the journal. */
  planned?: DeliveryFault;
  /** When Slack had it, on the stopwatch: the three seconds count from there. */
  startedMs?: number;
  /** Whoever did it was told already that the app did not answer. */
  isTooLate?: boolean;
};

/** What the faults work with. */
export type Road = {
  /** Lets a delivery go now, whatever is planned. */
  go(delivery: Delivery, how?: How): Promise<Ack>;
  later: Later;
  clock: Clock;
  journal: Journal;
  stopwatch: () => number;
  /** What goes as soon as the next delivery has gone. */
  reordered: (() => void)[];
};

/** Lets a delivery go as its fault has it. */
export function goWrong(road: Road, fault: PlannedDelivery, delivery: Delivery, before: How): Promise<Ack> {
  const given = { ...before, planned: fault.kind };
  const how = { ...given, provoked: true };
  switch (fault.kind) {
    case 'lost':
    case 'forge':
    case 'age':
      return road.go(delivery, { ...how, fault: fault.kind });
    case 'duplicate':
      return goTwice(road, delivery, how);
    case 'delay':
      return hold(road, delivery, given, (go) => road.later.at(road.clock.now() + fault.delayMs, go));
    case 'reorder':
      return hold(road, delivery, given, (go) => void road.reordered.push(go));
    default:
      return fault.kind satisfies never;
  }
}

/** Both at the same moment; Slack believes the answer to the first. (assumed) */
function goTwice(road: Road, delivery: Delivery, how: How): Promise<Ack> {
  road.journal.excusedTriggers.add(delivery.body['trigger_id']);
  const first = road.go(delivery, how);
  void road.go(delivery, how);
  return first;
}

/**
 * Holds a delivery back. Nobody waits for the answer to an event. Whoever pressed or typed waits three seconds, and on a clock
 * that stands still is told at once that nothing came: the app's answer is then too late, whenever it comes.
 */
function hold(road: Road, delivery: Delivery, given: How, wait: (go: () => void) => void): Promise<Ack> {
  const { clock, journal, stopwatch } = road;
  const isEvent = delivery.kind === 'events_api';
  const unanswered: Ack = { ok: false, reason: 'no ack' };
  const how = isEvent ? given : { ...given, provoked: true, startedMs: stopwatch(), isTooLate: clock.manual };
  journal.excusedTriggers.add(delivery.body['trigger_id']);
  const answered = new Promise<Ack>((resolve) => wait(() => void road.go(delivery, how).then(resolve)));
  if (isEvent || clock.manual) return Promise.resolve(unanswered);
  return new Promise((resolve) => {
    setTimeout(() => resolve(unanswered), ACK_LIMIT_MS).unref();
    void answered.then(resolve);
  });
}
