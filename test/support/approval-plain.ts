import { type ApprovalState, type Outcome, OUTCOME_OF, type Verb, VERBS_OF } from '../../src/approval/model.ts';
import type { Opening } from '../../src/approval/rules.ts';

/** What somebody said, by what they could say it with. */
type Said = { verb: Verb; by: string; reason: string | null; points: (string | null)[]; isProven: boolean };

/** One decision of one step: whose it is now, and what was said. */
export type Seat = {
  step: number;
  holder: string;
  standIn: string | null;
  limit: number | null;
  said: Said | null;
  lines: Set<string>;
  told: Verb | null;
};

/**
 * An approval as one would keep it on paper, without looking at the engine: who sits where, who said what in which order, who
 * is away. `story` is every answer there was, and every time that one was set aside (null).
 */
export type Plain = {
  opening: Opening;
  version: number;
  minutes: number;
  seats: Seat[];
  story: { seat: Seat; outcome: Outcome | null }[];
  away: Set<string>;
  state: ApprovalState;
  step: number;
  gathered: 'allAnswered' | 'due' | 'manager' | null;
  reminded: Map<string, number>;
  dueAt: string | null;
};

const limitOf = (limit: Opening['requires'] | undefined): number | null =>
  limit?.kind === 'spend' ? limit.amount : null;

export function newPlain(opening: Opening): Plain {
  const seats = opening.approvers.map(({ id, step = 0, standIn, limit }): Seat => ({
    step,
    holder: id,
    standIn: standIn?.id ?? null,
    limit: limitOf(limit),
    said: null,
    lines: new Set(),
    told: null,
  }));
  const nothing = { seats, story: [], reminded: new Map(), away: new Set<string>(), gathered: null };
  return { ...nothing, opening, version: 1, minutes: 0, state: 'open', step: 0, dueAt: opening.dueAt };
}

export const seatsOf = (plain: Plain, step = plain.step): Seat[] => plain.seats.filter((seat) => seat.step === step);

/** Whose decision it is when this person presses. */
export function seatFor(plain: Plain, who: string): Seat | undefined {
  if (plain.state !== 'open') return undefined;
  const own = seatsOf(plain).filter(({ holder }) => holder === who);
  const others = seatsOf(plain).filter(({ holder, standIn }) => standIn === who && plain.away.has(holder));
  const all = [...own, ...others];
  return all.find(({ said }) => said === null) ?? all[0];
}

const mayAgree = (plain: Plain, { limit }: Seat): boolean => {
  const needed = limitOf(plain.opening.requires);
  return needed === null || limit === null || limit >= needed;
};

/** What each seat's last word is, whatever the order in which different seats spoke. */
export function lastWords(plain: Plain): Map<Seat, Outcome | null> {
  const bySeat = plain.seats.toReversed().flatMap((seat) => plain.story.filter((one) => one.seat === seat));
  return new Map(bySeat.map(({ seat, outcome }) => [seat, outcome]));
}

const RANK = { agreed: 0, agreedWith: 1, refused: 2 } as const;
const BY_RANK = ['agreed', 'agreedWith', 'refused'] as const;

function stepComesTo(plain: Plain, step: number): Outcome | null {
  const last = lastWords(plain);
  const words = seatsOf(plain, step).map((seat) => last.get(seat) ?? null);
  const said = words.flatMap((word) => (word === null ? [] : [RANK[word]]));
  const rule = plain.opening.steps[step];
  const worst = BY_RANK[Math.max(0, ...said)] ?? null;
  if (!rule || rule.needs === 'all' || rule.count > words.length) return said.length === words.length ? worst : null;
  return worst !== 'refused' && said.length >= rule.count ? worst : null;
}

