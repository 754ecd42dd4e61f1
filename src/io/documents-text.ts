import { legacyText } from './documents-legacy.ts';
import { type Block, Unreadable } from './documents-types.ts';

/** What looks like text and is none: its words would be among marks of a program. */
const OTHER_KINDS: readonly RegExp[] = [
  /^%PDF-/,
  /^%!PS/,
  /^\{\\rtf/,
  /^\s*<(?:!doctype|\?xml|html|head|body|svg)\b/i,
  // An e-mail as a mail program stores it: its words are packed (RFC 2045, 6). One that was copied has no such line.
  /^(?:[^\n:\s]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?content-(?:transfer-encoding:\s*(?:base64|quoted-printable)|type:\s*multipart\/)/i,
];
/** Far more than any of the above needs. */
const LOOKS_AT = 8000;
/** What no text has; the others below the space are tabs, and ends of lines and pages. */
// oxlint-disable-next-line no-control-regex -- they are what is looked for
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/;

/**
 * The text of a plain file, as one block: its lines are looked through by whoever takes it apart.
 * @throws Unreadable where it is no text, or nobody can be sure which characters it is in
 */
export function textBlocks(bytes: Uint8Array): Block[] {
  const text = decoded(bytes);
  if (CONTROL.test(text) || OTHER_KINDS.some((kind) => kind.test(text.slice(0, LOOKS_AT).replaceAll('\r\n', '\n')))) {
    throw new Unreadable('notSupported', 'not a text');
  }
  return text.trim() === '' ? [] : [{ kind: 'text', text: text.replaceAll(/\r\n?/g, '\n') }];
}

function decoded(bytes: Uint8Array): string {
  const marked = markOf(bytes);
  if (marked === 'utf-32') throw new Unreadable('encodingUnknown', 'UTF-32');
  // The mark itself is left out by the decoder.
  if (marked) return read(bytes, marked) ?? fail('damaged');
  if (bytes.includes(0)) return unmarkedUtf16(bytes) ?? fail('notSupported');
  // A text in another encoding is practically never well-formed UTF-8 (RFC 3629, 1).
  return read(bytes, 'utf-8') ?? legacyText(bytes) ?? fail(hasControls(bytes) ? 'notSupported' : 'encodingUnknown');
}

function fail(why: 'damaged' | 'notSupported' | 'encodingUnknown'): never {
  throw new Unreadable(why, 'the characters cannot be read');
}

const hasControls = (bytes: Uint8Array): boolean => CONTROL.test(Buffer.from(bytes).toString('latin1'));

/** The byte order mark (Unicode 16, 23.8). UTF-32's begins like UTF-16's. */
function markOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | 'utf-32' | null {
  const [a, b, c, d] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return 'utf-8';
  if ((a === 0xff && b === 0xfe && c === 0 && d === 0) || (a === 0 && b === 0 && c === 0xfe && d === 0xff))
    return 'utf-32';
  if (a === 0xff && b === 0xfe) return 'utf-16le';
  return a === 0xfe && b === 0xff ? 'utf-16be' : null;
}

/**
 * UTF-16 without a mark: its spaces, digits and ends of lines have their zeros on one side, and few characters, like 一
 * (U+4E00), on the other one. Taken the wrong way round, or where it is something else, it is of all scripts at once.
 */
function unmarkedUtf16(bytes: Uint8Array): string | null {
  const zeros = [0, 0];
  bytes.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const text = read(bytes, even < odd ? 'utf-16le' : 'utf-16be');
  return text !== null && isPlain(text) ? text : null;
}

/** Of the scripts that briefs are written in, and of what stands between their words. */
const isPlain = (text: string): boolean =>
  /^[\p{Script=Latin}\p{Script=Han}\p{P}\p{N}\p{S}\p{Z}\p{M}\p{Cf}\s]*$/u.test(text);

/** The text, or null where the bytes are not well-formed. */
function read(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
