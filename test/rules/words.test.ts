import { describe, expect, test } from '@jest/globals';
import { LOCALES } from '../../src/kit/locale.ts';
import { liaison } from '../../src/liaison.ts';
import { STAGES } from '../../src/project/model-life.ts';
import { RECORD_KINDS } from '../../src/project/model-record.ts';
import { BRIEF_LACKS, BRIEF_QUESTIONS } from '../../src/brief/model.ts';
import { anatomy, catalogues, everyWay, sources } from '../support/arbitraries-words.ts';

const all = await catalogues();
const sentences = all.flatMap(({ feature, words }) =>
  LOCALES.flatMap((locale) =>
    Object.entries(words.texts[locale]).map(([key, text]) => ({ feature, key, text, locale })),
  ),
);
/** The sentences of which something is wrong, by name: an empty list says that all is well. */
const wrong = (is: (sentence: (typeof sentences)[number]) => boolean): string[] =>
  sentences.filter(is).map(({ feature, key, locale, text }) => `${feature} ${locale} ${key}: ${text}`);

const HAN = /\p{Script=Han}/u;

test('every feature that speaks is in the table of contents', () => {
  const features = all.filter(({ feature }) => !feature.includes('-'));
  expect(features.map(({ feature }) => feature).toSorted()).toEqual([
    ...[
      'approval',
      'brief',
      'client',
      'deliverable',
      'digest',
      'export',
      'home',
      'io',
      'people',
      'plan',
      'progress',
      'project',
      'rooms',
      'stages',
    ],
  ]);
  const listed = features.filter(({ words }) => liaison.words.includes(words)).map(({ feature }) => feature);
  // App Home refuses nothing, so nobody looks up its sentences by code.
  const answering = features.map(({ feature }) => feature).filter((one) => one !== 'home');
  expect(listed.toSorted()).toEqual(answering.toSorted());
});

describe.each(all)('what $feature says', ({ words }) => {
  test('it says in both languages', () => {
    expect(Object.keys(words.texts.zh).toSorted()).toEqual(Object.keys(words.texts.en).toSorted());
  });

  test('names the same things in both, and tells the same cases apart', () => {
    for (const [key, text] of Object.entries(words.texts.en)) {
      const en = anatomy(text, 'en').args;
      const zh = anatomy(words.texts.zh[key] ?? '', 'zh').args;
      expect([key, [...zh.keys()].toSorted()]).toEqual([key, [...en.keys()].toSorted()]);
      for (const [name, cases] of zh) {
        // Chinese has one form for all numbers.
        const isPlural = en.get(name)?.includes('one');
        if (!isPlural) expect([key, name, cases.toSorted()]).toEqual([key, name, en.get(name)?.toSorted()]);
      }
    }
  });
});

