import { roundAfter } from '../approval/rules-sending.ts';
import type { Deliverable } from './model.ts';
import { showsAgain } from './rules-standing.ts';

/** Which of the agreed rounds the next version is, of how many. */
export type Round = { round: number; rounds: number; isLast: boolean; isBeyond: boolean };

/**
 * Which round the version is that is being made ready. A new one begins where the client wanted something else: changes, to be shown
 * what was changed, or their approval back. What only puts right the agency's own error counts for nothing.
 */
export function nextRound({ sent, draft, rounds }: Pick<Deliverable, 'sent' | 'draft' | 'rounds'>): Round {
  const round = sent ? roundOfNext(sent.approval, draft?.isOwnError === true) : 1;
  return { round, rounds, isLast: round === rounds, isBeyond: round > rounds };
}

function roundOfNext(before: NonNullable<Deliverable['sent']>['approval'], isOwnError: boolean): number {
  if (isOwnError) return before.round;
  const isWanted = before.state === 'takenBack' || (before.state === 'agreedWith' && showsAgain(before));
  return Math.max(roundAfter(before), before.round + (isWanted ? 1 : 0));
}

/** Is it still to be said what the next version's round, beyond the agreed ones, is to the client? */
export function needsGoodwill(deliverable: Pick<Deliverable, 'sent' | 'draft' | 'rounds' | 'goodwill'>): boolean {
  const { round, isBeyond } = nextRound(deliverable);
  return isBeyond && !deliverable.goodwill.some((one) => one.round === round);
}
