import type { Asked } from '../io/answers.ts';
import type { Modal } from '../kit/blocks.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { type ProjectDeps, whoOf } from '../project/service.ts';
import { withoutSupplier, withSupplier } from './rules-suppliers.ts';
import { chosen, isSame, rosterChangeBy, rosterFor } from './service-roster.ts';

/** Names a supplier, or changes what stands of one. @returns the roster, with what was done */
export async function saveSupplier(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, supplier: of }: { project: string; supplier: string },
  answers: { supplier: string; supplies: string | null; minder: string },
): Promise<Modal | Refusal> {
  const minder = await chosen(deps, asked, answers.minder);
  const supplying = { id: of, name: answers.supplier, supplies: answers.supplies, minder };
  return supplierSaved(deps, asked, id, (project) => withSupplier(project, supplying, whoOf(asked)));
}

export const saveWithoutSupplier = (deps: ProjectDeps, asked: Asked, id: string, of: string) =>
  supplierSaved(deps, asked, id, (project) => withoutSupplier(project, of, whoOf(asked)));

async function supplierSaved(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  rule: (project: Project) => Project | Refusal,
): Promise<Modal | Refusal> {
  const saved = await deps.store.decide(asked.handling, id, (project) => {
    const next = rule(project);
    if (isRefusal(next)) return next;
    return isSame(project, next) ? null : rosterChangeBy(asked, project, next, null);
  });
  return isRefusal(saved) ? saved : rosterFor(saved.project, asked);
}
