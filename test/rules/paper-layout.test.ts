import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { filled, type Paper, paperName } from '../../src/kit/paper.ts';
import { PAGE, type Style } from '../../src/io/pdf-blocks.ts';
import { printable } from '../../src/io/pdf-glyphs.ts';
import { layOut, type Page } from '../../src/io/pdf-layout.ts';
import { clustersOf, stretchesOf, wrap } from '../../src/io/pdf-wrap.ts';

/** A typeface as simple as it can be: Chinese is twice as wide as English. */
const measureAt =
  ({ size }: Pick<Style, 'size'>) =>
  (text: string) =>
    clustersOf(text).reduce((sum, cluster) => sum + (/^[ -ɏ]/u.test(cluster) ? 0.5 : 1) * size, 0);
const measure = measureAt({ size: 10 });

const ENGLISH = 'Students who drink milk tea at least once a week, and decide in groups.';
const CHINESE = '让上海的大学生在上市六周内尝试新品（以会员数据为准）。“真茶”，不用茶粉；只此一家！';
const anyText = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300, size: 'max' }),
  fc.array(fc.constantFrom(...Array.from(CHINESE), ' ', 'milk', 'tea', '-', '5', '（', '》', '“'), {
    maxLength: 200,
    size: 'max',
  }),
);

test('a long text is taken apart into what a reader sees as one character each, wherever it is looked at in pieces', () => {
  const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });
  const characters = ['a', '中', ' ', '\r\n', 'e\u0301', '🇨🇳', '👨‍👩‍👧‍👦', '🏳️‍🌈', 'ก็', '\ud83d', '\u0301'];
  const long = fc.array(fc.constantFrom(...characters), { minLength: 300, maxLength: 900, size: 'max' });
  fc.assert(
    fc.property(long, (given) => {
      const text = given.join('');
      expect(clustersOf(text)).toEqual(Array.from(graphemes.segment(text), ({ segment }) => segment));
    }),
  );
});

describe('a paragraph', () => {
  test('is broken into lines that fit and that joined are the paragraph again', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 40, max: 400 }), (given, width) => {
        const text = [given].flat().join('').replaceAll('\n', ' ');
        const lines = wrap(text, width, measure);
        expect(lines.join('')).toBe(text);
        expect(lines.filter((line) => measure(line.trimEnd()) > width)).toEqual([]);
      }),
    );
  });

  test('of English is broken between words, of Chinese as its typography allows', () => {
    for (const line of wrap(ENGLISH.repeat(20), 200, measure).slice(0, -1)) expect(line).toMatch(/\w+[,. ]*$/u);
    expect(wrap(ENGLISH, 200, measure).every((line, at, all) => at === all.length - 1 || line.endsWith(' '))).toBe(
      true,
    );
    for (let width = 40; width < 300; width += 7) {
      const lines = wrap(CHINESE.repeat(5), width, measure);
      expect(lines.filter((line) => /^[。，；！）”]/u.test(line) || /[（“]$/u.test(line))).toEqual([]);
    }
  });

  test('without a place to break is broken where the line ends, and no character in two', () => {
    const lines = wrap('x'.repeat(3000), 440, measure);
    expect(lines.map((line) => line.length)).toEqual([...Array.from({ length: 34 }, () => 88), 8]);
    expect(wrap('👩‍👩‍👧‍👦'.repeat(9), 45, measure).every((line) => line.length % '👩‍👩‍👧‍👦'.length === 0)).toBe(true);
  });

  test('says where a mark stands in English, which a Chinese typeface would set too wide', () => {
    const narrow = (text: string) => stretchesOf(text).flatMap((one) => (one.narrow ? [one.text] : []));
    expect(narrow('Acme’s “new” tea · now…')).toEqual(['’', '“', '”', '·', '…']);
    expect(narrow('他说“真茶”……真的')).toEqual([]);
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        (text) =>
          stretchesOf(text)
            .map((one) => one.text)
            .join('') === text,
      ),
    );
  });
});

describe('a character that the typeface lacks', () => {
  const has = (point: number) => point < 0x250 || (point >= 0x3000 && point < 0xa000) || point === 0x20bb7;

  test.each([
    ['launch 🚀 now', 'launch [U+1F680] now'],
    ['👩‍👧', '[U+1F469 U+1F467]'],
    ['right\u202Eto left', 'right[U+202E]to left'],
    ['\u0000 \uD800', '[U+0000] [U+D800]'],
    ['ا', '[U+0627]'],
  ])('in %j is shown by its number', (text, shown) =>
    expect(printable(text, has)).toEqual({ text: shown, replaced: true }),
  );

  test.each([
    ['𠮷野家', '𠮷野家'],
    ['e\u0301\u00A0\u200Bz\uFE0F', 'é z'],
    ['one\r\ntwo\u2028three\tfour', 'one\ntwo\nthree four'],
  ])('is not in %j', (text, shown) => expect(printable(text, has)).toEqual({ text: shown, replaced: false }));
});

