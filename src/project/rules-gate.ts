import type { ApprovalState } from '../approval/model.ts';
import { briefLacks } from '../brief/rules-waits.ts';
import { deliverablesOf } from '../deliverable/rules.ts';
import { isFinal } from '../deliverable/rules-standing.ts';
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
  if (stage !== 'execution') return [`project.lack.${stage}`];
  const isPlanOpen = (project.plan?.milestones ?? []).some(({ state }) => state === 'open');
  return [...(isPlanOpen ? ['project.lack.milestones'] : []), ...deliverableLacks(project)];
}

/**
 * What of the deliverables is not done (docs/product.md, Execution): one that is neither approved nor dropped, nothing at all, or a
 * deliverable of the confirmed brief of which nothing is approved and nothing was dropped. What was approved before Liaison stands
 * for what the brief asked for.
 */
function deliverableLacks(project: Project): string[] {
  const all = deliverablesOf(project);
  const isOpen = all.some((one) => one.dropped === null && !isFinal(one));
  const isEarlier = confirmedEarlier(project, 'deliverable');
  const isNothing = all.length === 0 && !isEarlier;
  const met = new Set(all.flatMap(({ criteria }) => criteria.map(({ line }) => line)));
  const isUnmet = agreedLines(project).some(
    ({ question, state, id }) => question === 'deliverables' && state === 'answered' && !met.has(id),
  );
  if (isNothing) return ['project.lack.execution'];
  return [
    ...(isOpen ? ['project.lack.execution'] : []),
    ...(isUnmet && !isEarlier ? ['project.lack.deliverables'] : []),
  ];
}

/** The lines of the brief that is agreed to; none where none is. */
function agreedLines({ brief }: Project) {
  const { stands, current, previous } = brief?.sent ?? {};
  return [current, previous].find((one) => one && one.number === stands?.version)?.lines ?? [];
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
