import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DeliveredContent } from '../../src/deliverable/model.ts';
import { contentsIn, kindOf, linksIn, nameOf, offeredIn } from '../../src/deliverable/rules-typed.ts';
import { carriedMeta } from '../../src/deliverable/model-forms.ts';
import { messageIn, shortened } from '../../src/deliverable/service-open.ts';
import { BOUNDS } from '../../src/kit/bounds.ts';
import { isRefusal } from '../../src/kit/refusal.ts';

const LINK = 'https://review.example/kv?id=1&v=2';
const link = (url: string): DeliveredContent => ({ is: 'link', url });
const text = (said: string): DeliveredContent => ({ is: 'text', text: said });
const file = (name: string): DeliveredContent => ({
  ...{ is: 'file', file: 'F1', name, mimetype: null, size: null, sha256: null },
});

describe('addresses are found', () => {
  test.each([
    [`<${LINK}>`, [LINK]],
    [`<${LINK}|the key visual>`, [LINK]],
    [`Please look at ${LINK}. Thanks`, [LINK]],
    [`请看${LINK}，谢谢`, [LINK]],
    [`(${LINK})`, [LINK]],
    [`${LINK} and once more ${LINK}`, [LINK]],
    ['ftp://review.example/kv and mailto:a@b.example', []],
    ['no address at all', []],
  ])('in %s', (said, found) => {
    expect(linksIn(said)).toEqual(found);
  });
});

test('an address that is longer than any browser keeps is none', () => {
  expect(linksIn(`https://x.example/${'a'.repeat(BOUNDS.link)}`)).toEqual([]);
});

describe('what is to be approved', () => {
  test.each([
    [LINK, [link(LINK)]],
    [`<${LINK}>`, [link(LINK)]],
    [`${LINK}\n\nhttps://b.example/2\n${LINK}`, [link(LINK), link('https://b.example/2')]],
    ['Real tea.\n\n  No powder.', [text('Real tea.\n\n  No powder.')]],
    [`${LINK}\nReal tea`, [link(LINK), text('Real tea')]],
    [`Read ${LINK} in the first line`, [text(`Read ${LINK} in the first line`)]],
    ['', []],
    [null, []],
  ])('is taken from %j: addresses on lines of their own, the rest one text', (said, contents) => {
    expect(contentsIn(said)).toEqual(contents);
  });

  test.each(['figma.com/file/1', 'www.review.example', 'https:/review.example', 'https://'])(
    'that only looks like an address (%s) is refused at its question, and not approved as a text',
    (said) => {
      expect(contentsIn(`Our film\n${said}`)).toMatchObject({ code: 'deliverable.linkUnread', at: 'content' });
    },
  );

  test('keeps every address where there are more than a version holds', () => {
    const many = Array.from({ length: BOUNDS.contents + 3 }, (_, at) => `https://a.example/${at}`);
    expect(contentsIn(many.join('\n'))).toEqual([text(many.join('\n'))]);
  });

  test('never loses a word of what was typed', () => {
    const line = fc.oneof(fc.constant(LINK), fc.string(), fc.constant(''));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 8 }), (lines) => {
        const typed = lines.join('\n');
        const contents = contentsIn(typed);
        if (isRefusal(contents)) return;
        const kept = contents
          .map((one) => (one.is === 'text' ? one.text : one.is === 'link' ? one.url : ''))
          .join('\n');
        for (const word of typed.split(/\s+/u)) expect(kept).toContain(word.replace(/^<(https?:[^|>]+).*$/u, '$1'));
      }),
    );
  });
});

describe('a message offers', () => {
  test('its files, and is called as the first of them', () => {
    const files = [{ name: 'Key_visual_spring_v2.pdf' }, { name: 'b.png' }];
    expect(offeredIn({ text: `Here it is ${LINK}`, files })).toEqual({ content: null, name: 'Key visual spring' });
  });

  test('else its address, and is called by the words beside it', () => {
    expect(offeredIn({ text: `Key visual: <${LINK}|here>`, files: [] })).toEqual({
      content: LINK,
      name: 'Key visual:',
    });
    expect(offeredIn({ text: 'https://review.example/films/spring-cut', files: [] })).toMatchObject({
      name: 'spring cut',
    });
    expect(offeredIn({ text: 'https://www.review.example/', files: [] })).toMatchObject({ name: 'review.example' });
  });

  test('else its text, whole, and is called as its first line', () => {
    expect(offeredIn({ text: '\nReal tea.\nNo powder.', files: [] })).toEqual({
      content: 'Real tea.\nNo powder.',
      name: 'Real tea.',
    });
    expect(offeredIn({ text: '', files: [] })).toEqual({ content: null, name: '' });
  });
});

test('a message is carried through the choice of a project, whatever stands in it', () => {
  const file = fc.record({
    id: fc.constant('F01234567890'),
    name: fc.option(fc.string({ unit: 'binary', maxLength: 255 })),
  });
  const wild = fc.oneof(fc.string({ unit: 'binary', maxLength: 6000 }), fc.constant('"\n\\'.repeat(2000)));
  const place = { channel: 'C01234567890', ts: '1796000414.000001', threadTs: '1796000414.000001' };
  fc.assert(
    fc.property(wild, fc.array(file, { maxLength: 12 }), (said, files) => {
      const message = messageIn({ ...place, text: said, files, author: null, isBots: false });
      const { text: carried, isCut } = shortened(message.text);
      const encoded = carriedMeta.encode({ typed: '', message: { ...message, text: carried, isCut } });
      expect(carriedMeta.decode(encoded)?.message?.text).toBe(carried);
      expect(isCut).toBe(carried !== message.text);
    }),
  );
});

test.each([
  ['KV_spring-v2.final.pdf', 'KV spring'],
  ['主视觉_第3版.png', '主视觉'],
  ['Poster v12.ai', 'Poster'],
  ['v2.pdf', ''],
  ['Revue de presse.pdf', 'Revue de presse'],
  ['banner 300x250.jpg', 'banner 300x250'],
  ['x'.repeat(300), `${'x'.repeat(79)}…`],
])('a file called %s keeps its name without the version: %s', (name, called) => {
  expect(nameOf(name)).toBe(called);
});

test.each([
  ['TVC 30s', [link(LINK)], 'film'],
  ['分镜', [], 'film'],
  ['Spring', [file('cut_3.mov')], 'film'],
  ['Spring', [link('https://vimeo.com/123')], 'film'],
  ['Poster A2', [file('a.mov')], 'print'],
  ['户外大牌', [], 'outOfHome'],
  ['Reels for May', [], 'social'],
  ['小红书笔记', [text('x')], 'social'],
  ['Landing page', [], 'web'],
  ['Media plan Q3', [file('plan.xlsx')], 'mediaPlan'],
  ['Cost estimate film shoot', [], 'costEstimate'],
  ['报价单', [], 'costEstimate'],
  ['Spring', [file('a.pdf')], 'other'],
  ['Claim', [text('Real tea')], 'other'],
] as const)('%s is taken for what it says it is', (name, contents, kind) => {
  expect(kindOf(name, contents)).toBe(kind);
});
