import type { Subject } from '../kit/rows.ts';

/** The message that shows how far a file is, and the file itself; `about` is the file's id. */
export const exportSubject = (project: string, id: string): Subject => ({ kind: 'recordExport', project, about: id });

/** The key of the row that sends it. */
export const exportFileKey = (project: string, id: string): string => `file:${project}:export:${id}`;
