import type { Locale } from '../kit/locale.ts';
import type { SubjectKind } from './model.ts';

/** The subjects that a feature owns by now; the others are known to the rules only. */
export const OWNED_KINDS = ['brief', 'deliverable', 'costEstimate'] as const satisfies readonly SubjectKind[];
export type OwnedKind = (typeof OWNED_KINDS)[number];

/** One line that is asked about, as the client was shown it; `id` is what an approval's `lines` hold. */
export type AskedLine = {
  id: string;
  number: number;
  /** What it answers, in the reader's language: "Target audience". */
  name: string;
  /** As it was typed. */
  text: string;
  /** False for what is not known yet. */
  isKnown: boolean;
};

/**
 * What approvers are asked about, as people are shown it in one language. All of it is released to the client. What people
 * typed (`name`, `client`, the lines) stands here as it was typed.
 */
export type ShownSubject = {
  kind: OwnedKind;
  /** Which one, of the kind. */
  id: string;
  /** The project's id. */
  project: string;
  name: string;
  client: string;
  /** The language of the client's channel, which its buttons carry. */
  language: Locale;
  version: number;
  /** The hash of exactly this version. */
  hash: string;
  /** What it is called, where a project has several of its kind; null for a brief. As it was typed. */
  named: string | null;
  /** What exactly the version is, for the confirmation note, in plain words: a file's name and hash, a link. None of a brief. */
  exactly: readonly string[];
  /** Within a sentence: "brief version 2". */
  title: string;
  /** Before a state line: "Brief v2". */
  short: string;
  /** In the order of their numbers; none where the subject is not in lines. */
  lines: readonly AskedLine[];
};
