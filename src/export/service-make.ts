import { clientKinds, forClient, linkForClient } from '../client/rules-record.ts';
import type { Archive } from '../io/archive.ts';
import type { Print } from '../io/pdf.ts';
import type { Head } from '../kit/chain.ts';
import type { Project } from '../project/model.ts';
import type { Wanted } from './model.ts';
import { agreedVersions } from './rules-agreed.ts';
import { csvOf } from './views-csv.ts';
import { type ShownEntry, shownEntry } from './views-entries.ts';
import { jsonOf } from './views-json.ts';
import { recordPaper } from './views-paper.ts';
import type { Exported } from './views-said.ts';

/** What a file is made from. */
export type Makings = {
  archive: Pick<Archive, 'readOut' | 'countOut' | 'versions' | 'closedApprovals' | 'page'>;
  print: Print;
  agency: string;
};

/** What is wanted of a project's record, up to which entry, and when that was asked for. */
export type Wanting = {
  project: Project;
  wanted: Pick<Wanted, 'format' | 'language' | 'part'>;
  upTo: number;
  at: string;
};

/** Hears how many entries are done. */
export type Progress = (done: number) => void;

/** All that is in a file besides the entries. @throws where the entry that it ends with is not there */
export async function exportedOf({ archive, agency }: Makings, wanting: Wanting): Promise<Exported> {
  const { project, wanted, upTo, at } = wanting;
  const scope = { workspace: project.workspace, project: project._id };
  const { lastAt, ...head } = await headAt(archive, scope, upTo);
  const count = await archive.countOut(scope, upTo, kindsOf(wanted.part));
  const kept = await archive.versions(scope);
  // What was sent after that is not in it.
  const sent = kept.filter(({ content }) => typeof content['sentAt'] !== 'string' || content['sentAt'] <= lastAt);
  const agreed = agreedVersions(project, sent, await archive.closedApprovals(scope));
  return { project, agency, wanted, at, head, count, agreed };
}

async function headAt(
  archive: Makings['archive'],
  scope: { workspace: string; project: string },
  upTo: number,
): Promise<Head & { lastAt: string }> {
  const [last] = await archive.page(scope, upTo, 1);
  if (!last) throw new Error('a record without an entry');
  const { entry, hash } = last.stored;
  return { sequence: entry.sequence, hash, lastAt: entry.at };
}

const kindsOf = (part: Wanted['part']): readonly string[] | undefined => (part === 'client' ? clientKinds : undefined);

/**
 * A file of a project's record, piece by piece: tables and JSON are read and written entry by entry, and of a document that is printed
 * the printer has the whole, in a thread of its own.
 */
export async function* piecesOf(
  makings: Makings,
  exported: Exported,
  tell: Progress,
): AsyncGenerator<string | Uint8Array> {
  const { wanted } = exported;
  const none: Progress = () => undefined;
  switch (wanted.format) {
    case 'csv':
      return yield* csvOf(exported, entriesOf(makings, exported, tell));
    case 'json':
      return yield* jsonOf(exported, entriesOf(makings, exported, tell));
    case 'pdf': {
      const paper = await recordPaper(exported, entriesOf(makings, exported, none));
      const before = exported.agreed.length;
      yield await makings.print(paper, (lines) => tell(Math.max(0, lines - before)));
    }
  }
}

async function* entriesOf(
  { archive }: Makings,
  { project, wanted: { part, language }, head }: Exported,
  tell: Progress,
): AsyncGenerator<ShownEntry> {
  const scope = { workspace: project.workspace, project: project._id };
  const isClients = part === 'client';
  let done = 0;
  for await (const { stored: own, link } of archive.readOut(scope, head.sequence, kindsOf(part))) {
    const stored = isClients ? forClient(own) : own;
    const seen = isClients ? linkForClient(project, link) : link;
    yield shownEntry(project, { stored, own, link: seen }, part, language);
    done += 1;
    tell(done);
  }
}
