import { card, cardKey, clientOf, doing, type Following, type RowDraft, type Subject } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { isKnownToClient, release } from '../project/rules-released.ts';

/** The card of a project in its client channel. A channel that serves several projects has one of each. */
const clientCardSubject = (project: string): Subject => ({ kind: 'clientCard', project, about: null });

/** Its key: what is asked for by the card's buttons stands in its thread. */
export const clientCardKey = (project: string): string => cardKey(clientCardSubject(project));

/** The client card, to be drawn again. Only where the project has a client channel. */
export const clientCardRow = (project: string): RowDraft => card(clientOf(project), clientCardSubject(project));

/**
 * The client card as it comes into a client channel: posted and pinned. A job inside a project pins nothing, because it lives
 * in the channels of that one.
 */
const clientCardRows = ({ _id: id, parent }: Project): RowDraft[] => {
  const pin = doing(clientOf(id), `pin:client:${id}`, { do: 'pin', message: clientCardKey(id) });
  return [clientCardRow(id), ...(parent ? [] : [pin])];
};

/** A card needs a channel, and something that the client has of the project. */
const isShown = (project: Project): boolean => project.channels.client !== null && isKnownToClient(project);

/**
 * The client card after any change: it comes with the client channel, and is drawn again whenever something that the client may
 * see is another than before. What changes it need not know of it.
 * @param before null for a new project
 */
export function clientCardFollows(before: Project | null, after: Project): Following {
  if (!isShown(after)) return { first: [], last: [] };
  const now = release(after);
  const again = now.waiting.length > 0 ? [drawnAgain(after)] : [];
  // What is asked of the client is the newest in their channel, and not the card that names it.
  const isNew = !before || !isShown(before) || before.channels.client?.id !== after.channels.client?.id;
  if (isNew) return { first: clientCardRows(after), last: again };
  const was = release(before);
  if (isSame(was, now)) return { first: [], last: [] };
  return { first: [], last: [...clientCardRows(after), ...(isSame(was.waiting, now.waiting) ? [] : again)] };
}

const isSame = (was: unknown, now: unknown): boolean => JSON.stringify(was) === JSON.stringify(now);

/** Once what waits is posted, the card links to it. */
const drawnAgain = ({ _id: id, revision }: Project): RowDraft =>
  doing(clientOf(id), `again:${clientCardKey(id)}:${revision}`, { do: 'drawAgain', card: clientCardKey(id) });
