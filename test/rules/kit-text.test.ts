import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bold, who } from '../../src/kit/blocks.ts';
import { phrase } from '../../src/kit/phrase.ts';
import { projectWords } from '../../src/project/words.ts';
import { called, escape, link, mention, pieces, shorten, slackLength, takeFrom, unescape } from '../../src/kit/text.ts';
import { changedWords, type WordChange } from '../../src/kit/words-changed.ts';
import { LOCALES } from '../../src/kit/locale.ts';
import { HOSTILE, typed } from '../support/arbitraries.ts';

const any = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 80, size: 'max' }),
  typed(120),
  fc
    .tuple(fc.constantFrom('&', '<>', '😀', '👩‍👩‍👧', '汉字', ' ', 'x\n', '&😀 '), fc.nat(60))
    .map(([unit, times]) => unit.repeat(times)),
);
/** Half of a character that takes two units: what a text cut in the middle of an emoji begins or ends with. */
const HALVES = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/u;
const isWhole = (text: string): boolean => text.isWellFormed() && !HALVES.test(text);

describe('what people type is shown as they typed it', () => {
  test('escaping and taking it back gives the text, also where it looks escaped already', () => {
    fc.assert(
      fc.property(fc.oneof(any, fc.constantFrom('&amp;lt;', '&lt;!channel&gt;', ...HOSTILE)), (text) => {
        expect(unescape(escape(text))).toBe(text);
      }),
    );
  });

  test('nothing in it can call anybody or be a link', () => {
    fc.assert(fc.property(any, (text) => expect(escape(text)).not.toMatch(/[<>]|&(?!amp;|lt;|gt;)/u)));
    expect(escape('<!channel> & <@U1>')).toBe('&lt;!channel&gt; &amp; &lt;@U1&gt;');
  });

  test('a link’s label cannot end the link', () => {
    fc.assert(
      fc.property(any, (label) => {
        const [, shown] = /^<https:\/\/a\.example\|([^<>|]*)>$/u.exec(link('https://a.example', label)) ?? [];
        expect(shown).toBe(escape(label).replaceAll('|', '¦'));
      }),
    );
  });

  test('a mention names the person by Slack’s id', () => {
    expect(mention({ team: 'T1', user: 'U1' })).toBe('<@U1>');
  });
});

describe('a text that is too long', () => {
  const room = fc.integer({ min: 1, max: 200 });

  test('is never longer than there is room for, as Slack counts, and never ends within a character', () => {
    fc.assert(
      fc.property(any, room, (text, max) => {
        const shown = shorten(text, max);
        expect(slackLength(shown)).toBeLessThanOrEqual(max);
        if (text.isWellFormed()) expect(isWhole(shown)).toBe(true);
      }),
    );
  });

  test('is left alone when it fits, else it says by an ellipsis that it goes on', () => {
    fc.assert(
      fc.property(any, room, (text, max) => {
        const shown = shorten(text, max);
        if (slackLength(text) <= max) expect(shown).toBe(text);
        else expect([shown.endsWith('…'), text.startsWith(shown.slice(0, -1))]).toEqual([true, true]);
      }),
    );
  });

  test('is cut on a word where one ends nearby, and anywhere in Chinese', () => {
    expect(shorten('Three short films for the launch', 20)).toBe('Three short films…');
    expect(shorten('春季上市的三支短片', 6)).toBe('春季上市的…');
    expect(shorten('a incomprehensibilities', 12)).toBe('a incompreh…');
  });

  test('gives as many whole characters as fit', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 0, max: 200 }), (text, max) => {
        const head = takeFrom(text, max);
        const next = text.slice(head.length).match(/./su)?.[0];
        expect(text.startsWith(head) && slackLength(head) <= max).toBe(true);
        if (next !== undefined) expect(slackLength(head + next)).toBeGreaterThan(max);
      }),
    );
  });
});

