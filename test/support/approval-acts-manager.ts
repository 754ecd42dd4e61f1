import { expect } from '@jest/globals';
import { type DecidesOn, OUTCOME_OF, VERBS_OF } from '../../src/approval/model.ts';
import { open, supersede } from '../../src/approval/rules.ts';
import { noteTelephone } from '../../src/approval/rules-evidence.ts';
import { moveDue } from '../../src/approval/rules-due.ts';
import { remind, withdrawRequest } from '../../src/approval/rules-manage.ts';
import { nameStandIn, passOn, replaceApprover } from '../../src/approval/rules-people.ts';
import { closeRound, tick } from '../../src/approval/rules-round.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import { act, away, HERE, type Step } from './approval-act.ts';
import { expectSame } from './approval-checks.ts';
import { askedNow, goOn, handOver, newPlain, type Plain, seatsOf } from './approval-plain.ts';
import { startReplay } from './approval-replay.ts';
import { ana, frozen, later } from './arbitraries.ts';
import type { Who } from './arbitraries-approval.ts';

export const passing = (who: Who, to: Who, isAdded: boolean, off: DecidesOn): Step =>
  act(
    `${who.name} passes on to ${to.name}`,
    off,
    (plain) => {
      const mine = seatsOf(plain).filter(({ holder }) => holder === who.id);
      const isAsked = seatsOf(plain).some(({ holder }) => holder === to.id);
      if (plain.state !== 'open' || mine.length === 0 || !isAdded || isAsked) return false;
      handOver(plain, mine, to.id);
      return true;
    },
    () => (approval, on, now) => passOn(approval, { on, person: who.person, to, isAdded, managers: [ana] }, now),
  );

const stillTo = (plain: Plain, who: Who) =>
  plain.state === 'open' ? plain.seats.filter(({ holder, step }) => holder === who.id && step >= plain.step) : [];

export const replacing = (out: Who, next: Who): Step =>
  act(
    `${next.name} replaces ${out.name}`,
    HERE,
    (plain) => {
      const seats = stillTo(plain, out);
      const isAsked = seats.some(({ step }) => seatsOf(plain, step).some(({ holder }) => holder === next.id));
      if (seats.length === 0 || isAsked) return false;
      handOver(plain, seats, next.id);
      return true;
    },
    () => (approval, _, now) => replaceApprover(approval, { out: out.id, in: next }, now),
  );

export const standingIn = (of: Who, standIn: Who | null): Step =>
  act(
    `${standIn?.name ?? 'nobody'} stands in for ${of.name}`,
    HERE,
    (plain) => {
      const seats = stillTo(plain, of);
      for (const seat of seats) if (of.id !== standIn?.id) seat.standIn = standIn?.id ?? null;
      return seats.length > 0 && of.id !== standIn?.id;
    },
    () => (approval) => nameStandIn(approval, { of: of.id, standIn }),
  );

export const phoning = (who: Who, nth: number): Step => {
  const verbOf = ({ opening }: Plain) => {
    const verbs = VERBS_OF[opening.subject.kind];
    return verbs[nth % verbs.length] ?? verbs[0];
  };
  return act(
    `${who.name} telephones`,
    HERE,
    (plain) => {
      const seat = seatsOf(plain).find(({ holder }) => holder === who.id);
      if (plain.state !== 'open' || !seat || seat.told === verbOf(plain)) return false;
      seat.told = verbOf(plain);
      return true;
    },
    (plain) => (approval) => {
      const noted = { saidAt: later(0).toISOString(), notedBy: ana.id };
      return noteTelephone(approval, { approver: who.id, verb: verbOf(plain), ...noted });
    },
  );
};

export const closing = (): Step =>
  act(
    'the round is closed',
    HERE,
    (plain) => {
      if (plain.state !== 'open' || plain.seats.every(({ said, lines }) => !said && lines.size === 0)) return false;
      const isRefused = seatsOf(plain).some(({ said }) => said && OUTCOME_OF[said.verb] === 'refused');
      if (plain.gathered && !isRefused) return false;
      plain.gathered ??= 'manager';
      if (isRefused) plain.state = 'refused';
      return true;
    },
    () => (approval, _, now) => closeRound(approval, now),
  );

