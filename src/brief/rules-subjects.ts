import { card, cardKey, type RowDraft, type Subject, teamOf } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';

/** The cards of a brief: the team's, the client's, and each post of each version in the thread under the client's. */
const briefSubject = (project: string): Subject => ({ kind: 'brief', project, about: null });
export const clientBriefSubject = (project: string): Subject => ({ kind: 'briefForClient', project, about: null });
/** `about` is version and part, `2.1`. */
export const versionSubject = (project: string, version: number, part: number): Subject => ({
  kind: 'briefVersion',
  project,
  about: `${version}.${part}`,
});

/** The version and the part that a card is about. */
export function versionAndPart(about: string): { version: number; part: number } {
  const [version = 0, part = 0] = about.split('.').map(Number);
  return { version, part };
}

/** The team's card, to be drawn again. */
export const briefRow = (project: string): RowDraft => card(teamOf(project), briefSubject(project));
/** The message under which the client's versions and notes go, and the one under which the team's lines go. */
export const clientThread = (project: string): string => cardKey(clientBriefSubject(project));
export const teamThread = (project: string): string => cardKey(briefSubject(project));

/** The key of the post where the current version can be read; null where none was sent. */
export const currentVersionKey = ({ _id, brief }: Project): string | null =>
  brief?.sent ? cardKey(versionSubject(_id, brief.sent.current.number, 1)) : null;
