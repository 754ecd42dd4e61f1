import { makeZip, type ZipEntry } from './documents-zip.ts';

const NAMESPACES =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

export const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const run = (text: string, isBold = false): string =>
  `<w:r>${isBold ? '<w:rPr><w:b/></w:rPr>' : ''}<w:t xml:space="preserve">${escaped(text)}</w:t></w:r>`;

/** A paragraph, of a style by its id, in bold, or as an item of a list. */
export function p(text: string, { style = '', isBold = false, list = '', more = '' } = {}): string {
  const numbering = { bullet: 1, number: 2 }[list];
  const properties = [
    style ? `<w:pStyle w:val="${style}"/>` : '',
    numbering ? `<w:numPr><w:ilvl w:val="0"/><w:numId w:val="${numbering}"/></w:numPr>` : '',
  ].join('');
  return `<w:p><w:pPr>${properties}</w:pPr>${text ? run(text, isBold) : ''}${more}</w:p>`;
}

/** A table; each cell is one paragraph or, where it is a list, several. */
export const table = (rows: readonly (readonly (string | readonly string[])[])[]): string =>
  `<w:tbl>${rows
    .map(
      (row) =>
        `<w:tr>${row
          .map(
            (cell) =>
              `<w:tc>${[cell]
                .flat()
                .map((text) => p(text))
                .join('')}</w:tc>`,
          )
          .join('')}</w:tr>`,
    )
    .join('')}</w:tbl>`;

/** Styles as Word calls them in English and, by other programs, in Chinese. */
const STYLES: Readonly<Record<string, string>> = {
  '1': 'heading 1',
  '2': 'heading 2',
  a: '标题 1',
  t: 'Title',
  n: 'Normal',
};

const stylesXml = `${DECLARATION}<w:styles ${NAMESPACES}>${Object.entries(STYLES)
  .map(([id, name]) => `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/></w:style>`)
  .join('')}</w:styles>`;

const level = (format: string) => `<w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/></w:lvl>`;
const numberingXml = `${DECLARATION}<w:numbering ${NAMESPACES}>
<w:abstractNum w:abstractNumId="1">${level('bullet')}</w:abstractNum><w:abstractNum w:abstractNumId="2">${level('decimal')}</w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num></w:numbering>`;

const relation = (id: string, type: string, target: string, mode = '') =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"${mode}/>`;
const relations = (...all: string[]) =>
  `${DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`;

/** The XML of a whole document. */
export const documentXml = (body: string, before = ''): string =>
  `${DECLARATION}${before}<w:document ${NAMESPACES}><w:body>${body}</w:body></w:document>`;

/** The parts of a document of Word, to be changed before they are packed. */
export function docxParts(body: string, footnote = ''): ZipEntry[] {
  const types = `${DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${MAIN}"/></Types>`;
  return [
    { name: '[Content_Types].xml', data: types },
    { name: '_rels/.rels', data: relations(relation('rId1', 'officeDocument', 'word/document.xml')) },
    { name: 'word/document.xml', data: documentXml(body) },
    { name: 'word/styles.xml', data: stylesXml },
    { name: 'word/numbering.xml', data: numberingXml },
    {
      name: 'word/footnotes.xml',
      data: `${DECLARATION}<w:footnotes ${NAMESPACES}><w:footnote w:id="1">${p(footnote)}</w:footnote></w:footnotes>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      data: relations(
        relation('rId1', 'styles', 'styles.xml'),
        relation('rId2', 'numbering', 'numbering.xml'),
        relation('rId3', 'footnotes', 'footnotes.xml'),
        relation('rId9', 'hyperlink', 'https://acme.example/brand', ' TargetMode="External"'),
      ),
    },
  ];
}

/** A document of Word, whole. */
export const makeDocx = (body: string, footnote = ''): Buffer => makeZip(docxParts(body, footnote));

/** The same parts with one of them replaced or added. */
export const withPart = (parts: readonly ZipEntry[], part: ZipEntry): ZipEntry[] => [
  ...parts.filter(({ name }) => name !== part.name),
  part,
];

export const link = (text: string): string => `<w:hyperlink r:id="rId9">${run(text)}</w:hyperlink>`;
export const footnoteMark = '<w:r><w:footnoteReference w:id="1"/></w:r>';
