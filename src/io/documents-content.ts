import { docxBlocks } from './documents-docx.ts';
import { textBlocks } from './documents-text.ts';
import { type GivenFile, type Reading, refused, Unreadable } from './documents-types.ts';

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** A zip archive begins with one of its records, an empty one with its end (APPNOTE.TXT 6.3.10, 4.3). */
const isZip = ([a, b, c, d]: Uint8Array): boolean =>
  a === 0x50 && b === 0x4b && ((c === 3 && d === 4) || (c === 5 && d === 6) || (c === 7 && d === 8));

/** What Word puts a document with a password into (MS-OFFCRYPTO), and what its documents were before. */
const isCompound = ([a, b, c, d]: Uint8Array): boolean => a === 0xd0 && b === 0xcf && c === 0x11 && d === 0xe0;

/**
 * Reads a document, in the thread that it is called in: for the worker. What it is, its content says; by name and type only
 * what is called a document of Word and is none is told from a text.
 */
export async function readContent({ name, mimetype, bytes }: GivenFile): Promise<Reading> {
  try {
    const isCalledWord = /\.docx$/i.test(name) || mimetype === WORD_TYPE;
    if (isCalledWord && !isZip(bytes)) return refused(isCompound(bytes) ? 'notSupported' : 'damaged');
    const blocks = isZip(bytes) ? await docxBlocks(bytes, isCalledWord) : textBlocks(bytes);
    return blocks.length === 0 ? refused('empty') : { is: 'read', blocks };
  } catch (error) {
    return refused(error instanceof Unreadable ? error.why : 'damaged');
  }
}
