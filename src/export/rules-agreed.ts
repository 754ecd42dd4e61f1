import { z } from 'zod';
import { type Approval, approvalSchema, type ApprovalState, type SubjectKind, type Verb } from '../approval/model.ts';
import { contentSchema } from '../deliverable/model.ts';
import { type Content, hashOf } from '../kit/chain.ts';
import type { Project } from '../project/model.ts';

/** Something that was sent, kept for ever under its hash. */
export type Kept = { subject: string; number: number; hash: string; content: Content };

/** A version that the client was sent, and what came of it. */
export type AgreedVersion = {
  kind: SubjectKind;
  /** What it is called, where a project has several of its kind. */
  named: string | null;
  number: number;
  hash: string;
  /** ISO 8601, UTC; null where it is not known. */
  sentAt: string | null;
  /** Null where nobody was asked to decide. */
  state: ApprovalState | null;
  stateSince: string | null;
  answers: { who: string; verb: Verb; at: string }[];
  /** What exactly it was: its files with their hashes, its links. None of a brief, which is its lines. */
  exactly: string[];
  kept: Kept;
  /** What its hash is over; null where that is not known. */
  hashed: Content | null;
};

/**
 * Every version that was sent, in the order of sending, with who answered what. It holds nothing that the client was not shown.
 * @param closed approvals that are over, as they are kept
 */
export function agreedVersions(project: Project, kept: readonly Kept[], closed: readonly Content[]): AgreedVersion[] {
  const over = closed.flatMap((one) => approvalSchema.safeParse(one).data ?? []);
  const approvals = [...over, ...standing(project)].toSorted((a, b) => a.stateSince.localeCompare(b.stateSince));
  return kept
    .map((one) => ({ ...agreedOf(one, approvals), hashed: hashedOf(project, one) }))
    .toSorted((a, b) => (a.sentAt ?? '').localeCompare(b.sentAt ?? '') || a.number - b.number);
}

/** Approvals that are still in the project. */
const standing = ({ brief, deliverables = [] }: Project): Approval[] => [
  ...(brief?.sent ? [brief.sent.approval] : []),
  ...deliverables.flatMap(({ sent }) => (sent ? [sent.approval] : [])),
];

/** What a version's hash is over: where it is from, and what stands in it (docs/architecture.md, Versions). */
function hashedOf({ workspace, _id: project, brief }: Project, { subject, hash, content }: Kept): Content | null {
  const { number, language, lines, name, kind, contents, items, criteria, estimate } = content;
  const from = { workspace, project };
  const hashed =
    subject === 'brief'
      ? { ...from, brief: brief?.id ?? null, number, language, lines }
      : { ...from, deliverable: idOf(subject), number, language, name, kind, contents, items, criteria, estimate };
  return hashOf(hashed) === hash ? hashed : null;
}

/** The id behind `deliverable:`; null for a subject of which a project has one. */
const idOf = (subject: string): string | null =>
  subject.includes(':') ? subject.slice(subject.indexOf(':') + 1) : null;

function agreedOf(kept: Kept, approvals: readonly Approval[]): Omit<AgreedVersion, 'hashed'> {
  const { subject, number, hash, content } = kept;
  const id = idOf(subject);
  // The last of them: of one version several can be over, where something was taken back.
  const approval = approvals.findLast(
    ({ subject: of, version }) => version === number && (id === null ? of.kind === subject : of.id === id),
  );
  return {
    kind: approval?.subject.kind ?? (id === null ? 'brief' : 'deliverable'),
    named: textOf(content['name']),
    number,
    hash,
    sentAt: textOf(content['sentAt']),
    state: approval?.state ?? null,
    stateSince: approval?.stateSince ?? null,
    answers: (approval?.approvers ?? []).flatMap(({ answer }) =>
      answer ? [{ who: answer.by.name ?? answer.by.id, verb: answer.verb, at: answer.at }] : [],
    ),
    exactly: exactlyOf(content['contents']),
    kept,
  };
}

/** In words of no language: a file's name with its SHA-256, or with Slack's id where it could not be read; a link. */
function exactlyOf(contents: unknown): string[] {
  const { data = [] } = z.array(contentSchema).safeParse(contents);
  return data.flatMap((content) => {
    if (content.is === 'text') return [];
    if (content.is === 'link') return [content.url];
    return [`${content.name}, ${content.sha256 === null ? content.file : `sha256 ${content.sha256}`}`];
  });
}

const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);
