/** How wide a text is, in points. */
export type Measure = (text: string) => number;

/** May not begin a line (w3.org/TR/clreq, prohibition rules for line start). */
const NO_START = new Set('、。，．：；？！）〕］｝〉》」』】〗”’…—～·‧,.!?:;)]}%‰℃°');
/** May not end a line (the same, for line end). */
const NO_END = new Set('（〔［｛〈《「『【〖“‘([{￥$€£#№');
/** A word may be broken after these. */
const SOFT = new Set('-–—/');
const WIDE_CLASS = String.raw`\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303F\uFF00-\uFFEF`;
const WIDE = new RegExp(`^[${WIDE_CLASS}]`, 'u');
/** Marks that Chinese and English share, and write in different widths: here those that stand in English. */
const SHARED = '“”‘’…—–·';
const IN_ENGLISH = new RegExp(`(?<![${WIDE_CLASS}${SHARED}])[${SHARED}]+(?![${WIDE_CLASS}${SHARED}])`, 'gu');

const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** So much of a text is looked at at a time: with each character the platform hands out a copy of all that it was given. */
const WINDOW = 500;

/** Of these none joins with what stands beside it: Latin as it is typed, Chinese, and the marks of both. The platform takes long to tell. */
const SINGLE = /^[\x20-\x7E\u2010-\u2027\u3000-\u3029\u4E00-\u9FFF\uFF01-\uFF5E]*$/u;

/** What a reader sees as one character each. */
export function clustersOf(text: string): string[] {
  if (SINGLE.test(text)) return text.split('');
  const clusters: string[] = [];
  for (let from = 0; from < text.length;) {
    const end = wholeUpTo(text, from + WINDOW);
    const found = Array.from(graphemes.segment(text.slice(from, end)), ({ segment }) => segment);
    // The last one may go on behind what was looked at.
    if (end < text.length && found.length > 1) found.pop();
    clusters.push(...found);
    from += found.reduce((sum, { length }) => sum + length, 0);
  }
  return clusters;
}

/** A place that is not inside of a surrogate pair. */
const wholeUpTo = (text: string, at: number): number => ((text.codePointAt(at - 1) ?? 0) > 0xffff ? at - 1 : at);

/**
 * Breaks one paragraph into lines of at most `width`: English between words, Chinese between characters as its typography
 * allows, and what is longer than a line wherever the line ends. Joined, the lines are the text: the space at which a line was
 * broken stays at its end.
 */
export function wrap(text: string, width: number, measure: Measure): string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const atom of atomsOf(text)) {
    const needed = measure(atom.trimEnd());
    if (line !== '' && used + needed > width) {
      lines.push(line);
      line = '';
      used = 0;
    }
    for (const part of needed > width ? cut(atom, width, measure) : [atom]) {
      if (line !== '' && used + measure(part.trimEnd()) > width) {
        lines.push(line);
        line = '';
        used = 0;
      }
      line += part;
      used += measure(part);
    }
  }
  return [...lines, line];
}

/** The pieces of a text that stay together, each with the spaces that follow it. */
function atomsOf(text: string): string[] {
  const clusters = clustersOf(text);
  const atoms: string[] = [];
  let atom = '';
  for (const [index, cluster] of clusters.entries()) {
    atom += cluster;
    const next = clusters[index + 1];
    if (next !== undefined && !mayBreak(clusters[index - 1], cluster, next)) continue;
    atoms.push(atom);
    atom = '';
  }
  return atoms;
}

function mayBreak(before: string | undefined, here: string, next: string): boolean {
  if (next === ' ') return false;
  if (here === ' ') return true;
  if (NO_START.has(next) || NO_END.has(here)) return false;
  if (WIDE.test(here) || WIDE.test(next)) return true;
  // Not in `-5`, where the hyphen belongs to what follows.
  return SOFT.has(here) && before !== undefined && before !== ' ' && !SOFT.has(next);
}

/** Something without a place to break, cut into parts of a line's width. */
function cut(atom: string, width: number, measure: Measure): string[] {
  const parts: string[] = [];
  let part = '';
  let used = 0;
  for (const cluster of clustersOf(atom)) {
    const needed = measure(cluster);
    if (part !== '' && used + needed > width && cluster !== ' ') {
      parts.push(part);
      part = '';
      used = 0;
    }
    part += cluster;
    used += needed;
  }
  return [...parts, part];
}

/** A text in stretches; `narrow` are marks that Chinese typefaces make too wide for English. Joined, they are the text. */
export function stretchesOf(text: string): { text: string; narrow: boolean }[] {
  const stretches: { text: string; narrow: boolean }[] = [];
  let end = 0;
  for (const match of text.matchAll(IN_ENGLISH)) {
    stretches.push({ text: text.slice(end, match.index), narrow: false }, { text: match[0], narrow: true });
    end = match.index + match[0].length;
  }
  stretches.push({ text: text.slice(end), narrow: false });
  return stretches.filter((stretch) => stretch.text !== '');
}
