import type { ServerResponse } from 'node:http';
import type { Engine } from '../core/engine.ts';
import type { Entry } from '../core/journal.ts';
import type { InspectorEntry } from './protocol.ts';
import { isoOf, seatOf } from './seat.ts';
import { openStream } from './sse.ts';

/** At most one seat in this time: a flow changes the world many times in a moment. */
const DEBOUNCE_MS = 30;
/** Old lines that a newly opened inspector gets. */
const OLD_ENTRIES = 300;

/** Sends a person's seat and the planned faults now, and each again after it changed for them. */
export function feed(engine: Engine, userId: string, response: ServerResponse): void {
  const { world, faults, journal } = engine;
  let timer: NodeJS.Timeout | undefined;
  const last = { seat: '', faults: '' };
  const later = (): void => {
    timer ??= setTimeout(() => {
      timer = undefined;
      send();
    }, DEBOUNCE_MS);
  };
  const stopChanges = world.subscribe(later);
  const stopJumps = world.clock.onJump(later);
  // A plan is used up by a call or a delivery, and each of these is a line of the journal.
  const stopTraffic = journal.subscribe(later);
  const stream = openStream(response, () => {
    clearTimeout(timer);
    stopChanges();
    stopJumps();
    stopTraffic();
  });
  const send = (): void => {
    const seat = seatOf(engine, userId);
    // What others did and this person cannot see is no news to them; the minute is enough of the clock.
    const seen = JSON.stringify({ ...seat, now: seat.now.slice(0, 16) });
    if (seen !== last.seat) stream.send('seat', seat);
    const planned = faults.planned();
    const plannedText = JSON.stringify(planned);
    if (plannedText !== last.faults) stream.send('faults', planned);
    Object.assign(last, { seat: seen, faults: plannedText });
  };
  send();
}

/** Sends the inspector's lines: old ones first, then each as it comes and again as its ack comes. */
export function inspect(engine: Engine, response: ServerResponse): void {
  const stop = engine.journal.subscribe((entry) => stream.send('entry', inspectorEntry(entry)));
  const stream = openStream(response, stop);
  for (const entry of engine.journal.entries.slice(-OLD_ENTRIES)) stream.send('entry', inspectorEntry(entry));
}

function inspectorEntry(entry: Entry): InspectorEntry {
  const { id, direction, what, outcome, tookMs, scope, fault, payload, answer, again, atMs } = entry;
  const line = { id, at: isoOf(atMs), direction, what, outcome, tookMs, payload, answer, again };
  return { ...line, ...(scope === undefined ? {} : { scope }), ...(fault === undefined ? {} : { fault }) };
}
