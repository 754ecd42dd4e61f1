import type { Asking } from '../approval/model-asking.ts';
import type { ApprovalEvent } from '../approval/model-events.ts';
import { forNextVersion, NOTHING_ASKED } from '../approval/rules-asking.ts';
import { tick } from '../approval/rules-round.ts';
import { askingOf as askedOfBrief } from '../brief/rules-asked.ts';
import type { Project } from '../project/model.ts';
import { withApproval } from './rules-approval.ts';
import { deliverablesOf, withDeliverable } from './rules.ts';

const isChosen = (asking: Asking | null): boolean => (asking?.approvers.length ?? 0) > 0;

/**
 * Who is asked about a deliverable, and how, where nobody has chosen it: as about the last one of the project, else as about its brief.
 * Days are chosen anew.
 */
export function defaultAsking(project: Project): Asking {
  const last = deliverablesOf(project).findLast(({ asking }) => isChosen(asking))?.asking;
  return forNextVersion({ ...(last ?? askedOfBrief(project)), channel: null });
}

/** Who is asked about one of them, and how; the day alone may be chosen already. */
export function askingOf(project: Project, id: string): Asking {
  const asking = deliverablesOf(project).find((one) => one.id === id)?.asking ?? null;
  if (asking && isChosen(asking)) return asking;
  return { ...defaultAsking(project), dueOn: asking?.dueOn ?? NOTHING_ASKED.dueOn };
}

/** The project with this draft of who is asked about one of its deliverables. */
export function withAsking(project: Project, id: string, asking: Asking): Project {
  const found = deliverablesOf(project).find((one) => one.id === id);
  return found ? withDeliverable(project, { ...found, asking }) : project;
}

/** The project as it is at an instant: a round that is over by its day is over, and so is a request that has ended. */
export function ticked(
  project: Project,
  id: string,
  now: Date,
): { project: Project; events: readonly ApprovalEvent[] } {
  const approval = deliverablesOf(project).find((one) => one.id === id)?.sent?.approval;
  const moved = approval ? tick(approval, now) : null;
  return moved ? { project: withApproval(project, moved.approval), events: moved.events } : { project, events: [] };
}
