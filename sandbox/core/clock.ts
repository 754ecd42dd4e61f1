/** The sandbox's time. Nothing in the core reads the machine's clock: every rule with a deadline asks this object. */
export type Clock = {
  /** Milliseconds since the epoch, UTC. */
  now(): number;
  /** Moves time forward by `ms` and tells the listeners (due retries run then). */
  advance(ms: number): void;
  /**
   * As `advance`, and settles when whoever else lives on this clock has followed.
   * @param goesOn asked between the steps of whoever follows in several; the rest is left out where it says no
   */
  jump(ms: number, goesOn?: () => boolean): Promise<void>;
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
  const advance = (ms: number): void => {
    nowMs += forward(ms);
    jumped();
  };
  return {
    now: () => nowMs,
    advance,
    jump: async (ms) => advance(ms),
    manual: true,
    onJump,
  };
}

/**
 * Takes somebody else along on a jump of `ms`, and moves the clock itself by calling `move` whenever they are ready: at once or in
 * steps, by `ms` in all; by less where `goesOn` says no, or for the time that passes of itself.
 */
export type Follow = (ms: number, move: (stepMs: number) => void, goesOn: () => boolean) => Promise<void>;

/**
 * A clock that runs with a source of real time, for the demonstration.
 * @param source the machine's clock, in milliseconds since the epoch.
 * @param follow takes others along; without it a jump is over at once.
 */
export function liveClock(source: () => number, follow?: Follow): Clock {
  let offsetMs = 0;
  const { onJump, jumped } = jumps();
  const advance = (ms: number): void => {
    offsetMs += forward(ms);
    jumped();
  };
  return {
    now: () => source() + offsetMs,
    advance,
    jump: async (ms, goesOn = () => true) => (follow ? follow(forward(ms), advance, goesOn) : advance(ms)),
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
