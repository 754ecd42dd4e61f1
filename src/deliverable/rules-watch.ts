import { BOUNDS } from '../kit/bounds.ts';
import type { Project } from '../project/model.ts';
import type { Deliverable, DeliveredContent, DeliverableVersion, Noticed } from './model.ts';
import { deliverablesOf, withDeliverable } from './rules.ts';
import { clientThread, teamThread } from './rules-subjects.ts';

type FileContent = Extract<DeliveredContent, { is: 'file' }>;

/** A version of which a file is a part, and what that version is: `sent` where the client has answered otherwise than by agreeing. */
export type Held = { version: number; is: 'draft' | 'withClient' | 'approved' | 'sent'; file: FileContent };
/** What was noticed of one deliverable. */
export type Deleted = { deliverable: Deliverable; held: Held };

const fileIn = (contents: readonly DeliveredContent[], file: string): FileContent | null =>
  contents.filter((one) => one.is === 'file').find((one) => one.file === file) ?? null;

/** The version that matters most of those of which a file is a part: what is approved, what was sent, what is being made ready. */
export function heldIn({ sent, draft, dropped }: Deliverable, file: string): Held | null {
  const stands = [sent?.current, sent?.previous].find((one) => one && one.number === sent?.stands?.version);
  const approved = stands ? heldAs(stands, file, 'approved') : null;
  if (approved || dropped) return approved;
  const asked = sent?.approval.state === 'open' ? 'withClient' : 'sent';
  const current = sent ? heldAs(sent.current, file, asked) : null;
  if (current || !draft) return current;
  return heldAs(draft, file, 'draft');
}

function heldAs(
  { number: version, contents }: Pick<DeliverableVersion, 'number' | 'contents'>,
  file: string,
  is: Held['is'],
): Held | null {
  const found = fileIn(contents, file);
  return found && { version, is, file: found };
}

/**
 * A file was deleted in Slack: noticed at each deliverable of which it is a part, once.
 * @returns null where there is nothing to notice
 */
export function noteDeleted(
  project: Project,
  file: string,
  now: Date,
): { project: Project; deleted: Deleted[] } | null {
  const deleted = deliverablesOf(project).flatMap((deliverable): Deleted[] => {
    const held = heldIn(deliverable, file);
    return held && matters(deliverable, file) ? [{ deliverable, held }] : [];
  });
  if (deleted.length === 0) return null;
  const next = deleted.reduce((all, { deliverable, held }) => {
    const { version } = held;
    const noticed = withNoticed(deliverable, [{ is: 'deleted', file, version, at: now.toISOString() }]);
    return withDeliverable(all, { ...deliverable, noticed, draft: withoutFile(deliverable.draft, file) });
  }, project);
  return { project: next, deleted };
}

/** The files of versions that matter to people still, of which it is not known yet that they are gone. */
export const filesToWatch = (project: Project): string[] => [
  ...new Set(
    deliverablesOf(project).flatMap((deliverable) => filesOf(deliverable).filter((file) => matters(deliverable, file))),
  ),
];

const filesOf = ({ draft, sent }: Deliverable): string[] =>
  [draft, sent?.current, sent?.previous].flatMap((one) =>
    (one?.contents ?? []).flatMap((content) => (content.is === 'file' ? [content.file] : [])),
  );

const matters = (deliverable: Deliverable, file: string): boolean =>
  heldIn(deliverable, file) !== null && !deliverable.noticed.some((one) => one.is === 'deleted' && one.file === file);

/** Liaison cannot pass on a file that is gone. */
function withoutFile(draft: Deliverable['draft'], file: string): Deliverable['draft'] {
  if (!draft || !fileIn(draft.contents, file)) return draft;
  const gone = (one: DeliveredContent): DeliveredContent =>
    one.is === 'file' && one.file === file ? { ...one, unread: 'gone' } : one;
  return { ...draft, contents: draft.contents.map(gone) };
}

/** The last ones: what is older stands on the record. */
const withNoticed = ({ noticed }: Deliverable, more: readonly Noticed[]): Noticed[] =>
  [...noticed, ...more].slice(-BOUNDS.noticed);

