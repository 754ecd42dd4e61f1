import { expect } from '@jest/globals';
import type fc from 'fast-check';
import type { Approval, DecidesOn } from '../../src/approval/model.ts';
import type { Moved } from '../../src/approval/model-events.ts';
import { type Deliverable, deliverableSchema, type DeliverableVersion } from '../../src/deliverable/model.ts';
import { approvalOf, withApproval } from '../../src/deliverable/rules-approval.ts';
import { ticked } from '../../src/deliverable/rules-asked.ts';
import { withDeliverable } from '../../src/deliverable/rules.ts';
import { standingOf } from '../../src/deliverable/rules-standing.ts';
import { isRefusal, type Refusal } from '../../src/kit/refusal.ts';
import type { Project } from '../../src/project/model.ts';
import { expectEqual, expectTold } from './approval-checks.ts';
import { frozen, later } from './arbitraries.ts';
import { DELIVERABLE, posterOf } from './delivered.ts';
import { expectGone, expectSame } from './deliverable-checks.ts';
import { type Plain, timeGoesOn } from './deliverable-plain.ts';

/** The project as the rules made it, and every version exactly as it left the house. */
export type Real = { project: Project; kept: Map<number, DeliverableVersion> };
export type Step = fc.Command<Plain, Real>;

/** How often what happened, over all runs: acts that counted, events, codes of refusals and where it stood. */
export const seen = new Map<string, number>();
const see = (what: string): void => void seen.set(what, (seen.get(what) ?? 0) + 1);

/** An act on paper. @returns whether it counts */
type Counts = (plain: Plain) => boolean;

function step(said: string, minutes: number, run: (plain: Plain, real: Real, now: Date) => void): Step {
  return {
    check: () => true,
    toString: () => said,
    run: (plain, real) => {
      timeGoesOn(plain, minutes);
      const now = later(plain.minutes);
      const before = stored(real.project);
      const was = posterOf(before).sent?.approval;
      const { project, events } = ticked(before, DELIVERABLE, now);
      real.project = frozen(project);
      const is = posterOf(real.project).sent?.approval;
      if (was && is) expectTold(was, is, events, now.toISOString());
      for (const { kind } of events) see(kind);
      run(plain, real, now);
      expectSame(plain, real.project, real.kept);
      see(standingOf(posterOf(real.project)).is);
    },
  };
}

/** Whatever is done is done to what was stored: as it comes back, its parts may stand in another order. */
const stored = (project: Project): Project =>
  frozen(withDeliverable(project, deliverableSchema.parse(JSON.parse(JSON.stringify(posterOf(project))))));

/** Time goes on, and nobody does anything. */
export const waiting = (minutes: number): Step => step(`${minutes} minutes go by`, minutes, () => undefined);

/**
 * Something that is done inside. `counts` does it on paper, and says whether it counts at all; `decide` does it. Unless a version is
 * sent, what the client was asked and what it said stays exactly as it was.
 */
export const deed = (
  said: string,
  counts: Counts,
  decide: (project: Project, now: Date, plain: Plain) => Project | Refusal,
  sends = false,
): Step =>
  step(said, 1, (plain, real, now) => {
    const before = real.project;
    const done = decide(before, now, plain);
    const isDone = !isRefusal(done) && done !== before;
    if (isRefusal(done)) see(done.code);
    if (isDone) real.project = frozen(done);
    const [was, is] = [posterOf(before), posterOf(real.project)];
    if (sends && isDone) gone(plain, real, was);
    else expectEqual(is.sent, was.sent);
    expectEqual(
      [said, isRefusal(done) ? done.code : null, isDone],
      [said, isRefusal(done) ? done.code : null, counts(plain)],
    );
    if (is.goodwill.length > was.goodwill.length) see('goodwill');
    if (is.rights !== was.rights) see('rights');
  });

/** A version has left the house: what it left with is kept. */
function gone(plain: Plain, real: Real, was: Deliverable): void {
  const { sent } = posterOf(real.project);
  if (!sent) throw new Error('nothing was sent');
  expectGone(real.project, was, sent);
  expect([...plain.hashes.values()]).not.toContain(sent.current.hash);
  plain.hashes.set(sent.current.number, sent.current.hash);
  real.kept.set(sent.current.number, sent.current);
}

/** Something that is said of the version that is with the client, by a button that stands under it, or under an older or none. */
export const word = (
  said: string,
  off: number,
  counts: Counts,
  decide: (approval: Approval, on: DecidesOn, now: Date, real: Real) => Moved | Refusal,
): Step =>
  step(`${said}${off === 0 ? '' : ` on a version ${off} off`}`, 1, (plain, real, now) => {
    const before = approvalOf(real.project, DELIVERABLE);
    if (isRefusal(before)) {
      expectEqual([said, plain.sent], [said, null]);
      return;
    }
    const done = decide(before, { version: before.version + off, step: 0 }, now, real);
    expectEqual([said, !isRefusal(done)], [said, off === 0 && counts(plain)]);
    if (isRefusal(done)) {
      see(done.code);
      return;
    }
    const draft = posterOf(real.project).draft;
    real.project = frozen(withApproval(real.project, done.approval));
    expectTold(before, done.approval, done.events, now.toISOString());
    expectEqual(posterOf(real.project).draft, draft);
    for (const { kind } of done.events) see(kind);
  });
