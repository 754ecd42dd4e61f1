import { diffWordsWithSpace } from 'diff';
import { INTL_TAG, type Locale } from './locale.ts';

/** A run of words that stayed, came or went. */
export type WordChange = { text: string; is: 'same' | 'added' | 'removed' };

/** Where less than this share of the old text stays, it was written anew: word by word nobody could read it. */
const REWRITTEN = 0.5;
/** What stays between two changes and is shorter than this is part of one change. */
const BRIDGE = 4;
/** More changes than this are no longer looked for: it would take seconds, and is written anew all the same. */
const MAX_CHANGES = 200;

/**
 * What differs between two texts, word by word; Chinese is cut into words by the platform's own segmenter. Changes that
 * stand close together are one: what went, then what came.
 * @param isRewritten nothing of the old is to be looked for in the new
 */
export function changedWords(was: string, now: string, locale: Locale, isRewritten = false): WordChange[] {
  if (isRewritten) return one(was, now);
  const intlSegmenter = new Intl.Segmenter(INTL_TAG[locale], { granularity: 'word' });
  const found = diffWordsWithSpace(was, now, { intlSegmenter, maxEditLength: MAX_CHANGES });
  if (!found) return one(was, now);
  const parts = found.map(({ value, added, removed }): WordChange => ({
    text: value,
    is: removed ? 'removed' : added ? 'added' : 'same',
  }));
  const joined = bridged(parts);
  const stayed = joined.reduce((sum, { text, is }) => (is === 'same' ? sum + text.length : sum), 0);
  return stayed < was.length * REWRITTEN ? one(was, now) : joined;
}

/** One change. Where neither brings a space, what went gets one, so that they do not run into each other: what came is exact. */
function one(was: string, now: string): WordChange[] {
  const gap = was === '' || now === '' || /\s$/u.test(was) || /^\s/u.test(now) ? '' : ' ';
  const changes: WordChange[] = [
    { text: `${was}${gap}`, is: 'removed' },
    { text: now, is: 'added' },
  ];
  return changes.filter(({ text }) => text !== '');
}

/** Gathers changes until something stays that is long enough to be read between them. */
function bridged(parts: readonly WordChange[]): WordChange[] {
  const out: WordChange[] = [];
  let was = '';
  let now = '';
  const flush = () => {
    out.push(...one(was, now));
    was = '';
    now = '';
  };
  for (const [index, { text, is }] of parts.entries()) {
    const isBridge = is === 'same' && text.length < BRIDGE && (was !== '' || now !== '') && index < parts.length - 1;
    if (is === 'same' && !isBridge) {
      flush();
      out.push({ text, is });
    }
    if (is === 'removed' || isBridge) was += text;
    if (is === 'added' || isBridge) now += text;
  }
  flush();
  return out;
}
