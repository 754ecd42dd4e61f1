import type { ApprovalState } from '../approval/model.ts';
import { briefLacks } from '../brief/rules-waits.ts';
import type { Project } from './model.ts';

/**
 * What the gate to the next stage lacks, as keys of sentences; empty where it is open. A job has no gate. The gates of the
 * later stages are closed by what they wait for.
 */
export function gateLacks(project: Project): readonly string[] {
  if (project.work.kind === 'job') return [];
  const { stage } = project.work;
  return stage === 'intake' ? briefLacks(project).map((lack) => `brief.lack.${lack}`) : [`project.lack.${stage}`];
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
