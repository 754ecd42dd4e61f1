import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { LOCALES } from '../../src/kit/locale.ts';
import { KIND_NAMES, milestoneTyped, reviewTyped } from '../../src/plan/rules-typed.ts';
import { planWords } from '../../src/plan/words.ts';

const TODAY = '2026-11-26';
const LAUNCH = { kind: 'mediaLaunch', name: null, dueOn: '2027-03-14', owner: 'U0BEN', reviewDays: 3 };

describe('what is typed for a milestone', () => {
  test.each([
    'Media launch 14 Mar <@U0BEN|ben> review 3d',
    'review 3d <@U0BEN> media launch on 14 Mar',
    '<@U0BEN> 14 March 2027 3 days review MEDIA LAUNCH',
    'Media launch owner <@U0BEN> due 2027-03-14 review 3 working days',
    '媒介上线 3月14日 <@U0BEN|ben> 审阅 3天',
    '媒介上线3月14日 负责人<@U0BEN> 审阅3个工作日',
    '审阅3天 <@U0BEN> 2027年3月14日 媒介上线',
  ])('is read in any order: %s', (typed) => {
    expect(milestoneTyped(typed, TODAY)).toEqual(LAUNCH);
  });

  test('of several days the longest is the day, and of the same length the last one', () => {
    expect(milestoneTyped('Sun launch 14 Mar', TODAY)).toMatchObject({ name: 'Sun launch', dueOn: '2027-03-14' });
    expect(milestoneTyped('Friday drop fri', TODAY)).toMatchObject({ name: 'Friday drop', dueOn: '2026-11-27' });
  });

  test('what is not there is left to be asked', () => {
    expect(milestoneTyped('Press day', TODAY)).toEqual({
      kind: 'other',
      name: 'Press day',
      dueOn: null,
      owner: null,
      reviewDays: null,
    });
    expect(milestoneTyped('', TODAY)).toMatchObject({ kind: 'other', name: null, dueOn: null });
    expect(milestoneTyped('14 Mar', TODAY)).toMatchObject({ name: null, dueOn: '2027-03-14' });
  });

  test('the dates that every campaign has are known by the words that people read', () => {
    for (const locale of LOCALES) {
      const words = planWords.in(locale);
      for (const [kind, names] of Object.entries(KIND_NAMES)) {
        const said = words[`kind.${kind as keyof typeof KIND_NAMES}`]().toLowerCase();
        expect(names).toContain(said);
        expect(milestoneTyped(`${said} +3d`, TODAY)).toMatchObject({ kind, name: null });
      }
    }
  });

  test('nothing of a name is lost, and it is never too long', () => {
    const word = fc
      .stringMatching(/^[b-hj-np-rx-z]{3,9}$/u)
      .filter((one) => !/day$|sun|tue|wed|thu|mon|fri/u.test(one));
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.integer({ min: 1, max: 20 }), (name, days) => {
        const read = milestoneTyped(`review ${days}d ${name.join(' ')} <@U1> 14 Mar`, TODAY);
        expect(read).toMatchObject({ name: name.join(' '), dueOn: '2027-03-14', owner: 'U1', reviewDays: days });
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 600, size: 'max' }), (text) => {
        expect((milestoneTyped(text, TODAY).name ?? '').length).toBeLessThanOrEqual(BOUNDS.milestoneName);
      }),
    );
  });

  test('a review is a number of working days within reason', () => {
    expect(['3', '3d', '3 天', '3 working days', '３', String(BOUNDS.reviewDays)].map(reviewTyped)).toEqual([
      3, 3, 3, 3, 3, 20,
    ]);
    expect(['0', '21', '-1', '3.5', 'three', '', '999'].map(reviewTyped)).toEqual(
      Array.from({ length: 7 }, () => null),
    );
  });
});
