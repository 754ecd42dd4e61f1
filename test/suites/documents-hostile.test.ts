import { describe, expect, test } from '@jest/globals';
import { readDocument, type Reading } from '../../src/io/documents.ts';
import { documentXml, docxParts, p, withPart, WORD_TYPE } from '../support/documents-docx.ts';
import { peakOf } from '../support/documents-memory.ts';
import { makeZip, packedZeros, type ZipEntry } from '../support/documents-zip.ts';

const MB = 1024 * 1024;
const refused = (why: string) => ({ is: 'refused', why });
const word = (bytes: Uint8Array, name = 'brief.docx'): Promise<Reading> =>
  readDocument({ name, mimetype: WORD_TYPE, bytes });

/** A good brief, of which each of these changes one thing: nothing of its text may come out. */
const GOOD = docxParts(p('Objective', { style: '1' }) + p('Raise awareness'));
const zipped = (part: ZipEntry): Buffer => makeZip([...GOOD, part]);
const replaced = (part: ZipEntry): Buffer => makeZip(withPart(GOOD, part));
const main = (xml: string): Buffer => replaced({ name: 'word/document.xml', data: xml });

test('the same document without a fault is read', async () => {
  expect(await word(makeZip(GOOD))).toMatchObject({
    is: 'read',
    blocks: [{ text: 'Objective' }, { text: 'Raise awareness' }],
  });
});

describe('a small archive that unpacks to gigabytes is not unpacked', () => {
  const huge = packedZeros(1024 * MB);
  test.each([
    ['that says so', { packed: huge }],
    ['that announces little', { packed: huge, announcedBytes: 2000 }],
    ['that announces as much as is allowed', { packed: huge, announcedBytes: 900_000 }],
  ])('%s', async (_, lie) => {
    const bytes = replaced({ name: 'word/document.xml', data: '', ...lie });
    expect(bytes.length).toBeLessThan(2 * MB);
    const { value, bytes: peak } = await peakOf(() => word(bytes));
    expect(value).toEqual(refused('tooMuchInside'));
    // A bound of its own thread's start and the file, far below the gigabyte: what is unpacked is thrown away at once.
    expect(peak).toBeLessThan(200 * MB);
  });

  test('in many parts, each of which could be in a good document', async () => {
    const parts = Array.from({ length: 40 }, (_, at) => ({
      name: `word/p${at}.xml`,
      data: '',
      packed: packedZeros(16 * MB),
    }));
    expect(await word(makeZip([...GOOD, ...parts]))).toEqual(refused('tooMuchInside'));
  });

  test('in small parts, which are too much only together', async () => {
    const data = 'abcdefghij'.repeat(90_000);
    const parts = Array.from({ length: 12 }, (_, at) => ({ name: `word/p${at}.xml`, data }));
    expect(await word(makeZip([...GOOD, ...parts]))).toEqual(refused('tooMuchInside'));
  });

  test('as an archive in the archive', async () => {
    const inner = makeZip([{ name: 'zeros', data: '', packed: packedZeros(64 * MB) }]);
    expect(await word(zipped({ name: 'word/inner.zip', data: inner, isStored: true }))).toEqual(
      refused('tooMuchInside'),
    );
  });

  test('as a picture that lies, which nobody unpacks: the words are read', async () => {
    const bytes = zipped({ name: 'word/media/image1.png', data: '', packed: huge, announcedBytes: 2000 });
    const { value, bytes: peak } = await peakOf(() => word(bytes));
    expect(value).toMatchObject({ is: 'read' });
    expect(peak).toBeLessThan(200 * MB);
  });
});

