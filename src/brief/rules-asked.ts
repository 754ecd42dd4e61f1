import type { ApprovalEvent } from '../approval/model-events.ts';
import type { Asking } from '../approval/model-asking.ts';
import { NOTHING_ASKED } from '../approval/rules-asking.ts';
import { tick } from '../approval/rules-round.ts';
import type { Project } from '../project/model.ts';
import { awayUntil } from '../project/rules-people.ts';
import { withApproval } from './rules-approval.ts';

/** Who is asked about the brief, and how, as it was entered last; of briefs of the former form, who was asked last. */
export function askingOf({ brief, ...project }: Project): Asking {
  if (brief?.asking) return brief.asking;
  const approvers = brief?.sent?.approval.approvers ?? [];
  return {
    ...NOTHING_ASKED,
    language: project.channels.client?.language ?? null,
    approvers: approvers.map(({ person, id, name, standIn, limit }) => ({
      person,
      id,
      name,
      standIn,
      limit,
      awayUntil: awayUntil({ ...project, brief }, id),
    })),
  };
}

/** The project with this draft of who is asked; as it is, where there is no brief to ask about. */
export const withAsking = (project: Project, asking: Asking): Project =>
  project.brief ? { ...project, brief: { ...project.brief, asking } } : project;

/** The project as it is at an instant: a round that is over by its day is over, and so is a request that has ended. */
export function ticked(project: Project, now: Date): { project: Project; events: readonly ApprovalEvent[] } {
  const approval = project.brief?.sent?.approval;
  const moved = approval ? tick(approval, now) : null;
  return moved ? { project: withApproval(project, moved.approval), events: moved.events } : { project, events: [] };
}

/** Did the version that was sent last go to the client outside Slack? Then nothing about it is posted to them. */
export const isOutside = ({ brief }: Project): boolean => brief?.sent?.current.reach === 'outside';
