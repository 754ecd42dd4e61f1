import { type Person, samePerson } from '../kit/person.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Approval, Approver, DecidesOn, Party, Verb } from './model.ts';
import type { ApprovalRefusals } from './model-refusals.ts';
import { approversOf, stepOutcome } from './rules-steps.ts';

const refuse = refuser<ApprovalRefusals>();

/** Is this person absent today? */
export type Away = (person: Party) => boolean;

/** Only what names somebody, without what they decide. */
export const partyOf = ({ person, id, name }: Party): Party => ({ person, id, name });

/** Are these two the same, by Liaison's id or by their account? */
export const sameParty = (a: Party, b: Party): boolean => a.id === b.id || (b.person !== null && isPerson(a, b.person));

/** Is this party that person? Nobody is somebody who is not on Slack. */
export const isPerson = (party: Party | null, person: Person): boolean =>
  party !== null && party.person !== null && samePerson(party.person, person);

/** Somebody who presses: on what, and with which verb. */
export type Pressing = {
  on: DecidesOn;
  person: Person;
  /** Null where it is no answer. */
  verb: Verb | null;
  /** Whose decision it is, by the approver's id, where a form named it: whoever decides for two is asked one at a time. */
  as?: string | undefined;
};

/** Who can be asked for an approver's decision now: themselves, their stand-in while they are away, else nobody. */
function askedFor(approver: Approver, away: Away): Party | null {
  if (!away(approver)) return partyOf(approver);
  // A stand-in who is away as well is not disturbed either.
  return approver.standIn && !away(approver.standIn) ? partyOf(approver.standIn) : null;
}

/** Who is still to answer in the present step, and who is asked for it; nobody once the approval is over. */
export function awaited(approval: Approval, away: Away): { approver: Approver; asked: Party | null }[] {
  if (approval.state !== 'open') return [];
  return approversOf(approval, approval.step)
    .filter(({ answer }) => answer === null)
    .map((approver) => ({ approver, asked: askedFor(approver, away) }));
}

/** Each once, whatever they decide for. */
export const eachOnce = (parties: readonly Party[]): Party[] =>
  parties.filter((party, index) => parties.findIndex((other) => sameParty(other, party)) === index);

/** Those whose decision the present step is, to be named: a stand-in where the approver is away. */
export const whoMayDecide = (approval: Approval, away: Away): Party[] =>
  eachOnce(approversOf(approval, approval.step).map((one) => askedFor(one, away) ?? partyOf(one)));

/** Those of them who have not answered, to be called on; nobody once the approval is over. */
export const calledFor = (approval: Approval, away: Away): Party[] =>
  eachOnce(awaited(approval, away).map(({ approver, asked }) => asked ?? partyOf(approver)));

/** Who it is that decides here for this approver: the approver, or the stand-in. */
export const giverOf = (approver: Approver, person: Person): Party =>
  partyOf(approver.standIn && !isPerson(approver, person) ? approver.standIn : approver);

/**
 * Whose decision this press is. One who decides for themselves and as a stand-in decides for themselves first.
 * @returns the approver, or why this person may not: replaced, notYours, notYourTurn, already, closed
 */
export function turnOf(approval: Approval, { on, person, verb, as }: Pressing, away: Away): Approver | Refusal {
  if (on.version !== approval.version) {
    return refuse('approval.replaced', { version: on.version, current: approval.version });
  }
  const theirs = decidedBy(approval, on.step, person, away).filter(({ id }) => as === undefined || id === as);
  const mine = theirs.find(({ answer }) => answer === null) ?? theirs[0];
  if (!mine) return notTheirs(approval, person, away);
  if (approval.state === 'open' && on.step === approval.step) return mine;
  if (approval.state === 'open' && on.step > approval.step) return notYet(approval, away);
  const said = theirs.find(({ answer }) => answer?.verb === verb)?.answer;
  if (said) return refuse('approval.already', { verb: said.verb, at: { at: said.at } });
  return approval.state === 'open' ? stepOver(approval, on.step) : over(approval);
}

/** It is over, and since when. */
export const over = ({ state, stateSince }: Approval): Refusal =>
  refuse('approval.closed', { state, at: { at: stateSince } });

/** Whose decisions of a step are this person's: their own first. */
function decidedBy(approval: Approval, step: number, person: Person, away: Away): Approver[] {
  const asked = approversOf(approval, step);
  const own = asked.filter((one) => isPerson(one, person));
  return [...own, ...asked.filter((one) => !isPerson(one, person) && isPerson(one.standIn, person) && away(one))];
}

function notTheirs(approval: Approval, person: Person, away: Away): Refusal {
  const isLater = approval.approvers.some((one) => one.step > approval.step && isPerson(one, person));
  if (!isLater) return refuse('approval.notYours', { who: whoMayDecide(approval, away) });
  return approval.state === 'open' ? notYet(approval, away) : over(approval);
}

const notYet = (approval: Approval, away: Away): Refusal =>
  refuse('approval.notYourTurn', { who: whoMayDecide(approval, away) });

/** A step that is behind us came to something when its last answer was given. */
function stepOver(approval: Approval, step: number): Refusal {
  const given = approversOf(approval, step).flatMap(({ answer }) => (answer ? [answer.at] : []));
  const at = given.toSorted().at(-1) ?? approval.stateSince;
  return refuse('approval.closed', { state: stepOutcome(approval, step) ?? approval.state, at: { at } });
}
