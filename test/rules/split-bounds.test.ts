import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { partsOf, type Part, type SourceBlock, SPLIT_BOUNDS } from '../../src/brief/rules-split.ts';

/** Lines of which a text is a brief, an e-mail, or neither. */
const LINES = [
  '# Objective',
  '**Budget**',
  '**Budget:** 20k',
  'Target audience: women',
  '1. Deliverables',
  '一、项目背景',
  '【目标受众】25–35',
  '核心信息：好味',
  'KEY MESSAGE',
  '===',
  '---',
  '-- ',
  '> quoted',
  '>',
  'From: Ana',
  'To: Mei',
  'Subject: Brief',
  '发件人：王',
  '主题：简报',
  '-----Original Message-----',
  'On 2 March Ana wrote:',
  '在 3月1日，陈梅 写道：',
  '---------- Forwarded message ---------',
  'Best regards,',
  '此致',
  'Sent from my iPhone',
  '- item',
  '| Budget | 20k |',
  '|---|---|',
  '',
  '  ',
  'Some words of the brief.',
  '新品春季上市',
  '😀👩‍👩‍👧',
  '\ud83d',
  'Budget',
  'a\tb',
  '**',
  '**a',
  '#',
  '【】',
];
const lines = fc.array(fc.constantFrom(...LINES), { maxLength: 120, size: 'max' });
const long = fc
  .tuple(
    fc.constantFrom(
      'word ',
      '汉字，',
      '😀',
      'x',
      'Sentence. ',
      'line\n',
      '\ud83d',
      '# a\n',
      'Budget: 1\n',
      '> q\n\n',
      '一、a\n\nb\n',
      '<&>',
    ),
    fc.integer({ min: 1, max: 12_000 }),
  )
  .map(([unit, times]) => unit.repeat(times));
const source = fc.oneof(
  lines.map((all) => all.join('\n')),
  lines.map((all) => all.join('\r\n')),
  fc.string({ unit: 'binary', maxLength: 400, size: 'max' }),
  fc.tuple(lines, long, lines).map(([before, middle, after]) => [...before, middle, ...after].join('\n')),
);
const blocks = fc.array(
  fc.record({
    kind: fc.constantFrom<SourceBlock['kind']>('heading', 'text'),
    text: fc.oneof(fc.constantFrom(...LINES), source),
  }),
  { maxLength: 12 },
);

/** What makes a heading one, or parts two cells or lines, and is not kept. All else has to be found again. */
const MARKS = /[\s\p{White_Space}#*_=|:：\t【】[\]〔〕『』「」>•·●○▪◦✓☐☑–—-]/gu;
const bare = (text: string): string => text.replaceAll(MARKS, '');
/** A heading that goes on stands in the source once. */
const told = (parts: readonly Part[]): string =>
  parts.map(({ heading, text, goesOn }) => `${goesOn ? '' : (heading ?? '')}\n${text}`).join('\n');

const textOf = (of: string | readonly SourceBlock[]): string =>
  typeof of === 'string' ? of : of.map(({ text }) => text).join('\n');

const wellFormed = (of: string | readonly SourceBlock[]): string | SourceBlock[] =>
  typeof of === 'string' ? of.toWellFormed() : of.map(({ kind, text }) => ({ kind, text: text.toWellFormed() }));

describe('whatever is pasted', () => {
  const any = fc.oneof<fc.Arbitrary<string | SourceBlock[]>[]>(source, blocks);

  test('every word of it is in a part, in its order; or it is said that there is more', () => {
    fc.assert(
      fc.property(any, (of) => {
        const { parts, more } = partsOf(of);
        const [kept, all] = [bare(told(parts)), bare(textOf(of))];
        if (more) expect(all.startsWith(kept)).toBe(true);
        else expect(kept).toBe(all);
      }),
      { numRuns: 300 },
    );
  });

  test('there are no more and no longer parts than somebody can look through', () => {
    fc.assert(
      fc.property(any, (of) => {
        const { parts } = partsOf(of);
        expect(parts.length).toBeLessThanOrEqual(SPLIT_BOUNDS.parts);
        for (const { heading, text } of parts) {
          expect(text.length).toBeLessThanOrEqual(SPLIT_BOUNDS.text);
          expect(heading?.length ?? 0).toBeLessThanOrEqual(120);
          expect(heading === '' || (heading === null && text === '')).toBe(false);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('no character is broken in two that was whole', () => {
    fc.assert(
      fc.property(any.map(wellFormed), (of) => {
        const { parts } = partsOf(of);
        expect(parts.every(({ heading, text }) => text.isWellFormed() && (heading ?? '').isWellFormed())).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a text that is too long for one part', () => {
  test('goes on in further ones of the same heading and guess, at the end of a line', () => {
    const line = `${'word '.repeat(19)}end.\n`;
    const { parts, more } = partsOf(`Budget:\n${line.repeat(80)}`);
    expect(more).toBe(false);
    expect(parts.map(({ heading, question, goesOn }) => [heading, question, goesOn])).toEqual([
      ['Budget', 'budget', false],
      ['Budget', 'budget', true],
      ['Budget', 'budget', true],
    ]);
    expect(parts.every(({ text }) => text.endsWith('end.'))).toBe(true);
  });

  test('up to 60,000 characters is kept whole, and what is behind them is said to be missing', () => {
    const most = 'x'.repeat(SPLIT_BOUNDS.source);
    expect(partsOf(most)).toMatchObject({ more: false });
    expect(partsOf(`${most}\n \n`)).toMatchObject({ more: false });
    const over = partsOf(`${most}y`);
    expect(over.more).toBe(true);
    expect(told(over.parts).replaceAll('\n', '')).toBe(most);
  });
});

describe('too many headings for forty parts', () => {
  test('are put together where nothing is guessed, so that the guesses stay', () => {
    const notes = Array.from({ length: 60 }, (_, at) => `# Note ${at}\nText ${at}`);
    const { parts } = partsOf(['# Objective\nGrow', ...notes, '# Budget\n20k'].join('\n\n'));
    expect(parts.length).toBeLessThanOrEqual(SPLIT_BOUNDS.parts);
    expect(parts.flatMap(({ question }) => question ?? [])).toEqual(['objective', 'budget']);
    expect(parts.at(-1)).toMatchObject({ heading: 'Budget', text: '20k' });
  });

  test('are put together also where a document is nothing but headings', () => {
    const { parts } = partsOf(Array.from({ length: 60_000 }, () => ({ kind: 'heading', text: 'a' })));
    expect(parts.length).toBeLessThanOrEqual(SPLIT_BOUNDS.parts);
  });

  test('a hostile text is taken apart while others wait: no length of line or list makes it slow', () => {
    const units = [
      '>',
      '\n',
      'a:\n',
      'x wrote:\n',
      'Best\n\n\n',
      '一、a\n\nb\n',
      'From: a\nTo: b\n',
      '在a写道:\n',
      '# a\n',
      '|-',
      '于写道',
      '*',
    ];
    const most = SPLIT_BOUNDS.source;
    const shapes = [
      ...units.map((unit) => unit.repeat(most / unit.length)),
      ...['[', '【', '|', '-', '*', 'a'].flatMap((mark) =>
        [' ', '\t', '　'].map((gap) => `${mark}${gap.repeat(most / 3)}x`),
      ),
      `${' '.repeat(90)}${'于'.repeat(200)}x\n`.repeat(most / 292),
    ];
    for (const shape of shapes) {
      const startedMs = performance.now();
      partsOf(shape);
      // Slack gives up after three seconds.
      expect(performance.now() - startedMs).toBeLessThan(3000);
    }
  });
});
