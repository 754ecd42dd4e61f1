import { card, cardKey, clientOf, messageKey, type RowDraft, type Subject, teamOf } from '../kit/rows.ts';
import type { Deliverable } from './model.ts';

/** The cards of a deliverable: the team's, the client's, and the post of each version in the thread under the client's. */
export const deliverableSubject = (project: string, id: string): Subject => ({
  kind: 'deliverable',
  project,
  about: id,
});
const clientDeliverableSubject = (project: string, id: string): Subject => ({
  kind: 'deliverableForClient',
  project,
  about: id,
});
/** `about` is the deliverable and the version, `id.2`. */
const deliverableVersionSubject = (project: string, id: string, version: number): Subject => ({
  kind: 'deliverableVersion',
  project,
  about: `${id}.${version}`,
});

/** The deliverable and the version that a card is about. */
export function idAndVersion(about: string): { id: string; version: number } {
  const cut = about.lastIndexOf('.');
  return { id: about.slice(0, cut), version: Number(about.slice(cut + 1)) };
}

/**
 * The message under which all that the team is told of it stands: the one that it was sent from, with the card; else the card itself.
 */
export const teamThread = (project: string, { id, from }: Pick<Deliverable, 'id' | 'from'>): string =>
  from ? messageKey(from) : cardKey(deliverableSubject(project, id));

/** The team's card, to be posted or drawn again. */
export const deliverableRow = (project: string, { id, from }: Pick<Deliverable, 'id' | 'from'>): RowDraft =>
  card(teamOf(project), deliverableSubject(project, id), from ? messageKey(from) : null);

/** The message under which the client's versions and notes go. */
export const clientThread = (project: string, id: string): string => cardKey(clientDeliverableSubject(project, id));

/** The client's card, and the post of a version under it. */
export const clientDeliverableRow = (project: string, id: string): RowDraft =>
  card(clientOf(project), clientDeliverableSubject(project, id));
export const versionRow = (project: string, id: string, version: number): RowDraft =>
  card(clientOf(project), deliverableVersionSubject(project, id, version), clientThread(project, id));
/** Where a version can be read. */
export const versionKey = (project: string, id: string, version: number): string =>
  cardKey(deliverableVersionSubject(project, id, version));
