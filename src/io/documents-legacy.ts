import { analyse } from 'chardet';

/** Encodings of before Unicode that are read. Others, as those of Japanese or Russian, are not guessed at. */
type Legacy = 'gb18030' | 'big5' | 'windows-1252';

/** By the names that chardet gives. */
const CHARDET_NAMES: Readonly<Record<Legacy, readonly string[]>> = {
  gb18030: ['GB18030'],
  big5: ['Big5'],
  'windows-1252': ['ISO-8859-1', 'windows-1252'],
};
/** So much of a text has to be common characters: real ones have above nine tenths, those of a wrong encoding half. */
const COMMON_SHARE = 0.85;
/** How much surer chardet has to be of another encoding, of 100, before it is believed. */
const SURER = 15;
/** What is looked at: chardet reads all that it is given, and more text makes nothing surer. */
const LOOKS_AT = 100_000;

/**
 * The text of bytes that are not Unicode, or null where nobody can be sure. Two have to agree: the share of common
 * characters here, and chardet, which knows how often each occurs in other languages too.
 */
export function legacyText(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, LOOKS_AT);
  const shares: [Legacy, number][] = [
    ['gb18030', commonShare(sample, isCommonGb)],
    ['big5', commonShare(sample, isCommonBig5)],
    ['windows-1252', isWestern(sample) ? 1 : 0],
  ];
  const likely = shares.filter(([, share]) => share >= COMMON_SHARE).map(([encoding]) => encoding);
  const matches = analyse(sample);
  const confidence = (encoding: Legacy): number =>
    Math.max(
      0,
      ...matches.filter(({ name }) => CHARDET_NAMES[encoding].includes(name)).map((match) => match.confidence),
    );
  const [best, next] = likely.toSorted((a, b) => confidence(b) - confidence(a));
  if (best === undefined) return null;
  const others = matches.filter(({ name }) => !CHARDET_NAMES[best].includes(name) && isOfSameKind(best, name));
  const isDoubted = others.some((other) => other.confidence >= confidence(best) + SURER);
  const isTie = next !== undefined && confidence(best) < confidence(next) + SURER;
  if (isDoubted || isTie || (best === 'gb18030' && mayBeKorean(sample))) return null;
  if (best === 'windows-1252') return fromWindows1252(bytes);
  try {
    return new TextDecoder(best, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** Where windows-1252 differs from Latin-1, from 80 to 9F (encoding.spec.whatwg.org, index windows-1252). */
const OF_WINDOWS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By a table: the TextDecoder of some versions of Node takes this encoding for Latin-1, and gives control characters. */
const fromWindows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replaceAll(/[\u0080-\u009f]/g, (character) => OF_WINDOWS[character.charCodeAt(0) - 0x80] ?? character);

/** Chardet compares encodings of one kind with each other only: those with one byte a character, and those with two. */
const isOfSameKind = (encoding: Legacy, name: string): boolean =>
  (encoding === 'windows-1252') === /^(?:ISO-8859|windows|KOI8)/i.test(name);

type Pair = readonly [first: number, second: number];

/** The characters of two bytes, as far as the bytes can be such. */
function* pairs(bytes: Uint8Array): Generator<Pair> {
  for (let at = 0; at < bytes.length; at++) {
    const first = bytes[at] ?? 0;
    if (first < 0x80) continue;
    at++;
    yield [first, bytes[at] ?? 0];
  }
}

function commonShare(bytes: Uint8Array, isCommon: (pair: Pair) => boolean): number {
  let [common, all] = [0, 0];
  for (const pair of pairs(bytes)) {
    all++;
    if (isCommon(pair)) common++;
  }
  // One or two characters tell nothing.
  return all < 3 ? 0 : common / all;
}

/** Marks and the 3,755 characters of level 1 (GB 2312: rows 1, 3 and 16 to 55). */
const isCommonGb = ([first, second]: Pair): boolean =>
  second >= 0xa1 && (first === 0xa1 || first === 0xa3 || (first >= 0xb0 && first <= 0xd7));

/** Marks and the 5,401 characters of level 1 (Big5: A140 to A3BF and A440 to C67E). */
const isCommonBig5 = ([first, second]: Pair): boolean =>
  first >= 0xa1 && first <= 0xc6 && ((second >= 0x40 && second <= 0x7e) || second >= 0xa1);

/** The syllables of Korean (KS X 1001, rows 16 to 40) stand where the first half of level 1 does, and none after it. */
function mayBeKorean(bytes: Uint8Array): boolean {
  let [after, all] = [0, 0];
  for (const [first] of pairs(bytes)) {
    if (first >= 0xb0) all++;
    if (first >= 0xc9) after++;
  }
  return after < all / 10;
}

const WESTERN = /^[\s!-~¡£©«®°·»¿À-ÖØ-Üß-ïñ-öø-üÿŒœŠšŽžŸ€‚„…†•–—‘’“”‹›™]*$/u;
/** Marks inside of words, and runs of accents, are letters of another encoding. */
const BROKEN_WORD = /\p{L}[¡£©«®°»¿†•™]\p{Ll}|[À-ÖØ-öø-ÿ]{4}/u;

/** Whether it reads like a Western European language: letters of English with some accents. */
function isWestern(bytes: Uint8Array): boolean {
  const text = fromWindows1252(bytes);
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const accented = text.match(/[À-ÿŒœŠšŽžŸ]/gu)?.length ?? 0;
  return WESTERN.test(text) && !BROKEN_WORD.test(text) && accented <= letters * 0.3;
}
