import { describe, expect, test } from '@jest/globals';
import { partsOf } from '../../src/brief/rules-split.ts';

const split = (source: string): string[] =>
  partsOf(source).parts.map(({ question, heading, text }) =>
    [question, heading, text.replaceAll('\n', ' / ')].join(' | '),
  );

describe('an e-mail', () => {
  test('has its header, its signature and what it quotes set apart, and nothing of them guessed at', () => {
    const mail = `From: Ana Lopez <ana@acme.example>
To: Mei Chen
Subject: Budget: spring launch

Hi Mei,
Objective: grow
Budget: 20k

Best regards,
Ana
Objective: none of yours

-----Original Message-----
From: Mei
To: Ana

Budget: how much?
Deadline: when?`;
    expect(split(mail)).toEqual([
      ' |  | From: Ana Lopez <ana@acme.example> / To: Mei Chen / Subject: Budget: spring launch',
      ' |  | Hi Mei,',
      'objective | Objective | grow',
      'budget | Budget | 20k',
      ' |  | Best regards, / Ana / Objective: none of yours',
      ' |  | -----Original Message----- / From: Mei / To: Ana /  / Budget: how much? / Deadline: when?',
    ]);
  });

  test('in Chinese too', () => {
    const mail = `发件人：王芳 <wang@acme.example>
收件人：陈梅
主题：春季上市
时间：2026年3月2日

陈总好，
目标受众：25-35岁女性
预算：五十万

此致
王芳

在 2026年3月1日，陈梅 <mei@agency.example> 写道：
> 预算：多少？
> 时间：何时？`;
    expect(split(mail)).toEqual([
      ' |  | 发件人：王芳 <wang@acme.example> / 收件人：陈梅 / 主题：春季上市 / 时间：2026年3月2日',
      ' |  | 陈总好，',
      'audience | 目标受众 | 25-35岁女性',
      'budget | 预算 | 五十万',
      ' |  | 此致 / 王芳',
      ' |  | 在 2026年3月1日，陈梅 <mei@agency.example> 写道： / > 预算：多少？ / > 时间：何时？',
    ]);
  });

  test.each([
    ['On Mon, 2 Mar 2026 at 10:00, Mei <mei@agency.example> wrote:\n> Budget: how much?'],
    ['Mei Chen wrote:\n> Budget: how much?'],
    ['------------------ 原始邮件 ------------------\n发件人: "梅"\nBudget: how much?'],
    ['From: Mei Chen\nSent: Monday\nTo: Ana\nSubject: Brief\n\nBudget: how much?'],
    ['> Budget: how much?\n> Deadline: when?'],
    ['-- \nAna\nBudget: none'],
    ['Sent from my iPhone'],
    ['发自我的iPhone'],
  ])('that ends with %j has it in a part of its own', (end) => {
    expect(partsOf(`Objective: grow\n\n${end}`).parts).toEqual([
      { heading: 'Objective', text: 'grow', question: 'objective', goesOn: false },
      { heading: null, text: end, question: null, goesOn: false },
    ]);
  });

  test('that passes a brief on is read as the brief', () => {
    const brief = ['objective | Objective | grow', 'budget | Budget | 20k'];
    const forwarded =
      'FYI\n\n---------- Forwarded message ---------\nFrom: Ana\nTo: Mei\nSubject: Brief\n\nObjective: grow\nBudget: 20k';
    expect(split(forwarded).slice(2)).toEqual(brief);
    expect(split('-----Original Message-----\nFrom: Ana\nTo: Mei\n\nObjective: grow\nBudget: 20k').slice(1)).toEqual(
      brief,
    );
    expect(split('> Objective: grow\n> Budget: 20k\n')).toEqual(brief);
  });

  test('with answers between what it quotes goes on after each quotation', () => {
    const answered = '# Budget\n20k\n> Is that net?\nYes.\n> And media?\nNot in it.';
    expect(partsOf(answered).parts).toEqual([
      { heading: 'Budget', text: '20k', question: 'budget', goesOn: false },
      { heading: null, text: '> Is that net?', question: null, goesOn: false },
      { heading: 'Budget', text: 'Yes.', question: 'budget', goesOn: true },
      { heading: null, text: '> And media?', question: null, goesOn: false },
      { heading: 'Budget', text: 'Not in it.', question: 'budget', goesOn: true },
    ]);
  });

  test('does not end at a polite word in its middle', () => {
    const thanks = `Hi Mei,\nThanks,\n${'A whole brief follows.\n'.repeat(20)}Budget: 20k`;
    expect(split(thanks)).toHaveLength(2);
    expect(split(thanks).at(-1)).toBe('budget | Budget | 20k');
  });
});
