/** Work that is under way, and a real idleness: nothing is guessed by waiting. */
export type Pending = {
  /** Counts work that `idle` has to wait for: a listener that goes on after its ack. */
  track(work: Promise<unknown>): void;
  /** Settles when every tracked piece of work is done, and what it started, too. */
  idle(): Promise<void>;
  busy(): boolean;
};

/** Nothing is under way. */
export function createPending(): Pending {
  const pending = new Set<Promise<unknown>>();
  return {
    track: (work) => {
      const settled: Promise<unknown> = work.then(
        () => pending.delete(settled),
        () => pending.delete(settled),
      );
      pending.add(settled);
    },
    idle: async () => {
      while (pending.size > 0) await Promise.allSettled([...pending]);
    },
    busy: () => pending.size > 0,
  };
}
