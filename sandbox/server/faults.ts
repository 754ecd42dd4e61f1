import { METHODS } from '../api/methods.ts';
import { TRANSFERS } from '../api/transfers.ts';
import type { Engine } from '../core/engine.ts';
import type { FaultsView } from './protocol.ts';
import type { Served } from './routes.ts';
import type { PlannedWish } from './wishes.ts';

/** The interactions of messages and modals; their names go on with the app's own ids. */
const INTERACTIONS = ['block_actions', 'message_action', 'view_submission', 'view_closed'];

/** What is planned, and what can be. */
export function faultsOf({ faults, manifest }: Engine): FaultsView {
  const commands = (manifest.features?.slash_commands ?? []).map(({ command }) => command);
  const subscriptions = manifest.settings?.event_subscriptions?.bot_events ?? [];
  // A subscription to `message.channels` brings events named `message`.
  const events = subscriptions.map((name) => name.replace(/[.].*$/, ''));
  return {
    planned: faults.planned(),
    methods: [...Object.keys(METHODS), ...TRANSFERS].sort(),
    deliveries: [...commands, ...INTERACTIONS, ...new Set(events)],
  };
}

/** Plans a fault, and tells the windows. */
export function planFault({ faults, world }: Engine, wish: PlannedWish): void {
  if ('delivery' in wish) {
    const { delivery: name, kind, delayMs } = wish;
    faults.nextDelivery(kind, { name, delayMs, times: wish.times ?? Infinity });
  } else {
    const { method, kind, times, error, retryAfterSeconds } = wish;
    if (times === null) faults.always(method, kind, { error, retryAfterSeconds });
    else faults.next(method, kind, { error, retryAfterSeconds, times });
  }
  world.changed();
}

/** Forgets every plan, and tells the windows. */
export function clearFaults({ faults, world }: Engine): void {
  faults.clear();
  world.changed();
}

/** Cuts the app's sockets. What finds no app until it has connected anew is shown as provoked. */
export function dropSockets({ engine: { journal }, sockets }: Served): void {
  sockets.cut();
  const stop = journal.subscribe((entry) => {
    if (sockets.count() > 0) return stop();
    if (entry.outcome === 'no app' && !entry.fault) journal.settle(entry, { fault: 'socket-dropped' });
  });
}
