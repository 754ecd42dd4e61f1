import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BRIEF_QUESTIONS, type BriefVersion, type Line } from '../../src/brief/model.ts';
import { questionName, textOf } from '../../src/brief/views-lines.ts';
import { asText, briefPaper, paperFileName, type Printed } from '../../src/brief/views-paper.ts';
import { paperWords } from '../../src/brief/words-paper.ts';
import { LOCALES, type Locale } from '../../src/kit/locale.ts';
import { paperSchema } from '../../src/kit/paper.ts';
import { isRefusal } from '../../src/kit/refusal.ts';
import { start } from '../../src/project/rules.ts';
import { release, type Released } from '../../src/project/rules-released.ts';
import { anatomy, everyWay } from '../support/arbitraries-words.ts';

const NOW = new Date('2026-11-30T01:05:00.000Z');
const HASH = 'a1b2c3d4e5f60718293a4b5c6d7e8f90112233445566778899aabbccddeeff00';
const person = { team: 'T1', user: 'U1' };

function released(client = 'Acme', name = 'Spring launch'): Released {
  const answers = { client, name, work: 'job', wantedOn: '2027-03-14' } as const;
  const by = { person, id: 'mei', name: 'Mei' };
  const begin = { id: 'p1', workspace: 'T1', by, answers, clientId: 'c1', channel: 'C1', zone: 'utc' } as const;
  const project = start({ ...begin, language: 'en' }, NOW);
  if (isRefusal(project)) throw new Error(project.code);
  return release(project);
}

/** A brief with a line under every question, and two deliverables. */
const lines: Line[] = BRIEF_QUESTIONS.flatMap((question): Line[] => {
  const text = question === 'wantedOn' ? '2027-03-14' : `What is said of ${question}`;
  const line = { id: question, question, state: 'answered', text } as const;
  return question === 'deliverables' ? [line, { ...line, id: 'second', text: 'Three films' }] : [line];
});
const OPEN: Line = { id: 'open', question: 'audience', state: 'notKnown', finder: person };
const version = (over: Partial<BriefVersion> = {}): BriefVersion => ({
  number: 2,
  hash: HASH,
  language: 'en',
  sentAt: NOW.toISOString(),
  sentBy: 'mei',
  lines,
  ...over,
});
const printed = (language: Locale, over: Partial<BriefVersion> = {}): Printed => ({
  version: version(over),
  released: released(),
  agency: 'Harbour & Pine',
  language,
});

describe.each(LOCALES)('a brief on paper, in %s', (language) => {
  test('names agency, client, project, version, hash, and when it was sent, with the zone', () => {
    const paper = briefPaper(printed(language));
    expect(paperSchema.parse(paper)).toEqual(paper);
    const values = paper.facts.map(({ value }) => value).join('\n');
    for (const fact of ['Harbour & Pine', 'Acme', 'Spring launch', '2 · a1b2c3d4e5f6', HASH, '01:05 UTC'])
      expect(values).toContain(fact);
    expect([paper.author, paper.title, paper.madeAt]).toEqual(['Harbour & Pine', 'Spring launch', NOW.toISOString()]);
    expect(Object.values(paper.footer).join()).toMatch(/Acme · Spring launch.*2.*a1b2c3d4e5f6/u);
  });

  test('has every line under its question, by the number it has in the thread', () => {
    const { sections } = briefPaper(printed(language));
    expect(sections.map(({ heading }) => heading)).toEqual(BRIEF_QUESTIONS.map((one) => questionName(one, language)));
    const shown = sections.flatMap((section) => section.lines);
    expect(shown.map(({ number }) => number)).toEqual(lines.map((_line, index) => index + 1));
    expect(shown.map(({ text }) => text)).toEqual(lines.map((line) => textOf(line, language)));
  });

  test('says what is not known yet, and never who finds it out', () => {
    const paper = briefPaper(printed(language, { lines: [OPEN] }));
    expect(paper.sections[0]?.lines).toEqual([{ number: 1, text: textOf(OPEN, language), isOpen: true }]);
    expect(JSON.stringify(paper)).not.toContain('U1');
    const open = (over: object) => briefPaper(printed(language, over)).closing.paragraphs.length;
    expect(open({ lines: [OPEN] })).toBe(open({}) + 1);
  });

  test('says how to confirm it: in writing, with the version and the first 12 digits of its hash', () => {
    const { closing } = briefPaper(printed(language));
    const said = closing.paragraphs.join('\n');
    expect(said).toContain(language === 'en' ? 'in writing' : '书面');
    expect(said).toMatch(/2.*a1b2c3d4e5f6(?!\d)/u);
    expect(said).toContain('Spring launch');
  });

  test('says the same as text, in pieces that an e-mail and WeChat take', () => {
    const [only = '', ...more] = asText(printed(language));
    expect(more).toEqual([]);
    for (const line of lines) expect(only).toContain(textOf(line, language));
    for (const fact of ['Harbour & Pine', 'Acme', HASH, '01:05 UTC']) expect(only).toContain(fact);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 3000 }), { minLength: 1, maxLength: 20, size: 'max' }),
        (lengths) => {
          const texts = lengths.map((length, index) => `${index}-${'字x '.repeat(1000).slice(0, length)}`);
          const long = texts.map((text, index): Line => ({
            id: `l${index}`,
            question: 'objective',
            state: 'answered',
            text,
          }));
          const parts = asText(printed(language, { lines: long }));
          expect(parts.filter((part) => part.length > 3000)).toEqual([]);
          const bare = parts.map((part) => part.slice(part.indexOf('\n\n') + 2)).join('');
          const packed = (text: string) => text.replaceAll(/\s+/gu, '');
          for (const text of texts) expect(packed(bare)).toContain(packed(text));
          if (parts.length > 1)
            for (const [at, part] of parts.entries()) expect(part.split('\n')[0]).toContain(String(at + 1));
        },
      ),
      { numRuns: 30 },
    );
  });
});

test('the file’s name says whose it is and which version, and is another one for each sending', () => {
  expect(paperFileName(version(), released())).toBe('Acme Spring launch brief v2 a1b2c3d4e5f6.pdf');
  expect(paperFileName(version({ language: 'zh' }), released('山野茶饮', '春季新品'), 1)).toBe(
    '山野茶饮 春季新品 简报 v2 a1b2c3d4e5f6-1.pdf',
  );
});

describe('what a printed brief says', () => {
  const keys = Object.keys(paperWords.texts.en);
  const of = (key: string, locale: Locale): string =>
    Object.entries<string>(paperWords.texts[locale]).find(([one]) => one === key)?.[1] ?? '';

  test('it says in both languages, of the same things', () => {
    expect(Object.keys(paperWords.texts.zh)).toEqual(keys);
    for (const key of keys) {
      const args = LOCALES.map((locale) => [...anatomy(of(key, locale), locale).args.keys()].toSorted());
      expect([key, args[1]]).toEqual([key, args[0]]);
    }
  });

  test('comes out whole, with the punctuation of its language, and does not shout', () => {
    for (const locale of LOCALES)
      for (const key of keys) {
        const text = of(key, locale);
        expect([
          key,
          everyWay(text, locale).filter((said) => said.trim() === '' || /[{}]|undefined| {2}/u.test(said)),
        ]).toEqual([key, []]);
        expect(text).not.toMatch(/['"!！]/u);
        if (locale === 'zh') expect(text).not.toMatch(/\p{Script=Han}\s?[,;:?()]|[,;:?()]\s?\p{Script=Han}/u);
      }
  });
});
