import type { Approval } from '../approval/model.ts';
import type { OwnedKind } from '../approval/model-shown.ts';
import { deliverablesOf } from '../deliverable/rules.ts';
import type { Project } from './model.ts';

/** What somebody is asked to decide on: `named` where a project has several of the kind. */
export type Request = { kind: OwnedKind; named: string | null; approval: Approval };

/** The requests of the versions that the client was sent last: of the brief, and of each deliverable. */
function requestsIn(project: Project): Request[] {
  const brief = project.brief?.sent;
  const others = deliverablesOf(project).flatMap(({ sent }): Request[] => {
    if (!sent) return [];
    const { approval, current } = sent;
    const kind = approval.subject.kind === 'costEstimate' ? 'costEstimate' : 'deliverable';
    return [{ kind, named: current.name, approval }];
  });
  return [...(brief ? [{ kind: 'brief' as const, named: null, approval: brief.approval }] : []), ...others];
}

/** Those that wait for an answer. */
export const openRequests = (project: Project): Request[] =>
  requestsIn(project).filter(({ approval }) => approval.state === 'open');

/** Those in which somebody is still to answer, in this step or a later one, by the id that the record names them by. */
export const askedOf = (project: Project, id: string): Request[] =>
  openRequests(project).filter(({ approval }) =>
    approval.approvers.some((one) => one.step >= approval.step && one.answer === null && one.id === id),
  );