/** Time goes on, and the clock is looked at. */
export const waiting = (minutes: number): Step =>
  act(
    `${minutes} minutes go by`,
    HERE,
    (plain) => {
      const { dueAt } = plain;
      const { expiresAt } = plain.opening;
      const isPast = (at: string | null) => at !== null && at <= later(plain.minutes).toISOString();
      if (plain.state !== 'open') return false;
      if (isPast(expiresAt)) plain.state = 'expired';
      else if (isPast(dueAt) && plain.gathered === null) {
        plain.gathered = 'due';
        goOn(plain);
      } else return false;
      return true;
    },
    () => (approval, _, now) => {
      const done = tick(approval, now);
      if (done) expect(tick(done.approval, now)).toBeNull();
      return done;
    },
    { minutes },
  );

const DAY = 1440;
/** Nobody is to be reminded twice on a day, whomever they decide for by then. */
const mayRemind = (plain: Plain, id: string): boolean => {
  const last = plain.reminded.get(id);
  return last === undefined || Math.floor(last / DAY) < Math.floor(plain.minutes / DAY);
};

export const reminding = (): Step =>
  act(
    'those who are missing are reminded',
    HERE,
    (plain) => {
      const due = askedNow(plain).flatMap(({ asked }) => (asked !== null && mayRemind(plain, asked) ? [asked] : []));
      for (const id of due) plain.reminded.set(id, plain.minutes);
      return due.length > 0;
    },
    (plain) => (approval, _, now) => {
      const dayOf = (at: string | Date) => Math.floor((new Date(at).getTime() - later(0).getTime()) / 60_000 / DAY);
      const mayAgain = (_party: unknown, at: string | null) => at === null || dayOf(at) < dayOf(now);
      const expected = askedNow(plain).flatMap(({ asked }) =>
        asked !== null && mayRemind(plain, asked) ? [asked] : [],
      );
      const done = remind(approval, { now, away: away(plain), mayAgain });
      const isOver = approval.state !== 'open';
      if (!isRefusal(done) && !isOver) expect(done.reminded.map(({ id }) => id)).toEqual([...new Set(expected)]);
      return done;
    },
  );

/** The day to decide by becomes another one, so many minutes from now. */
export const movingDue = (minutes: number): Step =>
  act(
    `it is to be decided in ${minutes} minutes`,
    HERE,
    (plain) => {
      const at = later(plain.minutes + minutes).toISOString();
      const { expiresAt } = plain.opening;
      const isTooLate = expiresAt !== null && at > expiresAt;
      if (plain.state !== 'open' || minutes <= 0 || isTooLate || at === plain.dueAt) return false;
      plain.dueAt = at;
      if (plain.gathered === 'due' && seatsOf(plain).some(({ said }) => said === null)) plain.gathered = null;
      return true;
    },
    (plain) => (approval, _, now) =>
      moveDue(approval, { dueAt: later(plain.minutes + minutes), reason: 'the printer waits' }, now),
  );

export const withdrawing = (): Step =>
  act(
    'the request is withdrawn',
    HERE,
    (plain) => {
      const isOpen = plain.state === 'open';
      if (isOpen) plain.state = 'withdrawn';
      return isOpen;
    },
    () => (approval, _, now) => withdrawRequest(approval, 'called off', now),
  );

/** A new version asks everybody again; the old one is kept to see that nothing happens to it any more. */
export const sendingAnew = (onlyOver: boolean): Step => ({
  check: ({ state }) => !onlyOver || state !== 'open',
  toString: () => 'a new version is sent',
  run: (plain, real) => {
    const now = later((plain.minutes += 1));
    const { approval: old, events } = supersede(real.approval, now);
    expect(events.map(({ kind }) => kind)).toEqual(['superseded']);
    expect({ ...old, state: null, stateSince: null }).toEqual({ ...real.approval, state: null, stateSince: null });
    expect([old.state, old.stateSince]).toEqual(['superseded', now.toISOString()]);
    real.over.push(frozen(old));
    const version = plain.version + 1;
    real.approval = frozen(open({ ...plain.opening, version }, now));
    real.replay = startReplay(real.approval);
    Object.assign(plain, { ...newPlain(plain.opening), version, minutes: plain.minutes, away: plain.away });
    expectSame(plain, real.approval);
  },
});