describe('every sentence, in both languages', () => {
  test('comes out whole in every case: nothing empty, nothing left unfilled', () => {
    const broken = ({ text, locale }: (typeof sentences)[number]) =>
      everyWay(text, locale).some((said) => said.trim() === '' || /[{}]|undefined|\[object|\s\n|  /u.test(said));
    expect(wrong(broken)).toEqual([]);
  });

  test('does not shout, calls nobody, and scolds nobody', () => {
    expect(wrong(({ text }) => /[!！]|@(channel|here|everyone)/u.test(text))).toEqual([]);
    const harsh = /客服|催办|\b(must not|failed to|forgot|invalid|error)\b/iu;
    expect(wrong(({ text, locale }) => harsh.test(anatomy(text, locale).literals.join(' ')))).toEqual([]);
  });

  test('has Chinese punctuation in Chinese', () => {
    const half = /\p{Script=Han}\s?[,;:?()]|[,;:?()]\s?\p{Script=Han}|\p{Script=Han}\.(?!\w)/u;
    expect(wrong(({ text, locale }) => locale === 'zh' && half.test(text.replaceAll(/:[a-z_]+:/gu, '')))).toEqual([]);
  });

  test('has no straight quote, which the formatter would swallow', () => {
    expect(wrong(({ text }) => /['"]/u.test(text))).toEqual([]);
  });

  test('is Chinese in Chinese, and English in English', () => {
    // Names, and sentences that are nothing but what they name, are the same in both.
    const same = wrong(({ feature, key, text, locale }) => {
      const other = all.find((one) => one.feature === feature)?.words.texts.en[key];
      const letters = anatomy(text, locale).literals.join('');
      return (
        locale === 'zh' &&
        other === text &&
        /\p{L}/u.test(letters.replaceAll(/Liaison|English|简体中文|:warning:/gu, ''))
      );
    });
    expect(same).toEqual([]);
    expect(wrong(({ text, locale }) => locale === 'en' && HAN.test(text) && text !== '简体中文')).toEqual([]);
  });
});

describe('refusals', () => {
  const comments = /\/\*\*.*?\*\//gsu;
  const codes = sources().flatMap(({ text }) =>
    [...text.replaceAll(comments, '').matchAll(/(?:\brefuse\(\s*|\bcode: )'([a-z]+\.[A-Za-z.]+)'/gu)].map(
      ([, code]) => code ?? '',
    ),
  );
  const worded = (key: string, locale: 'en' | 'zh') =>
    liaison.words.filter((words) => key in words.texts[locale]).length;

  test('are found in the sources', () => {
    expect(codes).toEqual(
      expect.arrayContaining(['approval.notYours', 'brief.gaps', 'project.gateClosed', 'store.gone']),
    );
  });

  test('are all worded, once, in both languages', () => {
    const unworded = [...new Set(codes)].filter((code) => LOCALES.some((locale) => worded(code, locale) !== 1));
    expect(unworded).toEqual([]);
  });

  test('name what is missing in words too', () => {
    const named = [
      ...BRIEF_LACKS.map((lack) => `brief.lack.${lack}`),
      ...BRIEF_QUESTIONS.map((question) => `brief.question.${question}`),
      ...STAGES.filter((stage) => stage !== 'intake').map((stage) => `project.lack.${stage}`),
      ...RECORD_KINDS.map((kind) => `record.${kind}`),
    ];
    expect(named.filter((key) => LOCALES.some((locale) => worded(key, locale) !== 1))).toEqual([]);
  });
});

describe('words of the trade', () => {
  const pairs = all.flatMap(({ feature, words }) =>
    Object.entries(words.texts.en).map(([key, en]) => ({
      name: `${feature} ${key}`,
      en,
      zh: words.texts.zh[key] ?? '',
    })),
  );

  test.each([
    [/account manager/iu, '客户经理'],
    [/\bapprover\b/iu, '审批人'],
    [/confirmation note/iu, '书面确认单'],
    [/key message/iu, '核心诉求'],
    [/target audience/iu, '目标受众'],
    [/\bdeliverables?\b/iu, '交付物'],
    [/\bbrief\b/iu, '简报'],
    [/\bproposal\b/iu, '提案'],
    [/\bgate\b/iu, '关口'],
    [/team channel/iu, '团队频道'],
    [/client channel/iu, '客户频道'],
    [/wanted date/iu, '期望日期'],
    [/account director/iu, '客户总监'],
    [/\badministrators?\b/iu, '管理员'],
    [/\bdeputy\b/iu, '副手'],
    [/\bhandover\b/iu, '移交'],
    [/\bvacanc(y|ies)\b/iu, '空缺'],
    [/\bportfolio\b/iu, '项目总览'],
    [/\bsettings\b/iu, '设置'],
  ])('%s is always %s', (english, chinese) => {
    const said = pairs.filter(({ en }) => english.test(anatomy(en, 'en').literals.join(' ')));
    expect(said.length).toBeGreaterThan(0);
    expect(said.filter(({ zh }) => !zh.includes(chinese)).map(({ name, zh }) => `${name}: ${zh}`)).toEqual([]);
  });
});
