import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { OUTCOME_OF, SUBJECT_KINDS, VERBS_OF } from '../../src/approval/model.ts';
import {
  AGREEING_REACTIONS,
  isAgreeingReaction,
  type Said,
  verbMeant,
  whatIsSaid,
} from '../../src/approval/rules-said.ts';
import { typed } from '../support/arbitraries.ts';

const short = (said: Said): string => (said.is === 'sentence' ? `means ${said.means ?? 'something unclear'}` : said.is);
const reads = (text: string): string => short(whatIsSaid(text));

describe('agreement in passing is bare', () => {
  test.each([
    'ok',
    'OK!',
    'Okay',
    'okay.',
    'k',
    'yes',
    'Yes, yes!',
    'lgtm',
    'LGTM 👍',
    'good',
    'Looks good to me',
    'approved?',
    'Approved',
    'ok, thanks',
    'Perfect, thank you',
    'no problem',
    'No objections from our side',
    'ＯＫ',
    'sounds good :+1:',
    'all good',
    '👍',
    '👍🏽',
    ':+1:',
    ':thumbsup::skin-tone-3:',
    ':white_check_mark:',
    '✅',
    '👌👌',
    '同意',
    '同意。',
    '没问题',
    '可以',
    '好的',
    '好的，谢谢',
    '嗯',
    '行',
    '好的👍',
    '收到，同意',
    '没有问题！',
    '没意见',
    '我们同意',
    '确认',
    '<@U012345> ok',
    'ok\n&gt; Shall we go on with version 2?',
    'Ok <@U1|mei> thanks',
  ])('“%s”', (text) => expect(reads(text)).toBe('bare'));
});

describe('a sentence says what it comes to', () => {
  test.each([
    ['We confirm version 2', 'agreed'],
    ['We hereby confirm version 2 of the brief, thank you.', 'agreed'],
    ['Version 2 is approved.', 'agreed'],
    ['I’m happy with version 2, go ahead.', 'agreed'],
    ['OK for us, no changes needed.', 'agreed'],
    ['We have no objections to version 2.', 'agreed'],
    ['All agreed with legal. When do you start?', 'agreed'],
    ['我们确认第二版', 'agreed'],
    ['第二版同意，没有问题', 'agreed'],
    ['我们对第2版没有异议', 'agreed'],
    ['第二版无需修改，同意执行', 'agreed'],
    ['I agree to everything except line 3', 'agreedWith'],
    ['Approved, but please change the headline', 'agreedWith'],
    ['We confirm, provided the logo is larger', 'agreedWith'],
    ['We confirm version 2. Line 3 should read “families”.', 'agreedWith'],
    ['除了第三条，其余同意', 'agreedWith'],
    ['同意，但第3条要改成家庭', 'agreedWith'],
    ['We do not confirm version 2', 'refused'],
    ['I don’t agree with line 3', 'refused'],
    ['We cannot approve this', 'refused'],
    ['Please change line 3 to families', 'refused'],
    ['We reject this version', 'refused'],
    ['不同意第3条', 'refused'],
    ['这一版我们没有通过', 'refused'],
    ['第三条请改成家庭', 'refused'],
    ['I do not agree to line 3, but I approve the rest', 'something unclear'],
    ['We confirm lines 1 to 4. We do not agree to line 5.', 'something unclear'],
    ['We approve it, not least because of the film', 'something unclear'],
  ])('“%s” means %s', (text, means) => expect(reads(text)).toBe(`means ${means}`));
});

describe('nothing is heard', () => {
  test.each([
    '',
    '   ',
    '收到',
    '收到，谢谢',
    'noted',
    'Got it, thanks',
    'thanks',
    '谢谢',
    '🎉',
    ':tada:',
    'When does the shoot begin?',
    'The film is lovely',
    'Do you need us to confirm version 2?',
    'Should we approve this?',
    '这一版需要我们确认吗？',
    'We will confirm tomorrow',
    'I’ll approve it once legal has read it',
    'Please confirm the date of the shoot',
    '请确认一下拍摄日期',
    '等法务看完我们再确认',
    'We have changed our address',
    'not ok',
    'not good',
    'no',
    'nope',
    '不行',
    '不好',
    '不可以',
    'never',
    '> We confirm version 2',
    '可以吗',
    'x'.repeat(5000),
  ])('in “%s”', (text) => expect(reads(text)).toBe('nothing'));
});

