import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readKpi } from '../../src/brief/rules-kpis.ts';
import { kpiSentence } from '../../src/brief/views-kpis.ts';
import { LOCALES } from '../../src/kit/locale.ts';

const kpi = (parts: Partial<NonNullable<ReturnType<typeof readKpi>>>) => ({
  name: 'Awareness',
  from: '22',
  to: '30',
  unit: '%',
  source: 'tracker',
  when: 'Dec',
  ...parts,
});

describe('an expected result is read from one line', () => {
  test.each([
    ['Awareness | 22→30 % | tracker | Dec', {}],
    ['  Awareness|22->30%|tracker|Dec  ', {}],
    ['Awareness ｜ 22 –> 30 % ｜ tracker ｜ Dec', {}],
    ['Awareness | 22 --> 30 % | tracker | Dec', {}],
    ['Awareness | 22 => 30 % | tracker | Dec', {}],
    ['Awareness | 22 to 30 % | tracker | Dec', {}],
    ['Awareness | from 22 to 30 % | tracker | Dec', {}],
    ['Awareness | 22 % → 30 % | tracker | Dec', {}],
    ['Awareness | 从22至30 % | tracker | Dec', {}],
    ['Awareness | 22到30 % | tracker | Dec', {}],
    ['Awareness | 22→30 %', { source: null, when: null }],
    ['Awareness | 22→30 % | | Dec', { source: null }],
    ['Awareness | 30 % | tracker | Dec', { from: null }],
    ['Awareness | → 30 % | tracker | Dec', { from: null }],
    ['Awareness | 22→30 | tracker | Dec', { unit: null }],
    ['Awareness | 22 %→30 | tracker | Dec', { from: '22 %', unit: null }],
    ['Sales | ¥1,000→¥2,000 | tracker | Dec', { name: 'Sales', from: '¥1,000', to: '¥2,000', unit: null }],
    ['Reach | 900k → 1.2M followers | tracker | Dec', { name: 'Reach', from: '900k', to: '1.2', unit: 'M followers' }],
    ['Awareness | 5-10 % | tracker | Dec', { from: null, to: '5-10' }],
    ['Mood | poor → good | tracker | Dec', { name: 'Mood', from: 'poor', to: 'good', unit: null }],
    ['销量 | 3万→5万 盒 | tracker | 12月', { name: '销量', from: '3万', to: '5', unit: '万 盒', when: '12月' }],
    ['好评 | 达到95% | tracker | Dec', { name: '好评', from: null, to: '达到95' }],
    ['好评 | 至少95% | tracker | Dec', { name: '好评', from: null, to: '至少95' }],
    ['Visits | up to 500 | tracker | Dec', { name: 'Visits', from: null, to: 'up to 500', unit: null }],
    ['Awareness | 22→30 % | tracker | Dec | North | South', { when: 'Dec | North | South' }],
  ])('%s', (text, parts) => {
    expect(readKpi(text)).toEqual(kpi(parts));
  });

  test.each(['', 'Awareness', 'More awareness in the North', '| 22→30 %', 'Awareness |', 'Awareness | 22→', ' ｜ '])(
    '“%s” has no name or no target, and is not guessed at',
    (text) => {
      expect(readKpi(text)).toBeNull();
    },
  );
});

describe('it is read back as a sentence', () => {
  test.each([
    ['en', 'Awareness | 22→30 % | tracker | Dec', 'Awareness: from 22 to 30 %; measured by tracker; when: Dec'],
    ['en', 'Awareness | 22→30%', 'Awareness: from 22 to 30%'],
    ['en', 'Reach | 1.2M', 'Reach: 1.2M'],
    ['zh', '知名度｜22→30 %｜追踪调研｜12月', '知名度：从 22 到 30 %；衡量方式：追踪调研；时间：12月'],
    ['zh', '好评｜95%', '好评：95%'],
    ['en', 'as the client wrote it', 'as the client wrote it'],
  ] as const)('in %s: %s', (locale, text, sentence) => {
    expect(kpiSentence(text, locale)).toBe(sentence);
  });
});

/** Parts of a line as people type them, whatever signs they use: no bar and no arrow, which would part them further. */
const plainly = fc.string({ unit: 'grapheme', maxLength: 14 }).map((text) =>
  text
    .replaceAll(/[|｜→⇒➔➜⟶>＞]/gu, '')
    .trim()
    .replaceAll(/\s/gu, ' '),
);
const spoken = plainly.filter((text) => text !== '');
const figure = fc.integer({ min: 0, max: 1_000_000 }).map(String);
const unit = fc.constantFrom('%', 'points', '万', 'M followers');
const arrow = fc.constantFrom('→', ' -> ', '–>', ' to ', '至', '到', ' ⇒ ');
const bar = fc.constantFrom('|', ' | ', '｜', ' ｜ ');

describe('whatever is typed', () => {
  test('what was meant by name, from, to, unit, source and time comes out of each way of writing it', () => {
    const parts = fc.record({ name: spoken, from: figure, to: figure, unit, source: plainly, when: plainly });
    fc.assert(
      fc.property(parts, arrow, bar, fc.boolean(), (meant, to, between, spaced) => {
        const target = `${meant.from}${to}${meant.to}${spaced ? ' ' : ''}${meant.unit}`;
        const text = [meant.name, target, meant.source, meant.when].join(between);
        expect(readKpi(text)).toEqual({ ...meant, source: meant.source || null, when: meant.when || null });
      }),
    );
  });

  test('reading never throws, and reading back leaves out nothing', () => {
    const lines = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 60 }),
      fc.array(fc.oneof(spoken, bar, arrow, figure), { maxLength: 9 }).map((pieces) => pieces.join('')),
    );
    fc.assert(
      fc.property(lines, fc.constantFrom(...LOCALES), (text, locale) => {
        const read = readKpi(text);
        const said = kpiSentence(text, locale);
        if (!read) return expect(said).toBe(text);
        for (const part of Object.values(read)) if (part !== null) expect(said).toContain(part);
        for (const part of [...text.split(/[|｜]/u).slice(2)].map((one) => one.trim())) expect(said).toContain(part);
      }),
    );
  });

  test('a line as long as the question takes is read in no time, whatever it repeats', () => {
    for (const piece of ['1', ' ', '-', '1 ', '至', ' to ', '|', '1 -', '% '])
      expect(() => readKpi(`a|${piece.repeat(2000)}!`)).not.toThrow();
  });
});