describe('a text that is cut into pieces', () => {
  /** Room for any one character: `&amp;` takes five. */
  const room = fc.integer({ min: 5, max: 100 });

  test('loses nothing, and each piece fits', () => {
    fc.assert(
      fc.property(any, room, (text, max) => {
        const cut = pieces(text, max);
        expect(cut.join('')).toBe(text);
        expect(cut.every((piece) => slackLength(piece) <= max)).toBe(true);
        if (text.isWellFormed()) expect(cut.every(isWhole)).toBe(true);
        if (text !== '') expect(cut).not.toContain('');
      }),
    );
  });

  test('loses nothing either where not even one character fits: it goes in a piece of its own', () => {
    fc.assert(
      fc.property(any, fc.integer({ min: 1, max: 4 }), (text, max) => {
        const cut = pieces(text, max);
        expect(cut.join('')).toBe(text);
        expect(cut.every((piece) => slackLength(piece) <= max || /^.$/su.test(piece))).toBe(true);
        if (text.isWellFormed()) expect(cut.every(isWhole)).toBe(true);
        if (text !== '') expect(cut).not.toContain('');
      }),
    );
    expect(pieces('a&😀', 1)).toEqual(['a', '&', '😀']);
  });

  test('is cut on words where possible', () => {
    expect(pieces('Three short films for the launch', 12)).toEqual(['Three short ', 'films for ', 'the launch']);
  });

  test.each(['&', '<>', '😀', '汉', 'x '])('takes as many answers of “%s” as the form does', (unit) => {
    const text = unit.repeat(3000 / unit.length);
    expect(pieces(text, 100).join('')).toBe(text);
  });
});

describe('a sentence with what people typed in it', () => {
  const joined = (locale: 'en' | 'zh', name: string) =>
    phrase(projectWords.in(locale).joinerTitle, { who: who({ team: 'T1', user: 'U1' }), project: bold(name) });

  test('has it in the place that the language gives it, exactly as it was typed', () => {
    expect(joined('en', '<!channel> {x}')).toEqual([
      { type: 'user', user_id: 'U1' },
      { type: 'text', text: ' joined the team channel of ' },
      { type: 'text', text: '<!channel> {x}', style: { bold: true } },
      { type: 'text', text: '.' },
    ]);
    fc.assert(fc.property(any, (name) => expect(joined('zh', name)).toContainEqual(bold(name))));
  });

  test('names people without calling them, and their names cannot format it', () => {
    fc.assert(
      fc.property(any, (name) => {
        const said = called({ person: { team: 'T1', user: 'U1' }, name });
        if (/[^\s*_~`]/u.test(name)) expect(said).not.toMatch(/[<>*_~`]|&(?!amp;|lt;|gt;)/u);
        else expect(said).toBe('<@U1>');
        expect(said.trim()).not.toBe('');
      }),
    );
  });

  test.each([null, '', '  ', '***', ' _~`* \u00A0'])(
    'mentions somebody of whose name nothing would be left: “%s”',
    (name) => {
      expect(called({ person: { team: 'T1', user: 'U1' }, name })).toBe('<@U1>');
    },
  );
});

/** Words as they stay, are replaced, dropped or put in between, most of them untouched: two texts of which one was edited. */
const words = fc.constantFrom('tea', 'Three', 'short', 'films', 'a', '春季', '上市', '的', '😀', '<!here>', '—', '  ');
const edit = fc.oneof(
  { arbitrary: fc.constant(null), weight: 6 },
  { arbitrary: words, weight: 1 },
  { arbitrary: fc.constant(''), weight: 1 },
);
const edited = fc
  .tuple(fc.array(fc.tuple(words, edit), { maxLength: 30, size: 'max' }), fc.constantFrom(' ', '', '\n'))
  .map(([pairs, between]) => {
    const joined = (texts: readonly string[]) => texts.filter(Boolean).join(between);
    return [joined(pairs.map(([was]) => was)), joined(pairs.map(([was, now]) => now ?? was))] as const;
  });

