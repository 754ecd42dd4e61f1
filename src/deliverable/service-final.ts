import type { Asked } from '../io/answers.ts';
import type { Modal } from '../kit/blocks.ts';
import { cardKey } from '../kit/rows.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { type ProjectDeps, projectInside } from '../project/service.ts';
import { type Final, finalsOf, isInChannel } from './rules-final.ts';
import { deliverableSubject, versionKey } from './rules-subjects.ts';
import { finalModal } from './views-final.ts';

/** What is approved in a project, for whoever may see what is internal of it. */
export async function openFinal(deps: ProjectDeps, asked: Asked, id: string): Promise<Modal | Refusal> {
  const project = await projectInside(deps, asked, id);
  return isRefusal(project) ? project : shownFinal(deps, asked, project);
}

/** The same of a project that was read. */
export async function shownFinal(deps: ProjectDeps, asked: Asked, project: Project): Promise<Modal> {
  const all = finalsOf(project);
  const keys = all.map((one) => keysOf(project, one));
  const links = await deps.archive.links(asked.workspace, keys.flat());
  const shown = all.map((final, index) => {
    const link = keys[index]?.map((key) => links.get(key)).find(Boolean) ?? null;
    return { final, link };
  });
  return finalModal(project, shown, asked.locale);
}

/** Where it can be read: as the client was sent it, else its card. */
function keysOf({ _id: project }: Project, { deliverable, number }: Final): string[] {
  const { id, sent } = deliverable;
  const card = cardKey(deliverableSubject(project, id));
  return sent && isInChannel(sent) ? [versionKey(project, id, number), card] : [card];
}
