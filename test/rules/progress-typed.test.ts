import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { asTyped } from '../../src/kit/typed.ts';
import { chosenRhythm, zoneTyped } from '../../src/progress/rules-rhythm.ts';
import { typedHealth } from '../../src/progress/rules-typed.ts';
import { codeOf } from '../support/arbitraries.ts';

/** A Thursday. */
const TODAY = '2026-11-26';
const read = (text: string) => typedHealth(text, TODAY);

test('whoever is named in what was typed stands there by name, and not by an id that nobody reads', () => {
  expect(asTyped('at risk because <@U0TOM|tom> is ill until fri')).toBe('at risk because @tom is ill until fri');
  expect(asTyped('<@U0TOM> & <!here>')).toBe('<@U0TOM> & <!here>');
});

describe('what is typed after /progress health', () => {
  test.each([
    ['at risk because the proofs are late until fri', 'atRisk', 'the proofs are late', 'fri'],
    ['At Risk until 14 Mar because of snow', 'atRisk', 'snow', '14 Mar'],
    ['off track: the printer broke, until +3d', 'offTrack', 'the printer broke', '+3d'],
    [
      'on-track because we wait until the client is back until tomorrow',
      'onTrack',
      'we wait until the client is back',
      'tomorrow',
    ],
    ['red', 'offTrack', null, null],
    ['at risk', 'atRisk', null, null],
    ['at riskier', null, 'at riskier', null],
    ['auto', 'computed', null, null],
    ['because of snow until fri', null, 'snow', 'fri'],
    ['at risk until they call', 'atRisk', 'until they call', null],
    ['有风险 因为打样延迟 到周五', 'atRisk', '打样延迟', '周五'],
    ['有风险，因为还没收到素材，到12月4日为止', 'atRisk', '还没收到素材', '12月4日'],
    ['已偏离计划 到月底 因为印刷机坏了', 'offTrack', '印刷机坏了', '月底'],
    ['正常', 'onTrack', null, null],
    ['自动', 'computed', null, null],
    ['有风险 因为收到晚了', 'atRisk', '收到晚了', null],
    ['', null, null, null],
  ])('%s', (text, is, reason, until) => expect(read(text)).toEqual({ is, reason, until }));

  test('nothing that was typed is lost: what was not read is in the reason', () => {
    const words = fc.array(
      fc.constantFrom('at risk', 'until', 'fri', 'because', 'snow', '到', '周五', '因为', '素材', ',', 'x'),
      {
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(words, (parts) => {
        const { reason, until } = read(parts.join(' '));
        const kept = `${reason ?? ''} ${until ?? ''}`;
        for (const word of ['snow', '素材', 'x']) {
          const typed = parts.filter((part) => part === word).length;
          expect(kept.split(word).length - 1).toBe(typed);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('any text at all is read in no time', () => {
    fc.assert(fc.property(fc.string({ maxLength: 600, unit: 'binary' }), (text) => Boolean(read(text))));
    expect(read(`at risk ${'until '.repeat(100)}`).until).toBeNull();
  });
});

describe('what is chosen in the settings', () => {
  test('what is left as the agency has it is not kept', () => {
    const asAgency = { postAt: 'asAgency', quietDays: 'asAgency', checkIn: 'asAgency', report: 'asAgency' };
    expect(chosenRhythm(asAgency)).toEqual({});
    expect(chosenRhythm({ ...asAgency, postAt: '600', checkIn: 'no' })).toEqual({ postMinute: 600, checkIn: false });
    const all = chosenRhythm({ postAt: '0', quietDays: 'nothing', checkIn: 'yes', report: 'weekly' });
    expect(all).toEqual({ postMinute: 0, quietDays: 'nothing', checkIn: true, report: 'weekly' });
  });

  test('a zone is read by its name or its city, and a near one is named', () => {
    expect(zoneTyped(null)).toBeNull();
    expect(zoneTyped('shanghai')).toBe('Asia/Shanghai');
    expect(codeOf(zoneTyped('Lodnon'))).toBe('progress.zoneNear');
    expect(codeOf(zoneTyped('??'))).toBe('progress.zoneUnread');
  });
});