describe('what differs between two texts', () => {
  const twoTexts = fc.oneof(fc.tuple(typed(), typed()), edited);
  const locales = fc.constantFrom(...LOCALES);
  const told = (changes: readonly WordChange[], without: WordChange['is']): string =>
    changes
      .filter(({ is }) => is !== without)
      .map(({ text }) => text)
      .join('');
  /** The old text, where a space that ends what went may have been put there, to keep what came from running into it. */
  const oldText = (changes: readonly WordChange[]): RegExp => {
    const literal = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/]/gu, String.raw`\$&`);
    const stays = changes.map(({ text, is }, at) => {
      if (is === 'added') return '';
      const isJoined = is === 'removed' && changes[at + 1]?.is === 'added';
      return isJoined ? literal(text).replace(/ $/u, ' ?') : literal(text);
    });
    return new RegExp(`^${stays.join('')}$`, 'u');
  };

  test('gives the new text to the letter, and the old one but for a space between what went and what came', () => {
    fc.assert(
      fc.property(twoTexts, locales, fc.boolean(), ([was, now], locale, isRewritten) => {
        const changes = changedWords(was, now, locale, isRewritten);
        expect(told(changes, 'removed')).toBe(now);
        expect(was).toMatch(oldText(changes));
        expect(changes.map(({ text }) => text)).not.toContain('');
      }),
      { numRuns: 500 },
    );
  });

  test('reads as changes: what went, then what came, apart from each other, and between them enough that stayed', () => {
    fc.assert(
      fc.property(twoTexts, locales, ([was, now], locale) => {
        const changes = changedWords(was, now, locale);
        // s: stayed, r: removed, a: added.
        expect(changes.map(({ is }) => is[0]).join('')).toMatch(/^s?((ra?|a)s)*(ra?|a)?$/u);
        const inner = changes.slice(1, -1).filter(({ is }) => is === 'same');
        expect(inner.filter(({ text }) => text.length < 4)).toEqual([]);
        const touching = changes.filter(({ text, is }, at) => {
          const next = changes[at + 1];
          return is === 'removed' && next?.is === 'added' && !/\s$/u.test(text) && !/^\s/u.test(next.text);
        });
        expect(touching).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test('is nothing where they are equal, and all of it where one is empty', () => {
    fc.assert(
      fc.property(typed().filter(Boolean), locales, (text, locale) => {
        expect(changedWords(text, text, locale)).toEqual([{ text, is: 'same' }]);
        expect(changedWords(text, '', locale)).toEqual([{ text, is: 'removed' }]);
        expect(changedWords('', text, locale)).toEqual([{ text, is: 'added' }]);
      }),
    );
  });

  test('is one change where it was written anew: it is told, or less than half of the old text stays', () => {
    fc.assert(
      fc.property(twoTexts, locales, ([was, now], locale) => {
        const changes = changedWords(was, now, locale, true);
        const kinds = [was === '' ? [] : ['removed'], now === '' ? [] : ['added']].flat();
        expect(changes.map(({ is }) => is)).toEqual(kinds);
      }),
    );
    expect(changedWords('面向大学生', '面向年轻家庭', 'zh')).toEqual([
      { text: '面向大学生 ', is: 'removed' },
      { text: '面向年轻家庭', is: 'added' },
    ]);
  });

  test.each<[string, 'en' | 'zh', string, string, WordChange[]]>([
    [
      'in Chinese by its words',
      'zh',
      '面向上海的大学生',
      '面向上海的年轻家庭',
      [
        { text: '面向上海的', is: 'same' },
        { text: '大学生 ', is: 'removed' },
        { text: '年轻家庭', is: 'added' },
      ],
    ],
    [
      'joined where next to nothing stands between',
      'en',
      'Two red films for the spring',
      'Three blue films for the spring',
      [
        { text: 'Two red ', is: 'removed' },
        { text: 'Three blue', is: 'added' },
        { text: ' films for the spring', is: 'same' },
      ],
    ],
  ])('is told word by word, %s', (_, locale, was, now, expected) => {
    expect(changedWords(was, now, locale)).toEqual(expected);
  });

  test('is not looked for without end: more changes than anybody could read are one', () => {
    const numbered = (sign: string) => Array.from({ length: 300 }, (_, at) => `word${at} stays${sign}${at}`).join(' ');
    const kinds = changedWords(numbered('a'), numbered('b'), 'en').map(({ is }) => is);
    expect(kinds).toEqual(['removed', 'added']);
  });
});
