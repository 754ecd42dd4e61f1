import { z } from 'zod';
import type { Content, Stored } from '../kit/chain.ts';
import type { Database } from './database.ts';

/** One project's. */
type Scope = { workspace: string; project: string };

/** Something that was sent, exactly as it was; `content` is what stood in it. */
export type KeptVersion = { subject: string; number: number; hash: string; content: Content };

/** The whole of what is kept of a project, for writing it out: read as it is written, so that no more than a little is in memory. */
export type ReadOut = {
  /**
   * Entries in their order, up to a number, each with the link to its message.
   * @param kinds only entries of these; left out: every entry
   */
  readOut: (
    scope: Scope,
    upTo: number,
    kinds?: readonly string[],
  ) => AsyncIterable<{ stored: Stored; link: string | null }>;
  /** How many entries that is. */
  countOut: (scope: Scope, upTo: number, kinds?: readonly string[]) => Promise<number>;
  /** Every version that was sent. */
  versions: (scope: Scope) => Promise<KeptVersion[]>;
  /** Approvals that are over. */
  closedApprovals: (scope: Scope) => Promise<Content[]>;
};

const content = z.record(z.string(), z.unknown());
const versionSchema = z.looseObject({ subject: z.string(), number: z.int(), hash: z.string(), content });
const closedSchema = z.looseObject({ approval: content });

/** Entries at a time: what they hold is bounded by what forms take. */
const BATCH = 200;

/**
 * @param parse checks an entry as MongoDB gives it back
 * @param linkTo the link to a row of the outbox, where it was posted
 */
export function readOutOf(
  db: Database,
  parse: (raw: unknown) => Stored,
  linkTo: (raw: unknown) => string | null,
): ReadOut {
  const record = db.collection('record');
  const those = ({ workspace, project }: Scope, upTo: number, kinds?: readonly string[]) => ({
    'entry.workspace': workspace,
    'entry.project': project,
    'entry.sequence': { $lte: upTo },
    ...(kinds ? { 'entry.kind': { $in: [...kinds] } } : {}),
  });
  return {
    readOut: async function* (scope, upTo, kinds) {
      const rows = record.aggregate(
        [
          { $match: those(scope, upTo, kinds) },
          { $sort: { 'entry.sequence': 1 } },
          { $lookup: { from: 'outbox', localField: 'said', foreignField: '_id', as: 'message' } },
        ],
        { batchSize: BATCH },
      );
      for await (const row of rows) {
        const [message]: unknown[] = Array.isArray(row['message']) ? row['message'] : [];
        yield { stored: parse(row), link: linkTo(message) };
      }
    },
    countOut: (scope, upTo, kinds) => record.countDocuments(those(scope, upTo, kinds)),
    versions: async (scope) => {
      const rows = await db
        .collection('versions')
        .find({ workspace: scope.workspace, project: scope.project })
        .toArray();
      return rows
        .map((row) => versionSchema.parse(row))
        .map(({ subject, number, hash, content: held }) => ({ subject, number, hash, content: held }));
    },
    closedApprovals: async (scope) => {
      const those = { workspace: scope.workspace, project: scope.project };
      const rows = await db.collection('approvals').find(those).toArray();
      return rows.map((row) => closedSchema.parse(row).approval);
    },
  };
}
