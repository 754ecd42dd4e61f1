import { shortHash } from '../kit/chain.ts';
import { clientOf, fileRow, type RowDraft, sayToClient, type Subject } from '../kit/rows.ts';
import { takeFrom } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import { release } from '../project/rules-released.ts';
import type { DeliverableVersion, SentDeliverable } from './model.ts';
import { byHand, filesOf } from './rules-passed-on.ts';
import { clientDeliverableRow, clientThread, versionRow } from './rules-subjects.ts';
import { longContents } from './views-client.ts';

/** A file of a version: `about` is the deliverable, the version and the file's place among its contents, `id.2.0`. */
const fileSubject = (project: string, id: string, version: number, at: number): Subject => ({
  kind: 'deliverableFile',
  project,
  about: `${id}.${version}.${at}`,
});

/** Which file of which version it is. */
export function fileAbout(about: string): { id: string; version: number; at: number } {
  const [at = '', version = '', ...id] = about.split('.').toReversed();
  return { id: id.toReversed().join('.'), version: Number(version), at: Number(at) };
}

/**
 * The client's card, the post of the new version under it with its files, and the buttons taken off the version that it replaces. Of
 * what goes outside Slack nothing is posted; of what went there nothing is to be taken back.
 */
export function clientRows(
  project: Project,
  id: string,
  { current }: SentDeliverable,
  old: SentDeliverable | null,
): RowDraft[] {
  const isShown = ({ reach }: DeliverableVersion) => reach !== 'outside';
  const replaced = old && isShown(old.current) ? [versionRow(project._id, id, old.current.number)] : [];
  if (!isShown(current)) return replaced;
  const long = longContents(release(project), current).map((page, index) =>
    sayToClient(
      project._id,
      `version:${project._id}:${id}.${current.number}:${index}`,
      page,
      clientThread(project._id, id),
    ),
  );
  return [
    clientDeliverableRow(project._id, id),
    ...replaced,
    ...long,
    versionRow(project._id, id, current.number),
    ...fileRows(project, id, current),
  ];
}

/** The files that Liaison passes on, each under a name of its own, by which it is found again. */
function fileRows({ _id: project, undelivered }: Project, id: string, version: DeliverableVersion): RowDraft[] {
  const { number, hash, contents } = version;
  return filesOf(contents)
    .filter(({ file }) => byHand(file) === null)
    .map(({ at, file }) => {
      const mark = `v${number}-${shortHash(hash)}${at > 0 ? `-${at + 1}` : ''}${undelivered > 0 ? `-${undelivered}` : ''}`;
      return fileRow(
        clientOf(project),
        `file:${project}:deliverable:${id}.${number}.${at}:${undelivered}`,
        { subject: fileSubject(project, id, number, at), name: nameWith(file.name, mark) },
        clientThread(project, id),
      );
    });
}

/** Letters that a file system or Slack could take for something else are left out of a name. */
const STRANGE = /[/\\:*?"<>|\p{C}]/gu;
/** Of the part before the ending. */
const NAME_LENGTH = 60;

/** "Poster.pdf" as "Poster-v2-1a2b3c4d.pdf". */
export function nameWith(name: string, mark: string): string {
  const plain = name.replaceAll(STRANGE, ' ').replaceAll(/\s+/gu, ' ').trim();
  const [, base = plain, ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,8})?$/u.exec(plain) ?? [];
  const kept = takeFrom(base, NAME_LENGTH).trim();
  return `${kept === '' ? 'file' : kept}-${mark}${ending}`;
}
