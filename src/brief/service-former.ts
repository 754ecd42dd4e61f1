import type { About } from '../approval/model-answers.ts';
import type { Asked } from '../io/answers.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { type ProjectDeps, projectFor } from '../project/service.ts';
import type { BriefRefusals } from './model.ts';
import type { FormerDecision } from './model-former.ts';

const refuse = refuser<BriefRefusals>();

/** What a former button decides on, as the buttons of today name it: with the brief, which is looked up. */
export async function aboutFormer(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, on, language }: FormerDecision,
): Promise<About | Refusal> {
  const project = await projectFor(deps, asked, id);
  if (isRefusal(project)) return project;
  if (!project.brief?.sent) return refuse('brief.notSent', {});
  return { project: id, subject: { kind: 'brief', id: project.brief.id }, on, language };
}
