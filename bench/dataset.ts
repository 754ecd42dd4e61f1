import { z } from 'zod';
import { connect, type Database } from '../src/io/database.ts';
import { cloneId, cloneOf, type Clone } from './clones.ts';
import type { Doc, Walked } from './walk.ts';

/** Documents sent to MongoDB at a time; far below what one message may hold. */
const BATCH = 2000;
const A_DAY_MS = 24 * 60 * 60 * 1000;

export type Wish = {
  projects: number;
  /** Of each project's record; as many as the walk left where nothing is said. */
  entries?: (index: number) => number;
  /** Changes a project before it is stored. */
  alter?: (project: Doc) => Doc;
};

/** A database of projects whose briefs all wait to be confirmed. */
export type Dataset = {
  uri: string;
  db: Database;
  ids: readonly string[];
  /**
   * Puts back what Confirm changed, so that it can be pressed again.
   * @param pressed the projects on which it was, each once
   * @throws where it did not save exactly one entry on the record of each: then what was measured was something else
   */
  restore: (pressed: readonly string[]) => Promise<void>;
  drop: () => Promise<void>;
};

/**
 * Fills an empty database with clones of the walked project.
 * @param paused somebody else holds the sender's lease, so that nothing is sent while something is measured
 */
export async function makeDataset(walked: Walked, uri: string, wish: Wish, paused: boolean): Promise<Dataset> {
  const db = await connect(uri);
  await db.buildIndexes();
  const { people, clients, outbox } = walked.documents;
  await insert(db, 'people', people);
  await insert(db, 'clients', clients);
  await insert(
    db,
    'outbox',
    outbox.filter(({ project }) => project === null),
  );
  const originals = await insertClones(db, walked, wish);
  const until = new Date(Date.now() + A_DAY_MS);
  if (paused)
    await insert(db, 'leases', [{ _id: `sender:${walked.identity.workspace}`, holder: 'somebody else', until }]);
  return {
    uri,
    db,
    ids: [...originals.keys()],
    restore: (pressed) => restore(db, walked, originals, pressed),
    drop: async () => {
      await db.connection.dropDatabase();
      await db.close();
    },
  };
}

async function insertClones(db: Database, walked: Walked, { projects, entries, alter }: Wish) {
  const originals = new Map<string, Doc>();
  let batch: Clone[] = [];
  let size = 0;
  const flush = async () => {
    await insert(
      db,
      'projects',
      batch.map(({ project }) => project),
    );
    for (const name of ['versions', 'record', 'outbox'] as const)
      await insert(
        db,
        name,
        batch.flatMap((one) => one[name]),
      );
    batch = [];
    size = 0;
  };
  for (let index = 0; index < projects; index += 1) {
    const clone = cloneOf(walked, cloneId(index), entries?.(index) ?? walked.documents.record.length);
    // What happens by itself is measured by itself: nothing of it is due while something else is.
    const idle = { ...clone.project, nextDueAt: null, nextPostAt: new Date(Date.now() + A_DAY_MS) };
    const project = alter ? alter(idle) : idle;
    originals.set(project._id, project);
    batch.push({ ...clone, project });
    size += clone.record.length + clone.outbox.length;
    if (size >= BATCH) await flush();
  }
  await flush();
  return originals;
}

async function insert(db: Database, name: Parameters<Database['collection']>[0], docs: readonly Doc[]): Promise<void> {
  for (let from = 0; from < docs.length; from += BATCH)
    await db.collection(name).insertMany(docs.slice(from, from + BATCH), { ordered: false });
}

const headSchema = z.looseObject({ revision: z.number(), record: z.looseObject({ sequence: z.number() }) });

async function restore(db: Database, walked: Walked, originals: ReadonlyMap<string, Doc>, pressed: readonly string[]) {
  if (pressed.length === 0) return;
  const before = pressed.map((id) => originals.get(id)).filter((project) => project !== undefined);
  const last = before.map((project) => `${project._id}:${headSchema.parse(project).record.sequence + 1}`);
  const { deletedCount } = await db.collection('record').deleteMany({ _id: { $in: last } });
  if (deletedCount !== pressed.length) throw new Error(`of ${pressed.length} presses ${deletedCount} were saved`);
  const replacements = before.map((project) => ({
    replaceOne: { filter: { _id: project._id }, replacement: project },
  }));
  await db.collection('projects').bulkWrite(replacements, { ordered: false });
  await restoreOutbox(db, walked, pressed);
  await db.collection('received').deleteMany({});
}

/** Rows that Confirm brings go; cards that it has drawn again are as if they had been. */
async function restoreOutbox(db: Database, walked: Walked, pressed: readonly string[]): Promise<void> {
  const there = new Set(walked.documents.outbox.map(({ _id }) => _id));
  const touched = walked.writes.outbox.map(({ q }) => q._id).filter((id) => id.includes(walked.project));
  const ofAll = (keys: readonly string[]) =>
    pressed.flatMap((id) => keys.map((key) => key.replaceAll(walked.project, id)));
  const outbox = db.collection('outbox');
  await outbox.deleteMany({ _id: { $in: ofAll(touched.filter((id) => !there.has(id))) } });
  const shown = { $set: { state: 'sent' }, $inc: { wants: -1 } };
  await outbox.updateMany({ _id: { $in: ofAll(touched.filter((id) => there.has(id))) } }, shown);
}
