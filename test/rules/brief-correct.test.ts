import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Line } from '../../src/brief/model.ts';
import { isCorrection } from '../../src/brief/rules-correct.ts';

const line = (text: string, question: Line['question'] = 'objective'): Line => ({
  id: 'l1',
  question,
  state: 'answered',
  text,
});

describe('a typing error is put right without a new version', () => {
  test.each([
    ['Trial among studnets', 'Trial among students'],
    ['trial among students', 'Trial among students'],
    ['launch in march', 'Launch in March'],
    ['Real tea no powder', 'Real tea, no powder'],
    ['让大学声尝试春茶', '让大学生尝试春茶'],
    ['让大学生尝试春茶。', '让大学生尝试春茶'],
    ['Awareness | 22→30 % | trakcer | Dec', 'Awareness | 22→30 % | tracker | Dec'],
  ])('“%s” becomes “%s”', (was, is) => expect(isCorrection(line(was), line(is))).toBe(true));

  test.each([
    ['a number', '3 films of 15 s', '3 films of 16 s'],
    ['a number written together with its unit', 'Films of 15s', 'Films of 30s'],
    ['a currency', 'Up to £50', 'Up to €50'],
    ['another word', 'Families in Shanghai', 'Students in Shanghai'],
    ['a short word', 'Tea in bags', 'Tea on bags'],
    ['a word more', 'Tea for students', 'Tea for all students'],
    ['a negation', 'Now with powder', 'Not with powder'],
    ['an opposite', 'Limited edition', 'Unlimited edition'],
    ['a Chinese negation', '我们要投电视', '我们不投电视'],
    ['a Chinese number', '首批三万件', '首批五万件'],
    ['a Chinese month', '三月上市', '五月上市'],
    ['who it is for, in Chinese', '男性大学生', '女性大学生'],
    ['a Chinese limit', '预算上限', '预算下限'],
    ['a number in words', 'Nine films', 'Five films'],
    ['a number in words that is longer', 'In seven weeks', 'In eleven weeks'],
    ['a month', 'Launch in July', 'Launch in June'],
    ['a day of the week', 'Live on Monday', 'Live on Sunday'],
    ['who it is for', 'For male students', 'For female students'],
    ['a direction', 'Increase trial', 'Decrease trial'],
    ['what is in and what is out', 'Include the logo', 'Exclude the logo'],
    ['another emoji', 'Mood 😀', 'Mood 😡'],
    ['a line written anew', 'quick brown foxes jumped over those lazy', 'quack brawn faxes jumbed aver thise lezy'],
  ])('%s is no typing error', (_what, was, is) => expect(isCorrection(line(was), line(is))).toBe(false));

  test('a date, and what was not known, is never one', () => {
    expect(isCorrection(line('2027-03-14', 'wantedOn'), line('2027-03-15', 'wantedOn'))).toBe(false);
    const open: Line = { id: 'l1', question: 'objective', state: 'notKnown', finder: { team: 'T', user: 'U' } };
    expect(isCorrection(open, line('Trial'))).toBe(false);
    expect(isCorrection(line('Trial'), open)).toBe(false);
  });

  test('what is one is one the other way round, and no text breaks it', () => {
    const text = fc.string({ unit: 'binary', maxLength: 60, size: 'max' });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(isCorrection(line(a), line(b))).toBe(isCorrection(line(b), line(a)));
        expect(isCorrection(line(a), line(a))).toBe(true);
      }),
    );
  });

  test('no number is ever changed by one', () => {
    const words = fc.array(fc.constantFrom('tea', 'students', '15', '30 %', '3,5', '春茶', '2027'), { maxLength: 8 });
    const numbers = (all: readonly string[]) => all.join(' ').match(/\d+/gu)?.join(' ') ?? '';
    fc.assert(
      fc.property(words, words, (a, b) => {
        if (isCorrection(line(a.join(' ')), line(b.join(' ')))) expect(numbers(a)).toBe(numbers(b));
      }),
    );
  });
});
