import { OUTCOME_OF, type Outcome, type Verb } from '../../src/approval/model.ts';
import { later } from './arbitraries.ts';

/** What an approver said of the version that is with the client. */
export type Said = { verb: Verb; reason: string | null; again: boolean | null };

/** One approver, and the parts of a set that they approved. */
export type Voice = { said: Said | null; parts: Set<string> };

/** What the client was asked: one version, by whom it is to be decided, and what that has come to. */
export type PlainSent = {
  number: number;
  round: number;
  rounds: number;
  parts: readonly string[];
  voices: Map<string, Voice>;
  /** How many have to agree; all of them where it is null. */
  needs: number | null;
  dueAt: Date | null;
  expiresAt: Date | null;
  gathered: 'allAnswered' | 'due' | 'manager' | null;
  state: 'open' | Outcome | 'takenBack' | 'withdrawn' | 'expired';
};

export type PlainDraft = {
  number: number;
  maker: string;
  own: boolean;
  check: 'open' | 'passed' | 'sentBack';
  checker: string | null;
  reviews: Map<string, 'asked' | 'passed' | 'sentBack'>;
};

/** A deliverable as one would keep it on paper, without looking at the rules: who did what with which version. */
export type Plain = {
  minutes: number;
  draft: PlainDraft | null;
  sent: PlainSent | null;
  /** The version that is agreed to. */
  stands: number | null;
  reviewers: readonly string[];
  parts: readonly string[];
  criteria: readonly string[];
  rounds: number;
  goodwill: { round: number; worth: number }[];
  rights: string | null;
  dropped: boolean;
  launched: boolean;
  /** Every version that left the house, by its hash. */
  hashes: Map<number, string>;
};

export type Beginning = Pick<Plain, 'reviewers' | 'parts' | 'criteria' | 'rounds'> & { maker: string };

export const newPlain = ({ maker, reviewers, parts, criteria, rounds }: Beginning): Plain => ({
  minutes: 0,
  draft: newDraft(1, maker, false, reviewers),
  sent: null,
  stands: null,
  reviewers,
  parts,
  criteria,
  rounds,
  goodwill: [],
  rights: null,
  dropped: false,
  launched: false,
  hashes: new Map(),
});

export const newDraft = (number: number, maker: string, own: boolean, reviewers: readonly string[]): PlainDraft => ({
  number,
  maker,
  own,
  check: 'open',
  checker: null,
  reviews: new Map(reviewers.map((id) => [id, 'asked'])),
});

/** May it leave the house: checked, looked at by everybody who was to look at it, and sent back by none of them? */
export const isReady = ({ check, reviews }: PlainDraft): boolean =>
  check === 'passed' && [...reviews.values()].every((one) => one === 'passed');

export const nextNumber = ({ sent }: Plain): number => (sent?.number ?? 0) + 1;

const said = ({ voices }: PlainSent, outcome: Outcome): Said[] =>
  [...voices.values()].flatMap((one) => (one.said && OUTCOME_OF[one.said.verb] === outcome ? [one.said] : []));

const wantsAgain = (sent: PlainSent): boolean => said(sent, 'agreedWith').some(({ again }) => again === true);

/** The round of the version that is being made ready: another one where the client wanted something else than it was sent. */
export function roundOfNext({ sent, draft }: Plain): number {
  if (!sent) return 1;
  if (draft?.own) return sent.round;
  const isAgain = sent.state === 'agreedWith' && wantsAgain(sent);
  const wants = sent.state === 'takenBack' || isAgain || said(sent, 'refused').length > 0;
  return sent.round + (wants ? 1 : 0);
}

/** Nobody is cut short: while somebody wants changes, the others are heard first, as long as answers are gathered. */
export const mayBeReplaced = (sent: PlainSent): boolean =>
  sent.state !== 'open' ||
  sent.gathered !== null ||
  said(sent, 'refused').length === 0 ||
  [...sent.voices.values()].every((one) => one.said !== null);

const worst = (sent: PlainSent): Outcome =>
  (['refused', 'agreedWith'] as const).find((outcome) => said(sent, outcome).length > 0) ?? 'agreed';

/** Goes on as far as the answers lead. */
export function goOn(plain: Plain): void {
  const { sent } = plain;
  if (sent?.state !== 'open') return;
  const [of, given] = [sent.voices.size, [...sent.voices.values()].filter((one) => one.said !== null).length];
  if (given === of) sent.gathered ??= 'allAnswered';
  else if (sent.gathered === 'allAnswered') sent.gathered = null;
  const isSome = sent.needs !== null && sent.needs <= of;
  const isOver = isSome ? given >= (sent.needs ?? of) && worst(sent) !== 'refused' : given === of;
  if (isOver) become(plain, worst(sent));
}

/** What is agreed, and not to be shown again, stands until something newer is, or it is taken back. */
export function become(plain: Plain, state: PlainSent['state']): void {
  if (!plain.sent) return;
  plain.sent.state = state;
  const isAgreed = state === 'agreed' || (state === 'agreedWith' && !wantsAgain(plain.sent));
  if (isAgreed) plain.stands = plain.sent.number;
  else if (plain.stands === plain.sent.number) plain.stands = null;
}

/** What time brings by itself. */
export function timeGoesOn(plain: Plain, minutes: number): void {
  plain.minutes += minutes;
  const { sent } = plain;
  const now = later(plain.minutes);
  if (sent?.state !== 'open') return;
  if (sent.expiresAt !== null && sent.expiresAt <= now) become(plain, 'expired');
  else if (sent.dueAt !== null && sent.dueAt <= now && sent.gathered === null) {
    sent.gathered = 'due';
    goOn(plain);
  }
}

/** Where it stands, in one word and a version. */
export function whereItStands({ dropped, draft, sent }: Plain): { is: string; version?: number } {
  if (dropped) return { is: 'dropped' };
  if (draft) {
    const isBack = draft.check === 'sentBack' || [...draft.reviews.values()].includes('sentBack');
    const inside = draft.check === 'open' ? 'checking' : isReady(draft) ? 'ready' : 'reviewing';
    return { is: isBack ? 'sentBack' : inside, version: draft.number };
  }
  if (!sent) return { is: 'nothing' };
  const isAgreed = sent.state === 'agreed' || (sent.state === 'agreedWith' && !wantsAgain(sent));
  const wanted = ['agreedWith', 'refused', 'takenBack'].includes(sent.state) ? 'revise' : 'ended';
  return { is: isAgreed ? 'approved' : sent.state === 'open' ? 'withClient' : wanted, version: sent.number };
}

/** The version that may be used; none of one that is to be shown again. */
export const finalNumber = (plain: Plain): number | null => {
  const { sent, stands, dropped } = plain;
  return dropped || !sent ? null : stands;
};
