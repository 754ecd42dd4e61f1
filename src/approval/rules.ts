import type { Person } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import {
  type Answer,
  type Approval,
  type Approver,
  type Authority,
  type DecidesOn,
  OUTCOME_OF,
  type Party,
  type Point,
  type Rule,
  type Verb,
  VERBS_OF,
} from './model.ts';
import type { Moved } from './model-events.ts';
import type { ApprovalRefusals } from './model-refusals.ts';
import { mayGive, takeAnswer } from './rules-answers.ts';
import { approversOf, outcomeOf, reopen, settle, withApprover, withoutAnswer } from './rules-steps.ts';
import { type Away, giverOf, isPerson, partyOf, type Pressing, sameParty, turnOf } from './rules-turn.ts';

const refuse = refuser<ApprovalRefusals>();

/** Somebody to be asked; in the first step, without a stand-in and without a limit where nothing is said. */
export type ToAsk = Party & { step?: number; standIn?: Party | null; limit?: Authority | null };

export type Opening = {
  subject: Approval['subject'];
  version: number;
  round: number;
  lines: readonly string[];
  steps: readonly Rule[];
  approvers: readonly ToAsk[];
  dueAt: string | null;
  expiresAt: string | null;
  requires: Authority | null;
};

/**
 * Asks approvers to decide on one version. Whoever is named twice in a step is asked once.
 * @throws where there is no step, a step without an approver, or an approver without a step: nobody could ever close it
 */
export function open(opening: Opening, now: Date): Approval {
  const { steps, approvers } = opening;
  const at = now.toISOString();
  const asked = approvers.map(toApprover);
  const isAskedTwice = (one: Approver, index: number) =>
    asked.slice(0, index).some((other) => other.step === one.step && sameParty(other, one));
  const approval: Approval = {
    ...opening,
    lines: [...new Set(opening.lines)],
    steps: [...steps],
    step: 0,
    openedAt: at,
    gathered: null,
    state: 'open',
    stateSince: at,
    approvers: asked.filter((one, index) => !isAskedTwice(one, index)),
    reminders: [],
  };
  const isEmpty = steps.length === 0 || steps.some((_, step) => approversOf(approval, step).length === 0);
  if (isEmpty || asked.some(({ step }) => steps[step] === undefined)) throw new Error('an approval nobody could close');
  return approval;
}

function toApprover({ step = 0, standIn = null, limit = null, ...party }: ToAsk): Approver {
  return {
    ...partyOf(party),
    step,
    standIn: standIn && partyOf(standIn),
    limit,
    confirmedLines: [],
    answer: null,
    told: null,
    before: [],
    remindedAt: null,
  };
}

export type Context = { now: Date; away: Away };

/** Somebody who presses a verb. */
export type Answerable = Pressing & { verb: Verb };

/** Somebody who answers. */
export type Answering = Answerable & {
  reason: string | null;
  points?: readonly Point[];
  alsoAgreed?: string | null;
  showAgain?: boolean | null;
  /** Of a refusal: are the lines confirmed that no point names? */
  restConfirmed?: boolean;
};

/**
 * May this person give this answer now? For opening the form that it takes.
 * @returns whose decision it is; its `id`, handed back as `as`, keeps a form to the approver it was opened for
 */
export function mayAnswer(
  approval: Approval,
  pressing: Answerable,
  { away }: Pick<Context, 'away'>,
): Approver | Refusal {
  const mine = turnOf(approval, pressing, away);
  if (isRefusal(mine)) return mine;
  const may = mayGive(approval, mine, pressing.verb);
  return may === true ? mine : may;
}

/**
 * Takes an approver's answer, or a stand-in's while the approver is away. It counts for exactly the version and step that
 * the button named; while the step is open, a new answer replaces the former one.
 */
export function answer(approval: Approval, answering: Answering, { now, away }: Context): Moved | Refusal {
  const { person, verb, reason, points = [], alsoAgreed = null, showAgain = null, restConfirmed = false } = answering;
  const mine = mayAnswer(approval, answering, { away });
  if (isRefusal(mine)) return mine;
  const by = giverOf(mine, person);
  const given = { verb, by, reason, points, alsoAgreed, showAgain, restConfirmed, evidence: null };
  return takeAnswer(approval, mine, given, now);
}

export type Confirming = Omit<Pressing, 'verb'> & { lines: readonly string[] };

