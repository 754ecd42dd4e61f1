/** Failures that a test asks for, one call at a time. */
export const FAULT_KINDS = ['fail', 'response-lost', 'ratelimited'] as const;
export type FaultKind = (typeof FAULT_KINDS)[number];

export type PlannedFault = { kind: FaultKind; error: string; retryAfterSeconds: number };

export type Faults = {
  /**
   * The next call of `method` goes wrong: `fail` answers with `error` and does nothing; `response-lost` does the work and
   * loses the answer; `ratelimited` answers 429. Several plans for a method are used up in order.
   */
  next(method: string, kind: FaultKind, options?: { error?: string; retryAfterSeconds?: number }): void;
  /** Takes the plan for a call that is being made. */
  take(method: string): PlannedFault | undefined;
};

/** No faults planned. */
export function createFaults(): Faults {
  const planned = new Map<string, PlannedFault[]>();
  return {
    next: (method, kind, options = {}) => {
      const fault = {
        kind,
        error: options.error ?? 'internal_error',
        retryAfterSeconds: options.retryAfterSeconds ?? 1,
      };
      planned.set(method, [...(planned.get(method) ?? []), fault]);
    },
    take: (method) => planned.get(method)?.shift(),
  };
}
