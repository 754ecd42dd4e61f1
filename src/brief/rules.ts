import { mayReplace } from '../approval/rules-round.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { mayWhileLive } from '../project/rules-life.ts';
import type { Who } from '../project/rules-may.ts';
import type { BriefRefusals } from './model.ts';
import { standingLines } from './rules-correct.ts';
import { gaps, linesOf, sameLines } from './rules-draft.ts';

const refuse = refuser<BriefRefusals>();

/** Has the draft changed since what was sent last? True for a brief that was never sent. */
export function changedSinceSent(project: Project): boolean {
  const sent = project.brief?.sent;
  return !sent || !sameLines(standingLines(sent), linesOf(project));
}

/** May this person send the brief now? */
export function maySend(project: Project, who: Who): true | Refusal {
  const allowed = mayWhileLive(project, 'sendToClient', who);
  if (allowed !== true) return allowed;
  const missing = gaps(project);
  if (missing.length > 0)
    return refuse('brief.gaps', { questions: { named: missing.map((one) => `brief.question.${one}`) } });
  const sent = project.brief?.sent;
  if (!sent) return true;
  const stands = ['open', 'agreed', 'agreedWith'].includes(sent.approval.state);
  if (stands && !changedSinceSent(project)) return refuse('brief.unchanged', { version: sent.current.number });
  // Once the client has begun to answer, the round is heard to its end: one numbered list, and then one new version.
  return mayReplace(sent.approval);
}
