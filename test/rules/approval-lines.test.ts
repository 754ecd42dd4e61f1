import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Approval, Point } from '../../src/approval/model.ts';
import { confirmLines } from '../../src/approval/rules.ts';
import { lineStates } from '../../src/approval/rules-round.ts';
import { ana, cleo, codeOf, dora, later, must } from '../support/arbitraries.ts';
import {
  after,
  asks,
  away,
  eli,
  fay,
  kindsOf,
  LINES,
  moved,
  onOf,
  press,
  some,
  spend,
  type Who,
} from '../support/arbitraries-approval.ts';

const confirms = (approval: Approval, who: Who, lines: readonly string[], absent: readonly Who[] = []) =>
  confirmLines(approval, { on: onOf(approval), person: who.person, lines }, { now: later(1), away: away(...absent) });
const confirmedOf = (approval: Approval) => approval.approvers.map(({ confirmedLines }) => confirmedLines);

describe('some lines are confirmed while others stay open', () => {
  test('they are said to be, and the approver is still awaited for the rest', () => {
    const done = must(confirms(asks(), cleo, ['l3', 'l1']));
    expect(confirmedOf(done.approval)).toEqual([['l1', 'l3'], []]);
    expect(done.approval.approvers[0]?.answer).toBeNull();
    expect(done.events).toEqual([{ kind: 'linesConfirmed', about: [cleo.id], step: 0, lines: ['l3', 'l1'] }]);
  });

  test('once none is left it is the answer', () => {
    const part = moved(confirms(asks({ approvers: [cleo] }), cleo, ['l1', 'l2']));
    const done = confirms(part, cleo, ['l3']);
    expect(kindsOf(done)).toEqual(['answered', 'gathered', 'closed']);
    expect(moved(done)).toMatchObject({
      state: 'agreed',
      approvers: [{ answer: { verb: 'confirmed', reason: null } }],
    });
  });

  test('lines that are not asked about, none at all, or confirmed ones are not recorded', () => {
    const part = moved(confirms(asks(), cleo, ['l1']));
    for (const lines of [[], ['l9'], ['l1', 'l9'], ['l1']]) {
      expect(codeOf(confirms(part, cleo, lines))).toBe('approval.noLines');
    }
    const all = after(asks(), cleo, 'confirmed');
    expect(codeOf(confirms(all, cleo, ['l2']))).toBe('approval.already');
  });

  test('nobody else can, and nobody beyond their authority', () => {
    expect(codeOf(confirms(asks(), ana, ['l1']))).toBe('approval.notYours');
    const limited = asks({ approvers: [{ ...cleo, limit: spend(1) }, dora], requires: spend(2) });
    expect(codeOf(confirms(limited, cleo, ['l1']))).toBe('approval.beyondAuthority');
    const covered = asks({ approvers: [{ ...cleo, standIn: eli }, dora] });
    expect(codeOf(confirms(covered, eli, ['l1']))).toBe('approval.notYours');
    expect(confirmedOf(moved(confirms(covered, eli, ['l1'], [cleo])))).toEqual([['l1'], []]);
  });

  test('who wanted these lines changed is awaited again; wishes about others stand', () => {
    const points = [{ line: 'l1', text: 'x' }];
    const one = after(asks(), cleo, 'changesRequested', { points });
    expect(moved(confirms(one, cleo, ['l2'])).approvers[0]?.answer?.points).toEqual(points);
    expect(moved(confirms(one, cleo, ['l1'])).approvers[0]).toMatchObject({ answer: null, confirmedLines: ['l1'] });
    const two = after(asks(), cleo, 'changesRequested', { points: [...points, { line: 'l2', text: 'y' }] });
    expect(moved(confirms(two, cleo, ['l1'])).approvers[0]?.answer).toMatchObject({
      verb: 'changesRequested',
      points: [{ line: 'l2', text: 'y' }],
    });
  });

  test('a refusal that was the last thing in the way closes the step by going', () => {
    const approvers = [cleo, dora, eli];
    const held = after(
      after(asks({ steps: [some(1)], approvers }), cleo, 'changesRequested', {
        points: [{ line: 'l1', text: 'x' }],
      }),
      dora,
      'confirmed',
    );
    expect(held.state).toBe('open');
    expect(kindsOf(confirms(held, cleo, ['l1']))).toEqual(['linesConfirmed', 'closed']);
  });
});

