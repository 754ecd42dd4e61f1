import type { KnownBlock } from '@slack/types';
import { paragraph, richText, run } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { shorten } from '../kit/text.ts';
import type { Finding } from './model-outgoing.ts';
import { outgoingWords } from './words-outgoing.ts';

/** More than this nobody reads in a preview; the first ones come up again when these are dealt with. */
const SHOWN = 10;
/** Of one name or word. */
const WORDS_LENGTH = 80;

/** The check before something leaves the house: nothing where nothing was found. */
export function outgoingNotice(found: readonly Finding[], locale: Locale): KnownBlock[] {
  if (found.length === 0) return [];
  const words = outgoingWords.in(locale);
  const lines = found.slice(0, SHOWN).map(({ kind, words: said, number }) => {
    const text = words[`outgoing.${kind}`]({ words: shorten(said, WORDS_LENGTH), number });
    return paragraph([run(`\n• ${text}`)]);
  });
  return [richText([paragraph([{ type: 'emoji', name: 'warning' }, run(` ${words.intro()}`)]), ...lines])];
}
