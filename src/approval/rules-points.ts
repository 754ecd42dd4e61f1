import { BOUNDS } from '../kit/bounds.ts';
import { shorten } from '../kit/text.ts';
import type { Point } from './model.ts';
import type { AskedLine } from './model-shown.ts';

const CHINESE_DIGITS = '零一二三四五六七八九';

const NUMBER = String.raw`(?:\d{1,3}|[零一二三四五六七八九十]{1,3})`;
const LIST = String.raw`${NUMBER}(?:\s*(?:,|;|&|、|and|和|及|-|–|至|到)\s*${NUMBER})*`;

/**
 * Where a line of the text says which lines it is about: "2: ...", "Line 2 ...", "Lines 2 and 3: ...", "第2条：...". Bare
 * numbers need a colon, because "3 films are too many" and "1. first of all" are about whatever they are about.
 */
const NAMED = [
  String.raw`(?:line|no\.?|#)\s*(?<one>\d{1,3})(?=[\s:.,)\-–—])\s*[:.,)\-–—]?`,
  String.raw`lines\s*(?<many>${LIST})(?!\d)\s*[:.)\-–—]?`,
  String.raw`第\s*(?<zh>${LIST})\s*[条行点项]\s*[:、,.\-–—]?`,
  String.raw`(?<bare>${LIST})\s*:(?!\d)`,
].map((form) => new RegExp(String.raw`^\s*(?:[*•]\s*)?${form}\s*(?<text>\S.*)$`, 'iu'));

/** "十二" is 12; what is no number is 0, which no line has. */
function numberOf(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  if (!text.includes('十')) return Math.max(0, CHINESE_DIGITS.indexOf(text));
  const [tens = '', ones = ''] = text.split('十');
  const digit = (one: string, empty: number) => (one === '' ? empty : Math.max(0, CHINESE_DIGITS.indexOf(one)));
  return digit(tens, 1) * 10 + digit(ones, 0);
}

/** "2 and 4" are two numbers, "2-4" are three. */
function numbersIn(list: string): number[] {
  const found = [...list.matchAll(new RegExp(NUMBER, 'gu'))].map(([text]) => numberOf(text));
  const [from = 0, to = 0, ...more] = found;
  const isRange = more.length === 0 && /-|–|至|到/u.test(list) && from < to;
  return isRange ? Array.from({ length: to - from + 1 }, (_, index) => from + index) : found;
}

/** Full-width digits and colons are typed in Chinese; as many characters as before, so that places stay the same. */
const halfWidth = (text: string): string =>
  text.replaceAll(/[\uFF01-\uFF5E]/gu, (character) => String.fromCodePoint((character.codePointAt(0) ?? 0) - 0xfee0));

/** What one line of the text says, and of which asked lines; none where it names none, or one that is not there. */
function named(typed: string, lines: readonly AskedLine[]): Point[] {
  const plain = halfWidth(typed);
  const { one, many, zh, bare, text = '' } = NAMED.map((form) => form.exec(plain)?.groups).find(Boolean) ?? {};
  const about = numbersIn(one ?? many ?? zh ?? bare ?? '').map((number) =>
    lines.find((line) => line.number === number),
  );
  // The end of what was typed, as it was typed: full-width characters stay.
  const said = typed.trimEnd().slice(-text.trimEnd().length);
  return about.includes(undefined) ? [] : about.flatMap((line) => (line ? [{ line: line.id, text: said }] : []));
}

/**
 * What is to change, line by line. Each line of the text that begins with a line's number is about that line. Everything
 * else is about the lines that were chosen; where none was, it goes on about the line named before it, and what stands
 * before all of them is about the whole. A chosen line of which nothing else is said gets the whole text.
 * Long words that are about many lines stand in full at the first one, and are shortened at the others.
 *
 * @param reason as it was typed; the answer keeps it whole besides
 * @param chosen the ids of lines chosen in the form
 */
export const pointsIn = (reason: string, lines: readonly AskedLine[], chosen: readonly string[]): Point[] =>
  bounded(pointsAbout(reason, lines, chosen));

/** Characters: every answer is kept in the project, beside its own words. */
const MOST_OF_POINTS = 2 * BOUNDS.longAnswer;
const SHORTENED = 80;

function bounded(points: readonly Point[]): Point[] {
  const length = points.reduce((sum, { text }) => sum + text.length, 0);
  if (length <= MOST_OF_POINTS) return [...points];
  const isFirst = (at: number) => points.findIndex(({ text }) => text === points[at]?.text) === at;
  return points.map((point, at) => (isFirst(at) ? point : { ...point, text: shorten(point.text, SHORTENED) }));
}

function pointsAbout(reason: string, lines: readonly AskedLine[], chosen: readonly string[]): Point[] {
  const points: Point[] = [];
  const rest: string[] = [];
  // What the line before was about.
  let last: Point[] = [];
  for (const typed of reason.split('\n').filter((one) => one.trim() !== '')) {
    const found = named(typed, lines);
    points.push(...found);
    if (found.length > 0) last = found;
    else if (chosen.length === 0 && last.length > 0) for (const point of last) point.text += `\n${typed}`;
    else rest.push(typed);
  }
  const others = rest.join('\n').trim();
  const unsaid = chosen.filter((id) => !points.some(({ line }) => line === id));
  if (chosen.length === 0) return others === '' ? points : [{ line: null, text: others }, ...points];
  if (others === '') return [...points, ...unsaid.map((line) => ({ line, text: reason.trim() }))];
  return [...points, ...chosen.map((line) => ({ line, text: others }))];
}
