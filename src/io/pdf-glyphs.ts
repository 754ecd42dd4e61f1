import { clustersOf } from './pdf-wrap.ts';

/** Whether the typeface has a character. */
export type HasGlyph = (codePoint: number) => boolean;

/** Without a look of their own: what they say to a screen, paper cannot show. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF\p{Variation_Selector}]/gu;
/** Controls, among them those that turn the direction of a text round, and halves of characters. */
const NOT_PRINTED = /^[\p{Cc}\p{Cf}\p{Cs}\p{Co}]/u;

/**
 * What can be printed of a text. A character that the typeface lacks, such as an emoji, is shown by its Unicode number,
 * `[U+1F680]`: a box would hide what was agreed to, and leaving it out would change it.
 * @returns the text, its paragraphs apart by `\n`, and whether anything is shown by its number
 */
export function printable(text: string, has: HasGlyph): { text: string; replaced: boolean } {
  let replaced = false;
  const shown = clustersOf(evened(text)).map((cluster) => {
    if (cluster === '\n' || cluster === ' ') return cluster;
    const seen = cluster.replaceAll(INVISIBLE, '');
    const points = Array.from(seen, (character) => character.codePointAt(0) ?? 0);
    if (points.every(has) && !NOT_PRINTED.test(seen)) return seen;
    replaced = true;
    return `[${points.map((point) => `U+${point.toString(16).toUpperCase().padStart(4, '0')}`).join(' ')}]`;
  });
  return { text: shown.join(''), replaced };
}

/** One character for each sort of line end and of space; composed, because typefaces have `é` and seldom its parts. */
const evened = (text: string): string =>
  text
    .normalize('NFC')
    .replaceAll(/\r\n?|[\u2028\u2029\u0085\v\f]/gu, '\n')
    .replaceAll(/[\t\u00A0\u2000-\u200A\u202F\u205F]/gu, ' ');
