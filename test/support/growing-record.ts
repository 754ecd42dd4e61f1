import type { Database } from '../../src/io/database.ts';
import { append } from '../../src/kit/chain.ts';
import { aggregateShape } from '../../src/kit/aggregate.ts';

/** Entries that are inserted at a time. */
const BATCH = 1000;

/**
 * Adds entries to the record of a project that is there, as the store chains them: as many as a long project has in years.
 * @param text somebody's own words in each entry
 */
export async function growRecord(
  db: Database,
  project: string,
  count: number,
  text: (at: number) => string,
): Promise<void> {
  const projects = db.collection('projects');
  const found = await projects.findOne({ _id: project });
  if (!found) throw new Error(`there is no project ${project}`);
  const scope = { workspace: String(found['workspace']), project };
  let head = aggregateShape.record.parse(found['record']);
  for (let from = 0; from < count; from += BATCH) {
    const drafts = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) => ({
      kind: 'approval.answered',
      actor: 'liaison',
      at: new Date(Date.UTC(2026, 10, 1) + (from + at) * 60_000).toISOString(),
      content: {
        subject: { kind: 'brief', id: 'b' },
        version: 1,
        verb: 'confirmed',
        about: ['liaison'],
        reason: text(from + at),
      },
    }));
    const grown = append(scope, head, drafts, () => '0123456789abcdef'.repeat(2));
    const rows = grown.stored.map((one) => ({ _id: `${project}:${one.entry.sequence}`, ...one, said: null }));
    await db.collection('record').insertMany(rows);
    head = grown.head;
  }
  await projects.updateOne({ _id: project }, { $set: { record: head } });
}