/** Confirms some lines, while others stay open. Once none is left open it is an agreement to the whole. */
export function confirmLines(
  approval: Approval,
  { lines, ...pressing }: Confirming,
  { now, away }: Context,
): Moved | Refusal {
  const verb = VERBS_OF[approval.subject.kind][0];
  const mine = mayAnswer(approval, { ...pressing, verb }, { away });
  if (isRefusal(mine)) return mine;
  if (lines.length === 0 || lines.some((line) => !approval.lines.includes(line))) return refuse('approval.noLines', {});
  if (mine.answer && outcomeOf(mine) !== 'refused') {
    return refuse('approval.already', { verb: mine.answer.verb, at: { at: mine.answer.at } });
  }
  if (lines.every((line) => mine.confirmedLines.includes(line))) return refuse('approval.noLines', {});
  const confirmedLines = approval.lines.filter((line) => lines.includes(line) || mine.confirmedLines.includes(line));
  if (confirmedLines.length === approval.lines.length) {
    return answer(approval, { ...pressing, as: mine.id, verb, reason: null }, { now, away });
  }
  const next: Approver = { ...mine, confirmedLines, answer: mine.answer && withoutPoints(mine.answer, confirmedLines) };
  const events = [{ kind: 'linesConfirmed', about: [mine.id], step: mine.step, lines: [...lines] }] as const;
  return settle({ approval: withApprover(approval, mine, next), events }, now);
}

/** A refusal without what was wanted of lines that are confirmed now; null where nothing is left of it. */
function withoutPoints(given: Answer, confirmed: readonly string[]): Answer | null {
  const points = given.points.filter(({ line }) => line === null || !confirmed.includes(line));
  return points.length === 0 ? null : { ...given, points };
}

export type TakingBack = { on: DecidesOn; person: Person; reason: string | null; as?: string | undefined };

/**
 * May this person take an agreement back? Only their own, or what they gave as a stand-in, while it counts. A confirmation note
 * names the last step, and is everybody's: whoever agreed in another one takes that back, the latest first.
 */
export function mayTakeBack(approval: Approval, { on, person, as }: Omit<TakingBack, 'reason'>): Approver | Refusal {
  if (on.version !== approval.version) {
    return refuse('approval.replaced', { version: on.version, current: approval.version });
  }
  const counts = ['open', 'agreed', 'agreedWith'].includes(approval.state);
  const mine = stepsFrom(approval, on.step)
    .map((step) => agreementOf(approversOf(approval, step), person, as))
    .find(Boolean);
  return counts && mine ? mine : refuse('approval.nothingToTakeBack', {});
}

/** This step, then all others, the last one first; none where there is no such step. */
const stepsFrom = ({ steps }: Approval, step: number): number[] =>
  steps[step] === undefined
    ? []
    : [step, ...steps.map((_, index) => steps.length - 1 - index).filter((other) => other !== step)];

/** Whose agreement is this person's to take back, among those asked in a step; their own first. */
function agreementOf(asked: readonly Approver[], person: Person, as: string | undefined): Approver | undefined {
  const agreed = asked.filter(
    (one) => one.answer && OUTCOME_OF[one.answer.verb] !== 'refused' && (as === undefined || one.id === as),
  );
  return (
    agreed.find((one) => isPerson(one, person)) ??
    agreed.find(({ standIn, answer: given }) => isPerson(standIn, person) && given && isPerson(given.by, person))
  );
}

/**
 * Takes an agreement back, with a reason. While the approval is open the approver is asked again, if need be in an earlier
 * step; afterwards it is taken back as a whole and waits for nobody.
 */
export function takeBack(approval: Approval, taking: TakingBack, { now }: Pick<Context, 'now'>): Moved | Refusal {
  const mine = mayTakeBack(approval, taking);
  if (isRefusal(mine)) return mine;
  if (!taking.reason?.trim()) return refuse('approval.reasonMissing', {}, { at: 'reason' });
  const without = withoutAnswer(approval, mine);
  const events = [{ kind: 'takenBack', about: [mine.id], step: mine.step, reason: taking.reason }] as const;
  if (approval.state === 'open') return settle(reopen({ approval: without, events }, mine, now), now);
  return { approval: { ...without, state: 'takenBack', stateSince: now.toISOString() }, events };
}

/** A newer version was sent: nothing decided on this one stands any more. */
export function supersede(approval: Approval, now: Date): Moved {
  if (approval.state === 'superseded') return { approval, events: [] };
  const superseded: Approval = { ...approval, state: 'superseded', stateSince: now.toISOString() };
  return { approval: superseded, events: [{ kind: 'superseded', about: [] }] };
}
