import type { Day } from '../kit/calendar.ts';
import { markOf } from '../kit/merge.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { Acting } from '../project/rules.ts';
import { mayDo } from '../project/rules-may.ts';
import type { Deliverable } from './model.ts';
import type { DetailRefusals } from './model-details.ts';
import type { DeliverableRefusals } from './model-refusals.ts';
import { changedBy, deliverableOf, living, mayManage, withDeliverable } from './rules.ts';
import { isFinal } from './rules-standing.ts';

const refuse = refuser<DetailRefusals & DeliverableRefusals>();

/** The mark of the usage rights as they stand, to be compared. */
export const rightsMark = ({ rights }: Deliverable): string =>
  markOf(rights && [rights.media, rights.territory, rights.until]);

export type GivenRights = { id: string; opened: string; media: string; territory: string; until: Day | null };

/** May this person note usage rights? Also after the project has ended: rights run on, and are bought anew. */
export function mayNoteRights(project: Project, by: Acting, id: string): Deliverable | Refusal {
  const allowed = mayDo(project, 'manageDeliverables', by);
  if (allowed !== true) return allowed;
  const found = living(project, id);
  if (isRefusal(found)) return found;
  const isApproved = isFinal(found) || Boolean(found.sent?.stands);
  return isApproved || found.rights !== null ? found : refuse('deliverable.notApproved', {});
}

/**
 * Notes where and until when what was approved may be used.
 * @param today the day that it is for whoever notes it
 * @returns the project as it was where nothing is another
 */
export function noteRights(
  project: Project,
  by: Acting,
  { id, opened, ...given }: GivenRights,
  today: Day,
  now: Date,
): Project | Refusal {
  const found = mayNoteRights(project, by, id);
  if (isRefusal(found)) return found;
  if (given.until !== null && given.until < today) return refuse('deliverable.rightsPast', {}, { at: 'until' });
  const rights = { ...given, by: by.id, at: now.toISOString() };
  const stands = rightsMark(found);
  if (rightsMark({ ...found, rights }) === stands) return project;
  if (stands !== opened) return refuse('deliverable.detailsClash', {}, { at: 'media' });
  return withDeliverable(project, changedBy({ ...found, rights }, by, now));
}

/** May there be none of it? Not while the client is asked: the request is taken back first. */
export function mayDrop(project: Project, by: Acting, id: string): Deliverable | Refusal {
  const allowed = mayManage(project, by);
  if (allowed !== true) return allowed;
  const found = living(project, id);
  if (isRefusal(found)) return found;
  const { sent } = found;
  return sent?.approval.state === 'open' ? refuse('deliverable.withClient', { version: sent.current.number }) : found;
}

/**
 * There will be none of it; what was decided stays on the record.
 * @param dropping `reopenedAt`: as it was when the form was opened; left out, whatever it was
 */
export function dropDeliverable(
  project: Project,
  by: Acting,
  { id, why, reopenedAt }: { id: string; why: string; reopenedAt?: string | null },
  now: Date,
): Project | Refusal {
  const found = mayDrop(project, by, id);
  if (isRefusal(found)) return found;
  if (reopenedAt !== undefined && (found.reopenedAt ?? null) !== reopenedAt)
    return refuse('deliverable.wasReopened', { name: found.name });
  const dropped = { why, by: by.id, at: now.toISOString() };
  return withDeliverable(project, changedBy({ ...found, dropped }, by, now));
}

/** Takes one up again that was dropped: as it stood then. */
export function reopenDeliverable(project: Project, by: Acting, id: string, now: Date): Project | Refusal {
  const allowed = mayManage(project, by);
  if (allowed !== true) return allowed;
  const found = deliverableOf(project, id);
  if (isRefusal(found)) return found;
  if (!found.dropped) return refuse('deliverable.notDropped', { name: found.name });
  return withDeliverable(project, changedBy({ ...found, dropped: null, reopenedAt: now.toISOString() }, by, now));
}
