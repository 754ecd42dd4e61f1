import { describe, expect, test } from '@jest/globals';
import { findFonts, FontError } from '../../src/io/fonts.ts';
import { makePrinter } from '../../src/io/pdf.ts';
import { inWorker, workerFile } from '../../src/io/worker.ts';
import type { Paper } from '../../src/kit/paper.ts';
import { type ReadPdf, readPdf } from '../support/read-pdf.ts';

const HASH = 'a1b2c3d4e5f6';
const line = (text: string, number = 1) => ({ number, text, isOpen: false });
const EN: Paper = {
  language: 'en',
  fileName: 'Acme Spring launch brief v2 a1b2c3d4e5f6.pdf',
  author: 'Harbour & Pine',
  kind: 'Client brief',
  title: 'Spring launch',
  madeAt: '2026-11-30T01:05:00.000Z',
  facts: [
    { label: 'Client', value: 'Acme' },
    { label: 'Sent', value: '30 Nov 2026 01:05 UTC' },
  ],
  intro: 'Please check every line. What you confirm here is what we work to.',
  sections: [
    {
      heading: 'Objective',
      lines: [line('Get one in five students to buy it twice — Acme’s “real” tea, office fi & fl, naïve café.')],
    },
    { heading: 'Deliverables', lines: [line('Key visual', 2), { ...line('Not known yet', 3), isOpen: true }] },
  ],
  closing: { heading: 'How to confirm', paragraphs: ['Please reply in writing.', `“We confirm version 2, ${HASH}.”`] },
  footer: { named: 'Acme · Spring launch', exact: `Version 2 · ${HASH}` },
  phrases: { page: 'Page {page} of {pages}', continued: '{heading} (continued)', unprintable: 'Shown by its number.' },
};
const ZH: Paper = {
  ...EN,
  language: 'zh',
  kind: '客户简报',
  title: '春季新品上市',
  facts: [{ label: '发送时间', value: '2026年11月30日 01:05 UTC' }],
  intro: '请逐条核对。您在这里确认的内容就是我们工作的依据。',
  sections: [
    {
      heading: '目标',
      lines: [line('让上海的大学生在上市六周内尝试新品（以会员数据为准），并说：“真茶，不用茶粉。”')],
    },
    { heading: '交付物', lines: [line('主视觉、3 支 15 秒短片；小红书与微信朋友圈延展', 2)] },
  ],
  closing: { heading: '如何确认', paragraphs: ['请书面回复，写明第 2 版以及校验码的前 12 位。'] },
  footer: { named: '山野茶饮 · 春季新品上市', exact: `第 2 版 · ${HASH}` },
  phrases: { page: '第 {page} 页，共 {pages} 页', continued: '{heading}（续）', unprintable: '以编号表示。' },
};

const print = makePrinter(undefined);
const printed = async (paper: Paper): Promise<ReadPdf> => readPdf(await print(paper));
const packed = (text: string) => text.replaceAll(/\s+/gu, '');

/** All that a paper says between head and foot of its pages, in order. */
const saying = ({ kind, title, facts, intro, sections, closing }: Paper): string =>
  packed(
    [
      kind,
      title,
      ...facts.flatMap(({ label, value }) => [label, value]),
      intro,
      ...sections.flatMap(({ heading, lines }) => [
        heading,
        ...lines.flatMap(({ number, text }) => [`${number}.`, text]),
      ]),
      closing.heading,
      ...closing.paragraphs,
    ].join(''),
  );

