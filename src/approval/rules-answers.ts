import { markOf } from '../kit/merge.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import {
  type Answer,
  type Approval,
  type Approver,
  type Authority,
  type Evidence,
  OUTCOME_OF,
  type Party,
  type Point,
  type Verb,
  VERBS_OF,
} from './model.ts';
import type { ApprovalEvent, Moved } from './model-events.ts';
import type { ApprovalRefusals } from './model-refusals.ts';
import { settle, withApprover } from './rules-steps.ts';
import { eachOnce, partyOf } from './rules-turn.ts';

const refuse = refuser<ApprovalRefusals>();

/** An answer as it came in, and whether what it does not name is confirmed. */
export type Given = {
  verb: Verb;
  by: Party;
  reason: string | null;
  points: readonly Point[];
  alsoAgreed: string | null;
  showAgain: boolean | null;
  restConfirmed: boolean;
  evidence: Evidence | null;
};

/** May this approver give an answer with this verb? The subject must have it, and agreeing takes the authority. */
export function mayGive(approval: Approval, mine: Approver, verb: Verb, isPartlyAgreed = false): true | Refusal {
  if (!VERBS_OF[approval.subject.kind].includes(verb)) return refuse('approval.wrongVerb', {});
  const agrees = OUTCOME_OF[verb] !== 'refused' || isPartlyAgreed;
  if (!agrees || covers(mine.limit, approval.requires)) return true;
  return refuse('approval.beyondAuthority', { who: withAuthority(approval) });
}

/** Takes an approver's answer, from a button or with evidence, and what follows from it. */
export function takeAnswer(approval: Approval, mine: Approver, given: Given, now: Date): Moved | Refusal {
  const may = mayGive(approval, mine, given.verb, given.restConfirmed && approval.lines.length > 0);
  if (may !== true) return may;
  const reason = given.reason?.trim() ? given.reason : null;
  if (OUTCOME_OF[given.verb] !== 'agreed' && reason === null) {
    return refuse('approval.reasonMissing', {}, { at: 'reason' });
  }
  const points = pointsOf(given, reason);
  if (points.some(({ line }) => line !== null && !approval.lines.includes(line))) return refuse('approval.noLines', {});
  const { restConfirmed, ...said } = given;
  const answer: Answer = { ...said, by: partyOf(given.by), reason, points, at: now.toISOString() };
  const confirmedLines = linesAfter(approval, mine, answer, restConfirmed);
  const next: Approver = { ...mine, answer, confirmedLines, told: null };
  if (mine.answer && isSame(mine, next)) {
    return refuse('approval.already', { verb: mine.answer.verb, at: { at: mine.answer.at } });
  }
  const events = [answered(next, answer, restConfirmed)];
  return settle({ approval: withApprover(approval, mine, next), events }, now);
}

/** What is to change; a refusal that names nothing is about the whole. */
function pointsOf({ verb, points }: Given, reason: string | null): Point[] {
  const named = points.filter(({ text }) => text.trim() !== '');
  if (named.length > 0 || OUTCOME_OF[verb] !== 'refused' || reason === null) return named;
  return [{ line: null, text: reason }];
}

/** Who agrees confirms every line; who refuses leaves open what the points name, and may confirm the rest. */
function linesAfter(approval: Approval, mine: Approver, { verb, points }: Answer, restConfirmed: boolean): string[] {
  if (OUTCOME_OF[verb] !== 'refused') return [...approval.lines];
  const named = new Set(points.map(({ line }) => line));
  return approval.lines.filter((line) => !named.has(line) && (restConfirmed || mine.confirmedLines.includes(line)));
}

/** Is it the same answer once more, by the same hand? What comes from the database has its keys in another order. */
function isSame(was: Approver, next: Approver): boolean {
  const essence = ({ answer, confirmedLines }: Approver) =>
    markOf([{ ...answer, at: null, by: answer?.by.id }, confirmedLines]);
  return essence(was) === essence(next);
}

function answered({ id, step, confirmedLines }: Approver, answer: Answer, restConfirmed: boolean): ApprovalEvent {
  const { verb, reason, points, alsoAgreed, showAgain, evidence } = answer;
  return {
    kind: 'answered',
    about: [id],
    verb,
    step,
    ...(restConfirmed ? { lines: confirmedLines } : {}),
    ...(reason === null ? {} : { reason }),
    ...(points.length === 0 ? {} : { points }),
    ...(alsoAgreed === null ? {} : { alsoAgreed }),
    ...(showAgain === null ? {} : { showAgain }),
    ...(evidence === null ? {} : { evidence }),
  };
}

/** Does a limit cover what agreeing takes? Who may decide on artwork may decide on a layout; money is compared in one currency. */
export function covers(limit: Authority | null, requires: Authority | null): boolean {
  if (limit === null || requires === null) return true;
  if (limit.kind === 'spend' && requires.kind === 'spend') {
    return limit.currency === requires.currency && limit.amount >= requires.amount;
  }
  return limit.kind === requires.kind || (limit.kind === 'artwork' && requires.kind === 'layout');
}

/** Those asked in any step whose limit covers what agreeing takes. */
function withAuthority(approval: Approval): Party[] {
  return eachOnce(approval.approvers.filter(({ limit }) => covers(limit, approval.requires)).map(partyOf));
}
