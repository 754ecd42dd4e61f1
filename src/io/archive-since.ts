import { z } from 'zod';
import type { Stored } from '../kit/chain.ts';
import type { Database } from './database.ts';
import { rowId } from './outbox.ts';

/** Slack's ts is when it was posted, in seconds (docs.slack.dev, message). */
const standsSchema = z.looseObject({ ts: z.string(), wantedAt: z.date().nullish() });

/** One project's. */
type Scope = { workspace: string; project: string };

/** A card that stands in Slack, by its outbox key; when it was posted, or since when it is as it was edited last. */
export type Stands = { key: string; at: Date };

/** What is read to tell what is new. */
export type Since = {
  /** Of the cards whose keys lie between two, both included, those that were really posted: the last keys first. */
  postedBetween: (workspace: string, keys: { from: string; to: string }, limit: number) => Promise<Stands[]>;
  /** The entries of a project's record after an instant, newest first; of the newest `limit` that there are. */
  since: (scope: Scope, at: Date, limit: number) => Promise<Stored[]>;
};

/** @param parse checks an entry of the record as MongoDB gives it back */
export function sinceOf(db: Database, parse: (raw: unknown) => Stored): Since {
  return {
    postedBetween: async (workspace, { from, to }, limit) => {
      const between = { $gte: rowId(workspace, from), $lte: rowId(workspace, to) };
      const rows = await db
        .collection('outbox')
        .find({ _id: between, workspace, ts: { $type: 'string' } })
        // By their keys: what is looked through are the posts of one project, and not all that a workspace ever posted.
        .hint({ _id: 1 })
        .sort({ _id: -1 })
        .limit(limit)
        .toArray();
      return rows.flatMap((row) => {
        const posted = standsSchema.safeParse(row);
        if (!posted.success) return [];
        const { ts, wantedAt } = posted.data;
        const at = new Date(Math.max(Number(ts) * 1000, wantedAt?.getTime() ?? 0));
        return [{ key: row._id.slice(rowId(workspace, '').length), at }];
      });
    },
    since: async ({ workspace, project }, at, limit) => {
      const after = at.toISOString();
      const newest = await db
        .collection('record')
        .find({ 'entry.workspace': workspace, 'entry.project': project })
        .sort({ 'entry.sequence': -1 })
        .limit(limit)
        .toArray();
      return newest.map(parse).filter(({ entry }) => entry.at > after);
    },
  };
}
