/**
 * What goes wrong with a call of the app. fail: answered with an error of Slack's, nothing done. server-error: HTTP 500,
 * nothing done. ratelimited: 429, nothing done. request-lost: nothing done and no answer, the connection breaks.
 * response-lost: done, and the connection breaks before the answer. unreachable: no connection is made at all (over HTTP the
 * same as request-lost). hang: nothing done and never answered.
 */
export const CALL_FAULTS = [
  'fail',
  'server-error',
  'ratelimited',
  'request-lost',
  'response-lost',
  'unreachable',
  'hang',
] as const;
export type CallFault = (typeof CALL_FAULTS)[number];

/**
 * What goes wrong with a delivery to the app. lost: it never arrives. duplicate: it arrives twice at the same moment. delay:
 * it arrives later. reorder: it waits until the next delivery has gone. forge: its signature is not Slack's. age: it is signed
 * correctly, six minutes ago. The last two are faults of HTTP alone.
 */
export const DELIVERY_FAULTS = ['lost', 'duplicate', 'delay', 'reorder', 'forge', 'age'] as const;
export type DeliveryFault = (typeof DELIVERY_FAULTS)[number];

export type PlannedCall = { kind: CallFault; error: string; retryAfterSeconds: number };
export type PlannedDelivery = { kind: DeliveryFault; delayMs: number };

export type CallFaultOptions = {
  /** Slack's error word for `fail`; `internal_error` where nothing is said. */
  error?: string;
  retryAfterSeconds?: number;
  /** How many calls in a row; one where nothing is said. */
  times?: number;
};

export type Faults = {
  /** The next call of `method` goes wrong. Several plans for a method are used up in order. */
  next(method: string, kind: CallFault, options?: CallFaultOptions): void;
  /** Every call of `method`, or of all methods (`*`), goes wrong until the returned function is called. */
  always(method: string, kind: CallFault, options?: Omit<CallFaultOptions, 'times'>): () => void;
  /** The next delivery whose name contains `name` goes wrong. `delayMs` is on the sandbox's clock. */
  nextDelivery(kind: DeliveryFault, options?: { name?: string; times?: number; delayMs?: number }): void;
  /** Takes the plan for a call that is being made. */
  take(method: string): PlannedCall | undefined;
  /** Takes the plan for a delivery that is about to go. */
  takeDelivery(name: string): PlannedDelivery | undefined;
  /** What is planned, in words for a page: what it is about, what goes wrong, how often (null: until it is cleared). */
  planned(): readonly { about: string; kind: CallFault | DeliveryFault; times: number | null }[];
  /** Forgets every plan. */
  clear(): void;
};

type Plan<Kind> = { about: string; left: number | null; fault: Kind };

/** No faults planned. */
export function createFaults(): Faults {
  const calls: Plan<PlannedCall>[] = [];
  const deliveries: Plan<PlannedDelivery>[] = [];
  return {
    next: (method, kind, { times = 1, ...options } = {}) =>
      void calls.push({ about: method, left: times, fault: callFault(kind, options) }),
    always: (method, kind, options = {}) => {
      const plan = { about: method, left: null, fault: callFault(kind, options) };
      calls.push(plan);
      return () => remove(calls, plan);
    },
    nextDelivery: (kind, { name = '', times = 1, delayMs = 1000 } = {}) =>
      void deliveries.push({ about: name, left: times, fault: { kind, delayMs } }),
    take: (method) => use(calls, (about) => about === method || about === '*'),
    takeDelivery: (name) => use(deliveries, (about) => name.includes(about)),
    planned: () =>
      [...calls, ...deliveries].map(({ about, left, fault }) => ({ about, kind: fault.kind, times: left })),
    clear: () => {
      calls.length = 0;
      deliveries.length = 0;
    },
  };
}

const callFault = (kind: CallFault, options: Omit<CallFaultOptions, 'times'>): PlannedCall => ({
  kind,
  error: options.error ?? 'internal_error',
  retryAfterSeconds: options.retryAfterSeconds ?? 1,
});

/** The first plan that is about this; what is planned for a number of times goes before what is always so. */
function use<Kind>(plans: Plan<Kind>[], isAbout: (about: string) => boolean): Kind | undefined {
  const mine = plans.filter(({ about }) => isAbout(about));
  const plan = mine.find(({ left }) => left !== null) ?? mine[0];
  if (!plan) return undefined;
  if (plan.left !== null) plan.left -= 1;
  if (plan.left === 0) remove(plans, plan);
  return plan.fault;
}

function remove<Kind>(plans: Plan<Kind>[], plan: Plan<Kind>): void {
  const at = plans.indexOf(plan);
  if (at >= 0) plans.splice(at, 1);
}
