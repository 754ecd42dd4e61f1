import type { Approval, DecidesOn, Verb } from '../../src/approval/model.ts';
import type { Moved } from '../../src/approval/model-events.ts';
import { answer, takeBack } from '../../src/approval/rules.ts';
import { approvalOf, withApproval } from '../../src/brief/rules-approval.ts';
import type { Person } from '../../src/kit/person.ts';
import { isRefusal, type Refusal } from '../../src/kit/refusal.ts';
import type { Project } from '../../src/project/model.ts';
import { cleo, frozen, must } from './arbitraries.ts';

type Said = { on: DecidesOn; person: Person; reason: string | null };

const nobodyAway = () => false;

/** The project after an approver answered the version that was sent last. */
export const answerBrief = (project: Project, said: Said & { verb: Verb }, now: Date): Project | Refusal =>
  moved(project, (approval) => answer(approval, said, { now, away: nobodyAway }));

/** The project after an approver took their confirmation back. */
export const withdrawBrief = (project: Project, said: Said, now: Date): Project | Refusal =>
  moved(project, (approval) => takeBack(approval, said, { now }));

/** The request on the version that was sent last. */
export function approvalIn({ brief }: Project): Approval {
  if (!brief?.sent) throw new Error('a brief that was not sent');
  return brief.sent.approval;
}

/** The project after Cleo confirmed what she was sent. */
export function confirmedBrief(project: Project, now: Date): Project {
  const { version, step } = approvalIn(project);
  const said = { on: { version, step }, person: cleo.person, verb: 'confirmed', reason: null } as const;
  return frozen(must(answerBrief(project, said, now)));
}

type Deciding = (approval: Exclude<ReturnType<typeof approvalOf>, Refusal>) => Moved | Refusal;

function moved(project: Project, decide: Deciding): Project | Refusal {
  const approval = approvalOf(project, project.brief?.id ?? '');
  if (isRefusal(approval)) return approval;
  const after = decide(approval);
  return isRefusal(after) ? after : withApproval(project, after.approval);
}
