import type { Handling } from '../io/handling.ts';
import type { Change } from '../kit/change.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { ProjectDeps } from '../project/service.ts';
import { tick } from './rules-round.ts';
import { movedChange } from './service-change.ts';
import type { ApprovalOwners } from './service-owner.ts';
import { approvalsIn } from './service-requests.ts';

/**
 * What time has brought to the requests of a project by now: a round that is over by its day, a request that has ended. One
 * request at a time: asked again after it was saved, until nothing follows.
 */
function tickApprovals(owners: ApprovalOwners, project: Project, now: Date): Change<Project> | null {
  for (const { owner, approval } of approvalsIn(owners, project)) {
    const moved = tick(approval, now);
    if (moved) return movedChange({ owner, project, was: approval, moved, by: null, now });
  }
  return null;
}

/** A project has a handful of requests, and each is moved by time twice at most. */
const MOST_TICKS = 20;

/** Saves what time has brought. It is no delivery's doing and nobody's act. */
export async function saveTicks(deps: ProjectDeps, owners: ApprovalOwners, handling: Handling, id: string) {
  const ours: Handling = { ...handling, delivery: null, actor: null };
  for (let count = 0; count < MOST_TICKS; count += 1) {
    let isDone = true;
    const saved = await deps.store.decide(ours, id, (project) => {
      const change = tickApprovals(owners, project, handling.now);
      isDone = change === null;
      return change;
    });
    if (isDone || isRefusal(saved)) return;
  }
}
