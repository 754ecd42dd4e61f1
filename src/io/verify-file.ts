import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import {
  type Break,
  type Content,
  contentHash,
  emptyHead,
  entryHash,
  follow,
  type Head,
  hashOf,
  isBreak,
  RECORD_FORMAT,
} from '../kit/chain.ts';

const content = z.record(z.string(), z.unknown());
const hash = z.string();
const entrySchema = z.strictObject({
  v: z.literal(RECORD_FORMAT),
  workspace: z.string(),
  project: z.string(),
  sequence: z.int(),
  at: z.string(),
  kind: z.string(),
  actor: z.string(),
  previous: z.string(),
  contentHash: z.string(),
});
/** A record as it was written out as JSON (docs/record.md). */
const fileSchema = z.looseObject({
  format: z.literal('liaison-record'),
  v: z.literal(1),
  part: z.enum(['whole', 'client']),
  workspace: z.string(),
  project: z.string(),
  entries: z.int(),
  head: z.object({ sequence: z.int(), hash }),
  versions: z.array(z.looseObject({ subject: z.string(), number: z.int(), hash, hashed: content.nullish() })),
  record: z.array(
    z.looseObject({
      number: z.int(),
      hash,
      entry: entrySchema.nullable(),
      contentIs: z.enum(['whole', 'part', 'erased']),
      content: content.nullable(),
      salt: z.string().nullable(),
    }),
  ),
});
type File = z.infer<typeof fileSchema>;
type Line = File['record'][number];

/** Why a version is not the one that its hash says. */
export type WrongVersion = { subject: string; number: number };
/** `partly`: entries of which not all content is in the file: of these the content cannot be checked. */
export type FileVerdict = {
  part: File['part'];
  project: string;
  entries: number;
  partly: number;
  head: Head;
  break: Break | null;
  versions: readonly WrongVersion[];
};

/**
 * Checks a record that was written out as JSON, by nothing but the file: every hash, and that one entry follows the other. Of the
 * client's part, from which the agency's own entries are left out, each entry for itself and those that follow one another.
 * @throws where it is no such file
 */
export async function verifyFile(path: string): Promise<FileVerdict> {
  const file = fileSchema.parse(JSON.parse(await readFile(path, 'utf8')));
  const wrong = file.versions.filter(({ hashed, hash: said }) => hashed && hashOf(hashed) !== said);
  return {
    part: file.part,
    project: file.project,
    entries: file.record.length,
    partly: file.record.filter(({ contentIs }) => contentIs === 'part').length,
    head: file.head,
    break: file.part === 'whole' ? wholeBreak(file) : partBreak(file),
    versions: wrong.map(({ subject, number }) => ({ subject, number })),
  };
}

function wholeBreak({ workspace, project, record, head }: File): Break | null {
  let last = emptyHead(workspace, project);
  for (const { entry, hash: said, content: held, salt } of record) {
    const sequence = last.sequence + 1;
    if (!entry) return { sequence, why: 'missing' };
    if (entry.workspace !== workspace || entry.project !== project) return { sequence, why: 'changed' };
    const next = follow(last, { entry, hash: said, content: held, salt });
    if (isBreak(next)) return next;
    last = next;
  }
  return last.sequence === head.sequence && last.hash === head.hash
    ? null
    : { sequence: Math.min(last.sequence, head.sequence) + 1, why: 'cut off' };
}

function partBreak({ workspace, project, record, head, entries }: File): Break | null {
  let before: Line | null = null;
  for (const line of record) {
    const found = lineBreak(line, before, { workspace, project });
    if (found) return { sequence: line.number, why: found };
    before = line;
  }
  const isCut = record.length !== entries || (before !== null && before.number > head.sequence);
  const isOther = before?.number === head.sequence && before.hash !== head.hash;
  return isCut || isOther ? { sequence: (before?.number ?? 0) + 1, why: 'cut off' } : null;
}

function lineBreak(
  line: Line,
  before: Line | null,
  scope: { workspace: string; project: string },
): Break['why'] | null {
  const { number, entry, hash: said, contentIs, content: held, salt } = line;
  if (before && number <= before.number) return 'out of chain';
  if (entry === null) return null;
  const isOurs = entry.sequence === number && entry.workspace === scope.workspace && entry.project === scope.project;
  if (!isOurs || entryHash(entry) !== said) return 'changed';
  if (before?.number === number - 1 && entry.previous !== before.hash) return 'out of chain';
  return contentIs === 'whole' && !isContentOf(entry.contentHash, held, salt) ? 'content changed' : null;
}

const isContentOf = (said: string, held: Content | null, salt: string | null): boolean =>
  held !== null && salt !== null && contentHash(salt, held) === said;
