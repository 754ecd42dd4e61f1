import type { Person } from '../kit/person.ts';
import { type Deadline, deadline } from './deadline.ts';

/** Which delivery a decision belongs to, when it is, and until when its answer is awaited. */
export type Handling = {
  workspace: string;
  /** Slack's id of the delivery: event id or trigger id. Handled once. Null for work of our own. */
  delivery: string | null;
  now: Date;
  deadline: Deadline;
  /** Another decision of the same delivery follows at once: what both bring is sent after that one. */
  more?: boolean;
  /** Liaison's own id of who acts; null where nobody does. */
  actor: string | null;
  /** The same as Slack knows them, where a person acts. */
  person?: Person;
};

/** What Liaison does of itself, without a person who waits; `key` is handled once, like a delivery; null where it may be repeated. */
export const ownWork = (workspace: string, now: Date, key: string | null): Handling => ({
  workspace,
  delivery: key,
  now,
  deadline: deadline(10_000),
  actor: null,
});
