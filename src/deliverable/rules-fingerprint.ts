import type { Project } from '../project/model.ts';
import type { Deliverable, DeliveredContent } from './model.ts';
import { deliverablesOf, withDeliverable } from './rules.ts';

type FileContent = Extract<DeliveredContent, { is: 'file' }>;

/** What came of reading a file: its facts where Slack tells them, with its hash or why there is none. */
export type FileRead = Pick<FileContent, 'file'> &
  Partial<Pick<FileContent, 'name' | 'mimetype' | 'size' | 'sha256' | 'unread'>>;

/** A file that cannot be reached is tried again for so long after it was brought; then it is said that it could not be read. */
const TRIED_FOR_MS = 30 * 60_000;

const filesOf = (contents: readonly DeliveredContent[]): FileContent[] => contents.filter((one) => one.is === 'file');

/**
 * The files of a version that is being made ready of which neither the hash is known nor why there is none; none of a dropped one.
 * @param isAsked somebody waits for it: what could not be reached before is tried once more
 */
export function filesToRead({ dropped, draft }: Deliverable, isAsked = false): string[] {
  if (dropped || !draft) return [];
  const isLeft = ({ sha256, unread }: FileContent) =>
    sha256 === null && (!unread || (isAsked && unread === 'unreachable'));
  return filesOf(draft.contents)
    .filter(isLeft)
    .map(({ file }) => file);
}

/** Has a file been tried for long enough, so that it is noted that it cannot be reached? */
export const isGivenUp = ({ draft }: Deliverable, now: Date): boolean =>
  draft !== null && now.getTime() - new Date(draft.at).getTime() >= TRIED_FOR_MS;

/**
 * Puts what was read of files into the version of a deliverable that is being made ready. What was sent is never changed, and a hash
 * that is known stays.
 * @returns the same project where nothing is different
 */
export function withRead(project: Project, id: string, reads: readonly FileRead[]): Project {
  const found = deliverablesOf(project).find((one) => one.id === id);
  if (!found?.draft) return project;
  const contents = found.draft.contents.map((content) => put(content, reads));
  if (contents.every((content, index) => content === found.draft?.contents[index])) return project;
  return withDeliverable(project, { ...found, draft: { ...found.draft, contents } });
}

function put(content: DeliveredContent, reads: readonly FileRead[]): DeliveredContent {
  if (content.is !== 'file' || content.sha256 !== null) return content;
  const read = reads.find(({ file }) => file === content.file);
  if (!read) return content;
  const { name, ...rest } = read;
  // Of other companies' people Slack tells no name where the file was brought.
  const next = { ...content, ...rest, ...(name ? { name } : {}), unread: read.sha256 ? null : (read.unread ?? null) };
  return isSame(content, next) ? content : next;
}

const isSame = (a: FileContent, b: FileContent): boolean =>
  (['name', 'mimetype', 'size', 'sha256'] as const).every((key) => a[key] === b[key]) &&
  (a.unread ?? null) === (b.unread ?? null);
