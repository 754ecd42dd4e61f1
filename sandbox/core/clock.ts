/** The sandbox's time. Nothing in the core reads the machine's clock: every rule with a deadline asks this object. */
export type Clock = {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
  /** Moves time forward by `ms` and tells the listeners (due retries run then). */
  advance(ms: number): void;
  /** True where time moves by `advance` alone; nobody may wait for such a clock. */
  manual: boolean;
  /** Called after each jump. Returns the way to stop listening. */
  onJump(listener: () => void): () => void;
};

/**
 * A clock that stands still until it is moved.
 * @param startMs where it stands at first, milliseconds since the epoch.
 */
export function manualClock(startMs: number): Clock {
  let nowMs = startMs;
  const { onJump, jumped } = jumps();
  return {
    now: () => nowMs,
    advance: (ms) => {
      nowMs += forward(ms);
      jumped();
    },
    manual: true,
    onJump,
  };
}

/**
 * A clock that runs with a source of real time, for the demonstration.
 * @param source the machine's clock, in milliseconds since the epoch.
 * @param shift moves the source itself; without it a jump is kept here as an offset.
 */
export function liveClock(source: () => number, shift?: (ms: number) => void): Clock {
  let offsetMs = 0;
  const { onJump, jumped } = jumps();
  return {
    now: () => source() + offsetMs,
    advance: (ms) => {
      if (shift) shift(forward(ms));
      else offsetMs += forward(ms);
      jumped();
    },
    manual: false,
    onJump,
  };
}

function forward(ms: number): number {
  if (!(ms >= 0)) throw new Error(`The clock only goes forward, not by ${ms} ms`);
  return ms;
}

function jumps(): { onJump: Clock['onJump']; jumped: () => void } {
  const listeners = new Set<() => void>();
  return {
    onJump: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    jumped: () => {
      for (const listener of [...listeners]) listener();
    },
  };
}
