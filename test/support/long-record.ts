import type { Database } from '../../src/io/database.ts';
import { append, emptyHead, type Head, type Stored } from '../../src/kit/chain.ts';

const WORKSPACE = 'T0LANTERN';

export type RecordRow = Stored & { _id: string; said: string | null };

/** A project's record in the database, and what somebody who can write there might do to it. */
export type LongRecord = {
  head: () => Head;
  entry: (sequence: number) => Promise<RecordRow>;
  /** Adds so many entries as a decision does: entries and head, or nothing. */
  grow: (count: number) => Promise<void>;
  /** Changes fields of an entry, past everything that the store would check. */
  change: (sequence: number, fields: Record<string, unknown>) => Promise<void>;
  remove: (sequence: number) => Promise<void>;
  /** Adds rows, and leaves the head as it is. */
  add: (rows: readonly RecordRow[]) => Promise<void>;
  /** Brings the record back to what it was. */
  undo: () => Promise<void>;
};

const idOf = (project: string, sequence: number) => `${project}:${sequence}`;
const rowOf = (stored: Stored): RecordRow => ({
  _id: idOf(stored.entry.project, stored.entry.sequence),
  ...stored,
  said: null,
});
const salt = () => '0123456789abcdef0123456789abcdef';

/** So many things that happened, a second each. */
const drafts = (from: number, count: number, actor: string) =>
  Array.from({ length: count }, (_, at) => ({
    kind: 'project.stageStarted',
    actor,
    at: new Date(Date.UTC(2026, 0, 1) + (from + at) * 1000).toISOString(),
    content: { stage: 'proposal', number: from + at },
  }));

/** Entries after a head, chained as the store chains them. */
function chained(project: string, head: Head, count: number, actor: string): { rows: RecordRow[]; head: Head } {
  const scope = { workspace: WORKSPACE, project };
  const { stored, head: next } = append(scope, head, drafts(head.sequence + 1, count, actor), salt);
  return { rows: stored.map(rowOf), head: next };
}

/** Entries that were never decided, after another entry or from the beginning: a chain that is whole in itself. */
export function forged(project: string, after: RecordRow | undefined, count: number): RecordRow[] {
  const head = after ? { sequence: after.entry.sequence, hash: after.hash } : emptyHead(WORKSPACE, project);
  return chained(project, head, count, 'somebody').rows;
}

/** The same entry under another number, and nothing else of it changed. */
export const renumbered = (row: RecordRow, sequence: number): RecordRow => ({
  ...row,
  _id: idOf(row.entry.project, sequence),
  entry: { ...row.entry, sequence },
});

/**
 * A project with so many entries in its record, as the store makes them, inserted in bulk.
 * @param tampered what becomes of the entries before they are inserted; the head is that of the entries as they were made
 */
export async function longRecord(
  db: Database,
  { project, name, entries }: { project: string; name: string; entries: number },
  tampered: (rows: RecordRow[]) => RecordRow[] = (rows) => rows,
): Promise<LongRecord> {
  const record = db.collection('record');
  let undo: (() => Promise<unknown>)[] = [];
  const first = chained(project, emptyHead(WORKSPACE, project), entries, 'liaison');
  let { head } = first;
  await db.collection('projects').insertOne({ _id: project, workspace: WORKSPACE, name, record: head });
  const rows = tampered(first.rows);
  if (rows.length > 0) await record.insertMany(rows, { ordered: false });

  const entry = async (sequence: number): Promise<RecordRow> => {
    const found = await record.findOne({ _id: idOf(project, sequence) });
    if (!found) throw new Error(`there is no entry ${sequence}`);
    return found as unknown as RecordRow;
  };
  return {
    head: () => head,
    entry,
    grow: async (count) => {
      const grown = chained(project, head, count, 'liaison');
      await save(db, project, grown);
      head = grown.head;
    },
    change: async (sequence, fields) => {
      const before = await entry(sequence);
      undo.push(() => record.replaceOne({ _id: before._id }, before));
      await record.updateOne({ _id: before._id }, { $set: fields });
    },
    remove: async (sequence) => {
      const before = await entry(sequence);
      undo.push(() => record.insertOne(before));
      await record.deleteOne({ _id: before._id });
    },
    add: async (more) => {
      undo.push(() => record.deleteMany({ _id: { $in: more.map(({ _id }) => _id) } }));
      await record.insertMany([...more]);
    },
    undo: async () => {
      for (const back of undo.toReversed()) await back();
      undo = [];
    },
  };
}

async function save(db: Database, project: string, { rows, head }: ReturnType<typeof chained>): Promise<void> {
  const session = await db.session();
  try {
    await session.withTransaction(async () => {
      await db.collection('record').insertMany(rows, { session });
      await db.collection('projects').updateOne({ _id: project }, { $set: { record: head } }, { session });
    });
  } finally {
    await session.endSession();
  }
}
