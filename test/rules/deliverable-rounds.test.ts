import { describe, expect, test } from '@jest/globals';
import { takeBack } from '../../src/approval/rules.ts';
import { NO_GOODWILL } from '../../src/deliverable/model-send.ts';
import { withApproval } from '../../src/deliverable/rules-approval.ts';
import { needsGoodwill, nextRound } from '../../src/deliverable/rules-rounds.ts';
import { standingOf } from '../../src/deliverable/rules-standing.ts';
import type { Project } from '../../src/project/model.ts';
import { ana, cleo, later, must } from '../support/arbitraries.ts';
import { posterOf } from '../support/delivered.ts';
import { answers, readyPoster, renewed, sends, sentPoster } from '../support/sent-deliverable.ts';

const sentOf = (project: Project) => posterOf(project).sent;
const approvalIn = (project: Project) => {
  const approval = sentOf(project)?.approval;
  if (!approval) throw new Error('nothing was sent');
  return approval;
};
const GOODWILL = { as: 'waived', worth: '5,000 CNY', why: 'Their legal text was late' } as const;

/** Changes are asked for, and a further version is sent; so many times. */
const revised = (project: Project, times: number): Project =>
  times === 0 ? project : revised(sentPoster(renewed(answers(project, 'changesRequested'))), times - 1);

describe('the agreed rounds', () => {
  test('go on once the client asked for changes, or wants to be shown it again', () => {
    const first = sentPoster(readyPoster());
    expect(nextRound(posterOf(renewed(answers(first, 'changesRequested')))).round).toBe(2);
    const again = answers(first, 'approvedWithChanges', { showAgain: true });
    expect([standingOf(posterOf(again)).is, nextRound(posterOf(renewed(again))).round]).toEqual(['revise', 2]);
    const enough = answers(first, 'approvedWithChanges', { showAgain: false });
    expect([standingOf(posterOf(enough)).is, nextRound(posterOf(renewed(enough))).round]).toEqual(['approved', 1]);
    expect(nextRound(posterOf(renewed(answers(first, 'approved')))).round).toBe(1);
  });

  test('leave nothing standing that is to be shown again, neither before nor after the next version is sent', () => {
    const first = sentPoster(readyPoster());
    const again = answers(first, 'approvedWithChanges', { showAgain: true });
    expect([again, sentPoster(renewed(again))].map((one) => sentOf(one)?.stands)).toEqual([null, null]);
    const enough = answers(first, 'approvedWithChanges', { showAgain: false });
    expect(sentOf(sentPoster(renewed(enough)))?.stands).toMatchObject({ version: 1 });
  });

  test('go on once an approval was taken back', () => {
    const agreed = answers(sentPoster(readyPoster()), 'approved');
    const taking = { on: { version: 1, step: 0 }, person: cleo.person, reason: 'Legal' };
    const back = withApproval(agreed, must(takeBack(approvalIn(agreed), taking, { now: later(20) })).approval);
    expect(nextRound(posterOf(renewed(back))).round).toBe(2);
  });

  test('do not count what only puts right the agency’s own error', () => {
    const wanted = answers(sentPoster(readyPoster()), 'changesRequested');
    expect(nextRound(posterOf(renewed(wanted, true)))).toMatchObject({ round: 1, isBeyond: false });
  });

  test('are used up after the last one: whoever sends says what the next one is, and what it is worth', () => {
    const third = revised(sentPoster(readyPoster()), 2);
    expect(sentOf(third)?.current).toMatchObject({ round: 3, rounds: 3 });
    const fourth = renewed(answers(third, 'changesRequested'));
    expect(nextRound(posterOf(fourth))).toEqual({ round: 4, rounds: 3, isLast: false, isBeyond: true });
    expect(sends(fourth)).toMatchObject({ code: 'deliverable.goodwillMissing', at: 'goodwill' });
    expect(sends(fourth, { goodwill: { ...GOODWILL, worth: 'a lot' } })).toMatchObject({
      code: 'deliverable.worthUnclear',
      at: 'worth',
    });
    expect(sends(fourth, { goodwill: { ...GOODWILL, why: ' ' } })).toMatchObject({
      code: 'deliverable.goodwillReason',
      at: 'goodwillWhy',
    });
    const given = sentPoster(fourth, { goodwill: GOODWILL });
    expect(posterOf(given).goodwill).toMatchObject([
      { round: 4, as: 'waived', worth: { amount: 5000, currency: 'CNY' }, by: ana.id },
    ]);
    const mended = renewed(answers(given, 'changesRequested'), true);
    expect(needsGoodwill(posterOf(mended))).toBe(false);
    expect(posterOf(sentPoster(mended, { goodwill: NO_GOODWILL })).goodwill).toHaveLength(1);
  });

  test('of one alone is the last from the beginning', () => {
    expect(nextRound(posterOf(readyPoster({ rounds: 1 })))).toMatchObject({ isLast: true, isBeyond: false });
  });
});
