import { crc32 } from 'node:zlib';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';
import { Unreadable } from './documents-types.ts';

const MB = 1024 * 1024;

/** What an archive may hold. A brief of sixty pages with pictures stays far below each. */
const ZIP_LIMITS = {
  /** A document has some dozens of parts; each picture is one. */
  entries: 2000,
  /** All entries together by what they announce, pictures too, although those are never unpacked. */
  announcedBytes: 100 * MB,
  /** The parts that are read, unpacked: a model of XML takes twenty to sixty times its size in memory. */
  readBytes: 8 * MB,
  /** Of a part that is read: deflate can do 1,032 to one, the XML of Word does about thirty. Small parts may be anything. */
  ratio: 200,
  ratioFromBytes: MB,
} as const;

/** The text, its styles, lists and notes, and what names them. The rest (pictures, settings, data) is left packed. */
const READ = /^(?!customxml\/|docprops\/)(?:.*\/)?[^/]+\.(?:xml|rels)$/i;
const NOT_READ = /\/(?:theme|charts|diagrams|embeddings|glossary|activex|ink|webextensions)\//i;
const isRead = ({ fileName }: Entry): boolean => READ.test(fileName) && !NOT_READ.test(fileName);
/** Sheets and slides inside of a document are objects of Word's, which nobody opens here. */
const OBJECT = /(?:^|\/)embeddings\/[^/]+\.(?:xlsx|xlsb|pptx|docx|bin)$/i;
const ARCHIVE = /\.(?:zip|7z|rar|gz|tgz|bz2|xz|tar|jar|docx|dotx|xlsx|xlsb|pptx|odt|iso|cab)$/i;
const MACROS = /(?:^|\/)vba(?:project|data)[^/]*$|\.(?:docm|dotm|xlsm|xltm|pptm|ppam)$/i;

/**
 * The parts of a Word document that are read, unpacked, by their names. The archive's whole directory is judged before
 * anything is unpacked; then what comes out is counted, because an archive may announce what it likes.
 *
 * @throws Unreadable where the archive is not one, or holds what it should not
 */
export async function checkedParts(bytes: Uint8Array): Promise<Map<string, Buffer>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  // Sizes are compared below, and names with backslashes, drive letters, `..` or a leading slash are errors.
  const zip = await fromBufferPromise(buffer, { autoClose: false, validateEntrySizes: false, strictFileNames: true });
  const entries = await judged(zip);
  const parts = new Map<string, Buffer>();
  let left: number = ZIP_LIMITS.readBytes;
  for (const entry of entries.filter(isRead)) {
    const data = await unpacked(zip, entry, left);
    left -= data.length;
    parts.set(entry.fileName, data);
  }
  return parts;
}

async function judged(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > ZIP_LIMITS.entries) throw new Unreadable('tooMuchInside', `${zip.entryCount} entries`);
  const entries = new Map<string, Entry>();
  let announced = 0;
  for await (const entry of zip.eachEntry()) {
    const fault = faultOf(entry);
    if (fault) throw fault;
    announced += entry.uncompressedSize;
    if (announced > ZIP_LIMITS.announcedBytes) throw new Unreadable('tooMuchInside', `announces ${announced} bytes`);
    // Two parts of one name: which of them is read would depend on the reader (ECMA-376 part 2, part names).
    const name = entry.fileName.toLowerCase();
    if (entries.has(name)) throw new Unreadable('damaged', 'two parts have one name');
    entries.set(name, entry);
  }
  return [...entries.values()];
}

function faultOf(entry: Entry): Unreadable | null {
  const { fileName, compressedSize, uncompressedSize } = entry;
  if (MACROS.test(fileName)) return new Unreadable('hasMacros', 'a part holds macros');
  if (entry.isEncrypted()) return new Unreadable('notSupported', 'a part is encrypted');
  if (ARCHIVE.test(fileName) && !OBJECT.test(fileName)) return new Unreadable('tooMuchInside', 'an archive inside');
  const isSuspicious =
    isRead(entry) &&
    uncompressedSize > ZIP_LIMITS.ratioFromBytes &&
    uncompressedSize > compressedSize * ZIP_LIMITS.ratio;
  return isSuspicious ? new Unreadable('tooMuchInside', `${compressedSize} bytes for ${uncompressedSize}`) : null;
}

/** @param most bytes that may still come out */
async function unpacked(zip: ZipFile, entry: Entry, most: number): Promise<Buffer> {
  const room = Math.min(most, entry.uncompressedSize);
  const chunks: Buffer[] = [];
  let size = 0;
  const stream = await zip.openReadStreamPromise(entry);
  for await (const chunk of stream) {
    if (!Buffer.isBuffer(chunk)) throw new TypeError('a stream of bytes gave something else');
    size += chunk.length;
    if (size > room) throw new Unreadable('tooMuchInside', `more than ${room} bytes come out`);
    chunks.push(chunk);
  }
  const data = Buffer.concat(chunks, size);
  if (size !== entry.uncompressedSize) throw new Unreadable('damaged', 'a part is shorter than announced');
  if (crc32(data) !== entry.crc32) throw new Unreadable('damaged', 'a part has changed on its way');
  return data;
}
