/** One delivery over one transport, and its line in the journal. */
import type { Entry, Journal } from '../core/journal.ts';
import { ACK_LIMIT_MS, type Ack, type Delivery, type Transport } from './delivery.ts';
import type { How } from './mishaps.ts';

type Outcome = { ack: Ack; tookMs: number };

/** Hands a copy to the transport, and judges how long the ack took. What is lost is handed to nobody. */
export async function transmit(
  transport: Transport | undefined,
  delivery: Delivery,
  entry: Entry,
  how: How,
  stopwatch: () => number,
): Promise<Outcome> {
  const startedMs = how.startedMs ?? stopwatch();
  const ack = await handOver(transport, delivery, entry, how);
  const tookMs = Math.round(stopwatch() - startedMs);
  const isLate = tookMs > ACK_LIMIT_MS || how.isTooLate === true;
  return { ack: ack.ok && isLate ? { ok: false, reason: 'late' } : ack, tookMs };
}

async function handOver(
  transport: Transport | undefined,
  delivery: Delivery,
  entry: Entry,
  { fault }: How,
): Promise<Ack> {
  if (!transport) return { ok: false, reason: 'no app' };
  // Where nothing is signed, nobody could tell a forgery: it counts as lost.
  const isLost = fault === 'lost' || (fault !== undefined && transport.signs !== true);
  if (isLost) return { ok: false, reason: 'no ack' };
  const copy: Delivery = { ...delivery, body: structuredClone(delivery.body) };
  return transport.send(fault === undefined ? copy : { ...copy, spoilt: fault }, entry);
}

/** Writes down what came of a delivery, and complains where that is not as it should be. */
export function writeDown(journal: Journal, entry: Entry, { ack, tookMs }: Outcome, how: How): void {
  const outcome = ack.ok ? 'ok' : ack.reason;
  journal.settle(entry, { outcome, tookMs, answer: ack.ok ? ack.payload : null });
  if (!ack.ok) journal.complain(`${entry.what}: ${outcome}`, { entry, provoked: how.provoked ?? false });
  // Nothing is lost by refusing these, and everything by taking them: that is the app's fault, whoever planned it.
  else if (how.fault === 'forge') journal.complain(`${entry.what}: taken, though Slack did not sign it`, { entry });
  else if (how.fault === 'age') journal.complain(`${entry.what}: taken, though signed six minutes ago`, { entry });
}

/** The line of a delivery that is about to go. */
export function asEntry(delivery: Delivery, { planned }: How): Omit<Entry, 'id' | 'atMs'> {
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
    ...(planned ? { fault: planned } : {}),
  };
}
