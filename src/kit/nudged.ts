import type { Day } from './calendar.ts';
import type { NudgeStep } from './nudge.ts';

/**
 * What becomes of something that was to be brought up with one person.
 * - due: to be said. said: it was. inDigest: it stood in the morning's digest.
 * - over: somebody acted before it was said; it is due again where that is taken back.
 * - missed: its time passed unsaid, and it stands on the record.
 */
export const NUDGE_STATES = ['due', 'said', 'inDigest', 'over', 'missed'] as const;
export type NudgeState = (typeof NUDGE_STATES)[number];

/** What is kept of it while it waits and afterwards, so that it is never said twice. `key` is one for all times and projects. */
export type Queued = {
  key: string;
  project: string;
  /** The key of a person. */
  person: string;
  step: NudgeStep;
  about: { kind: string; id: string };
  at: Date;
};

/** A message or a mention that nobody asked for, which counts to a person on a day of their own. */
export type Spent = { person: string; day: Day };

/**
 * What becomes of nudges in the transaction that says them. Where somebody was faster, or where it would be more than a person gets
 * in a day, nothing of the decision is saved.
 */
export type Nudged = {
  /** Said without having waited: mentions. Each must be new. */
  said?: readonly Queued[];
  /** Not said in time, whether they had waited or not. */
  missed?: readonly Queued[];
  /** Of those that wait, by their keys: each must still be waiting. */
  settled?: readonly { keys: readonly string[]; as: NudgeState }[];
  spent?: readonly Spent[];
};

/** Direct messages and mentions of one person in a day, besides the digest (docs/product.md, When it nudges). */
export const MOST_A_DAY = 2;
