/** Work that goes on when everybody has been answered, and that may take minutes. */
export type Background = {
  /**
   * Begins a piece of work once what is being answered now is answered. A process that is told to stop waits for none: all of it must be
   * taken up again by a round.
   * @param work never throws
   */
  begin: (work: () => Promise<void>) => void;
  /** Settles when nothing is at work any more. */
  settled: () => Promise<void>;
};

export function makeBackground(): Background {
  const working = new Set<Promise<void>>();
  return {
    begin: (work) => {
      // What is between a decision and its acknowledgement waits for nobody.
      const one = new Promise<void>((resolve) => void setImmediate(() => void work().then(resolve, resolve)));
      working.add(one);
      void one.then(() => working.delete(one));
    },
    settled: async () => {
      while (working.size > 0) await Promise.all(working);
    },
  };
}
