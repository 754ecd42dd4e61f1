import { type Approval, type Approver, OUTCOME_OF, type Outcome, OUTCOMES, type Rule } from './model.ts';
import type { ApprovalEvent, Moved } from './model-events.ts';

/** Those asked in a step, side by side. */
export const approversOf = (approval: Approval, step: number): Approver[] =>
  approval.approvers.filter((approver) => approver.step === step);

/** What an approver's answer comes to; null while it is awaited. */
export const outcomeOf = ({ answer }: Approver): Outcome | null => (answer ? OUTCOME_OF[answer.verb] : null);

/** Of several outcomes the worst counts; of none, the best. */
const worst = (outcomes: readonly Outcome[]): Outcome =>
  OUTCOMES.findLast((outcome) => outcomes.includes(outcome)) ?? 'agreed';

/** How many of a step's approvers must agree. More than there are counts as all. */
const neededOf = (rule: Rule, asked: number): number => (rule.needs === 'all' ? asked : Math.min(rule.count, asked));

/**
 * What a step comes to by its own rule; null while it is open. All: everybody has answered, and the worst wins. Some: so
 * many agree, and nobody refuses.
 */
export function stepOutcome(approval: Approval, step: number): Outcome | null {
  const asked = approversOf(approval, step);
  const given = asked.map(outcomeOf).filter((outcome) => outcome !== null);
  const rule = approval.steps[step];
  if (rule?.needs === 'some' && rule.count <= asked.length) {
    return given.includes('refused') || given.length < rule.count ? null : worst(given);
  }
  return given.length < asked.length ? null : worst(given);
}

/** Does a refusal stand in the present step? */
export const isHeld = (approval: Approval): boolean =>
  approversOf(approval, approval.step).some((approver) => outcomeOf(approver) === 'refused');

/** Puts another approver in an approver's place. */
export function withApprover(approval: Approval, was: Approver, next: Approver): Approval {
  const approvers = approval.approvers.map((one) => (one.id === was.id && one.step === was.step ? next : one));
  return { ...approval, approvers };
}

/** Ends the gathering of the round; where it has ended before, nothing happens. */
export function gather({ approval, events }: Moved, by: 'allAnswered' | 'due' | 'manager', now: Date): Moved {
  if (approval.gathered) return { approval, events };
  const silent = approversOf(approval, approval.step).filter(({ answer }) => answer === null);
  const about = silent.map(({ id }) => id);
  const gathered = { at: now.toISOString(), by };
  return { approval: { ...approval, gathered }, events: [...events, { kind: 'gathered', about, by }] };
}

/** Ends the approval with an outcome. */
export function close({ approval, events }: Moved, outcome: Outcome, now: Date): Moved {
  const closed: ApprovalEvent = { kind: 'closed', about: [], outcome, step: approval.step };
  return { approval: { ...approval, state: outcome, stateSince: now.toISOString() }, events: [...events, closed] };
}

/** What follows from the rules of the steps after something has happened: a step closes, the next opens, the whole closes. */
export function settle(moved: Moved, now: Date): Moved {
  if (moved.approval.state !== 'open') return moved;
  const asked = approversOf(moved.approval, moved.approval.step);
  const isComplete = asked.every(({ answer }) => answer !== null);
  const after = isComplete ? gather(moved, 'allAnswered', now) : { ...moved, approval: ungathered(moved.approval) };
  const { approval, events } = after;
  const outcome = stepOutcome(approval, approval.step);
  if (outcome === null) return after;
  if (outcome === 'refused') return close(after, 'refused', now);
  const step = approval.step + 1;
  if (step === approval.steps.length) return close(after, wholeOutcome(approval), now);
  const opened: ApprovalEvent = { kind: 'stepOpened', about: approversOf(approval, step).map(({ id }) => id), step };
  return settle({ approval: { ...ungathered(approval), step }, events: [...events, opened] }, now);
}

const wholeOutcome = (approval: Approval): Outcome =>
  worst(approval.steps.flatMap((_, step) => stepOutcome(approval, step) ?? []));

/** A gathering that ended because all had answered goes on when somebody is asked again. */
function ungathered(approval: Approval): Approval {
  return approval.gathered?.by === 'allAnswered' ? { ...approval, gathered: null } : approval;
}

/** Sets an approver's answer aside, as if it had not been given. */
export function withoutAnswer(approval: Approval, approver: Approver): Approval {
  return withApprover(approval, approver, { ...approver, answer: null, confirmedLines: [], told: null });
}

/** Asks again from an approver's step on, if the approval is over or further by now. Answers of later steps stay. */
export function reopen({ approval, events }: Moved, { id, step }: Approver, now: Date): Moved {
  const isOpen = approval.state === 'open';
  if (step > approval.step || (isOpen && step === approval.step)) return { approval, events };
  const stateSince = isOpen ? approval.stateSince : now.toISOString();
  const reopened: ApprovalEvent = { kind: 'reopened', about: [id], step };
  return { approval: { ...approval, state: 'open', stateSince, step }, events: [...events, reopened] };
}

export type LineState = 'confirmed' | 'changes' | 'open';

/**
 * How each line stands, by its id: confirmed by as many as every step needs, to be changed as somebody who refuses says, or
 * open. What somebody wants changed is not confirmed by others.
 */
export function lineStates(approval: Approval): Record<string, LineState> {
  return Object.fromEntries(approval.lines.map((line) => [line, lineState(approval, line)]));
}

function lineState(approval: Approval, line: string): LineState {
  const wanted = approval.approvers
    .filter((approver) => outcomeOf(approver) === 'refused')
    .flatMap(({ answer }) => answer?.points ?? []);
  if (wanted.some((point) => point.line === null || point.line === line)) return 'changes';
  const isConfirmed = approval.steps.every((rule, step) => {
    const asked = approversOf(approval, step);
    const confirmed = asked.filter(({ confirmedLines }) => confirmedLines.includes(line));
    return confirmed.length >= neededOf(rule, asked.length);
  });
  return isConfirmed ? 'confirmed' : 'open';
}
