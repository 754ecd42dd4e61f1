/** What goes to the app, and what comes of it. */
import type { Entry } from '../core/journal.ts';

/** Slack waits this long, on the real clock, for an acknowledgement (docs.slack.dev, interactivity). */
export const ACK_LIMIT_MS = 3000;

/** Why an event comes again, in the words of Slack's header. Socket Mode knows timeouts only. */
export type RetryReason = 'http_timeout' | 'connection_failed' | 'http_error';

export type Delivery = {
  kind: 'events_api' | 'slash_commands' | 'interactive';
  /** For people: `message`, `/brief`, `block_actions brief.open`. */
  name: string;
  body: Record<string, unknown>;
  retryNum?: number;
  retryReason?: RetryReason;
  /** Of Socket Mode: an event that comes again keeps it (bolt-js#2487). */
  envelopeId?: string;
  /** A planned fault of its signature: it is not Slack's, or six minutes old. */
  spoilt?: 'forge' | 'age';
};

/** What a retry of a failed delivery carries besides its number. */
export type Repeat = Pick<Delivery, 'retryReason' | 'envelopeId'>;

/** What came of a delivery: the app's answer within three seconds, or none. */
export type Ack =
  | { ok: true; payload: unknown }
  | { ok: false; reason: 'late' | 'no ack' | 'no app' | `HTTP ${number}`; repeat?: Repeat | 'never' };

/** A way to the app. `send` settles with the ack or when it is too late for one. */
export type Transport = {
  send(delivery: Delivery, entry: Entry): Promise<Ack>;
  /** Whether deliveries are signed, so that a signature can be wrong. */
  signs?: boolean;
};
