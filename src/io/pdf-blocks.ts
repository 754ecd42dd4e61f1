import type { Paper } from '../kit/paper.ts';
import { type Measure, wrap } from './pdf-wrap.ts';

/** A4 in points, and where things stand on it. */
export const PAGE = {
  width: 595.28,
  height: 841.89,
  left: 64,
  right: 531.28,
  /** A mark in the document's colour, over its beginning. */
  bar: 52,
  top: 66,
  /** Below the running head. */
  topOfNext: 92,
  bottom: 762,
  foot: 784,
  head: 52,
  /** Within a tinted field. */
  padding: 14,
} as const;

const STYLES = {
  kind: { bold: true, size: 10, leading: 15, ink: 'accent' },
  title: { bold: true, size: 23, leading: 31, ink: 'text' },
  label: { bold: false, size: 9.5, leading: 16, ink: 'quiet' },
  fact: { bold: false, size: 9.5, leading: 16, ink: 'text' },
  intro: { bold: false, size: 10.5, leading: 17, ink: 'text' },
  heading: { bold: true, size: 12, leading: 19, ink: 'accent' },
  number: { bold: true, size: 10.5, leading: 17, ink: 'quiet' },
  line: { bold: false, size: 10.5, leading: 17, ink: 'text' },
  open: { bold: false, size: 10.5, leading: 17, ink: 'quiet' },
  note: { bold: false, size: 8, leading: 12, ink: 'quiet' },
  closingHead: { bold: true, size: 11, leading: 18, ink: 'accent' },
  closing: { bold: false, size: 10, leading: 16, ink: 'text' },
} as const;

/** How a piece of text looks. */
export type Style = { bold: boolean; size: number; leading: number; ink: Ink };
export type Ink = 'text' | 'quiet' | 'accent';
/** A piece of text with its place on the page, in points from the left. */
export type Run = { text: string; x: number; style: Style };
/** What a row is to whoever has the document read out (ISO 32000, structure types). */
export type Tag = 'H1' | 'H2' | 'P';
export type Row = { runs: Run[]; height: number; tag: Tag };
/** `isWhole`: it is not divided between pages if it fits on one. `isField`: it is tinted. */
export type Block = { rows: Row[]; before: number; isWhole: boolean; isField: boolean };

/** The measure of each weight at a size. */
export type Measures = (style: Style) => Measure;

const WIDTH = PAGE.right - PAGE.left;
const LABEL_WIDTH = 92;
const NUMBER_WIDTH = 26;
/** From here on a number takes more room. */
const LONG_NUMBER = 100;
const LONG_NUMBER_WIDTH = 48;
const PARAGRAPH_GAP = 4;

/** Makes the parts of a document: its texts broken into rows, each run at its place. */
export function blockOf(measures: Measures) {
  const rowsOf = (text: string, style: Style, tag: Tag, x: number = PAGE.left, width: number = WIDTH): Row[] =>
    paragraphsOf(text).flatMap((paragraph) =>
      paragraph === ''
        ? [{ runs: [], height: style.leading / 2, tag }]
        : wrap(paragraph, width, measures(style)).map((line) => ({
            runs: [{ text: line, x, style }],
            height: style.leading,
            tag,
          })),
    );
  const block = (rows: Row[], before: number, isWhole = false): Block => ({ rows, before, isWhole, isField: false });

  const fact = ({ label, value }: Paper['facts'][number]): Block => {
    const labels = rowsOf(label, STYLES.label, 'P', PAGE.left, LABEL_WIDTH - 10);
    const values = rowsOf(value, STYLES.fact, 'P', PAGE.left + LABEL_WIDTH, WIDTH - LABEL_WIDTH);
    return block(beside(labels, values), 0, true);
  };

  return {
    opening: ({ kind, title, facts, intro }: Paper): Block[] => [
      block([...rowsOf(kind, STYLES.kind, 'P'), ...rowsOf(title, STYLES.title, 'H1')], 0, true),
      ...facts.map((one, index) => ({ ...fact(one), before: index === 0 ? 12 : 0 })),
      block(rowsOf(intro, STYLES.intro, 'P'), 14, true),
    ],
    heading: (text: string): Block => block(rowsOf(text, STYLES.heading, 'H2'), 16, true),
    line: ({ number, text, isOpen, note = '' }: Paper['sections'][number]['lines'][number]): Block => {
      const numbers = rowsOf(`${number}.`, STYLES.number, 'P');
      const style = isOpen ? STYLES.open : STYLES.line;
      const indent = number < LONG_NUMBER ? NUMBER_WIDTH : LONG_NUMBER_WIDTH;
      const under = (said: string, as: Style) => rowsOf(said, as, 'P', PAGE.left + indent, WIDTH - indent);
      const notes = note === '' ? [] : under(note, STYLES.note);
      return block([...beside(numbers, under(text, style)), ...notes], 5, notes.length > 0);
    },
    closing: ({ heading, paragraphs }: Paper['closing']): Block => {
      const x = PAGE.left + PAGE.padding;
      const width = WIDTH - 2 * PAGE.padding;
      const rows = [
        ...rowsOf(heading, STYLES.closingHead, 'H2', x, width),
        ...paragraphs.flatMap((text) => [
          { runs: [], height: PARAGRAPH_GAP, tag: 'P' as const },
          ...rowsOf(text, STYLES.closing, 'P', x, width),
        ]),
      ];
      return { rows, before: 24 + PAGE.padding, isWhole: true, isField: true };
    },
  };
}

/** Paragraphs of a text; an empty one is a small gap, and none stands at either end. */
const paragraphsOf = (text: string): string[] =>
  text
    .split('\n')
    .map((paragraph) => paragraph.trimEnd())
    .filter((paragraph, index, all) => paragraph !== '' || (all[index - 1] ?? '') !== '')
    .join('\n')
    .trim()
    .split('\n');

/** Two texts side by side, row for row. */
function beside(left: readonly Row[], right: readonly Row[]): Row[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index): Row => {
    const [one, two] = [left[index], right[index]];
    const runs = [...(one?.runs ?? []), ...(two?.runs ?? [])];
    return { runs, height: Math.max(one?.height ?? 0, two?.height ?? 0), tag: two?.tag ?? one?.tag ?? 'P' };
  });
}
