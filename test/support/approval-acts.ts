import { type DecidesOn, OUTCOME_OF, VERBS_OF } from '../../src/approval/model.ts';
import { answer, confirmLines, takeBack } from '../../src/approval/rules.ts';
import { objectToEvidence, recordEvidence } from '../../src/approval/rules-evidence.ts';
import { act, away, HERE, type Step } from './approval-act.ts';
import {
  askAgain,
  askedNow,
  confirmSome,
  forget,
  type Plain,
  say,
  type Seat,
  seatFor,
  seatsOf,
} from './approval-plain.ts';
import { PEOPLE, type Who, written } from './arbitraries-approval.ts';

/** Who does it: somebody by name, or one of those who can. */
export type Chooser = { name: string; from: (plain: Plain) => Who };

export const named = (who: Who): Chooser => ({ name: who.id, from: () => who });

const oneOf = (name: string, idsOf: (plain: Plain) => (string | null)[], nth: number): Chooser => ({
  name,
  from: (plain) => {
    const able = PEOPLE.filter(({ id }) => idsOf(plain).some((one) => one === id));
    return able[nth % able.length] ?? PEOPLE[0];
  },
});

const agreed = ({ said }: Seat) => said !== null && OUTCOME_OF[said.verb] !== 'refused';

export const awaitedOne = (nth: number): Chooser =>
  oneOf('one who is awaited', (plain) => askedNow(plain).map(({ asked }) => asked), nth);
export const agreedOne = (nth: number): Chooser =>
  oneOf('one who agreed', (plain) => plain.seats.filter(agreed).map(({ said }) => said?.by ?? null), nth);
export const recordedOne = (nth: number): Chooser =>
  oneOf(
    'one who was recorded',
    (plain) => plain.seats.filter(({ said }) => said?.isProven).map(({ holder }) => holder),
    nth,
  );

const verbOf = ({ opening }: Plain, nth: number) => {
  const verbs = VERBS_OF[opening.subject.kind];
  return verbs[nth % verbs.length] ?? verbs[0];
};

export type Words = { nth: number; reason: string | null; points: (string | null)[]; rest: boolean };
const pointsOf = (plain: Plain, { points }: Words) =>
  points.filter((line) => line === null || plain.opening.lines.includes(line));
// On paper only the lines are kept: the text is always what was said besides.
const asTyped = (plain: Plain, words: Words) =>
  pointsOf(plain, words).map((line) => ({ line, text: words.reason ?? 'x' }));

export const answering = (pick: Chooser, words: Words, off: DecidesOn): Step =>
  act(
    `${pick.name} answers ${JSON.stringify(words)}`,
    off,
    (plain) => {
      const who = pick.from(plain);
      const said = { verb: verbOf(plain, words.nth), by: who.id, reason: words.reason, points: pointsOf(plain, words) };
      return say(plain, seatFor(plain, who.id), { ...said, isProven: false, rest: words.rest });
    },
    (plain) => {
      const who = pick.from(plain);
      const as = seatFor(plain, who.id)?.holder;
      const given = { reason: words.reason, points: asTyped(plain, words), restConfirmed: words.rest };
      const verb = verbOf(plain, words.nth);
      return (approval, on, now) =>
        answer(approval, { on, person: who.person, as, verb, ...given }, { now, away: away(plain) });
    },
    { isAnswer: true },
  );

export const recording = (pick: Chooser, words: Words): Step => {
  return act(
    `the answer of ${pick.name} is recorded ${JSON.stringify(words)}`,
    HERE,
    (plain) => {
      const who = pick.from(plain);
      const said = { verb: verbOf(plain, words.nth), by: who.id, reason: words.reason, points: pointsOf(plain, words) };
      return say(
        plain,
        seatsOf(plain).find(({ holder }) => holder === who.id),
        { ...said, isProven: true, rest: false },
      );
    },
    (plain) => {
      const who = pick.from(plain);
      const given = { verb: verbOf(plain, words.nth), reason: words.reason, points: asTyped(plain, words) };
      return (approval, _, now) => recordEvidence(approval, { approver: who.id, ...given, evidence: written() }, now);
    },
    { isAnswer: true },
  );
};

export const confirming = (pick: Chooser, chosen: readonly string[], off: DecidesOn): Step => {
  const linesOf = (plain: Plain) => chosen.filter((line) => plain.opening.lines.includes(line));
  return act(
    `${pick.name} confirms ${chosen.join()}`,
    off,
    (plain) => {
      const who = pick.from(plain);
      return confirmSome(plain, seatFor(plain, who.id), who.id, linesOf(plain));
    },
    (plain) => {
      const who = pick.from(plain);
      const lines = linesOf(plain);
      return (approval, on, now) =>
        confirmLines(approval, { on, person: who.person, lines }, { now, away: away(plain) });
    },
  );
};

export const takingBack = (pick: Chooser, reason: string | null): Step => {
  // The step whose button is pressed: one where they agreed, if there is any.
  const stepIn = (plain: Plain, { id }: Who) =>
    plain.seats.find((seat) => agreed(seat) && (seat.holder === id || seat.said?.by === id))?.step ?? plain.step;
  return act(
    `${pick.name} takes back`,
    HERE,
    (plain) => {
      const who = pick.from(plain);
      const step = stepIn(plain, who);
      const mineIn = (of: number) => {
        const seats = seatsOf(plain, of).filter(agreed);
        return (
          seats.find(({ holder }) => holder === who.id) ??
          seats.find(({ standIn, said }) => standIn === who.id && said?.by === who.id)
        );
      };
      // The button may stand under another step: then it is the last one in which they agreed.
      const mine = [step, 2, 1, 0].map(mineIn).find(Boolean);
      if (!mine || reason === null || !['open', 'agreed', 'agreedWith'].includes(plain.state)) return false;
      if (plain.state === 'open') askAgain(plain, mine);
      else {
        forget(plain, mine);
        plain.state = 'takenBack';
      }
      return true;
    },
    (plain) => {
      const who = pick.from(plain);
      const step = stepIn(plain, who);
      return (approval, { version }, now) =>
        takeBack(approval, { on: { version, step }, person: who.person, reason }, { now });
    },
  );
};

export const objecting = (pick: Chooser, reason: string | null): Step =>
  act(
    `${pick.name} objects`,
    HERE,
    (plain) => {
      const who = pick.from(plain);
      const proven = plain.seats.filter(({ holder, said }) => holder === who.id && said?.isProven);
      const last = proven.toSorted((a, b) => b.step - a.step)[0];
      if (!last || reason === null || !['open', 'agreed', 'agreedWith', 'refused'].includes(plain.state)) return false;
      askAgain(plain, last);
      return true;
    },
    (plain) => {
      const who = pick.from(plain);
      return (approval, _, now) => objectToEvidence(approval, { approver: who.id, by: who, reason }, now);
    },
  );