describe('a document of Word is refused as a whole', () => {
  const macroTypes = GOOD[0]?.data
    .toString()
    .replace('vnd.openxmlformats-officedocument.wordprocessingml.document', 'vnd.ms-word.document.macroEnabled');
  const sheet = GOOD[0]?.data.toString().replaceAll('wordprocessingml.document', 'spreadsheetml.sheet');
  const good = makeZip(GOOD);
  const broken = Buffer.from(makeZip([...GOOD, { name: 'word/x.xml', data: 'unharmed', isStored: true }]));
  broken.write('UNHARMED', broken.indexOf('unharmed'));
  test.each([
    ['with macros', zipped({ name: 'word/vbaProject.bin', data: 'x' }), 'hasMacros'],
    ['with macros under another name', zipped({ name: 'word/a/VBAPROJECT.BIN', data: 'x' }), 'hasMacros'],
    [
      'of the type that may have macros',
      replaced({ name: '[Content_Types].xml', data: macroTypes ?? '' }),
      'hasMacros',
    ],
    ['with a document with macros inside', zipped({ name: 'word/embeddings/a.docm', data: 'x' }), 'hasMacros'],
    ['that is a sheet', replaced({ name: '[Content_Types].xml', data: sheet ?? '' }), 'notSupported'],
    ['with a locked part', zipped({ name: 'word/a.xml', data: 'x', isEncrypted: true }), 'notSupported'],
    ['with a name that leads out of it', zipped({ name: '../../etc/passwd', data: 'x' }), 'damaged'],
    ['with a name that leads out further on', zipped({ name: 'word/../../a.xml', data: 'x' }), 'damaged'],
    ['with an absolute name', zipped({ name: '/etc/passwd', data: 'x' }), 'damaged'],
    ['with a name of Windows', zipped({ name: 'C:\\a.xml', data: 'x' }), 'damaged'],
    ['with two parts of one name', zipped({ name: 'WORD/document.xml', data: 'x' }), 'damaged'],
    ['without its text', makeZip(GOOD.filter(({ name }) => name !== 'word/document.xml')), 'damaged'],
    ['without its types', makeZip(GOOD.filter(({ name }) => name !== '[Content_Types].xml')), 'damaged'],
    ['cut off at the end', good.subarray(0, good.length - 40), 'damaged'],
    ['cut off in the middle', good.subarray(0, good.length / 2), 'damaged'],
    ['changed on its way', broken, 'damaged'],
    [
      'that is shorter than it says',
      replaced({ name: 'word/document.xml', data: documentXml(p('x')), announcedBytes: 5000 }),
      'damaged',
    ],
    ['of XML that ends too early', main(documentXml(p('Objective')).slice(0, -20)), 'damaged'],
    [
      'that has a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(5000)]),
      'notSupported',
    ],
    ['that is a text', Buffer.from('Objective: awareness'), 'damaged'],
    ['of no XML at all', main('Objective'), 'damaged'],
    [
      'nested beyond all measure',
      main(documentXml('<w:ins>'.repeat(50_000) + p('x') + '</w:ins>'.repeat(50_000))),
      'damaged',
    ],
    [
      'with too many parts',
      makeZip([...GOOD, ...Array.from({ length: 2001 }, (_, at) => ({ name: `${at}`, data: '' }))]),
      'tooMuchInside',
    ],
  ])('%s', async (_, bytes, why) => {
    expect(await word(bytes)).toEqual(refused(why));
  });

  test('where its XML declares entities: nothing is put in for them, neither text nor files', async () => {
    const laughs = Array.from({ length: 12 }, (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`).join('');
    const bomb = `<!DOCTYPE w [<!ENTITY l0 "lol">${laughs}]>`;
    const file = '<!DOCTYPE w [<!ENTITY l12 SYSTEM "file:///etc/hostname">]>';
    for (const before of [bomb, file]) {
      expect(await word(main(documentXml(p('Objective', { more: '<w:r><w:t>&l12;</w:t></w:r>' }), before)))).toEqual(
        refused('damaged'),
      );
    }
  });

  test('an archive of something else is not supported, and an empty one neither', async () => {
    const zip = makeZip([{ name: 'a.txt', data: 'Objective' }]);
    const asked = [zip, makeZip([])].map((bytes) =>
      readDocument({ name: 'a.zip', mimetype: 'application/zip', bytes }),
    );
    expect(await Promise.all(asked)).toEqual([refused('notSupported'), refused('notSupported')]);
  });

  test('sheets that Word holds as objects stay closed and do no harm', async () => {
    expect(await word(zipped({ name: 'word/embeddings/Sheet1.xlsx', data: 'PK' }))).toMatchObject({ is: 'read' });
  });
});
