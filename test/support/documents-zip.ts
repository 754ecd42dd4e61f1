import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of an archive that may lie. */
export type ZipEntry = {
  name: string;
  data: Buffer | string;
  isStored?: boolean;
  /** What the directory and the local header announce, where it is not the truth. */
  announcedBytes?: number;
  isEncrypted?: boolean;
  /** Already packed: of data that is too large to be held. */
  packed?: { bytes: Buffer; size: number; crc: number };
};

const u16 = (...values: number[]): Buffer => Buffer.from(Uint16Array.from(values).buffer);
const u32 = (...values: number[]): Buffer => Buffer.from(Uint32Array.from(values).buffer);

/** A zip archive (APPNOTE.TXT), hostile where it is asked to be. */
export function makeZip(entries: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data);
    const bytes = entry.packed?.bytes ?? (entry.isStored ? data : deflateRawSync(data));
    const name = Buffer.from(entry.name);
    const about = Buffer.concat([
      u16(20, 0x0800 | (entry.isEncrypted ? 1 : 0), entry.isStored ? 0 : 8, 0, 0),
      u32(entry.packed?.crc ?? crc32(data), bytes.length, entry.announcedBytes ?? entry.packed?.size ?? data.length),
      u16(name.length, 0),
    ]);
    const local = Buffer.concat([u32(0x04034b50), about, name, bytes]);
    directory.push(Buffer.concat([u32(0x02014b50), u16(20), about, u16(0, 0, 0), u32(0, offset), name]));
    files.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = [u32(0x06054b50), u16(0, 0, entries.length, entries.length), u32(listed.length, offset), u16(0)];
  return Buffer.concat([...files, listed, ...end]);
}

/** `sizeBytes` of zeros, packed a thousand to one, without ever being held as a whole. */
export function packedZeros(sizeBytes: number): NonNullable<ZipEntry['packed']> {
  const piece = Buffer.alloc(16 * 1024 * 1024);
  // Blocks that end on a byte and are not the last can be put one after the other (RFC 1951, 3.2.3).
  const block = deflateRawSync(piece, { level: 9, finishFlush: 3 });
  const last = deflateRawSync(Buffer.alloc(0));
  const times = Math.ceil(sizeBytes / piece.length);
  let crc = 0;
  for (let count = 0; count < times; count++) crc = crc32(piece, crc);
  return {
    bytes: Buffer.concat([...Array.from({ length: times }, () => block), last]),
    size: times * piece.length,
    crc,
  };
}
