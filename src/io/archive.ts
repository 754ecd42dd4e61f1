import { z } from 'zod';
import type { Content, Stored } from '../kit/chain.ts';
import { clientsOf } from './client-profiles.ts';
import { type Messages, messagesOf, type Place } from './archive-messages.ts';
import { type ReadOut, readOutOf } from './archive-read-out.ts';
import { type Since, sinceOf } from './archive-since.ts';
import type { Database } from './database.ts';
import { postedSchema, rowId } from './outbox.ts';
import { permalink } from './slack.ts';

const storedSchema = z.looseObject({
  entry: z.strictObject({
    v: z.literal(1),
    workspace: z.string(),
    project: z.string(),
    sequence: z.int(),
    at: z.string(),
    kind: z.string(),
    actor: z.string(),
    previous: z.string(),
    contentHash: z.string(),
  }),
  hash: z.string(),
  content: z.record(z.string(), z.unknown()).nullable(),
  salt: z.string().nullable(),
});

/** What was decided and what was sent, for reading: nothing here is ever changed. */
export type Archive = Since &
  ReadOut &
  Messages & {
    /**
     * One page of a project's record, newest first, from entry number `from` down; each with a link to its message.
     * @param kinds only entries of these; left out: every entry
     */
    page: (
      scope: Scope,
      from: number,
      limit: number,
      kinds?: readonly string[],
    ) => Promise<{ stored: Stored; link: string | null }[]>;
    /** All entries in their order, for checking the chain; null for one that is none. */
    entries: (scope: Scope) => AsyncIterable<Stored | null>;
    /** What a version held, by its number; null where there is none. */
    version: (scope: Scope, subject: string, number: number) => Promise<Content | null>;
    /** Links to messages by their outbox keys, where they were posted; for no keys nothing is read. */
    links: (workspace: string, keys: readonly (string | null)[]) => Promise<Map<string, string>>;
    /** The address of any message. */
    messageLink: (at: Place & { threadTs: string | null }) => string;
    /** A client by the key of its name. */
    client: (workspace: string, nameKey: string) => Promise<{ id: string; name: string } | null>;
    /** The names of the agency's clients, as many as a check of a text can look for. */
    clientNames: (workspace: string) => Promise<string[]>;
    /** What a client is called, by its id; null where there is none. */
    clientName: (workspace: string, client: string) => Promise<string | null>;
    /** The agency's clients by their names' order, the first so many. */
    clientList: (workspace: string, limit: number) => Promise<{ id: string; name: string }[]>;
    /** What is known of a client, by its id; null where nothing was written yet. */
    profile: (workspace: string, client: string) => Promise<Content | null>;
  };
export type Scope = { workspace: string; project: string };

/** @param url the workspace's address, by which links are made */
export function makeArchive(db: Database, url: string): Archive {
  const record = db.collection('record');
  const inScope = ({ workspace, project }: Scope) => ({ 'entry.workspace': workspace, 'entry.project': project });
  const linkTo = (raw: unknown): string | null => {
    const message = postedSchema.safeParse(raw);
    return message.success
      ? permalink(url, message.data.channel, message.data.ts, message.data.threadTs ?? null)
      : null;
  };
  return {
    page: async (scope, from, limit, kinds) => {
      const only = kinds ? { 'entry.kind': { $in: [...kinds] } } : {};
      const rows = await record
        .aggregate([
          { $match: { ...inScope(scope), 'entry.sequence': { $lte: from }, ...only } },
          { $sort: { 'entry.sequence': -1 } },
          { $limit: limit },
          { $lookup: { from: 'outbox', localField: 'said', foreignField: '_id', as: 'message' } },
        ])
        .toArray();
      return rows.map((row) => ({ stored: storedSchema.parse(row), link: linkTo((row['message'] as unknown[])[0]) }));
    },
    entries: async function* (scope) {
      const rows = record.find(inScope(scope)).sort({ 'entry.sequence': 1 });
      for await (const row of rows) yield storedSchema.safeParse(row).data ?? null;
    },
    version: async ({ workspace, project }, subject, number) => {
      const found = await db.collection('versions').findOne({ workspace, project, subject, number });
      return found ? z.record(z.string(), z.unknown()).parse(found['content']) : null;
    },
    links: async (workspace, keys) => {
      const wanted = [...new Set(keys.filter((key) => key !== null))];
      if (wanted.length === 0) return new Map();
      const rows = await db
        .collection('outbox')
        .find({ _id: { $in: wanted.map((key) => rowId(workspace, key)) }, workspace })
        .toArray();
      const found = new Map(rows.map((row) => [row._id, linkTo(row)]));
      const links = wanted.map((key) => [key, found.get(rowId(workspace, key)) ?? null] as const);
      return new Map(links.filter((pair): pair is readonly [string, string] => pair[1] !== null));
    },
    messageLink: ({ channel, ts, threadTs }) => permalink(url, channel, ts, threadTs),
    ...messagesOf(db, (raw) => storedSchema.parse(raw)),
    ...sinceOf(db, (raw) => storedSchema.parse(raw)),
    ...readOutOf(db, (raw) => storedSchema.parse(raw), linkTo),
    ...clientsOf(db),
  };
}
