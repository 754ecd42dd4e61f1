import type { Approval, Evidence, GATHERED_BY, Outcome, Point, Verb } from './model.ts';

/** What can happen to an approval; each is an entry of the record, `approval.<kind>`. */
export const APPROVAL_EVENTS = [
  'answered',
  'linesConfirmed',
  'toldByTelephone',
  'stepOpened',
  'gathered',
  'closed',
  'reopened',
  'takenBack',
  'passedOn',
  'replaced',
  'standInNamed',
  'reminded',
  'dueMoved',
  'objected',
  'withdrawn',
  'expired',
  'superseded',
] as const;
export type ApprovalEventKind = (typeof APPROVAL_EVENTS)[number];

/**
 * One thing that happened. `about`: the approver's id, or ids. `outcome`: of the whole, where it closed. Everything in it goes
 * into the record's entry as it is, beside subject and version.
 */
export type ApprovalEvent = {
  kind: ApprovalEventKind;
  about: readonly string[];
  verb?: Verb;
  outcome?: Outcome;
  step?: number;
  lines?: readonly string[];
  reason?: string;
  /** Of another instant to decide by: that one, and the one before where there was one. */
  dueAt?: string;
  dueWas?: string;
  points?: readonly Point[];
  alsoAgreed?: string;
  showAgain?: boolean;
  evidence?: Evidence;
  by?: (typeof GATHERED_BY)[number];
};

/** An approval after something happened to it, and what that was: an outcome never changes without an event. */
export type Moved = { approval: Approval; events: readonly ApprovalEvent[] };