/** Goes on as far as the rules lead. */
export function goOn(plain: Plain): void {
  while (plain.state === 'open') {
    const isComplete = seatsOf(plain).every(({ said }) => said !== null);
    if (isComplete) plain.gathered ??= 'allAnswered';
    else if (plain.gathered === 'allAnswered') plain.gathered = null;
    const outcome = stepComesTo(plain, plain.step);
    if (outcome === null) return;
    const isLast = plain.step === plain.opening.steps.length - 1;
    if (outcome === 'refused') plain.state = 'refused';
    else if (isLast) plain.state = worstOfAll(plain);
    else plain.step += 1;
    if (plain.state === 'open' && plain.gathered === 'allAnswered') plain.gathered = null;
  }
}

function worstOfAll(plain: Plain): Outcome {
  const outcomes = plain.opening.steps.map((_, step) => stepComesTo(plain, step));
  return outcomes.includes('agreedWith') ? 'agreedWith' : 'agreed';
}

export type Saying = Said & { rest: boolean };

/** Says something from a seat. @returns whether it counts */
export function say(plain: Plain, seat: Seat | undefined, { rest, ...saying }: Saying): boolean {
  if (!seat || plain.state !== 'open') return false;
  const outcome = OUTCOME_OF[saying.verb];
  const { lines } = plain.opening;
  if ((outcome !== 'refused' || (rest && lines.length > 0)) && !mayAgree(plain, seat)) return false;
  if (outcome !== 'agreed' && saying.reason === null) return false;
  const points = outcome === 'refused' && saying.points.length === 0 ? [null] : saying.points;
  const confirmed = lines.filter(
    (line) => outcome !== 'refused' || (!points.includes(line) && (rest || seat.lines.has(line))),
  );
  const next = { ...saying, points };
  const isSame = confirmed.length === seat.lines.size && JSON.stringify(seat.said) === JSON.stringify(next);
  if (isSame) return false;
  Object.assign(seat, { said: next, lines: new Set(confirmed), told: null });
  plain.story.push({ seat, outcome });
  goOn(plain);
  return true;
}

/** Confirms lines from a seat. @returns whether it counts */
export function confirmSome(plain: Plain, seat: Seat | undefined, who: string, lines: readonly string[]): boolean {
  if (!seat || lines.length === 0 || !mayAgree(plain, seat)) return false;
  const refusal = seat.said && OUTCOME_OF[seat.said.verb] === 'refused';
  if ((seat.said && !refusal) || lines.every((line) => seat.lines.has(line))) return false;
  const all = new Set([...seat.lines, ...lines]);
  if (all.size === plain.opening.lines.length) {
    const verb = VERBS_OF[plain.opening.subject.kind][0];
    return say(plain, seat, { verb, by: who, reason: null, points: [], isProven: false, rest: false });
  }
  seat.lines = all;
  const left = seat.said?.points.filter((line) => line === null || !all.has(line)) ?? [];
  if (seat.said) seat.said = left.length > 0 ? { ...seat.said, points: left } : null;
  if (seat.said === null) plain.story.push({ seat, outcome: null });
  goOn(plain);
  return true;
}

/** Forgets what was said from a seat. */
export function forget(plain: Plain, seat: Seat): void {
  Object.assign(seat, { said: null, lines: new Set(), told: null });
  plain.story.push({ seat, outcome: null });
}

/** Whoever holds a seat next begins anew. */
export function handOver(plain: Plain, seats: readonly Seat[], to: string): void {
  for (const seat of seats) {
    forget(plain, seat);
    Object.assign(seat, { holder: to, standIn: null });
  }
  goOn(plain);
}

/** Asks again from a seat's step on, unless the approval is not that far. */
export function askAgain(plain: Plain, seat: Seat): void {
  forget(plain, seat);
  if (seat.step <= plain.step) Object.assign(plain, { state: 'open', step: seat.step });
  goOn(plain);
}

/** Whom a reminder would reach, by seats that are silent. */
export function askedNow(plain: Plain): { seat: Seat; asked: string | null }[] {
  if (plain.state !== 'open') return [];
  const present = (id: string | null) => (id !== null && !plain.away.has(id) ? id : null);
  return seatsOf(plain)
    .filter(({ said }) => said === null)
    .map((seat) => ({ seat, asked: present(seat.holder) ?? present(seat.standIn) }));
}
