import { BOUNDS } from '../kit/bounds.ts';
import type { DeliveredContent } from './model.ts';

type FileContent = Extract<DeliveredContent, { is: 'file' }>;

/** Why a file is posted by hand: it is too large, or Liaison cannot read it. Null where Liaison passes it on. */
export function byHand({ size, unread }: Pick<FileContent, 'size' | 'unread'>): 'tooLarge' | 'unread' | null {
  if (unread === 'tooLarge' || (size ?? 0) > BOUNDS.passedOnBytes) return 'tooLarge';
  return unread === 'gone' || unread === 'notAllowed' ? 'unread' : null;
}

/** The files of a version, each with its place among the contents. */
export const filesOf = (contents: readonly DeliveredContent[]): { at: number; file: FileContent }[] =>
  contents.flatMap((content, at) => (content.is === 'file' ? [{ at, file: content }] : []));
