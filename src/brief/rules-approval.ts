import type { Approval } from '../approval/model.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { BriefRefusals, SentBrief } from './model.ts';

const refuse = refuser<BriefRefusals>();

/** The approval of the version that the client was sent last; a refusal where none was sent. `id` is the brief's. */
export function approvalOf({ brief }: Project, id: string): Approval | Refusal {
  return brief?.sent && brief.id === id ? brief.sent.approval : refuse('brief.notSent', {});
}

/** The project with this approval of its brief, and with the version that stands because of it. */
export function withApproval(project: Project, approval: Approval): Project {
  const { brief } = project;
  if (!brief?.sent) return project;
  return { ...project, brief: { ...brief, sent: { ...brief.sent, approval, stands: standing(brief.sent, approval) } } };
}

/**
 * A version that is agreed stands until a newer one is. One that was agreed and is not any more (taken back, or set aside
 * because somebody objected) stands no longer, and the one that it had replaced does not come back.
 */
function standing({ current, stands }: SentBrief, { state, stateSince }: Approval): SentBrief['stands'] {
  if (state === 'agreed' || state === 'agreedWith')
    return { version: current.number, hash: current.hash, at: stateSince };
  return stands?.version === current.number ? null : stands;
}
