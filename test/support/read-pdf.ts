import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A page as it is read out: what stands above the text, the text itself, what stands below. */
export type ReadPage = { head: string; body: string; foot: string };
export type ReadPdf = {
  pages: ReadPage[];
  fonts: { name: string; isEmbedded: boolean }[];
  /** How many glyphs are shown, and how many of them are the typeface's empty box. */
  glyphs: number;
  missing: number;
  info: object;
  language: string | null;
  isTagged: boolean;
};

/** Where head and foot of a page end, in points from below. */
const HEAD_ABOVE = 770;
const FOOT_BELOW = 70;

/** Reads a PDF as any program would, with a library that had no part in making it. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const task = getDocument({
    data: Uint8Array.from(bytes),
    useSystemFonts: false,
    disableFontFace: true,
    verbosity: 0,
  });
  const document = await task.promise;
  const { info } = await document.getMetadata();
  const mark = await document.getMarkInfo();
  const read: ReadPdf = {
    pages: [],
    fonts: fontsOf(bytes),
    glyphs: 0,
    missing: 0,
    info,
    language: null,
    isTagged: mark?.['Marked'] === true,
  };
  read.language = /\/Lang \((.*?)\)/u.exec(Buffer.from(bytes).toString('latin1'))?.[1] ?? null;
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const texts = items.flatMap((item) => ('str' in item ? [{ text: item.str, y: Number(item.transform[5]) }] : []));
    const said = (is: (y: number) => boolean) => texts.flatMap(({ text, y }) => (is(y) ? [text] : [])).join('');
    read.pages.push({
      head: number === 1 ? '' : said((y) => y > HEAD_ABOVE),
      body: said((y) => y >= FOOT_BELOW && (number === 1 || y <= HEAD_ABOVE)),
      foot: said((y) => y < FOOT_BELOW),
    });
    const { fnArray, argsArray } = await page.getOperatorList();
    const glyphs = fnArray.flatMap((operator, at): unknown[] => (operator === OPS.showText ? argsArray[at][0] : []));
    read.glyphs += glyphs.filter(isGlyph).length;
    read.missing += glyphs.filter((glyph) => isGlyph(glyph) && glyph.originalCharCode === 0).length;
  }
  await task.destroy();
  return read;
}

const isGlyph = (value: unknown): value is { originalCharCode: number } =>
  typeof value === 'object' && value !== null && 'originalCharCode' in value;

/** The fonts that text is set in (ISO 32000, 9.6 to 9.8), as their dictionaries stand in the file. */
function fontsOf(bytes: Uint8Array): ReadPdf['fonts'] {
  const objects = Buffer.from(bytes).toString('latin1').split('endobj');
  const descriptors = objects.filter((object) => object.includes('/Type /FontDescriptor'));
  const names = objects.flatMap((object) => /\/Type \/Font\b(?!D)[^]*?\/BaseFont \/(\S+)/u.exec(object)?.[1] ?? []);
  const isEmbedded = (name: string) =>
    descriptors.some((one) => one.includes(`/FontName /${name}`) && /\/FontFile[23]? \d+ 0 R/u.test(one));
  return [...new Set(names)].map((name) => ({ name, isEmbedded: isEmbedded(name) }));
}
