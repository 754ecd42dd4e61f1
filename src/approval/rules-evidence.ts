import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import {
  type Approval,
  type Approver,
  type Evidence,
  type EvidenceChannel,
  type Party,
  type Point,
  type Verb,
  VERBS_OF,
} from './model.ts';
import type { Moved } from './model-events.ts';
import type { ApprovalRefusals } from './model-refusals.ts';
import { takeAnswer } from './rules-answers.ts';
import { reopen, settle, withApprover, withoutAnswer } from './rules-steps.ts';
import { over, whoMayDecide } from './rules-turn.ts';

const refuse = refuser<ApprovalRefusals>();

/** What is in writing: a call is noted, and counts for nothing (`noteTelephone`). */
export type WrittenEvidence = Evidence & { by: Exclude<EvidenceChannel, 'telephone'> };

export type Recording = {
  /** The approver's id. */
  approver: string;
  /** Who said it: the approver, unless their stand-in is named. */
  by?: Party;
  verb: Verb;
  reason: string | null;
  points: readonly Point[];
  /** Of an approval with changes: is it to be shown again? */
  showAgain?: boolean | null;
  evidence: WrittenEvidence;
};

/** Records what an approver said in writing elsewhere as their answer: it counts as if they had pressed. */
export function recordEvidence(approval: Approval, recording: Recording, now: Date): Moved | Refusal {
  const theirs = askedNow(approval, recording.approver);
  if (isRefusal(theirs)) return theirs;
  const { verb, by = theirs, reason, points, showAgain = null, evidence } = recording;
  const given = { verb, by, reason, points, evidence, alsoAgreed: null, showAgain, restConfirmed: false };
  return takeAnswer(approval, theirs, given, now);
}

export type Telephoned = { approver: string; verb: Verb; saidAt: string; notedBy: string };

/** Notes what an approver said on the telephone. It is awaited in writing, and changes nothing else. */
export function noteTelephone(approval: Approval, { approver, verb, saidAt, notedBy }: Telephoned): Moved | Refusal {
  const theirs = askedNow(approval, approver);
  if (isRefusal(theirs)) return theirs;
  if (!VERBS_OF[approval.subject.kind].includes(verb)) return refuse('approval.wrongVerb', {});
  const { told } = theirs;
  if (told?.verb === verb && told.saidAt === saidAt) return refuse('approval.already', { verb, at: { at: saidAt } });
  return {
    approval: withApprover(approval, theirs, { ...theirs, told: { verb, saidAt, notedBy } }),
    events: [{ kind: 'toldByTelephone', about: [approver], verb, step: theirs.step }],
  };
}

/** `step`: in which one, where somebody is asked in several; the last one where nothing is said. */
export type Objecting = { approver: string; step?: number; by: Party; reason: string | null };

/**
 * The client objects to what was recorded for them: it is set aside, and what it closed is open again from there on. Answers
 * of later steps stay, and count once theirs is asked again.
 */
export function objectToEvidence(
  approval: Approval,
  { approver, step, by, reason }: Objecting,
  now: Date,
): Moved | Refusal {
  const known = approval.approvers.filter((one) => one.id === approver && (step === undefined || one.step === step));
  if (known.length === 0) return refuse('approval.noSuchApprover', {});
  if (!['open', 'agreed', 'agreedWith', 'refused'].includes(approval.state)) return over(approval);
  const theirs = known.filter(({ answer }) => answer?.evidence).toSorted((a, b) => b.step - a.step)[0];
  if (!theirs) return refuse('approval.nothingToObject', {});
  if (!reason?.trim()) return refuse('approval.reasonMissing', {}, { at: 'reason' });
  const about = by.id === approver ? [approver] : [approver, by.id];
  const events = [{ kind: 'objected', about, step: theirs.step, reason }] as const;
  return settle(reopen({ approval: withoutAnswer(approval, theirs), events }, theirs, now), now);
}

/** The approver of the present step, by id. */
function askedNow(approval: Approval, id: string): Approver | Refusal {
  const known = approval.approvers.filter((one) => one.id === id);
  if (known.length === 0) return refuse('approval.noSuchApprover', {});
  if (approval.state !== 'open') return over(approval);
  const theirs = known.find(({ step }) => step === approval.step);
  return theirs ?? refuse('approval.notYourTurn', { who: whoMayDecide(approval, () => false) });
}
