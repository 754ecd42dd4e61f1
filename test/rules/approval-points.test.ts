import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Approval, Point } from '../../src/approval/model.ts';
import { confirmLines } from '../../src/approval/rules.ts';
import { roundPoints } from '../../src/approval/rules-round.ts';
import { cleo, dora, later } from '../support/arbitraries.ts';
import {
  after,
  asks,
  eli,
  fay,
  LINES,
  moved,
  nobodyAway,
  onOf,
  partyOf,
  type Who,
} from '../support/arbitraries-approval.ts';

const confirms = (approval: Approval, who: Who, lines: readonly string[]) =>
  confirmLines(approval, { on: onOf(approval), person: who.person, lines }, { now: later(1), away: nobodyAway });

describe('the points of a round', () => {
  const of = (...said: [Who, Point[]][]) =>
    said.reduce(
      (approval, [who, points]) => after(approval, who, 'changesRequested', { points }),
      asks({ approvers: [cleo, dora, eli, fay] }),
    );

  test('are numbered, what is about the whole first, then in the order of the lines', () => {
    const said = of(
      [
        cleo,
        [
          { line: 'l2', text: 'b' },
          { line: null, text: 'all' },
        ],
      ],
      [dora, [{ line: 'l1', text: 'a' }]],
    );
    const points = roundPoints(said, ['l2', 'l1']);
    expect(points.map(({ number, line }) => [number, line])).toEqual([
      [1, null],
      [2, 'l2'],
      [3, 'l1'],
    ]);
    expect(points[2]).toEqual({
      number: 3,
      line: 'l1',
      said: [{ by: partyOf(dora), text: 'a' }],
      confirmedBy: [],
      contradicts: false,
    });
  });

  test('contradict where another confirmed the line or agreed to the whole, and name who did', () => {
    const said = of([
      cleo,
      [
        { line: 'l1', text: 'x' },
        { line: 'l2', text: 'y' },
      ],
    ]);
    const mixed = moved(confirms(after(said, eli, 'confirmed'), dora, ['l1']));
    const points = roundPoints(mixed, LINES);
    expect(points.map(({ line, confirmedBy }) => [line, confirmedBy.map(({ id }) => id)])).toEqual([
      ['l1', [dora.id, eli.id]],
      ['l2', [eli.id]],
    ]);
    expect(points.every(({ contradicts }) => contradicts)).toBe(true);
  });

  test('one who agrees with changes does not contradict themselves', () => {
    const asked = asks({ subject: { kind: 'deliverable', id: 'x' } });
    const said = after(asked, cleo, 'approvedWithChanges', { points: [{ line: 'l1', text: 'x' }] });
    expect(roundPoints(said, LINES)).toMatchObject([{ contradicts: false, confirmedBy: [] }]);
  });

  test('spaces around and full-width letters make no contradiction', () => {
    const said = of([cleo, [{ line: 'l1', text: 'ＡＢ ' }]], [dora, [{ line: 'l1', text: 'AB' }]]);
    expect(roundPoints(said, LINES)).toMatchObject([{ contradicts: false }]);
  });

  test('none is lost, and contradictions are exactly those where two people disagree', () => {
    const point = fc.record({
      line: fc.constantFrom(...LINES, null),
      text: fc.constantFrom('x', ' x', 'ｘ', 'y', 'z'),
    });
    const each = fc.tuple(
      ...[cleo, dora, eli].map((who) => fc.tuple(fc.constant(who), fc.array(point, { minLength: 1 }))),
    );
    fc.assert(
      fc.property(each, fc.subarray(LINES), fc.shuffledSubarray(LINES), (said, confirmed, order) => {
        const approval = of(...said);
        const done = confirmed.length > 0 ? moved(confirms(approval, fay, confirmed)) : approval;
        const points = roundPoints(done, order);
        const told = said.flatMap(([who, wishes]) => wishes.map(({ line, text }) => `${who.id} ${line} ${text}`));
        const listed = points.flatMap((one) => one.said.map(({ by, text }) => `${by.id} ${one.line} ${text}`));
        expect(listed.toSorted()).toEqual(told.toSorted());
        expect(points.map(({ number }) => number)).toEqual(points.map((_, index) => index + 1));
        expect(new Set(points.map(({ line }) => line)).size).toBe(points.length);
        for (const { line, contradicts } of points) {
          const wishes = said.map(([, list]) =>
            list.flatMap((one) => (one.line === line ? [one.text.replace('ｘ', 'x').trim()] : [])),
          );
          const others = wishes.some((mine, a) =>
            wishes.some((theirs, b) => a !== b && mine.some((x) => theirs.some((y) => x !== y))),
          );
          // With all three lines Fay agreed to the whole.
          const isConfirmed = confirmed.length === 3 || (line !== null && confirmed.includes(line));
          expect([line, contradicts]).toEqual([line, others || isConfirmed]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
