import { type Person, samePerson } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Approval, ApprovalRefusals, Approver, DecidesOn, Verb } from './model.ts';

const refuse = refuser<ApprovalRefusals>();

/** Asks approvers to decide on one version. `now` is when they were asked. */
export function openApproval(
  subject: Approval['subject'],
  on: DecidesOn,
  approvers: readonly Pick<Approver, 'person' | 'id' | 'name'>[],
  now: Date,
): Approval {
  const at = now.toISOString();
  const asked = approvers.map(({ person, id, name }) => ({ person, id, name, answer: null }));
  return { subject, ...on, openedAt: at, state: 'open', stateSince: at, approvers: asked };
}

export type Answering = { on: DecidesOn; person: Person; verb: Verb; reason: string | null };

/**
 * Takes an approver's answer. It counts for exactly the version and step that the button named; whoever is not asked is
 * told who is.
 */
export function answer(approval: Approval, { on, person, verb, reason }: Answering, now: Date): Approval | Refusal {
  const mine = mayAnswer(approval, on, person);
  if (isRefusal(mine)) return mine;
  if (verb === 'changesRequested' && !reason) return refuse('approval.reasonMissing', {}, { at: 'reason' });
  const at = now.toISOString();
  return settled(withAnswer(approval, person, { verb, at, reason }), at);
}

/** May this person answer now? For opening the form that asks for a reason. */
export function mayAnswer(approval: Approval, on: DecidesOn, person: Person): Approver | Refusal {
  const mine = deciding(approval, on, person);
  if (isRefusal(mine)) return mine;
  if (mine.answer) return refuse('approval.already', { verb: mine.answer.verb, at: { at: mine.answer.at } });
  const open = stillOpen(approval);
  return open === true ? mine : open;
}

/** May this person take their own confirmation back? Nobody else's can be, by anybody. */
export function mayWithdraw(approval: Approval, on: DecidesOn, person: Person): Approver | Refusal {
  const mine = deciding(approval, on, person);
  if (isRefusal(mine)) return mine;
  const standing = approval.state === 'open' || approval.state === 'confirmed';
  return standing && mine.answer?.verb === 'confirmed' ? mine : refuse('approval.nothingToWithdraw', {});
}

/** An approver takes their own confirmation back, with a reason. The approval then waits for nobody and opens no gate. */
export function withdraw(
  approval: Approval,
  { on, person, reason }: { on: DecidesOn; person: Person; reason: string | null },
  now: Date,
): Approval | Refusal {
  const mine = mayWithdraw(approval, on, person);
  if (isRefusal(mine)) return mine;
  if (!reason) return refuse('approval.reasonMissing', {}, { at: 'withdrawReason' });
  return { ...approval, state: 'withdrawn', stateSince: now.toISOString() };
}

/** A newer version was sent: nothing decided on this one stands any more. */
export function supersede(approval: Approval, now: Date): Approval {
  return { ...approval, state: 'superseded', stateSince: now.toISOString() };
}

/** Who has not answered yet, while an answer is awaited. */
export function awaited(approval: Approval): Approver[] {
  return approval.state === 'open' ? approval.approvers.filter((approver) => approver.answer === null) : [];
}

function deciding(approval: Approval, on: DecidesOn, person: Person): Approver | Refusal {
  if (on.version !== approval.version || on.step !== approval.step) {
    return refuse('approval.replaced', { version: on.version, current: approval.version });
  }
  const mine = approval.approvers.find((approver) => samePerson(approver.person, person));
  return mine ?? refuse('approval.notYours', { who: approval.approvers });
}

function stillOpen(approval: Approval): true | Refusal {
  if (approval.state === 'open') return true;
  return refuse('approval.closed', { state: approval.state, at: { at: approval.stateSince } });
}

function withAnswer(approval: Approval, person: Person, given: NonNullable<Approver['answer']>): Approval {
  const approvers = approval.approvers.map((one) => (samePerson(one.person, person) ? { ...one, answer: given } : one));
  return { ...approval, approvers };
}

/** Closes when all have answered; the worst answer wins, whatever the order. */
function settled(approval: Approval, at: string): Approval {
  if (approval.approvers.some((approver) => approver.answer === null)) return approval;
  const refused = approval.approvers.some((approver) => approver.answer?.verb === 'changesRequested');
  return { ...approval, state: refused ? 'changesRequested' : 'confirmed', stateSince: at };
}
