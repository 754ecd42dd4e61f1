import type { ClientSession } from 'mongoose';
import { z } from 'zod';
import type { Content } from '../kit/chain.ts';
import type { SourceSave } from '../kit/change.ts';
import type { Scope } from './archive.ts';
import type { Database } from './database.ts';

/**
 * The texts from which a brief's answers come, apart from the project because they may be long. A text that a form was opened
 * with is held until the form is submitted: a modal cannot carry it.
 */
export type Sources = {
  /** Holds a text for a form that is open; nothing is lost where this fails but the text as it was first. */
  hold: (workspace: string, id: string, parts: readonly Content[]) => Promise<void>;
  /** The parts of a source that is held, or kept for this project; null where there is none, and for another project's. */
  parts: (of: Scope, id: string) => Promise<Content[] | null>;
  /** Forgets what was held for forms that nobody submitted. @returns how many */
  forget: (now: Date) => Promise<number>;
};

/** A form is rarely open for longer. */
const HELD_MS = 3 * 24 * 60 * 60 * 1000;

/** Which of them a project may have: what is held is nobody's yet. */
const mayHave = ({ workspace, project }: Scope) => ({ workspace, project: { $in: [null, project] } });

const partsSchema = z.array(z.record(z.string(), z.unknown()));

export function makeSources(db: Database, now: () => Date): Sources {
  const sources = db.collection('sources');
  return {
    hold: async (workspace, id, parts) => {
      const fresh = { workspace, project: null, parts: [...parts], heldAt: now() };
      await sources.updateOne({ _id: id }, { $setOnInsert: fresh }, { upsert: true });
    },
    parts: async (of, id) => {
      const found = await sources.findOne({ _id: id, ...mayHave(of) });
      return found ? partsSchema.parse(found['parts']) : null;
    },
    forget: async (at) => {
      const before = new Date(at.getTime() - HELD_MS);
      const { deletedCount } = await sources.deleteMany({ project: null, heldAt: { $lt: before } });
      return deletedCount;
    },
  };
}

/**
 * Keeps a source in the transaction of the decision that takes it; what was held of it stays as it was held.
 * @throws a duplicate-key error where another project has it: ids are random, so the form that names it was tampered with
 */
export async function writeSource(
  db: Database,
  session: ClientSession,
  of: Scope,
  { id, parts }: SourceSave,
): Promise<void> {
  const update = { $set: { project: of.project }, $setOnInsert: { parts: [...parts], heldAt: null } };
  await db.collection('sources').updateOne({ _id: id, ...mayHave(of) }, update, { session, upsert: true });
}