describe.each([
  ['English', EN],
  ['Chinese', ZH],
])('a document in %s', (_language, paper) => {
  test('is read by a machine exactly as it was written', async () => {
    const { pages } = await printed(paper);
    expect(packed(pages.map(({ body }) => body).join(''))).toBe(saying(paper));
  });

  test('names on every page which version of what it is, and which page of how many', async () => {
    const text = (paper.language === 'en' ? 'Long enough for three pages. ' : '足够写满三页的一段文字。').repeat(160);
    const { pages } = await printed({
      ...paper,
      sections: [{ heading: paper.kind, lines: [line(text), line(text, 2)] }],
    });
    expect(pages.length).toBeGreaterThan(1);
    for (const [index, { head, foot }] of pages.entries()) {
      const page = paper.phrases.page.replace('{page}', String(index + 1)).replace('{pages}', String(pages.length));
      expect(packed(foot)).toBe(packed(`${paper.footer.named} · ${paper.footer.exact}${page}`));
      expect(packed(head)).toBe(index === 0 ? '' : packed(`${paper.kind} · ${paper.title}`));
    }
  });

  test('brings all its letters along, and shows no empty box', async () => {
    const { fonts, glyphs, missing } = await printed(paper);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.filter(({ isEmbedded }) => !isEmbedded)).toEqual([]);
    expect(glyphs).toBeGreaterThan(saying(paper).length);
    expect(missing).toBe(0);
  });

  test('says what it is, whose it is, in which language, and when it was made; printed again it is the same file', async () => {
    const bytes = await print(paper);
    const { info, language, isTagged } = await readPdf(bytes);
    expect(info).toMatchObject({ Title: `${paper.kind} · ${paper.title}`, Author: 'Harbour & Pine' });
    expect(info).toMatchObject({ CreationDate: expect.stringContaining('20261130010500') });
    expect(language).toBe(paper.language === 'en' ? 'en-GB' : 'zh-CN');
    expect(isTagged).toBe(true);
    expect(Buffer.compare(Buffer.from(bytes), Buffer.from(await print(paper)))).toBe(0);
  });
});

const texts = ['让上海的大学生在六周内尝试新品。', 'x', 'Students who drink tea. '].map((text) =>
  text.repeat(3000).slice(0, 3000),
);
const LONGEST = Array.from({ length: 20 }, (_, index) => line(texts[index % 3] ?? '', index + 1));

/** Whether every line of the longest brief is in it, whole. */
function expectAll({ pages }: ReadPdf): void {
  const body = packed(pages.map((page) => page.body).join('')).replaceAll('交付物（续）', '');
  for (const { number, text } of LONGEST) expect(body).toContain(`${number}.${packed(text)}`);
}

test('the longest brief, twenty lines of 3,000 characters each, is printed whole', async () => {
  expectAll(await printed({ ...ZH, sections: [{ heading: '交付物', lines: LONGEST }] }));
});

test.each([
  ['Arabic', 'شاي الربيع '],
  ['Thai', 'ชาฤดูใบไม้ผลิ'],
  ['accents upon accents', 'a\u0316\u0317\u0318'],
])(
  'six answers of 3,000 characters in %s, which the typeface lacks, are printed by their numbers',
  async (_what, text) => {
    const lines = Array.from({ length: 6 }, (_, index) => line(text.repeat(3000).slice(0, 3000), index + 1));
    const { pages } = await printed({ ...EN, sections: [{ heading: 'Deliverables', lines }] });
    expect(packed(pages.map(({ body }) => body).join('')).match(/U\+/gu)?.length).toBeGreaterThan(10_000);
  },
);

test('emoji and hostile texts are printed visibly, and the end says how', async () => {
  const hostile = [
    '🚀 launch',
    '<b>&amp;</b> <!channel>',
    'a\u202Eb',
    '\u0000\uD800',
    ')Tj ET (',
    '{page} {pages}',
    '%PDF-1.7',
    '\\n\n\n\n',
  ];
  const sections = [{ heading: '<H1>', lines: hostile.map((text, index) => line(text, index + 1)) }];
  const { pages } = await printed({ ...EN, title: '🚀'.repeat(80), sections });
  const body = packed(pages.map((page) => page.body).join(''));
  const shown = [
    '[U+1F680]launch',
    '<b>&amp;</b><!channel>',
    'a[U+202E]b',
    '[U+0000][U+D800]',
    ')TjET(',
    '{page}{pages}',
    '%PDF-1.7',
    '\\n',
  ];
  expect(body).toContain(`<H1>${shown.map((text, index) => `${index + 1}.${text}`).join('')}`);
  expect(body.endsWith(`${HASH}.”Shownbyitsnumber.`)).toBe(true);
  expect(body).toContain('[U+1F680]'.repeat(80));
});

