import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Approval } from './model.ts';
import type { Moved } from './model-events.ts';
import type { ApprovalRefusals } from './model-refusals.ts';
import { close, gather, isHeld, outcomeOf, settle } from './rules-steps.ts';
import { awaited, over, partyOf } from './rules-turn.ts';

export { type RoundPoint, roundPoints } from './rules-lines.ts';
export { lineStates } from './rules-steps.ts';

const refuse = refuser<ApprovalRefusals>();

/**
 * The account manager ends the round: what stands refused closes it. Otherwise it stays open for those who have not
 * answered, and a new version may be sent.
 */
export function closeRound(approval: Approval, now: Date): Moved | Refusal {
  if (approval.state !== 'open') return over(approval);
  const isSilent = approval.approvers.every(({ answer, confirmedLines }) => !answer && confirmedLines.length === 0);
  if (isSilent) return refuse('approval.nothingGathered', {});
  const gathered = gather({ approval, events: [] }, 'manager', now);
  if (isHeld(approval)) return close(gathered, 'refused', now);
  if (approval.gathered) return refuse('approval.alreadyGathered', { at: { at: approval.gathered.at } });
  return settle(gathered, now);
}

/** What time brings: the end of the gathering at the due date, the end of the request where it named one. Null for nothing. */
export function tick(approval: Approval, now: Date): Moved | null {
  if (approval.state !== 'open') return null;
  if (isReached(approval.expiresAt, now)) {
    const expired: Approval = { ...approval, state: 'expired', stateSince: now.toISOString() };
    return { approval: expired, events: [{ kind: 'expired', about: [] }] };
  }
  if (approval.gathered || !isReached(approval.dueAt, now)) return null;
  return settle(gather({ approval, events: [] }, 'due', now), now);
}

const isReached = (at: string | null, now: Date): boolean => at !== null && now.getTime() >= Date.parse(at);

/** May a new version be sent? Not while somebody wants changes and others, who may want more, have not answered. */
export function mayReplace(approval: Approval): true | Refusal {
  const missing = awaited(approval, () => false).map(({ approver }) => partyOf(approver));
  const isWanted = approval.approvers.some((one) => outcomeOf(one) === 'refused' || one.answer?.points.length);
  if (approval.gathered || !isWanted || missing.length === 0) return true;
  return refuse('approval.roundGoesOn', { who: missing });
}
