import { describe, expect, test } from '@jest/globals';
import { readDocument, type Reading } from '../../src/io/documents.ts';
import { footnoteMark, link, makeDocx, p, table, WORD_TYPE } from '../support/documents-docx.ts';

const word = (body: string, footnote = ''): Promise<Reading> =>
  readDocument({ name: 'brief.docx', mimetype: WORD_TYPE, bytes: makeDocx(body, footnote) });

const heading = (text: string) => ({ kind: 'heading', text });
const text = (of: string) => ({ kind: 'text', text: of });

describe('a document of Word', () => {
  test('is read in its order, with headings by their styles in English and in Chinese', async () => {
    const body = [
      p('Acme spring launch', { style: 't' }),
      p('Objective', { style: '1' }),
      p('Raise awareness & recall to 30 %.', { style: 'n' }),
      p('Channels', { style: '2' }),
      p('Posters'),
      p('项目背景', { style: 'a' }),
      p('新品上市 <春季>'),
    ];
    expect(await word(body.join(''))).toEqual({
      is: 'read',
      blocks: [
        heading('Acme spring launch'),
        heading('Objective'),
        text('Raise awareness & recall to 30 %.'),
        heading('Channels'),
        text('Posters'),
        heading('项目背景'),
        text('新品上市 <春季>'),
      ],
    });
  });

  test('has short paragraphs that are all bold as headings, and bold sentences as text', async () => {
    const half = p('', { more: '<w:r><w:rPr><w:b/></w:rPr><w:t>Budget</w:t></w:r><w:r><w:t> about 20k</w:t></w:r>' });
    const bold = (of: string, list = '') => p(of, { isBold: true, list });
    const body = [
      bold('Target audience'),
      bold('二、核心信息'),
      bold('This must not be late.'),
      half,
      bold('Film', 'bullet'),
    ];
    expect(await word(body.join(''))).toEqual({
      is: 'read',
      blocks: [
        heading('Target audience'),
        heading('二、核心信息'),
        text('This must not be late.'),
        text('Budget about 20k'),
        text('- Film'),
      ],
    });
  });

  test('keeps items of lists, rows of tables, links and footnotes as lines', async () => {
    const rows = [
      ['目标受众', '25–35 岁女性'],
      ['Budget', ['20k', 'without media']],
      ['KPI', '22 %', '30 %'],
      ['', ''],
    ];
    const body = [
      p('Poster', { list: 'bullet' }),
      p('Print it', { list: 'number' }),
      table(rows),
      p('See ', { more: link('our brand book') + footnoteMark }),
    ];
    expect(await word(body.join(''), 'Of 2027.')).toEqual({
      is: 'read',
      blocks: [
        text('- Poster'),
        text('Print it'),
        text('目标受众：25–35 岁女性'),
        text('Budget:\n20k\nwithout media'),
        text('KPI | 22 % | 30 %'),
        text('See our brand book[1] (https://acme.example/brand)'),
        text('[1] Of 2027.'),
      ],
    });
  });

  test('without a word in it is empty', async () => {
    expect(await word(p('') + p('  '))).toEqual({ is: 'refused', why: 'empty' });
  });

  test('is one whatever its name and type say', async () => {
    const bytes = makeDocx(p('Objective', { style: '1' }));
    const expected = { is: 'read', blocks: [heading('Objective')] };
    expect(await readDocument({ name: 'brief.txt', mimetype: 'text/plain', bytes })).toEqual(expected);
    expect(await readDocument({ name: '', mimetype: 'application/octet-stream', bytes })).toEqual(expected);
  });
});
