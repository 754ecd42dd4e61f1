/** Thrown to whoever waits for an answer when it did not come in time; the work itself goes on. */
export class LateError extends Error {
  override readonly name = 'LateError';
}

/** How long a delivery has before a person must be told something: Slack gives up three seconds after sending. */
const DECIDE_WITHIN_MS = 2000;

export type Deadline = {
  /** Milliseconds left; never negative. */
  left: () => number;
  /** The promise's own outcome if it comes in time. @throws LateError otherwise; the promise is not stopped. */
  race: <T>(work: Promise<T>) => Promise<T>;
};

/**
 * A deadline on the machine's own clock: the three seconds are real ones, whatever time the product believes it is.
 * @param withinMs from now on
 */
export function deadline(withinMs: number = DECIDE_WITHIN_MS): Deadline {
  const endsAtMs = performance.now() + withinMs;
  const left = () => Math.max(0, endsAtMs - performance.now());
  return { left, race: (work) => within(work, left()) };
}

/** The promise's outcome if it comes within `ms`. @throws LateError otherwise. */
export async function within<T>(work: Promise<T>, ms: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new LateError(`not within ${Math.round(ms)} ms`)), ms);
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
