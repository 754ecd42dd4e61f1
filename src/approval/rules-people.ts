import { BOUNDS } from '../kit/bounds.ts';
import type { Person } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Named } from '../kit/text.ts';
import { type Approval, type Approver, type DecidesOn, type Party } from './model.ts';
import type { Moved } from './model-events.ts';
import type { ApprovalRefusals } from './model-refusals.ts';
import { approversOf, settle, withApprover } from './rules-steps.ts';
import { over, partyOf, sameParty, turnOf } from './rules-turn.ts';

export { type Away, awaited, calledFor, whoMayDecide } from './rules-turn.ts';

const refuse = refuser<ApprovalRefusals>();

/** Somebody whom nobody stands in for: passing on is the approver's own. */
const nobodyAway = (): boolean => false;

export type PassingOn = {
  on: DecidesOn;
  person: Person;
  to: Party;
  /** Has the account manager added them? */
  isAdded: boolean;
  /** Who could add them, to be named. */
  managers: readonly Named[];
};

/** "Someone else decides for me": not a decision. Only the approver themselves, in the step that is asked. */
export function passOn(
  approval: Approval,
  { on, person, to, isAdded, managers }: PassingOn,
  now: Date,
): Moved | Refusal {
  const mine = turnOf(approval, { on, person, verb: null }, nobodyAway);
  if (isRefusal(mine)) return mine;
  if (!isAdded) return refuse('approval.notAdded', { who: managers });
  if (isAsked(approval, mine.step, to)) return refuse('approval.alreadyAsked', { who: [partyOf(to)] });
  const events = [{ kind: 'passedOn', about: [mine.id, to.id], step: mine.step }] as const;
  return settle({ approval: withApprover(approval, mine, handed(mine, to, 'passedOn', now)), events }, now);
}

/** The account manager asks somebody else instead, in every step that is not over; what was answered there goes too. */
export function replaceApprover(
  approval: Approval,
  { out, in: next }: { out: string; in: Party },
  now: Date,
): Moved | Refusal {
  const theirs = stillAsked(approval, out);
  if (isRefusal(theirs)) return theirs;
  if (theirs.some(({ step }) => isAsked(approval, step, next))) {
    return refuse('approval.alreadyAsked', { who: [partyOf(next)] });
  }
  const replaced = theirs.reduce((so, one) => withApprover(so, one, handed(one, next, 'replaced', now)), approval);
  return settle({ approval: replaced, events: [{ kind: 'replaced', about: [out, next.id] }] }, now);
}

/** Names who answers while an approver is away, or nobody, in every step that is not over. */
export function nameStandIn(
  approval: Approval,
  { of, standIn }: { of: string; standIn: Party | null },
): Moved | Refusal {
  const theirs = stillAsked(approval, of);
  if (isRefusal(theirs)) return theirs;
  if (standIn && theirs.some((one) => sameParty(one, standIn))) {
    return refuse('approval.alreadyAsked', { who: [partyOf(standIn)] });
  }
  const named = theirs.reduce(
    (so, one) => withApprover(so, one, { ...one, standIn: standIn && partyOf(standIn) }),
    approval,
  );
  return { approval: named, events: [{ kind: 'standInNamed', about: standIn ? [of, standIn.id] : [of] }] };
}

/** Where an approver is asked, now or later. */
function stillAsked(approval: Approval, id: string): Approver[] | Refusal {
  if (approval.state !== 'open') return over(approval);
  const theirs = approval.approvers.filter((one) => one.id === id && one.step >= approval.step);
  return theirs.length > 0 ? theirs : refuse('approval.noSuchApprover', {});
}

const isAsked = (approval: Approval, step: number, party: Party): boolean =>
  approversOf(approval, step).some((one) => sameParty(one, party));

/** The decision in another's hands: only step and limit belong to it, all else was the former one's. */
function handed({ step, limit, ...was }: Approver, to: Party, why: 'passedOn' | 'replaced', now: Date): Approver {
  const before = [...was.before, { ...partyOf(was), why, at: now.toISOString() }].slice(-BOUNDS.formerApprovers);
  const fresh = { standIn: null, confirmedLines: [], answer: null, told: null, remindedAt: null };
  return { ...partyOf(to), step, limit, ...fresh, before };
}