describe('the typeface', () => {
  const there =
    (...paths: string[]) =>
    (path: string) =>
      paths.includes(path);
  const NOTO = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';
  const WQY = '/usr/share/fonts/truetype/wqy/wqy-microhei.ttc';

  test('is the one that was set, else the system’s, else the one that npm brought', () => {
    expect(findFonts('/a/My.ttf', there('/a/My.ttf', NOTO)).regular).toEqual({ path: '/a/My.ttf', face: null });
    expect(findFonts('/a/My.ttc#Face', there('/a/My.ttc')).bold).toEqual({ path: '/a/My.ttc', face: 'Face' });
    expect(findFonts('/a/X-Regular.otf', there('/a/X-Regular.otf', '/a/X-Bold.otf')).bold.path).toBe('/a/X-Bold.otf');
    expect(findFonts(undefined, there(NOTO, WQY)).regular).toEqual({ path: NOTO, face: 'NotoSansCJKsc-Regular' });
    expect(findFonts(undefined, there(NOTO)).bold.path).toBe(NOTO);
    expect(findFonts(undefined, there(WQY)).regular.path).toBe(WQY);
    expect(findFonts(undefined, (path) => path.includes('node_modules')).bold.path).toMatch(
      /NotoSansSC_700Bold\.ttf$/u,
    );
  });

  test('that is missing is asked for, by what to install', () => {
    expect(() => findFonts(undefined, () => false)).toThrow(FontError);
    expect(() => findFonts(undefined, () => false)).toThrow(/apt-get install fonts-noto-cjk .* LIAISON_FONT/su);
    expect(() => findFonts('/gone.ttf', () => false)).toThrow(/LIAISON_FONT .* not there/u);
  });

  test('of npm prints both languages too, in one weight as fast as in two', async () => {
    const { regular } = findFonts(undefined, (path) => path.includes('node_modules'));
    const paper = { ...ZH, sections: [{ heading: '交付物', lines: LONGEST }] };
    const read = await readPdf(await makePrinter(regular.path)(paper));
    expectAll(read);
    expect(read.fonts.map(({ name }) => name).join()).toMatch(/NotoSansSC[^,]*$/u);
  });

  test('without Chinese, or that is none, is refused by name', async () => {
    const latin = new URL('../../node_modules/pdfjs-dist/standard_fonts/LiberationSans-Regular.ttf', import.meta.url);
    await expect(makePrinter(latin.pathname)(EN)).rejects.toThrow(/no Chinese/u);
    await expect(makePrinter(import.meta.filename)(EN)).rejects.toThrow(/no typeface/u);
  });
});

describe('a thread', () => {
  const file = workerFile(import.meta.url, '../support/worker-trial');

  test('that takes too long, takes too much memory, fails or says nothing is ended, and whoever asked is told which', async () => {
    const ask = (what: string, limits = { ms: 15_000, heapMb: 64 }) => inWorker(file, what, limits);
    await expect(ask('echo')).resolves.toBe('echo');
    await expect(ask('hang', { ms: 1500, heapMb: 64 })).rejects.toMatchObject({ fault: 'late' });
    await expect(ask('eat')).rejects.toMatchObject({ fault: 'tooBig' });
    await expect(ask('throw')).rejects.toMatchObject({ fault: 'failed', message: 'thrown inside' });
    await expect(ask('leave')).rejects.toMatchObject({ fault: 'failed' });
    await expect(ask('environment')).resolves.toEqual([]);
  });
});
