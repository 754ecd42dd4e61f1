import { type Approval, OUTCOME_OF } from '../approval/model.ts';
import type { Deliverable, Draft } from './model.ts';

/**
 * Where a deliverable stands. A version that is being made ready comes before what the client said to the one before; `revise`: the
 * client wants another one, or to be shown it again.
 */
export type Standing =
  | { is: 'dropped' }
  | { is: 'checking' | 'sentBack' | 'reviewing' | 'ready'; version: number }
  | { is: 'withClient' | 'revise' | 'ended' | 'approved'; version: number };

export function standingOf({ dropped, draft, sent }: Deliverable): Standing {
  if (dropped) return { is: 'dropped' };
  if (draft) return { is: draftState(draft), version: draft.number };
  if (!sent) return { is: 'sentBack', version: 1 };
  return { is: sentState(sent.approval), version: sent.current.number };
}

/** Of a version that is being made ready. */
export function draftState({ check, reviews }: Draft): 'checking' | 'sentBack' | 'reviewing' | 'ready' {
  if (check.state === 'sentBack' || reviews.some(({ is }) => is === 'sentBack')) return 'sentBack';
  if (check.state === 'open') return 'checking';
  return reviews.some(({ is }) => is === 'asked') ? 'reviewing' : 'ready';
}

function sentState(approval: Approval): 'withClient' | 'revise' | 'ended' | 'approved' {
  switch (approval.state) {
    case 'open':
      return 'withClient';
    case 'agreed':
      return 'approved';
    case 'agreedWith':
      return showsAgain(approval) ? 'revise' : 'approved';
    case 'refused':
    case 'takenBack':
      return 'revise';
    case 'withdrawn':
    case 'expired':
    case 'superseded':
      return 'ended';
  }
}

/** Does somebody who approved with changes want to be shown it again? */
export const showsAgain = ({ approvers }: Approval): boolean =>
  approvers.some(
    ({ answer }) => answer !== null && OUTCOME_OF[answer.verb] === 'agreedWith' && answer.showAgain === true,
  );

/** Is it done: the current version approved, and nothing to be shown again? */
export const isFinal = (deliverable: Deliverable): boolean => standingOf(deliverable).is === 'approved';
