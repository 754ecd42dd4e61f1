import { expect } from '@jest/globals';
import type fc from 'fast-check';
import type { Approval, DecidesOn } from '../../src/approval/model.ts';
import type { Moved } from '../../src/approval/model-events.ts';
import { isRefusal, type Refusal } from '../../src/kit/refusal.ts';
import { expectEqual, expectSame, expectTold } from './approval-checks.ts';
import type { Plain } from './approval-plain.ts';
import { expectAnyOrder, type Replay, startReplay } from './approval-replay.ts';
import { frozen, later } from './arbitraries.ts';
import type { Who } from './arbitraries-approval.ts';

export type Real = { approval: Approval; over: Approval[]; replay: Replay };
export type Step = fc.Command<Plain, Real>;
type Done = Moved | Refusal | null;
type Decide = (approval: Approval, on: DecidesOn, now: Date) => Done;

/** How often what happened, over all runs: events and codes of refusals. */
export const seen = new Map<string, number>();
export const away = (plain: Plain) => (party: { id: string }) => plain.away.has(party.id);

/**
 * One act. `counts` says what it does on paper, and whether it counts at all; `decide` does it. Where it does not count the
 * engine refuses, and what is over stays as it is whatever is done to it.
 */
export function act(
  said: string,
  off: DecidesOn,
  counts: (plain: Plain) => boolean,
  decide: (plain: Plain) => Decide,
  { isAnswer = false, minutes = 1 } = {},
): Step {
  return {
    check: () => true,
    toString: () => `${said}${off.version || off.step ? ` on ${off.version}.${off.step} off` : ''}`,
    run: (plain, real) => {
      plain.minutes += minutes;
      const now = later(plain.minutes);
      const before = real.approval;
      const on = (approval: Approval) => ({ version: approval.version + off.version, step: approval.step + off.step });
      const run = decide(plain);
      for (const over of real.over.slice(-2)) {
        const done = run(over, on(over), now);
        if (done !== null && !isRefusal(done)) expect(done.approval.state).toBe('superseded');
      }
      const done = run(before, on(before), now);
      const isOff = off.version !== 0 || off.step !== 0;
      expectEqual([said, done !== null && !isRefusal(done)], [said, !isOff && counts(plain)]);
      if (done !== null && !isRefusal(done)) {
        real.approval = frozen(done.approval);
        expectTold(before, real.approval, done.events, now.toISOString());
        for (const { kind } of done.events) seen.set(kind, (seen.get(kind) ?? 0) + 1);
        const again = (approval: Approval) => run(approval, on(approval), now);
        real.replay = isAnswer ? expectAnyOrder(real.replay, before, real.approval, again) : startReplay(real.approval);
      } else if (done?.params) seen.set(done.code, (seen.get(done.code) ?? 0) + 1);
      expectSame(plain, real.approval);
    },
  };
}

/** On the button of the present version and step. */
export const HERE = { version: 0, step: 0 };

/** Somebody goes on holiday, or is back. */
export const absence = (who: Who): Step => ({
  check: () => true,
  toString: () => `${who.name} goes or comes`,
  run: (plain, real) => {
    if (!plain.away.delete(who.id)) plain.away.add(who.id);
    real.replay = startReplay(real.approval);
    expectSame(plain, real.approval);
  },
});
