import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { validateMessage } from '../../sandbox/blockkit/validate.ts';
import { message } from '../../src/kit/blocks.ts';
import { LOCALES } from '../../src/kit/locale.ts';
import { findings, INSIDE_WORDS } from '../../src/project/rules-outgoing.ts';
import { outgoingNotice } from '../../src/project/views-outgoing.ts';

const house = { client: 'Acme Tea', otherClients: ['Northwind', '云山茶', 'Acme', 'X', '青'] };
const found = (...texts: string[]) =>
  findings(
    texts.map((text, index) => ({ number: index + 1, text })),
    house,
  );

describe('before something leaves the house', () => {
  test.each([
    ['As we did for Northwind', 'otherClient', 'Northwind'],
    ['like NORTHWIND’s launch', 'otherClient', 'Northwind'],
    ['参考云山茶去年的做法', 'otherClient', '云山茶'],
    ['we keep a margin of 20 %', 'money', 'margin'],
    ['毛利不到两成', 'money', '毛利'],
    ['Don’t tell the client yet', 'inside', "don't tell the client"],
    ['勿外传', 'inside', '勿外传'],
    ['please tell @here', 'broadcast', '@here'],
    ['ｍａｒｇｉｎ', 'money', 'margin'],
  ])('“%s” is pointed out', (text, kind, words) => {
    expect(found('Trial among students', text)).toEqual([{ kind, words, number: 2 }]);
  });

  test.each([
    'Marginal gains for every student',
    'Northwinds blow in spring',
    'profitable for families',
    'Acme Tea is the first to do it',
    'write to here@example.com',
    'X marks the spot, 青年',
    '利益相关方',
  ])('“%s” is not', (text) => expect(found(text)).toEqual([]));

  test('the client’s own name, and a name that is part of it, is no secret to them', () => {
    expect(found('Acme Tea, Acme')).toEqual([]);
    expect(findings([{ number: 1, text: 'Acme' }], { ...house, client: 'Northwind' })).toHaveLength(1);
  });

  test('a word that stands in several lines is pointed out where it stands first', () => {
    expect(found('margin', 'margin again')).toEqual([{ kind: 'money', words: 'margin', number: 1 }]);
  });

  test('every word of the list is found by itself, whatever stands around it', () => {
    const words = Object.values(INSIDE_WORDS).flat();
    fc.assert(
      fc.property(fc.constantFrom(...words), fc.constantFrom('', ' ', '，', '"', '😀', '\n'), (word, around) => {
        expect(found(`${around}${word}${around}`).map((one) => one.words)).toContain(word);
      }),
    );
  });

  test('no text and no name of a client breaks the check', () => {
    const texts = fc.array(fc.string({ unit: 'binary', maxLength: 200, size: 'max' }), { maxLength: 5 });
    fc.assert(
      fc.property(texts, texts, (lines, otherClients) => {
        const all = findings(
          lines.map((text, index) => ({ number: index + 1, text })),
          { client: 'Acme', otherClients },
        );
        expect(all.every(({ number }) => number <= lines.length)).toBe(true);
      }),
    );
  });

  test('a word is found behind one that only begins like it, in the same line and in a later one', () => {
    expect(found('marginal, then a margin')).toEqual([{ kind: 'money', words: 'margin', number: 1 }]);
    expect(found('marginal', 'the margin')).toEqual([{ kind: 'money', words: 'margin', number: 2 }]);
  });

  test('what was found stands in the order of the lines, and a name does not go on from one line into the next', () => {
    expect(found('Northwind', 'our margin, 云山茶', 'inter', 'nal only').map(({ words }) => words)).toEqual([
      'Northwind',
      '云山茶',
      'margin',
    ]);
  });

  test('a thousand clients are looked for in the longest brief while nobody else waits for long', () => {
    const long = (text: string) => text.repeat(3000).slice(0, 3000);
    const lines = ['x', 'word ', '春季上市'].map((text, index) => ({ number: index + 1, text: long(text) }));
    const otherClients = Array.from({ length: 1000 }, (_, at) => 'x'.repeat(20 + (at % 40)));
    const beganMs = performance.now();
    expect(findings(lines, { client: 'Acme', otherClients })).toEqual([]);
    // Slack waits three seconds for whoever pressed meanwhile.
    expect(performance.now() - beganMs).toBeLessThan(3000);
  });

  test('what is shown of it is one that Slack takes, at its longest, and nothing where nothing was found', () => {
    const all = Array.from(
      { length: 40 },
      (_, number) => ({ kind: 'otherClient', words: '<!here>茶😀'.repeat(50), number }) as const,
    );
    for (const locale of LOCALES) {
      const blocks = outgoingNotice(all, locale);
      expect(validateMessage(message('team', 'check', blocks))).toEqual([]);
      expect(JSON.stringify(blocks)).not.toMatch(/"type":"(mrkdwn|link|user|broadcast)"/u);
      expect(outgoingNotice([], locale)).toEqual([]);
    }
  });
});
