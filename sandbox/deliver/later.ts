import type { Clock } from '../core/clock.ts';

/** How often a clock that runs by itself is looked at, in real time. */
const LOOK_EVERY_MS = 100;

/** What waits for an instant of the sandbox's clock. Nobody waits for it: it happens when the clock is there. */
export type Later = {
  /** Runs at `dueMs`, milliseconds since the epoch; at once where that is past. */
  at(dueMs: number, run: () => void): void;
  /** Forgets what waits. Nothing waits again after this. */
  stop(): void;
};

type Waiting = { dueMs: number; run: () => void };

/** Nothing waits yet. */
export function createLater(clock: Clock): Later {
  const waiting = new Set<Waiting>();
  let looking: NodeJS.Timeout | undefined;
  let isOver = false;
  const rest = (): void => {
    clearInterval(looking);
    looking = undefined;
  };
  const runDue = (): void => {
    for (const one of [...waiting].sort((a, b) => a.dueMs - b.dueMs)) {
      if (one.dueMs > clock.now() || !waiting.delete(one)) continue;
      one.run();
    }
    if (waiting.size === 0) rest();
  };
  const stopListening = clock.onJump(runDue);
  return {
    at: (dueMs, run) => {
      if (isOver) return;
      if (dueMs <= clock.now()) return run();
      waiting.add({ dueMs, run });
      // A clock that only jumps says so itself. What waits keeps no process alive.
      if (!clock.manual) looking ??= setInterval(runDue, LOOK_EVERY_MS).unref();
    },
    stop: () => {
      isOver = true;
      waiting.clear();
      rest();
      stopListening();
    },
  };
}
