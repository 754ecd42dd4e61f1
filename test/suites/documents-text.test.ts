import { describe, expect, test } from '@jest/globals';
import { readDocument, type Reading } from '../../src/io/documents.ts';
import { IN_OLD_ENCODINGS, NOT_GUESSED } from '../support/documents-encodings.ts';

const read = (bytes: Uint8Array, name = 'brief.txt'): Promise<Reading> =>
  readDocument({ name, mimetype: 'text/plain', bytes });
const wholly = (text: string) => ({ is: 'read', blocks: [{ kind: 'text', text }] });
const refused = (why: string) => ({ is: 'refused', why });

const TEXT = '# 项目背景\n新品 “spring” 上市 😀\n\nBudget: 20k €\n';
const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('a plain text', () => {
  test.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16 with a mark, little end first', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16 with a mark, big end first', utf16be(`\uFEFF${TEXT}`)],
    ['UTF-16 without a mark, little end first', Buffer.from(TEXT.replace('😀', ''), 'utf16le'), TEXT.replace('😀', '')],
    ['UTF-16 without a mark, big end first', utf16be(TEXT)],
    ['lines as Windows ends them', Buffer.from(TEXT.replaceAll('\n', '\r\n'))],
    ...Object.entries(IN_OLD_ENCODINGS).map(([name, { text, bytes }]) => [name, bytes, text] as const),
  ] as readonly (readonly [string, Buffer, string?])[])('is read to the letter: %s', async (_, bytes, text = TEXT) => {
    expect(await read(bytes)).toEqual(wholly(text));
  });

  test.each(Object.entries(NOT_GUESSED))('in a language that is not guessed at is not taken: %s', async (_, bytes) => {
    expect(await read(bytes)).toEqual(refused('encodingUnknown'));
  });

  test.each([
    ['UTF-8 that breaks off within a character', Buffer.from(TEXT).subarray(0, 4), 'encodingUnknown'],
    ['a mark of UTF-8 with something else behind it', Buffer.from([0xef, 0xbb, 0xbf, 0xff, 0xfe, 0x80]), 'damaged'],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), 'encodingUnknown'],
    ['only spaces', Buffer.from(' \n\t \r\n'), 'empty'],
    ['nothing', Buffer.alloc(0), 'empty'],
  ] as const)('is not taken where it is %s', async (_, bytes, why) => {
    expect(await read(bytes)).toEqual(refused(why));
  });
});

describe('what is no text is not taken, whatever it is called', () => {
  const mail = (how: string) => `From: Ana <ana@acme.example>\nSubject: Brief\nContent-T${how}\n\nT2JqZWN0aXZl\n`;
  const random = Buffer.from(Array.from({ length: 4000 }, (__, at) => (at * 7919 + (at >> 3) * 31) % 256));
  test.each([
    ['a program', Buffer.from('7f454c460201010000000000', 'hex')],
    ['a picture', Buffer.concat([Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), random])],
    ['noise', random],
    ['noise without zeros', random.filter((byte) => byte !== 0)],
    ['a PDF', Buffer.from('%PDF-1.4\n1 0 obj\n<< >>\nendobj\n')],
    ['rich text', Buffer.from('{\\rtf1\\ansi Objective}')],
    ['a page', Buffer.from('\n<!DOCTYPE html><html><p>Objective</p></html>')],
    ['XML', Buffer.from('<?xml version="1.0"?><brief/>')],
    ['an old document of Word', Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(504)])],
    ['a packed e-mail', Buffer.from(mail('ransfer-Encoding: base64'))],
    ['an e-mail of several parts', Buffer.from(mail('ype: multipart/mixed;\n boundary=x').replaceAll('\n', '\r\n'))],
    ['text with a zero in it', Buffer.from('Objective\u0000: awareness')],
    ['text with control characters', Buffer.from('Objective \u001b[31m')],
  ])('%s', async (_, bytes) => {
    expect(await read(bytes, 'brief.md')).toEqual(refused('notSupported'));
  });

  test('an e-mail that was copied is a text', async () => {
    const text = 'From: Ana\nSubject: Content-Type: what we need\n\nObjective: awareness';
    expect(await read(Buffer.from(text))).toEqual(wholly(text));
  });
});
