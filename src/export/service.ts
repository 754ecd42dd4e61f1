import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Locale } from '../kit/locale.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import { card, directTo } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { type ProjectDeps, projectFor, projectInside, whoOf } from '../project/service.ts';
import type { Wanted } from './model.ts';
import { type AskedBy, asking, isAskedFor, mayExport } from './rules.ts';
import { exportSubject } from './rules-subjects.ts';
import { clientExportModal, exportModal } from './views.ts';

/** The form for the agency's people, of a project that was read. */
export function exportFormOf({ newId }: ProjectDeps, asked: Asked, project: Project): Modal | Refusal {
  const allowed = mayExport(project, whoOf(asked), 'agency');
  return allowed === true ? exportModal(project, newId(), asked.locale) : allowed;
}

/** The same where the project was chosen of several. */
export async function openExport(deps: ProjectDeps, asked: Asked, id: string): Promise<Modal | Refusal> {
  const project = await projectInside(deps, asked, id);
  return isRefusal(project) ? project : exportFormOf(deps, asked, project);
}

/** The form for the client's people, from their card. @param language spoken to those of whom no other is known */
export async function openClientExport(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, language }: { project: string; language: Locale },
): Promise<Modal | Refusal> {
  const project = await projectFor(deps, asked, id);
  if (isRefusal(project)) return project;
  const allowed = mayExport(project, whoOf(asked), 'client');
  return allowed === true ? clientExportModal(project, deps.newId(), language, asked.locale) : allowed;
}

/**
 * Takes down that somebody wants a file of a project's record: on the record itself, with a message to them that shows how far it is.
 * Asked for twice by one form, it is one file.
 * @param file its project, and the id that it will have
 */
export function askForExport(
  deps: Pick<ProjectDeps, 'store'>,
  asked: Asked,
  file: { project: string; export: string },
  wanted: Wanted,
  by: AskedBy,
): Promise<Saved<Project> | Refusal> {
  const { person, handling } = asked;
  return deps.store.decide(handling, file.project, (current) => {
    const allowed = mayExport(current, whoOf(asked), by);
    if (allowed !== true) return allowed;
    if (isAskedFor(current, file.export)) return null;
    const project = asking(current, file.export, wanted);
    if (isRefusal(project)) return project;
    const { format, language, part } = wanted;
    const upTo = current.record.sequence + 1;
    const content = { export: file.export, format, language, part, upTo, state: format.toUpperCase() };
    return {
      project,
      happened: [{ kind: 'record.exported', actor: asked.id, content }],
      rows: () => [card(directTo(person, project._id), exportSubject(project._id, file.export))],
      exported: { id: file.export, person, what: wanted, upTo },
    };
  });
}
