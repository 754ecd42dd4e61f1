import { z } from 'zod';
import type { Stored } from '../kit/chain.ts';
import type { Database } from './database.ts';
import { rowId } from './outbox.ts';

/** A message in Slack. */
export type Place = { channel: string; ts: string };
/** A message of ours, by its outbox key, with the key and the ts of the one in whose thread it is. */
export type Posted = { project: string; key: string; parent: string | null; threadTs: string | null };

/** What is found by where a message stands in Slack. */
export type Messages = {
  /** Which message of ours stands there; null for everybody else's. */
  postAt: (workspace: string, at: Place) => Promise<Posted | null>;
  /** The entries of records whose content names a message as evidence, oldest first. */
  provedBy: (workspace: string, message: Place) => Promise<Stored[]>;
};

const postSchema = z.looseObject({
  _id: z.string(),
  project: z.string(),
  parent: z.string().nullable(),
  threadTs: z.string().nullish(),
});
/** One message proves one answer, and again after it was objected to; more than a few are none of ours. */
const MOST_PROVED = 20;

/** @param parse checks an entry of the record as MongoDB gives it back */
export function messagesOf(db: Database, parse: (raw: unknown) => Stored): Messages {
  return {
    postAt: async (workspace, { channel, ts }) => {
      const row = postSchema.safeParse(await db.collection('outbox').findOne({ workspace, channel, ts }));
      if (!row.success) return null;
      const keyIn = (id: string) => id.slice(rowId(workspace, '').length);
      const { _id, project, parent, threadTs = null } = row.data;
      return { project, key: keyIn(_id), parent: parent === null ? null : keyIn(parent), threadTs };
    },
    provedBy: async (workspace, { channel, ts }) => {
      const path = 'content.evidence.message';
      const found = await db
        .collection('record')
        .find({ 'entry.workspace': workspace, [`${path}.channel`]: channel, [`${path}.ts`]: ts })
        .sort({ 'entry.sequence': 1 })
        .limit(MOST_PROVED)
        .toArray();
      return found.map(parse);
    },
  };
}
