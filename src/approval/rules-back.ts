import { type Refusal, refuser } from '../kit/refusal.ts';
import { milestonesOf } from '../plan/rules.ts';
import type { Project } from '../project/model.ts';
import { managing } from '../project/rules.ts';
import { isEnded, lifeOf } from '../project/rules-life.ts';
import type { Approval } from './model.ts';
import type { ApprovalRefusals } from './model-refusals.ts';

const refuse = refuser<ApprovalRefusals>();

/**
 * Can an agreement still be taken back in a project? That of something made can until the media launch is reached, and in any case until
 * the project has ended (docs/product.md, Execution): from then on it is in use, and only people can stop it.
 */
export function canTakeBack(project: Project, { subject }: Pick<Approval, 'subject'>): true | Refusal {
  if (subject.kind !== 'deliverable' && subject.kind !== 'costEstimate') return true;
  const launch = milestonesOf(project).find(({ kind, state }) => kind === 'mediaLaunch' && state === 'reached');
  const who = managing(project);
  if (launch) return refuse('approval.launched', { at: { at: launch.stateSince }, who });
  const life = lifeOf(project);
  return isEnded(project) && 'since' in life ? refuse('approval.over', { at: { at: life.since ?? '' }, who }) : true;
}
