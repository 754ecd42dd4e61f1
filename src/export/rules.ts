import { mayReadRecord } from '../client/rules-record.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { mayDo, type Who } from '../project/rules-may.ts';
import { EXPORT_BOUNDS, type ExportRefusals, type Wanted } from './model.ts';

const refuse = refuser<ExportRefusals>();

/** Which form it was asked by: the agency's, or the client's beside their record. */
export type AskedBy = 'agency' | 'client';

/** May this person have the record written out? The client's people may, of their own part alone. */
export const mayExport = (project: Project, who: Who, by: AskedBy): true | Refusal =>
  by === 'client' ? mayReadRecord(project, who) : mayDo(project, 'exportRecord', who);

/** Was what a form makes asked for already? */
export const isAskedFor = ({ exports = [] }: Project, id: string): boolean => exports.includes(id);

/**
 * A project of whose record a file is asked for.
 * @param id of the file
 * @returns the project that remembers it; or the refusal, where it is too long for the format
 */
export function asking(project: Project, id: string, { format }: Wanted): Project | Refusal {
  const entries = project.record.sequence + 1;
  const { printed: most, remembered } = EXPORT_BOUNDS;
  if (format === 'pdf' && entries > most) return refuse('export.tooLong', { entries, most }, { at: 'format' });
  return { ...project, exports: [...(project.exports ?? []), id].slice(-remembered) };
}