/** In whose thread a file was put: the team's or the client's, each by the key of its first message. */
export type Thread = { deliverable: Deliverable; side: 'team' | 'client' };

/** The deliverable in whose thread something was written; of several that stand under one message, the one that changed last. */
export function threadOf(project: Project, key: string): Thread | null {
  const found = deliverablesOf(project)
    .filter(({ dropped }) => dropped === null)
    .toSorted((a, b) => b.changedAt.localeCompare(a.changedAt))
    .flatMap((deliverable): Thread[] => {
      if (clientThread(project._id, deliverable.id) === key) return [{ deliverable, side: 'client' }];
      return teamThread(project._id, deliverable) === key ? [{ deliverable, side: 'team' }] : [];
    });
  return found[0] ?? null;
}

/** A file that somebody put into a thread, as far as Slack tells of it; its hash where that was asked for. */
export type Offered = { file: string; name: string; mimetype: string; size: number | null; sha256: string | null };

const known = ({ draft, sent }: Deliverable): DeliveredContent[] =>
  [draft, sent?.current, sent?.previous].flatMap((one) => one?.contents ?? []);

/** May this be the very file that a version is? Then its hash tells: it is as large, and that one's hash is known. */
export const mayBeSame = (deliverable: Deliverable, { file, size }: Pick<Offered, 'file' | 'size'>): boolean =>
  known(deliverable).some(
    (one) => one.is === 'file' && one.file !== file && one.sha256 !== null && one.size !== null && one.size === size,
  );

/**
 * Files were put into the thread of a deliverable: noticed where they may take the place of what its newest version is. In the team's
 * own thread only what is of its kind counts: much else is shown there besides.
 * @returns null where there is nothing to notice
 */
export function noteOffered(
  project: Project,
  { deliverable, side }: Thread,
  files: readonly Offered[],
  now: Date,
): { project: Project; version: number; offered: Offered[] } | null {
  const { draft, sent } = deliverable;
  const newest = draft ?? sent?.current;
  if (!newest || deliverable.dropped) return null;
  const offered = files.filter(
    (one) =>
      !known(deliverable).some((content) => isSame(content, one)) &&
      !deliverable.noticed.some(({ is, file }) => is === 'newer' && file === one.file) &&
      (side === 'client' || newest.contents.some((content) => isAlike(content, one))),
  );
  if (offered.length === 0) return null;
  const at = now.toISOString();
  const more = offered.map(({ file }): Noticed => ({ is: 'newer', file, version: newest.number, at }));
  const next = withDeliverable(project, { ...deliverable, noticed: withNoticed(deliverable, more) });
  return { project: next, version: newest.number, offered };
}

/** The same file again, as where somebody posts by hand what Liaison could not: by its id, its hash, or else its name and size. */
function isSame(content: DeliveredContent, { file, name, size, sha256 }: Offered): boolean {
  if (content.is !== 'file') return false;
  if (content.file === file) return true;
  if (content.sha256 !== null && sha256 !== null) return content.sha256 === sha256;
  return size !== null && content.size === size && content.name === name;
}

/** Of the same kind: by the end of their names, or both of them pictures, or both films. */
function isAlike(content: DeliveredContent, offered: Offered): boolean {
  if (content.is !== 'file') return false;
  const ending = endingOf(content.name);
  if (ending !== null && ending === endingOf(offered.name)) return true;
  const family = familyOf(content.mimetype);
  return family !== null && family === familyOf(offered.mimetype);
}

const endingOf = (name: string): string | null => /\.([^.\s]+)$/u.exec(name)?.[1]?.toLowerCase() ?? null;
const familyOf = (mimetype: string | null): string | null =>
  /^(image|video|audio)\//u.exec(mimetype ?? '')?.[1] ?? null;

/**
 * What was noticed and still matters: a deleted file of a version that is made ready, was sent or stands; a file that was offered after
 * the newest version, and is no part of it.
 */
export function openNoticed(deliverable: Deliverable): Noticed[] {
  const { draft, sent, noticed } = deliverable;
  const newest = draft ?? sent?.current;
  return noticed.filter(({ is, file, version }) =>
    is === 'deleted'
      ? heldIn(deliverable, file) !== null
      : version === newest?.number && !fileIn(newest.contents, file),
  );
}