/** Negations of both languages, each before or after whatever is said. */
const NEGATIONS = [
  'not',
  'never',
  'no',
  'don’t',
  "don't",
  'cannot',
  'won’t',
  'nope',
  'unable to',
  '不',
  '没有',
  '未',
  '别',
  '不能',
  '反对',
] as const;
const AGREEMENTS = [
  'ok',
  'OK!',
  'yes',
  'approved',
  'confirm',
  'agree',
  'good',
  '同意',
  '可以',
  '好的',
  '确认',
  '通过',
  ':+1:',
  '👍',
] as const;

describe('whatever is written', () => {
  test('it is read without an error, and the same way again', () => {
    fc.assert(
      fc.property(
        fc.oneof(typed(300), fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom(...AGREEMENTS)),
        (text) => {
          expect(whatIsSaid(text)).toEqual(whatIsSaid(text));
        },
      ),
    );
  });

  test('what holds a negation is never agreement: not bare, and no sentence that agrees', () => {
    const said = fc.array(
      fc.oneof(fc.constantFrom(...AGREEMENTS), fc.constantFrom('we', 'to', 'version 2', '第二版', 'thanks')),
      {
        minLength: 1,
        maxLength: 5,
      },
    );
    fc.assert(
      fc.property(fc.constantFrom(...NEGATIONS), said, (no, words) => {
        for (const text of [
          [no, ...words],
          [words[0] ?? '', no, ...words],
        ].map((parts) => parts.join(' '))) {
          // "No problem" and its like are agreement, and none of these words makes one of it.
          expect(['bare', 'means agreed', 'means agreedWith']).not.toContain(reads(text));
        }
      }),
      { numRuns: 500 },
    );
  });

  test('a bare agreement with any other word beside it is not bare any more', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...AGREEMENTS),
        fc.constantFrom('film', 'line', '3', '第三条', 'maybe', '也许', 'tomorrow'),
        (ok, word) => {
          expect(reads(`${ok} ${word}`)).not.toBe('bare');
          expect(reads(`${word} ${ok}`)).not.toBe('bare');
        },
      ),
    );
  });

  test('the same is heard in capitals, in wide letters and with a coloured thumb', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ok', 'yes', 'we confirm version two', 'looks good'),
        fc.boolean(),
        (text, isWide) => {
          const wide = (one: string) =>
            one.replaceAll(/[!-~]/gu, (sign) => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfe_e0));
          const other = isWide ? wide(text) : text.toUpperCase();
          expect(reads(other)).toBe(reads(text));
        },
      ),
    );
    for (const name of AGREEING_REACTIONS) {
      expect([isAgreeingReaction(name), isAgreeingReaction(`${name}::skin-tone-4`)]).toEqual([true, true]);
    }
    expect(['-1', 'eyes', 'tada', '+10', ''].filter(isAgreeingReaction)).toEqual([]);
  });
});

test('what was meant is a verb of the subject, and never a better one than was meant', () => {
  const order = ['agreed', 'agreedWith', 'refused'] as const;
  for (const kind of SUBJECT_KINDS) {
    for (const outcome of order) {
      const verb = verbMeant(kind, outcome);
      expect(VERBS_OF[kind]).toContain(verb);
      expect(order.indexOf(OUTCOME_OF[verb])).toBeGreaterThanOrEqual(order.indexOf(outcome));
    }
  }
  expect([verbMeant('brief', 'agreedWith'), verbMeant('deliverable', 'agreedWith')]).toEqual([
    'changesRequested',
    'approvedWithChanges',
  ]);
});