describe('a refusal says what of the rest is confirmed', () => {
  const refuses = (restConfirmed: boolean, points: Point[], before: readonly string[] = []) => {
    const part = before.length > 0 ? moved(confirms(asks(), cleo, before)) : asks();
    return confirmedOf(after(part, cleo, 'changesRequested', { points, restConfirmed }))[0];
  };

  test('everything that no point names, or nothing more than before', () => {
    const points = [{ line: 'l2', text: 'x' }];
    expect(refuses(true, points)).toEqual(['l1', 'l3']);
    expect(refuses(false, points)).toEqual([]);
    expect(refuses(false, points, ['l2', 'l3'])).toEqual(['l3']);
  });

  test('the record says which', () => {
    const done = must(
      press(asks(), cleo, 'changesRequested', { restConfirmed: true, points: [{ line: 'l2', text: 'x' }] }),
    );
    expect(done.events[0]).toMatchObject({ kind: 'answered', lines: ['l1', 'l3'] });
  });

  test('every line is either named or confirmed, and none is both', () => {
    const points = fc.array(fc.record({ line: fc.constantFrom(...LINES, null), text: fc.constant('x') }));
    fc.assert(
      fc.property(points, fc.boolean(), fc.subarray(LINES, { maxLength: 2 }), (named, rest, before) => {
        const confirmed = refuses(rest, named, before) ?? [];
        const wanted = LINES.filter((line) => named.some((point) => point.line === line));
        expect(confirmed.filter((line) => wanted.includes(line))).toEqual([]);
        const kept = rest ? LINES : before;
        expect(confirmed).toEqual(kept.filter((line) => !wanted.includes(line)));
      }),
    );
  });
});

describe('how a line stands', () => {
  const steps = [some(2), { needs: 'all' } as const];
  const approvers = [cleo, dora, eli, { ...fay, step: 1 }];

  test('confirmed is what enough have confirmed, in every step', () => {
    const first = after(asks({ steps, approvers }), cleo, 'confirmed');
    expect(lineStates(first)).toEqual({ l1: 'open', l2: 'open', l3: 'open' });
    const second = moved(confirms(after(first, dora, 'confirmed'), fay, ['l2']));
    expect(lineStates(second)).toEqual({ l1: 'open', l2: 'confirmed', l3: 'open' });
    expect(lineStates(after(second, fay, 'confirmed'))).toEqual({ l1: 'confirmed', l2: 'confirmed', l3: 'confirmed' });
  });

  test('to be changed is what somebody who refuses names, whoever else confirmed it', () => {
    const both = after(after(asks(), dora, 'confirmed'), cleo, 'changesRequested', {
      points: [{ line: 'l2', text: 'x' }],
      restConfirmed: true,
    });
    expect(lineStates(both)).toEqual({ l1: 'confirmed', l2: 'changes', l3: 'confirmed' });
    const whole = after(asks(), cleo, 'changesRequested');
    expect(lineStates(whole)).toEqual({ l1: 'changes', l2: 'changes', l3: 'changes' });
  });

  test('more than there are counts as all', () => {
    const one = after(asks({ steps: [some(9)] }), cleo, 'confirmed');
    expect(lineStates(one)).toEqual({ l1: 'open', l2: 'open', l3: 'open' });
    expect(lineStates(after(one, dora, 'confirmed'))).toMatchObject({ l1: 'confirmed' });
  });
});

test('where nothing is in lines there is nothing to confirm one by one', () => {
  const whole = asks({ lines: [] });
  expect(codeOf(confirms(whole, cleo, []))).toBe('approval.noLines');
  expect(lineStates(whole)).toEqual({});
});
