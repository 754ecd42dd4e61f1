import type { Asked } from '../io/answers.ts';
import type { Modal } from '../kit/blocks.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Locale } from '../kit/locale.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import { type ProjectDeps, projectFor, whoOf } from '../project/service.ts';
import type { RecordEntry } from '../project/views-record.ts';
import { clientKinds, linkForClient, mayReadRecord } from './rules-record.ts';
import { clientRecordModal } from './views-record.ts';

/**
 * One page of the client's part of a project's record, for the client's people who are named in it.
 * @param from the number of the newest entry that it may show; null for the newest there is
 * @param language what is spoken to those of whom no other is known, in the next page as well
 */
export async function openClientRecord(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, from, language }: { project: string; from: number | null; language: Locale },
): Promise<Modal | Refusal> {
  const project = await projectFor(deps, asked, id);
  if (isRefusal(project)) return project;
  const allowed = mayReadRecord(project, whoOf(asked));
  if (allowed !== true) return allowed;
  const start = Math.min(from ?? project.record.sequence, project.record.sequence);
  const scope = { workspace: asked.workspace, project: id };
  // One more than is shown tells whether there is an older page.
  const found = await deps.archive.page(scope, start, BOUNDS.recordPage + 1, clientKinds);
  const seenByClient = ({ stored, link }: RecordEntry): RecordEntry => ({ stored, link: linkForClient(project, link) });
  const entries = found.slice(0, BOUNDS.recordPage).map(seenByClient);
  const older = found[BOUNDS.recordPage]?.stored.entry.sequence ?? null;
  const isNewest = start === project.record.sequence;
  return clientRecordModal(project, { entries, older, isNewest }, language, asked.locale);
}
