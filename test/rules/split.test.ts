import { describe, expect, test } from '@jest/globals';
import { partsOf, QUESTION_GUESSES, type SourceBlock } from '../../src/brief/rules-split.ts';

/** Each part as `question | heading | text`, with its lines in one. */
const split = (source: string | readonly SourceBlock[]): string[] =>
  partsOf(source).parts.map(({ question, heading, text }) =>
    [question, heading, text.replaceAll('\n', ' / ')].join(' | '),
  );

describe('a heading is known however the client writes it', () => {
  test.each([
    ['# Objective\nGrow', 'objective | Objective | Grow'],
    ['## 2.1 Objective ##\nGrow', 'objective | 2.1 Objective | Grow'],
    ['**Objective**\nGrow', 'objective | Objective | Grow'],
    ['**Objective:** Grow', 'objective | Objective | Grow'],
    ['**Objective**: Grow', 'objective | Objective | Grow'],
    ['__Objective__\nGrow', 'objective | Objective | Grow'],
    ['Objective\n=========\nGrow', 'objective | Objective | Grow'],
    ['Objective\n---\nGrow', 'objective | Objective | Grow'],
    ['OBJECTIVE\nGrow', 'objective | OBJECTIVE | Grow'],
    ['1. Objective\nGrow', 'objective | 1. Objective | Grow'],
    ['1) Objective:\nGrow', 'objective | 1) Objective | Grow'],
    ['Objective\nGrow', 'objective | Objective | Grow'],
    ['Objective: Grow', 'objective | Objective | Grow'],
    ['- Objective: Grow', 'objective | Objective | Grow'],
    ['Objective – Grow', 'objective | Objective | Grow'],
    ['Objective\tGrow', 'objective | Objective | Grow'],
    ['| Objective | Grow |\n|---|---|', 'objective | Objective | Grow'],
    ['【目标】增长', 'objective | 目标 | 增长'],
    ['【目标】\n增长', 'objective | 目标 | 增长'],
    ['目标：增长', 'objective | 目标 | 增长'],
    ['目标:\n增长', 'objective | 目标 | 增长'],
    ['一、传播目标\n增长', 'objective | 一、传播目标 | 增长'],
    ['（一）传播目标\n增长', 'objective | （一）传播目标 | 增长'],
    ['第一部分 传播目标\n增长', 'objective | 第一部分 传播目标 | 增长'],
    ['1、传播目标：\n增长', 'objective | 1、传播目标 | 增长'],
    ['目标 / Objective：增长', 'objective | 目标 / Objective | 增长'],
    ['营销目标（Marketing objective）\n增长', 'objective | 营销目标（Marketing objective） | 增长'],
  ])('%j', (source, part) => {
    expect(split(source)).toEqual([part]);
  });

  test('also where its words name no question: its look says that it is one', () => {
    const source =
      'COMPETITOR REVIEW\nLouder.\n\nCompetitors:\nTwo.\n\n二、竞品情况\n两家\n\n# Hello\nWorld\n\n3. Our history\nLong.';
    expect(split(source)).toEqual([
      ' | COMPETITOR REVIEW | Louder.',
      ' | Competitors | Two.',
      ' | 二、竞品情况 | 两家',
      ' | Hello | World',
      ' | 3. Our history | Long.',
    ]);
  });
});

describe('a heading is guessed at by the words of the trade', () => {
  const CASES = [
    ['reason', ['Background', 'Project background', 'Why now?', '项目背景', '需求动因', '一、背景介绍']],
    ['objective', ['Goals', 'Campaign objectives', 'What do we want to achieve?', '传播目标', '本次营销目的']],
    ['audience', ['Target group', 'Who are we talking to?', 'TA', '目标受众', '目标人群画像', '受众']],
    ['keyMessage', ['Key message', 'Single-minded proposition', 'USP', '核心诉求', '诉求点', '核心信息', '产品卖点']],
    ['kpis', ['KPIs', 'Success metrics', 'Expected results', 'KPI目标', '预期效果', '考核指标']],
    [
      'mandatories',
      [
        'Must-haves',
        'Mandatories & constraints',
        'Dos and don’ts',
        "Do's and don'ts",
        '必备元素',
        '注意事项',
        '限制条件',
      ],
    ],
    ['budget', ['Budget', 'Budget (net, incl. media)', 'Our total budget', '预算', '项目预算范围', '费用预算']],
    ['deliverables', ['Deliverables', 'Scope of work', 'What we need', '交付物', '物料清单', '产出']],
    ['dates', ['Timing', 'Timeline', 'Key dates', '时间节点', '排期', '项目时间安排']],
    ['wantedOn', ['Deadline', 'Due date', 'Launch date', '截止时间', '上线时间', '交付日期']],
    [null, ['About us', 'Contact', '联系人', '公司简况']],
  ] as const;
  test.each(CASES)('%s', (question, headings) => {
    const guesses = headings.map((heading) => partsOf(`# ${heading}\ntext`).parts.map((part) => part.question));
    expect(guesses).toEqual(headings.map(() => [question]));
  });

  test('no question is left without any', () => {
    expect(new Set(CASES.map(([question]) => question))).toEqual(new Set([...QUESTION_GUESSES, null]));
  });
});

describe('what is no heading stays text', () => {
  test.each([
    ['items of a list', '- Poster\n- Film\n1. Poster\n2. Budget film\n\n1. One\n\n2. Two\n\nThanks to all of you'],
    ['a sentence with a colon', 'We will need all of these by then:\nposters'],
    ['a sentence with one of the words', 'The budget is 20k: not more.\nour budget, the message and the goal.'],
    ['a time', 'Launch 10:30'],
    ['an address', 'https://acme.example/budget'],
    ['a line that was broken', 'we have not decided on the\nbudget\nyet'],
    ['Chinese items', '如下：\n一、海报三张\n二、短片两支'],
    ['an abbreviation', 'ASAP\nplease'],
    ['hashtags', '#1 #acme'],
    ['bold words in a sentence', '**Never** show the old logo.'],
  ])('%s', (_, source) => {
    expect(partsOf(source).parts).toEqual([{ heading: null, text: source, question: null, goesOn: false }]);
  });
});

describe('a document', () => {
  const heading = (text: string): SourceBlock => ({ kind: 'heading', text });
  const text = (of: string): SourceBlock => ({ kind: 'text', text: of });

  test('is split at its own headings, and at those that stand in its text', () => {
    const blocks = [
      heading('Acme: spring launch'),
      heading('1. Objective'),
      text('Grow.'),
      text('And stay.'),
      text('Budget: 20k'),
      heading('目标受众 Target audience'),
      text('25–35 岁'),
    ];
    expect(split(blocks)).toEqual([
      ' | Acme: spring launch | ',
      'objective | 1. Objective | Grow. / And stay.',
      'budget | Budget | 20k',
      'audience | 目标受众 Target audience | 25–35 岁',
    ]);
  });

  test('without a heading is one part, and nothing is none', () => {
    expect(split([text('Grow.'), text('And stay.')])).toEqual([' |  | Grow. / And stay.']);
    expect([partsOf([]), partsOf(' \n\n'), partsOf('')]).toEqual(Array(3).fill({ parts: [], more: false }));
  });
});
