import { filled, type Paper } from '../kit/paper.ts';
import { blockOf, type Block, type Measures, PAGE, type Row } from './pdf-blocks.ts';

/** Where a row of text stands on its page. `begins`: it is the first row here of what it belongs to. */
export type Placed = Row & { y: number; begins: boolean };
/** A tinted field behind text. */
export type Field = { y: number; height: number };
export type Page = { rows: Placed[]; fields: Field[] };

/** So many rows of a text stay together at the foot and at the head of a page. */
const TOGETHER = 2;

/**
 * Lays a document out on pages. Headings stay with what they are over, no row of a text is left alone, and what goes on is
 * headed again.
 * @param paper its texts printable as they are
 * @param laid is called after each line
 */
export function layOut(paper: Paper, measures: Measures, laid: () => void = () => undefined): Page[] {
  const make = blockOf(measures);
  const flow = new Flow();
  for (const block of make.opening(paper)) flow.put(block);
  for (const { heading, lines } of paper.sections) {
    const head = make.heading(heading);
    const again = make.heading(filled(paper.phrases.continued, { heading }));
    for (const [index, line] of lines.entries()) {
      flow.put(make.line(line), index === 0 ? head : null, again);
      laid();
    }
  }
  const closing = make.closing(paper.closing);
  if (closing.rows.length > 0) flow.put(closing);
  return flow.pages;
}

class Flow {
  readonly pages: Page[] = [{ rows: [], fields: [] }];
  private y: number = PAGE.top;

  /**
   * @param head stands over it, on the same page
   * @param again stands over it where it goes on, or begins, on another page
   */
  put(block: Block, head: Block | null = null, again: Block | null = null): void {
    const needed = (head ? gapOf(head, this.y) + heightOf(head.rows) : 0) + gapOf(block, this.y);
    if (this.y > PAGE.top && this.y + needed + heightOf(leastOf(block)) > PAGE.bottom) this.turn(head ? null : again);
    if (head) this.set(head, head.rows);
    let rest = block.rows;
    while (rest.length > 0) {
      const count = this.fitting(rest, gapOf(block, this.y));
      this.set(block, rest.slice(0, count));
      rest = rest.slice(count);
      if (rest.length > 0) this.turn(again);
    }
  }

  /** How many rows go on this page: at least one, and none that would leave a single one for the next. */
  private fitting(rows: readonly Row[], gap: number): number {
    let y = this.y + gap;
    let count = 0;
    for (const { height } of rows) {
      if (y + height > PAGE.bottom) break;
      y += height;
      count += 1;
    }
    const left = rows.length - count;
    const kept = left > 0 && left < TOGETHER && count > TOGETHER ? count - (TOGETHER - left) : count;
    return Math.max(1, kept);
  }

  private set(block: Block, rows: readonly Row[]): void {
    this.y += gapOf(block, this.y);
    const page = this.pages.at(-1);
    if (block.isField) page?.fields.push({ y: this.y - PAGE.padding, height: heightOf(rows) + 2 * PAGE.padding });
    for (const [index, row] of rows.entries()) {
      page?.rows.push({ ...row, y: this.y, begins: index === 0 });
      this.y += row.height;
    }
  }

  private turn(head: Block | null): void {
    this.pages.push({ rows: [], fields: [] });
    this.y = PAGE.topOfNext;
    if (head) this.set(head, head.rows);
  }
}

const heightOf = (rows: readonly Row[]): number => rows.reduce((sum, { height }) => sum + height, 0);

/** At the head of a page nothing needs room before it, but a field its padding. */
const gapOf = (block: Block, y: number): number =>
  y === PAGE.top || y === PAGE.topOfNext ? (block.isField ? PAGE.padding : 0) : block.before;

/** What of a block must stand together on the page on which it begins. */
const leastOf = ({ rows, isWhole }: Block): readonly Row[] => {
  if (isWhole && heightOf(rows) < PAGE.bottom - PAGE.topOfNext - 2 * PAGE.padding) return rows;
  return rows.slice(0, rows.length === TOGETHER + 1 ? TOGETHER + 1 : TOGETHER);
};
