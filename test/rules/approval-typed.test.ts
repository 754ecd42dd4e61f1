import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { AskedLine } from '../../src/approval/model-shown.ts';
import { pointsIn } from '../../src/approval/rules-points.ts';
import { typed } from '../support/arbitraries.ts';

const LINES: readonly AskedLine[] = Array.from({ length: 25 }, (_, at) => ({
  id: `line-${at + 1}`,
  number: at + 1,
  name: 'Audience',
  text: 'Students',
  isKnown: true,
}));
const points = (text: string, ...chosen: number[]) =>
  pointsIn(
    text,
    LINES,
    chosen.map((number) => `line-${number}`),
  ).map(({ line, text: said }) => [line === null ? 0 : Number(line.slice(5)), said]);

describe('what an approver typed is put to the lines that it names', () => {
  test.each<[string, [number, string][]]>([
    ['2: families, not students', [[2, 'families, not students']]],
    ['２：家庭，不是学生', [[2, '家庭，不是学生']]],
    ['Line 2 is about families', [[2, 'is about families']]],
    ['line 2 - families', [[2, 'families']]],
    ['#12: shorter', [[12, 'shorter']]],
    ['No. 3) shorter', [[3, 'shorter']]],
    ['第2条：受众是家庭', [[2, '受众是家庭']]],
    ['第 ２ 条 受众是家庭', [[2, '受众是家庭']]],
    ['第十条、短一点', [[10, '短一点']]],
    ['第二十一条：短一点', [[21, '短一点']]],
    ['二：短一点', [[2, '短一点']]],
    [
      'Lines 2 and 4: shorter',
      [
        [2, 'shorter'],
        [4, 'shorter'],
      ],
    ],
    [
      '2, 3: shorter',
      [
        [2, 'shorter'],
        [3, 'shorter'],
      ],
    ],
    [
      '2-4: shorter',
      [
        [2, 'shorter'],
        [3, 'shorter'],
        [4, 'shorter'],
      ],
    ],
    [
      '第二、三条：短一点',
      [
        [2, '短一点'],
        [3, '短一点'],
      ],
    ],
  ])('%j', (text, expected) => expect(points(text)).toEqual(expected));

  test.each([
    '3 films are too many',
    '1. first of all, the tone',
    '10:30 is too late for the call',
    '2027: not before',
    '99: there is no such line',
    '2 and 99: one of them is none',
    'Line 2',
    'line 20% off',
    'A line 2: in the middle',
    '第零条：没有',
  ])('%j names none, and is about the whole', (text) => expect(points(text)).toEqual([[0, text]]));

  test('what comes before the first number is about the whole, what follows one goes on about its line', () => {
    expect(points('In general good.\n2: families\nbecause they buy it\n\nLine 4: one film')).toEqual([
      [0, 'In general good.'],
      [2, 'families\nbecause they buy it'],
      [4, 'one film'],
    ]);
  });

  test('what names no line is about those that were chosen, and a chosen one of which nothing else is said gets all of it', () => {
    expect(points('Too long', 2, 4)).toEqual([
      [2, 'Too long'],
      [4, 'Too long'],
    ]);
    expect(points('2: families\nToo long', 4)).toEqual([
      [2, 'families'],
      [4, 'Too long'],
    ]);
    expect(points('2: families', 2, 4)).toEqual([
      [2, 'families'],
      [4, '2: families'],
    ]);
  });

  test('long words about many lines stand in full once, so that an answer stays small', () => {
    const all = LINES.map(({ number }) => number);
    const short = 'This whole section is to be written anew. '.repeat(4).trim();
    expect(points(short, ...all)).toEqual(all.map((number) => [number, short]));
    const long = 'This whole section is to be written anew. '.repeat(70).trim();
    for (const said of [points(long, ...all), points(`1-25: ${long}`)]) {
      expect(said.map(([line]) => line)).toEqual(all);
      expect(said[0]?.[1]).toBe(long);
      expect(
        said.slice(1).every(([, text]) => String(text).length <= 80 && long.startsWith(String(text).slice(0, -1))),
      ).toBe(true);
    }
    const own = points(`2: ${long}\n3: shorter`, 4, 5);
    expect(own.slice(0, 2)).toEqual([
      [2, long],
      [3, 'shorter'],
    ]);
  });

  test('whatever is typed, some point says each word of it, and every chosen line has one', () => {
    const chosen = fc.uniqueArray(fc.integer({ min: 1, max: 25 }), { maxLength: 5 });
    const text = fc.array(
      fc.oneof(
        typed(60),
        fc.integer({ min: 1, max: 30 }).map((number) => `${number}: x`),
      ),
      {
        minLength: 1,
        maxLength: 6,
      },
    );
    fc.assert(
      fc.property(text, chosen, (rows, numbers) => {
        const reason = rows.join('\n').trim();
        fc.pre(reason !== '');
        const found = pointsIn(
          reason,
          LINES,
          numbers.map((number) => `line-${number}`),
        );
        expect(found.length).toBeGreaterThan(0);
        expect(found.every((point) => point.text.trim() !== '')).toBe(true);
        for (const number of numbers) expect(found.map(({ line }) => line)).toContain(`line-${number}`);
        for (const row of reason.split('\n')) {
          const isSaid = found.some(
            (point) =>
              row.trim() === '' ||
              row.includes(point.text) ||
              point.text.includes(row.trim()) ||
              point.text.split('\n').some((one) => row.endsWith(one.trimEnd())),
          );
          expect([row, isSaid]).toEqual([row, true]);
        }
      }),
    );
  });
});
