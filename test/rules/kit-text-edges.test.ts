import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { formatInstant } from '../../src/kit/calendar.ts';
import { LOCALES } from '../../src/kit/locale.ts';
import { channelLink, dateToken, dayToken, link, pieces, shorten, slackLength } from '../../src/kit/text.ts';
import { NOW, typed } from '../support/arbitraries.ts';

describe('what Slack makes something of', () => {
  test('a channel is linked by its id, whatever it is called by then', () => {
    expect(channelLink('C1')).toBe('<#C1>');
  });

  test('a link’s label keeps its bar as one that Slack does not read', () => {
    expect(link('https://a.example', 'Acme | Spring')).toBe('<https://a.example|Acme ¦ Spring>');
  });

  test.each(LOCALES)('evidence names its date in full, a card says “today” (%s)', (locale) => {
    const [seconds, fallback] = [NOW.getTime() / 1000, formatInstant(NOW, locale)];
    expect(dayToken(NOW, locale)).toBe(`<!date^${seconds}^{date_short} {time}|${fallback}>`);
    expect(dateToken(NOW, locale)).toBe(`<!date^${seconds}^{date_short_pretty} {time}|${fallback}>`);
  });
});

describe('where a text is cut', () => {
  const words = fc.array(fc.constantFrom('a', 'tea', '  ', '云山茶', '\n', 'films & more'), {
    maxLength: 30,
    size: 'max',
  });

  test('the ellipsis follows a word, never a space', () => {
    const text = words.map((parts) => parts.join(' ').trimStart());
    fc.assert(fc.property(text, fc.integer({ min: 2, max: 60 }), (said, max) => expect(ends(said, max)).toBe(true)));
    expect(shorten('Three short films   for the launch', 20)).toBe('Three short films…');
  });

  test('a word that is cut through is left out', () => {
    expect(shorten('Three short films for everybody', 25)).toBe('Three short films for…');
  });

  test('a text that just fits is one piece, wherever its words end', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          typed(),
          words.map((parts) => parts.join(' ')),
        ),
        (text) => {
          expect(pieces(text, Math.max(1, slackLength(text)))).toEqual([text]);
        },
      ),
    );
  });
});

const ends = (text: string, max: number): boolean => slackLength(text) <= max || /\S…$/u.test(shorten(text, max));
