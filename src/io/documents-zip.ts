import { crc32 } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
/** Names are UTF-8 (APPNOTE.TXT 6.3.10, 4.4.4, bit 11). */
const UTF8_NAMES = 0x0800;
const VERSION = 20;

/**
 * A plain zip archive of `parts`, none of them packed: whoever opens it can be surprised by nothing in it. No zip64: the
 * parts are a few megabytes.
 */
export function storedZip(parts: ReadonlyMap<string, Buffer>): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [part, data] of parts) {
    const name = Buffer.from(part, 'utf8');
    const about = fields(data, name.length);
    const local = Buffer.concat([words(LOCAL_HEADER), about, name, data]);
    // Comment, disk and attributes are none; the last field is where the local header stands.
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([words(DIRECTORY_ENTRY), halves(VERSION), about, rest, name]));
    files.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = [words(END_OF_DIRECTORY), halves(0, 0, parts.size, parts.size), words(listed.length, offset), halves(0)];
  return Buffer.concat([...files, listed, ...end]);
}

/** What local header and directory entry have in common, from the version that is needed to the length of the extras. */
const fields = (data: Buffer, nameLength: number): Buffer =>
  Buffer.concat([
    halves(VERSION, UTF8_NAMES, 0, 0, 0),
    words(crc32(data), data.length, data.length),
    halves(nameLength, 0),
  ]);

const halves = (...values: number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer);
const words = (...values: number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);
