import type { Deadline } from './deadline.ts';

/** Which delivery a decision belongs to, when it is, and until when its answer is awaited. */
export type Handling = {
  workspace: string;
  /** Slack's id of the delivery: event id or trigger id. Handled once. Null for work of our own. */
  delivery: string | null;
  now: Date;
  deadline: Deadline;
  /** Liaison's own id of who acts; null where nobody does. */
  actor: string | null;
};