const PAPER: Paper = {
  language: 'en',
  fileName: 'brief.pdf',
  author: 'Agency',
  kind: 'Client brief',
  title: 'Spring launch',
  madeAt: '2026-11-30T01:00:00.000Z',
  facts: [{ label: 'Client', value: 'Acme' }],
  intro: 'Please check every line.',
  sections: [],
  closing: { heading: 'How to confirm', paragraphs: ['Please reply in writing.', 'Name the version.'] },
  footer: { named: 'Acme', exact: 'Version 2' },
  phrases: { page: '{page}/{pages}', continued: '{heading} (continued)', unprintable: 'Numbers.' },
};

/** Each of them is some dozen pages. */
const FEWER = { numRuns: 30 };

const textsOf = (page: Page) => page.rows.flatMap(({ runs }) => runs.map(({ text }) => text.trimEnd()));
/** Sections whose texts are so many rows long. */
const sections = fc.array(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 4 }), {
  maxLength: 12,
  size: 'max',
});
const paperOf = (lengths: readonly (readonly number[])[]): Paper => {
  let number = 0;
  const text = (rows: number) =>
    Array.from({ length: rows }, (_, index) => `line ${number} row ${index + 1} of ${rows}`).join('\n');
  return {
    ...PAPER,
    sections: lengths.map((rows, at) => ({
      heading: `Heading ${at}`,
      lines: rows.map((count) => ({ number: (number += 1), text: text(count), isOpen: false })),
    })),
  };
};

describe('the pages of a document', () => {
  test('hold everything once, in its order, and nothing outside of their margins', () => {
    fc.assert(
      fc.property(sections, (lengths) => {
        const paper = paperOf(lengths);
        const pages = layOut(paper, measureAt);
        const rows = pages.flatMap(textsOf).filter((text) => text.startsWith('line '));
        expect(rows).toEqual(paper.sections.flatMap(({ lines }) => lines.flatMap(({ text }) => text.split('\n'))));
        for (const page of pages) {
          expect(page.rows.every(({ y, height }) => y >= PAGE.top && y + height <= PAGE.bottom)).toBe(true);
          expect(page.fields.every(({ y, height }) => y > PAGE.head && y + height < PAGE.foot)).toBe(true);
          const ends = page.rows.map(({ y, height }) => y + height);
          expect(page.rows.slice(1).every(({ y }, at) => y >= (ends[at] ?? 0) - 0.01)).toBe(true);
        }
      }),
      FEWER,
    );
  });

  test('leave no heading at their foot and no row alone, and head again what goes on', () => {
    fc.assert(
      fc.property(sections, (lengths) => {
        const pages = layOut(paperOf(lengths), measureAt).map(textsOf);
        for (const [at, texts] of pages.entries()) {
          expect(texts.at(-1)).not.toMatch(/^Heading/u);
          const [, first = '', last = ''] = /row (\d+) of (\d+)/u.exec(texts.at(-1) ?? '') ?? [];
          const isCut = first !== last && at < pages.length - 1;
          if (!isCut) continue;
          expect(Number(first)).toBeGreaterThan(1);
          expect(Number(last) - Number(first)).toBeGreaterThan(1);
          expect(pages[at + 1]?.[0]).toMatch(/^Heading \d+ \(continued\)$/u);
        }
        const closing = pages.filter((texts) => texts.includes('How to confirm'));
        expect(closing.map((texts) => texts.includes('Name the version.'))).toEqual([true]);
      }),
      FEWER,
    );
  });
});

test('a phrase is filled with what is known later, and with nothing that people typed in braces', () => {
  expect(filled('Page {page} of {pages}', { page: 1, pages: 3 })).toBe('Page 1 of 3');
  expect(filled('{heading} (continued)', { heading: '{page}' })).toBe('{page} (continued)');
});

describe('the name of a file', () => {
  test('says what it is, in any language, and ends as it should', () => {
    expect(paperName(['Acme', 'Spring launch'], 'brief v2 a1b2.pdf')).toBe('Acme Spring launch brief v2 a1b2.pdf');
    expect(paperName(['山野茶饮', '春季新品上市'], '简报 v2 a1b2.pdf')).toBe('山野茶饮 春季新品上市 简报 v2 a1b2.pdf');
    expect(paperName(['🚀', '../..'], 'brief.pdf')).toBe('brief.pdf');
  });

  test('is one that every file system takes, however long and hostile the words are', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 200, size: 'max' })), (words) => {
        const name = paperName(words, 'brief v2 a1b2c3d4e5f6.pdf');
        expect(name).toMatch(/^[\p{L}\p{N}\p{M} ]*brief v2 a1b2c3d4e5f6\.pdf$/u);
        expect(Buffer.byteLength(name)).toBeLessThan(255 + 30);
        expect(Array.from(name).length).toBeLessThanOrEqual(90);
      }),
    );
  });
});
