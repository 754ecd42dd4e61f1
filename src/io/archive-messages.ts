import { z } from 'zod';
import type { Stored } from '../kit/chain.ts';
import { placeSchema, type Subject, subjectSchema } from '../kit/rows.ts';
import { type Database, textIs } from './database.ts';
import { rowId } from './outbox.ts';

/** A message in Slack. */
export type Place = { channel: string; ts: string };
/** A message of ours, by its outbox key, with the key and the ts of the one in whose thread it is. */
export type Posted = { project: string; key: string; parent: string | null; threadTs: string | null };

/** A card of ours as it was planned, by its outbox key. */
export type PostedCard = {
  project: string;
  key: string;
  place: z.infer<typeof placeSchema>;
  subject: Subject;
  parent: string | null;
  isPinned: boolean;
};

/** What is found by where a message stands in Slack. */
export type Messages = {
  /** Which message of ours stands there; null for everybody else's. */
  postAt: (workspace: string, at: Place) => Promise<Posted | null>;
  /** Which card of a project stands there; null for any other message, and for a card that was posted anew before. */
  cardAt: (workspace: string, at: Place) => Promise<PostedCard | null>;
  /** The entries of records whose content names a message as evidence, oldest first. */
  provedBy: (workspace: string, message: Place) => Promise<Stored[]>;
};

const postSchema = z.looseObject({
  _id: z.string(),
  project: z.string(),
  parent: z.string().nullable(),
  threadTs: z.string().nullish(),
});
const cardSchema = z.looseObject({
  _id: z.string(),
  kind: z.literal('card'),
  project: z.string(),
  place: placeSchema,
  subject: subjectSchema,
  parent: z.string().nullable(),
});
/** One message proves one answer, and again after it was objected to; more than a few are none of ours. */
const MOST_PROVED = 20;

/** @param parse checks an entry of the record as MongoDB gives it back */
export function messagesOf(db: Database, parse: (raw: unknown) => Stored): Messages {
  const keyIn = (workspace: string, id: string) => id.slice(rowId(workspace, '').length);
  return {
    cardAt: async (workspace, { channel, ts }) => {
      const found = await db
        .collection('outbox')
        .findOne({ workspace, channel, ts: textIs(ts), reposted: { $ne: true } });
      const row = cardSchema.safeParse(found);
      if (!row.success) return null;
      const { _id, project, place, subject, parent } = row.data;
      const key = keyIn(workspace, _id);
      const pin = { workspace, project, state: 'sent', 'doing.do': 'pin', 'doing.message': key };
      const isPinned = (await db.collection('outbox').findOne(pin, { projection: { _id: 1 } })) !== null;
      return { project, key, place, subject, parent: parent && keyIn(workspace, parent), isPinned };
    },
    postAt: async (workspace, { channel, ts }) => {
      const row = postSchema.safeParse(await db.collection('outbox').findOne({ workspace, channel, ts: textIs(ts) }));
      if (!row.success) return null;
      const { _id, project, parent, threadTs = null } = row.data;
      return { project, key: keyIn(workspace, _id), parent: parent && keyIn(workspace, parent), threadTs };
    },
    provedBy: async (workspace, { channel, ts }) => {
      const path = 'content.evidence.message';
      const found = await db
        .collection('record')
        .find({ 'entry.workspace': workspace, [`${path}.channel`]: channel, [`${path}.ts`]: textIs(ts) })
        .sort({ 'entry.sequence': 1 })
        .limit(MOST_PROVED)
        .toArray();
      return found.map(parse);
    },
  };
}
