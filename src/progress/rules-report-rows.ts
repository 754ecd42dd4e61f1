import { type Person, personKey } from '../kit/person.ts';
import { card, directTo, type RowDraft, type Subject } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { release } from '../project/rules-released.ts';
import { type Drafting, reportOf } from './rules-report.ts';

/** A draft as one person has it in their direct messages. */
const subjectOf = (project: string, report: string, person: Person): Subject => ({
  kind: 'clientReport',
  project,
  about: `${report}/${personKey(person)}`,
});

/** A draft, drawn again for everybody who has it. */
export const reportRows = (project: string, { id, told }: Pick<Drafting, 'id' | 'told'>): RowDraft[] =>
  told.map((person) => card(directTo(person, project), subjectOf(project, id, person)));

/**
 * A draft that is still to be sent, drawn again whenever something else is released than it was drawn from: what stands beside its
 * button is what would leave.
 * @param before null for a new project
 */
export function reportFollows(before: Project | null, after: Project): RowDraft[] {
  const report = reportOf(after);
  const isOpen = report?.closed === null && before !== null && reportOf(before)?.id === report.id;
  if (!isOpen || JSON.stringify(release(before)) === JSON.stringify(release(after))) return [];
  return reportRows(after._id, report);
}
