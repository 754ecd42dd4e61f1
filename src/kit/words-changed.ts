import { diffWordsWithSpace } from 'diff';
import { INTL_TAG, type Locale } from './locale.ts';

/** A run of words that stayed, came or went. */
export type WordChange = { text: string; is: 'same' | 'added' | 'removed' };

/** What differs between two texts, word by word; Chinese is cut into words by the platform's own segmenter. */
export function changedWords(was: string, now: string, locale: Locale): WordChange[] {
  const intlSegmenter = new Intl.Segmenter(INTL_TAG[locale], { granularity: 'word' });
  return diffWordsWithSpace(was, now, { intlSegmenter }).map(({ value, added, removed }) => ({
    text: value,
    is: removed ? 'removed' : added ? 'added' : 'same',
  }));
}
