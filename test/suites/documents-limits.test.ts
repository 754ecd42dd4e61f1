import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { readContent } from '../../src/io/documents-content.ts';
import { documentReader, readDocument, type Reading } from '../../src/io/documents.ts';
import { documentXml, docxParts, makeDocx, p, withPart, WORD_TYPE } from '../support/documents-docx.ts';
import { peakOf } from '../support/documents-memory.ts';
import { makeZip } from '../support/documents-zip.ts';

const MB = 1024 * 1024;
const refused = (why: string) => ({ is: 'refused', why });
const word = (bytes: Uint8Array, name = 'brief.docx'): Promise<Reading> =>
  readDocument({ name, mimetype: WORD_TYPE, bytes });

const GOOD = docxParts(p('Objective', { style: '1' }) + p('Raise awareness'));
const main = (xml: string): Buffer => makeZip(withPart(GOOD, { name: 'word/document.xml', data: xml }));
/** As much memory as in production, and more time than a busy machine needs. */
const PATIENT = { ms: 60_000, heapMb: 256 };

describe('what needs more than its share is ended', () => {
  /** Below all limits of an archive: 1.5 MB of small elements, no two paragraphs alike. */
  const paragraphs = Array.from(
    { length: 60_000 },
    (_, at) => `<w:p><w:r><w:t>${(at * 7919).toString(36)}</w:t></w:r></w:p>`,
  );
  const bytes = main(documentXml(paragraphs.join('')));
  const heavy = { name: 'brief.docx', mimetype: WORD_TYPE, bytes };

  test('with what a document may take it is read', async () => {
    expect(await readDocument(heavy, PATIENT)).toMatchObject({ is: 'read' });
  });

  test('memory: its thread dies, and nothing else', async () => {
    const { value, bytes: peak } = await peakOf(() => readDocument(heavy, { ...PATIENT, heapMb: 48 }));
    expect(value).toEqual(refused('tooMuchInside'));
    expect(peak).toBeLessThan(300 * MB);
    expect(await word(makeZip(GOOD))).toMatchObject({ is: 'read' });
  });

  test('time', async () => {
    expect(await readDocument(heavy, { ...PATIENT, ms: 1 })).toEqual(refused('tooMuchInside'));
  });

  test('the bot goes on meanwhile: nothing of it runs in the bot’s own thread', async () => {
    let [turns, longestMs, last] = [0, 0, performance.now()];
    const reading = readDocument(heavy, PATIENT);
    let isOver = false;
    void reading.finally(() => (isOver = true));
    while (!isOver) {
      await pause(1);
      longestMs = Math.max(longestMs, performance.now() - last);
      last = performance.now();
      turns++;
    }
    expect(await reading).toMatchObject({ is: 'read' });
    // Slack gives up after three seconds.
    expect(longestMs).toBeLessThan(3000);
    expect(turns).toBeGreaterThan(20);
  });

  test('a size: 50 MB do not even reach a thread', async () => {
    const large = Buffer.alloc(50 * MB, 'a');
    const { value, bytes: peak } = await peakOf(() => word(large, 'brief.txt'));
    expect(value).toEqual(refused('tooMuchInside'));
    expect(peak).toBeLessThan(10 * MB);
  });

  test('many at once: two are read at a time, and each gets its answer', async () => {
    const read = documentReader();
    const wanted = Array.from({ length: 7 }, (_, at) => `Brief ${at}`);
    const files = wanted.map((text) => ({ name: 'b.docx', mimetype: WORD_TYPE, bytes: makeDocx(p(text)) }));
    const readings = await Promise.all(files.map(read));
    expect(readings).toEqual(wanted.map((text) => ({ is: 'read', blocks: [{ kind: 'text', text }] })));
  });
});

describe('a file that was harmed on its way', () => {
  const good = makeZip(docxParts(p('Objective') + p('Raise awareness') + p('Budget: 20k')));
  const words = ['Objective', 'Raise awareness', 'Budget: 20k'];
  const read = (bytes: Uint8Array) => readContent({ name: 'brief.docx', mimetype: WORD_TYPE, bytes });

  test('is read with all of its words, or refused: never with some of them', async () => {
    const changes = fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(changes, async (all) => {
        const bytes = Buffer.from(good);
        for (const [at, byte] of all) bytes[at] = byte;
        const reading = await read(bytes);
        if (reading.is === 'read') expect(reading.blocks.map(({ text }) => text)).toEqual(words);
      }),
      { numRuns: 300 },
    );
  });

  test('is refused wherever it is cut off', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(good.length - 1), async (length) => {
        expect(await read(good.subarray(0, length))).toMatchObject({ is: 'refused' });
      }),
      { numRuns: 200 },
    );
  });
});
