import type { Project } from '../../src/project/model.ts';
import type { Actor } from '../../src/project/rules.ts';
import { withTeamObstacle } from '../../src/rooms/rules-hold.ts';
import { frozen } from './arbitraries.ts';

/** A team channel that is shared with another company, or no longer is. Null where nothing changes. */
export function shared(project: Project, isShared: boolean): Project | null {
  const next = withTeamObstacle(project, isShared ? 'shared' : null);
  return JSON.stringify(next) === JSON.stringify(project) ? null : next;
}

/** The brief is confirmed by whoever was asked. */
export function answered(project: Project, by: Actor, at: Date): Project {
  const { brief } = project;
  if (!brief?.sent) throw new Error('nothing was sent');
  const { approval } = brief.sent;
  const approvers = approval.approvers.map((one) =>
    one.id === by.id
      ? {
          ...one,
          answer: {
            verb: 'confirmed' as const,
            at: at.toISOString(),
            by: { person: by.person, id: by.id, name: by.name },
            reason: null,
            points: [],
            showAgain: null,
            alsoAgreed: null,
            evidence: null,
          },
        }
      : one,
  );
  const closed = { ...approval, approvers, state: 'agreed' as const, stateSince: at.toISOString() };
  return frozen({ ...project, brief: { ...brief, sent: { ...brief.sent, approval: closed } } });
}
