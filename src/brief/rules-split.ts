import { BOUNDS } from '../kit/bounds.ts';
import { headingAt, type SourceLine } from './rules-split-lines.ts';
import { passedOn, type Zone, zonesOf } from './rules-split-mail.ts';
import type { QuestionGuess } from './rules-split-words.ts';

export { QUESTION_GUESSES, type QuestionGuess } from './rules-split-words.ts';

export const SPLIT_BOUNDS = {
  /** Somebody looks through all of them; more than that is no brief but its appendix. */
  parts: 40,
  /** Of one part: what the input of a question takes. */
  text: BOUNDS.longAnswer,
  /** Of the whole source: about twenty dense pages. */
  source: 60_000,
} as const;

/** A block of a document; items of lists and rows of tables are lines of text. */
export type SourceBlock = { kind: 'heading' | 'text'; text: string };

/** A piece of the source: under which heading, what, and which question it may answer. */
export type Part = {
  /** As the client wrote it, with its number and without its marks. Null where there is none, and for an e-mail's own parts. */
  heading: string | null;
  /** Empty under a heading that has nothing under it. */
  text: string;
  question: QuestionGuess | null;
  /** Whether it goes on with a part before it, which was too long, or was interrupted by something quoted. */
  goesOn: boolean;
};

/** `more`: the source was longer than `SPLIT_BOUNDS.source`; what is behind that is in no part. */
export type Split = { parts: Part[]; more: boolean };

type Section = { heading: string | null; lines: string[]; question: QuestionGuess | null; goesOn: boolean };

/** Ends of lines and of pages as text and programs have them, besides the usual ones. */
const LINE_END = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/u;

/**
 * Takes a client's document or e-mail apart by its headings, and guesses which question of the brief each part answers.
 * Nothing is left out up to the bound, and the order stays. Header lines, quoted history and signature of an e-mail are parts
 * of their own, without heading and guess.
 * @param source a text as it was pasted, or the blocks of a document
 */
export function partsOf(source: string | readonly SourceBlock[]): Split {
  const blocks: readonly SourceBlock[] = typeof source === 'string' ? [{ kind: 'text', text: source }] : source;
  const { kept, more } = withinBound(blocks);
  const lines = kept.flatMap(linesOf);
  const sections = sectionsOf(lines).map(joined).filter(isFilled);
  return { parts: fewEnough(sections).flatMap(piecesOf), more };
}

/** A section in one text; blank lines at its ends are left out. */
type Whole = Omit<Section, 'lines'> & { text: string };
const joined = ({ lines, ...section }: Section): Whole => ({ ...section, text: trimmed(lines.join('\n')) });
const trimmed = (text: string): string => text.replace(/^(?:[^\S\n]*\n)+/u, '').trimEnd();
/** What only goes on with a heading and has nothing to say is no section. */
const isFilled = ({ heading, text, goesOn }: Whole): boolean => text !== '' || (heading !== null && !goesOn);

function withinBound(blocks: readonly SourceBlock[]): { kept: SourceBlock[]; more: boolean } {
  const kept: SourceBlock[] = [];
  let left: number = SPLIT_BOUNDS.source;
  let more = false;
  for (const { kind, text } of blocks) {
    const fitting = text.slice(0, wholeUpTo(text, left));
    more ||= text.slice(fitting.length).trim() !== '';
    // A block ends where a line does.
    left = Math.max(0, left - fitting.length - 1);
    if (fitting !== '') kept.push({ kind, text: fitting });
    if (more) break;
  }
  return { kept, more };
}

/** At most `most`, and not inside of a surrogate pair. */
function wholeUpTo(text: string, most: number): number {
  if (text.length <= most) return text.length;
  return (text.codePointAt(most - 1) ?? 0) > 0xffff ? most - 1 : most;
}

const linesOf = ({ kind, text }: SourceBlock): SourceLine[] =>
  kind === 'heading'
    ? [{ text: text.split(LINE_END).join(' '), isHeading: true }]
    : text.split(LINE_END).map((line) => ({ text: line, isHeading: false }));

