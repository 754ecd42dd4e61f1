import type { ApprovalState } from '../approval/model.ts';
import { briefLacks } from '../brief/rules-waits.ts';
import type { Project } from './model.ts';
import { type Earlier, STAGES, type Stage } from './model-life.ts';

/**
 * What the gate to the next stage lacks, as keys of sentences; empty where it is open. A job has no gate. A proposal that was
 * confirmed before Liaison opens its gate; the gates of the later stages are closed by what they wait for.
 */
export function gateLacks(project: Project): readonly string[] {
  if (project.work.kind === 'job') return [];
  const { stage } = project.work;
  if (stage === 'intake') return briefLacks(project).map((lack) => `brief.lack.${lack}`);
  if (stage === 'proposal' && confirmedEarlier(project, 'proposal')) return [];
  const isPlanOpen = (project.plan?.milestones ?? []).some(({ state }) => state === 'open');
  return [...(stage === 'execution' && isPlanOpen ? ['project.lack.milestones'] : []), `project.lack.${stage}`];
}

/** Was something of this kind confirmed before Liaison? */
export const confirmedEarlier = ({ earlier }: Pick<Project, 'earlier'>, kind: Earlier['kind']): boolean =>
  (earlier ?? []).some((one) => one.kind === kind);

/** What is attached in place of a gate's own confirmation. */
const EARLIER_AT: Partial<Record<Stage, Earlier['kind']>> = {
  intake: 'brief',
  proposal: 'proposal',
  execution: 'deliverable',
};

/** The stages before the one in which the project began here whose results nothing proves yet: they are taken as given. */
export function takenAsGiven(project: Project): Stage[] {
  const startedIn = project.work.kind === 'campaign' ? project.work.startedIn : undefined;
  if (startedIn === undefined) return [];
  return STAGES.slice(0, STAGES.indexOf(startedIn)).filter((stage) => {
    const kind = EARLIER_AT[stage];
    return kind === undefined || !confirmedEarlier(project, kind);
  });
}

/** What the project's card says of the brief. */
export type BriefState = {
  state: 'none' | 'draft' | ApprovalState;
  version: number;
};

export function briefState({ brief }: Project): BriefState {
  if (!brief) return { state: 'none', version: 0 };
  if (!brief.sent) return { state: 'draft', version: 0 };
  return { state: brief.sent.approval.state, version: brief.sent.current.number };
}
