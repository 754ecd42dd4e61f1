/** What a client's document is made of, in its order. Items of lists and rows of tables are lines of text. */
export type Block = { kind: 'heading' | 'text'; text: string };

/** A file as it was fetched. Name and type are only what its sender says of it. */
export type GivenFile = { name: string; mimetype: string; bytes: Uint8Array };

/** Whether what came into the thread is a file. */
export const isGivenFile = (value: unknown): value is GivenFile =>
  typeof value === 'object' &&
  value !== null &&
  'name' in value &&
  typeof value.name === 'string' &&
  'mimetype' in value &&
  typeof value.mimetype === 'string' &&
  'bytes' in value &&
  value.bytes instanceof Uint8Array;

/**
 * Why a document is not taken. notSupported: of a kind that is not read, or locked by a password. damaged: of a kind that
 * is read, and not to be read. tooMuchInside: more than a brief can be, or more than it says. encodingUnknown: a text in
 * characters that nobody can be sure of.
 */
export const DOCUMENT_REFUSALS = [
  'notSupported',
  'hasMacros',
  'damaged',
  'tooMuchInside',
  'encodingUnknown',
  'empty',
] as const;
export type DocumentRefusal = (typeof DOCUMENT_REFUSALS)[number];

/** A whole document, or nothing of it. */
export type Reading = { is: 'read'; blocks: Block[] } | { is: 'refused'; why: DocumentRefusal };

export const refused = (why: DocumentRefusal): Reading => ({ is: 'refused', why });

/** Ends the reading of a document that is not taken. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
  readonly why: DocumentRefusal;

  constructor(why: DocumentRefusal, reason: string) {
    super(reason);
    this.why = why;
  }
}
