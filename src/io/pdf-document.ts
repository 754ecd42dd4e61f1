import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { INTL_TAG } from '../kit/locale.ts';
import type { Paper } from '../kit/paper.ts';
import type { FontFile, Fonts } from './fonts.ts';
import type { Run, Style } from './pdf-blocks.ts';
import type { HasGlyph } from './pdf-glyphs.ts';
import { stretchesOf } from './pdf-wrap.ts';

/**
 * A document that is being drawn. One typeface for both weights has one name in it: pdfkit would read its file again for every
 * text that is set in a second one.
 */
export type Doc = InstanceType<typeof PDFDocument> & { weights: { regular: string; bold: string } };

export const INKS = { text: '#1f2328', quiet: '#6a7079', accent: '#1d4f7c' } as const;

/** An empty document with its typeface. @throws where the typeface cannot be used */
export function openDocument(paper: Paper, fonts: Fonts): Doc {
  const isOne = fonts.bold.path === fonts.regular.path && fonts.bold.face === fonts.regular.face;
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: INTL_TAG[paper.language],
    info: {
      Title: [paper.kind, paper.title].join(' · '),
      Author: paper.author,
      Creator: 'Liaison',
      CreationDate: new Date(paper.madeAt),
    },
  });
  register(pdf, 'regular', fonts.regular);
  if (!isOne) register(pdf, 'bold', fonts.bold);
  return Object.assign(pdf, { weights: { regular: 'regular', bold: isOne ? 'regular' : 'bold' } });
}

/** Faces that collections of Chinese typefaces hold, for one that was set without saying which. */
const FACES = [
  'NotoSansCJKsc-Regular',
  'NotoSansSC-Regular',
  'SourceHanSansSC-Regular',
  'WenQuanYiMicroHei',
  'WenQuanYiZenHei',
];

/** The look of it is chosen by name afterwards. @throws where the file is no typeface that can be embedded */
function register(doc: InstanceType<typeof PDFDocument>, name: string, { path, face }: FontFile): void {
  const isCollection = readFileSync(path).subarray(0, 4).toString('latin1') === 'ttcf';
  const faces = face === null && isCollection ? FACES : [face];
  for (const one of faces) {
    doc.registerFont(name, path, ...(one === null ? [] : [one]));
    try {
      doc.font(name);
      return;
    } catch (error) {
      if (one === faces.at(-1)) throw new Error(`${path} is no typeface that can be used here`, { cause: error });
    }
  }
}

type Typeface = { hasGlyphForCodePoint: HasGlyph };
const isTypeface = (value: unknown): value is Typeface =>
  typeof value === 'object' && value !== null && 'hasGlyphForCodePoint' in value;

/** pdfkit tells of no missing characters, but its typeface (fontkit's) does; the types name neither of the two properties. */
function typefaceOf(doc: object): Typeface {
  const font: unknown = '_font' in doc ? doc._font : null;
  const typeface = typeof font === 'object' && font !== null && 'font' in font ? font.font : null;
  if (!isTypeface(typeface)) throw new Error('pdfkit does not tell which characters its typeface has');
  return typeface;
}

/** Which characters both weights have. @throws where Chinese is not among them */
export function hasGlyph(doc: Doc): HasGlyph {
  const weights = Object.values(doc.weights).map((name) => typefaceOf(doc.font(name)));
  // Large typefaces take long to answer, and a brief repeats its characters.
  const known = new Map<number, boolean>();
  const has: HasGlyph = (point) => {
    const answer = known.get(point) ?? weights.every((weight) => weight.hasGlyphForCodePoint(point));
    known.set(point, answer);
    return answer;
  };
  if (!Array.from('简报 Aa1', (character) => character.codePointAt(0) ?? 0).every(has))
    throw new Error('the typeface has no Chinese: set LIAISON_FONT to one that has');
  return has;
}

const set = (doc: Doc, { bold, size }: Style) => doc.font(doc.weights[bold ? 'bold' : 'regular']).fontSize(size);

/** The feature of OpenType by which a mark as wide as a Chinese character gets its own width. */
const NARROW: PDFKit.Mixins.TextOptions = { features: ['pwid'] };

export function widthOf(doc: Doc, style: Style, text: string): number {
  set(doc, style);
  const widths = stretchesOf(text).map(({ text: part, narrow }) => doc.widthOfString(part, narrow ? NARROW : {}));
  return widths.reduce((sum, width) => sum + width, 0);
}

/** Text stands on its line as high as its typeface says; rows of one height therefore stand evenly. */
export function drawRun(doc: Doc, { text, x, style }: Run, y: number): void {
  const top = y + (style.leading - style.size * 1.4) / 2;
  set(doc, style).fillColor(INKS[style.ink]);
  let left = x;
  for (const { text: part, narrow } of stretchesOf(text)) {
    const options = narrow ? NARROW : {};
    doc.text(part, left, top, { lineBreak: false, ...options });
    left += doc.widthOfString(part, options);
  }
}

/** Ends the document. */
export async function bytesOf(doc: Doc): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const collected = (async () => {
    for await (const chunk of doc) chunks.push(chunk as Uint8Array);
  })();
  doc.end();
  await collected;
  return Buffer.concat(chunks);
}
