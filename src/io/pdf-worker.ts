import { z } from 'zod';
import { filled, type Paper, paperSchema } from '../kit/paper.ts';
import { type Measures, PAGE, type Row, type Style } from './pdf-blocks.ts';
import { bytesOf, type Doc, drawRun, hasGlyph, INKS, openDocument, widthOf } from './pdf-document.ts';
import { type HasGlyph, printable } from './pdf-glyphs.ts';
import { layOut, type Page } from './pdf-layout.ts';
import { answerFrom, type Tell } from './worker.ts';

/** What a worker is given: the document, and the typeface that was found for it. */
const fontSchema = z.object({ path: z.string(), face: z.string().nullable() });
const jobSchema = z.object({ paper: paperSchema, fonts: z.object({ regular: fontSchema, bold: fontSchema }) });

const RULE = '#d5dae0';
const FIELD = '#f2f5f8';
/** Head and foot of a page. */
const MARGIN: Style = { bold: false, size: 8, leading: 12, ink: 'quiet' };
const MARGIN_BOLD: Style = { ...MARGIN, bold: true };

async function print(job: unknown, tell: Tell): Promise<Uint8Array> {
  const { paper: given, fonts } = jobSchema.parse(job);
  const doc = openDocument(given, fonts);
  const paper = asPrintable(given, hasGlyph(doc));
  const count = counted(paper, tell);
  const pages = layOut(paper, remembered(doc), count.laid);
  const root = doc.struct('Document');
  doc.addStructure(root);
  for (const [index, page] of pages.entries()) {
    doc.addPage();
    doc.markContent('Artifact', { type: 'Layout' });
    for (const { y, height } of page.fields)
      doc.roundedRect(PAGE.left, y, PAGE.right - PAGE.left, height, 4).fill(FIELD);
    if (index === 0) doc.rect(PAGE.left, PAGE.bar, 36, 3).fill(INKS.accent);
    doc.endMarkedContent();
    drawRows(doc, root, page);
    doc.markContent('Artifact', { type: 'Pagination' });
    if (index > 0) drawHead(doc, paper);
    drawFoot(doc, paper, filled(paper.phrases.page, { page: index + 1, pages: pages.length }));
    doc.endMarkedContent();
    if (index % TELL_EVERY_PAGES === 0) count.drawn(index + 1, pages.length);
  }
  root.end();
  return bytesOf(doc);
}

/** A long document repeats its words, and measuring one takes far longer than looking it up. */
const REMEMBERED = 50_000;
/** Hashes are measured by their digits: none repeats, and to typefaces digits are as wide beside each other as alone. */
const DIGITS = /^[0-9a-f]{32,}$/u;

function remembered(doc: Doc): Measures {
  const widths = new Map<string, number>();
  return (style) => {
    const measure = (text: string): number => {
      if (DIGITS.test(text)) return text.split('').reduce((sum, digit) => sum + measure(digit), 0);
      const key = `${style.bold} ${style.size} ${text}`;
      const width = widths.get(key) ?? widthOf(doc, style, text);
      if (widths.size < REMEMBERED) widths.set(key, width);
      return width;
    };
    return measure;
  };
}

const TELL_EVERY = 500;
const TELL_EVERY_PAGES = 20;

/** Tells how many lines are done: half of one is to lay it out, the other to draw it. */
function counted({ sections }: Paper, tell: Tell) {
  const all = sections.reduce((sum, { lines }) => sum + lines.length, 0);
  let laid = 0;
  return {
    laid: () => {
      laid += 1;
      if (laid % TELL_EVERY === 0) tell(Math.floor(laid / 2));
    },
    drawn: (page: number, pages: number) => tell(Math.floor((all * (1 + page / pages)) / 2)),
  };
}

/** The same document with everything in it printable. Where something had to be shown by its number, the end says so. */
function asPrintable(paper: Paper, has: HasGlyph): Paper {
  let replaced = false;
  const print = (text: string): string => {
    const shown = printable(text, has);
    replaced ||= shown.replaced;
    return shown.text;
  };
  const { closing, phrases } = paper;
  const shown: Paper = {
    ...paper,
    kind: print(paper.kind),
    title: print(paper.title),
    intro: print(paper.intro),
    facts: paper.facts.map(({ label, value }) => ({ label: print(label), value: print(value) })),
    sections: paper.sections.map(({ heading, lines }) => ({
      heading: print(heading),
      lines: lines.map(({ note, ...line }) => ({
        ...line,
        text: print(line.text),
        ...(note === undefined ? {} : { note: print(note) }),
      })),
    })),
    closing: { heading: print(closing.heading), paragraphs: closing.paragraphs.map(print) },
    footer: { named: print(paper.footer.named), exact: print(paper.footer.exact) },
  };
  if (!replaced) return shown;
  return {
    ...shown,
    closing: { ...shown.closing, paragraphs: [...shown.closing.paragraphs, phrases.unprintable] },
  };
}

function drawRows(doc: Doc, root: ReturnType<Doc['struct']>, { rows }: Page): void {
  const parts: { tag: Row['tag']; rows: Page['rows'] }[] = [];
  for (const row of rows) {
    const last = parts.at(-1);
    if (last && !row.begins && last.tag === row.tag) last.rows.push(row);
    else parts.push({ tag: row.tag, rows: [row] });
  }
  for (const part of parts) {
    const element = doc.struct(part.tag);
    root.add(element);
    element.add(doc.markStructureContent(part.tag));
    for (const row of part.rows) for (const run of row.runs) drawRun(doc, run, row.y);
    doc.endMarkedContent();
    element.end();
  }
}

function drawHead(doc: Doc, paper: Paper): void {
  const width = PAGE.right - PAGE.left;
  drawRun(
    doc,
    { text: fitted(doc, [paper.kind, paper.title].join(' · '), width), x: PAGE.left, style: MARGIN_BOLD },
    PAGE.head,
  );
  rule(doc, PAGE.head + 18);
}

function drawFoot(doc: Doc, { footer }: Paper, page: string): void {
  rule(doc, PAGE.foot - 8);
  const right = PAGE.right - widthOf(doc, MARGIN, page);
  const left = right - PAGE.left - 24 - widthOf(doc, MARGIN, footer.exact);
  const text = [fitted(doc, footer.named, left), footer.exact].filter((part) => part !== '').join(' · ');
  drawRun(doc, { text, x: PAGE.left, style: MARGIN }, PAGE.foot);
  drawRun(doc, { text: page, x: right, style: MARGIN }, PAGE.foot);
}

/** Shortened to a width, where it is longer. */
function fitted(doc: Doc, text: string, width: number): string {
  if (widthOf(doc, MARGIN_BOLD, text) <= width) return text;
  let kept = '';
  let left = width - widthOf(doc, MARGIN_BOLD, '…');
  for (const character of text) {
    left -= widthOf(doc, MARGIN_BOLD, character);
    if (left < 0) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

const rule = (doc: Doc, y: number): Doc =>
  doc.moveTo(PAGE.left, y).lineTo(PAGE.right, y).lineWidth(0.6).strokeColor(RULE).stroke();

await answerFrom(print);