function sectionsOf(given: readonly SourceLine[]): Section[] {
  const whole = passedOn(given.map(({ text }) => text));
  const lines = whole ? whole.map((text) => ({ text, isHeading: false })) : given;
  const zones = zonesOf(lines.map(({ text }) => text));
  let current: Section = { heading: null, lines: [], question: null, goesOn: false };
  let own = current;
  let zone: Zone = 'own';
  const sections = [current];
  for (let at = 0; at < lines.length; at++) {
    const text = lines[at]?.text ?? '';
    const next = zones[at] ?? 'own';
    // Blank lines between two quoted ones are of the quotation.
    if (next !== zone && text.trim() !== '') {
      if (zone === 'own') own = current;
      current = afterZone(zone, next, own);
      sections.push(current);
      zone = next;
    }
    if (isTableRule(text)) continue;
    const found = zone === 'own' ? headingAt(lines, at) : null;
    if (found === null) {
      current.lines.push(text);
      continue;
    }
    const { heading, question, rest } = found;
    current = { heading, question, lines: rest === '' ? [] : [rest], goesOn: false };
    sections.push(current);
    at += found.lines - 1;
  }
  return sections;
}

/** The line under the head of a table in Markdown. */
const isTableRule = (line: string): boolean => line.length < 200 && /^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/u.test(line);

/** The section that begins where an e-mail's zones meet. Behind something quoted, what was said before it goes on. */
function afterZone(zone: Zone, next: Zone, own: Section): Section {
  const goesOn = zone === 'quoted' && next === 'own' && own.heading !== null;
  return goesOn ? { ...own, lines: [], goesOn } : { heading: null, lines: [], question: null, goesOn };
}

/** Puts sections together until there are few enough: first those without a guess, then those of one guess, then the last. */
function fewEnough(sections: readonly Whole[]): Whole[] {
  const tests = [
    (_: Whole, next: Whole) => next.question === null,
    (one: Whole, next: Whole) => one.question === next.question,
    () => true,
  ];
  return tests.reduce<Whole[]>((all, mayJoin) => joinedBackwards(all, mayJoin), [...sections]);
}

function joinedBackwards(sections: Whole[], mayJoin: (one: Whole, next: Whole) => boolean): Whole[] {
  const isEnough = sections.reduce((sum, section) => sum + piecesOf(section).length, 0) <= SPLIT_BOUNDS.parts;
  if (isEnough) return sections;
  let pieces = sections.reduce((sum, { text }) => sum + atMost(text), 0);
  const kept: Whole[] = [];
  for (let next = sections.pop(); next; next = sections.pop()) {
    const one = sections.at(-1);
    if (pieces <= SPLIT_BOUNDS.parts || !one || !mayJoin(one, next)) {
      kept.push(next);
      continue;
    }
    const text = [next.goesOn ? '' : (next.heading ?? ''), next.text].reduce(onNextLine, one.text);
    pieces += atMost(text) - atMost(one.text) - atMost(next.text);
    sections[sections.length - 1] = { ...one, text };
  }
  return kept.toReversed();
}

const onNextLine = (text: string, line: string): string => (text && line ? `${text}\n${line}` : text + line);

/** A piece has at least this share of what it may have: it ends on a line or a word where one ends behind it. */
const FILLED = 0.7;
const atMost = (text: string): number => Math.max(1, Math.ceil(text.length / (SPLIT_BOUNDS.text * FILLED)));

function piecesOf({ heading, text, question, goesOn }: Whole): Part[] {
  const parts: Part[] = [];
  let left = text;
  do {
    const end = endOfPiece(left);
    parts.push({ heading, text: left.slice(0, end).trimEnd(), question, goesOn: goesOn || parts.length > 0 });
    left = trimmed(left.slice(end));
  } while (left !== '');
  return parts;
}

/** Where the piece ends: behind a line, a sentence or a word if there is one far enough on, else between two characters. */
function endOfPiece(text: string): number {
  if (text.length <= SPLIT_BOUNDS.text) return text.length;
  const whole = text.slice(0, wholeUpTo(text, SPLIT_BOUNDS.text));
  const ends = [/\n(?=[^\n]*$)/u, /[。！？；](?=[^。！？；]*$)|[.!?;]\s(?=(?:(?![.!?;]\s)[^])*$)/u, /\s(?=\S*$)/u];
  const found = ends.map((end) => whole.search(end)).find((at) => at >= SPLIT_BOUNDS.text * FILLED);
  return found === undefined ? whole.length : found + 1;
}
