import type { Approval } from '../approval/model.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { Deliverable, SentDeliverable } from './model.ts';
import type { DeliverableRefusals } from './model-refusals.ts';
import { deliverablesOf, withDeliverable } from './rules.ts';
import { showsAgain } from './rules-standing.ts';

const refuse = refuser<DeliverableRefusals>();

/** A deliverable that the client was asked about. */
export type Asked = Deliverable & { sent: SentDeliverable };

const isAsked = (one: Deliverable): one is Asked => one.sent !== null;

/** Cost estimates are a subject of their own to whoever decides; everything else is a deliverable. */
export const subjectKind = ({ kind }: Pick<Deliverable, 'kind'>): 'deliverable' | 'costEstimate' =>
  kind === 'costEstimate' ? 'costEstimate' : 'deliverable';

/** The deliverables of a subject's kind that the client was asked about. */
export const askedOf = (project: Project, kind: 'deliverable' | 'costEstimate'): Asked[] =>
  deliverablesOf(project)
    .filter(isAsked)
    .filter((one) => one.sent.approval.subject.kind === kind);

/** The approval of the version that the client was sent last; a refusal where none was sent. */
export function approvalOf(project: Project, id: string): Approval | Refusal {
  const sent = deliverablesOf(project).find((one) => one.id === id)?.sent;
  return sent ? sent.approval : refuse('deliverable.notSent', {});
}

/** The project with this approval of its deliverable, and with the version that stands because of it. */
export function withApproval(project: Project, approval: Approval): Project {
  const found = deliverablesOf(project).find(({ id }) => id === approval.subject.id);
  if (!found?.sent) return project;
  const sent = { ...found.sent, approval, stands: standing(found.sent, approval) };
  // Somebody objected to what was recorded: the client is asked again, so it is taken up again.
  const dropped = approval.state === 'open' ? null : found.dropped;
  return withDeliverable(project, { ...found, sent, dropped });
}

/** A version that is agreed stands until a newer one is; one that is agreed no more, or is to be shown again, does not stand. */
function standing({ current, stands }: SentDeliverable, approval: Approval): SentDeliverable['stands'] {
  const { state, stateSince } = approval;
  if (state === 'agreed' || (state === 'agreedWith' && !showsAgain(approval)))
    return { version: current.number, hash: current.hash, at: stateSince };
  return stands?.version === current.number ? null : stands;
}
