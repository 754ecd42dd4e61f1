import mongoose, { type ClientSession, type Connection } from 'mongoose';

/**
 * How long one operation looks for a server before it fails. Far below the three seconds that Slack waits for an
 * acknowledgement: with the driver's default of 30 s a person would hear nothing at all.
 */
const SERVER_SELECTION_TIMEOUT_MS = 1500;

/**
 * Every collection with its indexes. mongoose declares keys and indexes, zod declares the rest and checks what comes
 * back; `strict: false` keeps what a newer version of this program may have written.
 */
const COLLECTIONS = {
  projects: [
    // A team channel has one project, and the jobs inside it, each with a number of its own.
    {
      key: { workspace: 1, 'channels.team.id': 1, 'parent.number': 1 },
      unique: true,
      partial: { 'channels.team.id': { $type: 'string' } },
    },
    { key: { workspace: 1, 'channels.client.id': 1 } },
    { key: { workspace: 1, 'summary.waits.person': 1, 'summary.waitsSince': 1, _id: 1 } },
    { key: { workspace: 1, 'client.id': 1 } },
    // Lists: of somebody's own projects, of the client's people, and portfolios. `_id` last: a page is found in the index alone.
    { key: { workspace: 1, 'summary.list.runs': 1, 'summary.list.order': 1, _id: 1 } },
    { key: { workspace: 1, 'summary.list.helps': 1, 'summary.list.order': 1, _id: 1 } },
    { key: { workspace: 1, 'summary.list.clients': 1, 'summary.list.order': 1, _id: 1 } },
    { key: { workspace: 1, 'summary.list.directs': 1, 'summary.list.sort': 1, _id: 1 } },
    { key: { workspace: 1, 'summary.list.client.id': 1, 'summary.list.sort': 1, _id: 1 } },
    { key: { workspace: 1, 'summary.list.sort': 1, _id: 1 } },
    // Those that were saved before there were lists, or whose list is in another form.
    { key: { workspace: 1, 'summary.list.form': 1 } },
    { key: { workspace: 1, 'people.person.user': 1 } },
    { key: { workspace: 1, 'people.standIn.person.user': 1 } },
    // What is due by itself, the oldest first.
    { key: { workspace: 1, nextDueAt: 1 }, partial: { nextDueAt: { $type: 'date' } } },
    // Whose daily post is to be planned.
    { key: { workspace: 1, nextPostAt: 1 }, partial: { nextPostAt: { $type: 'date' } } },
  ],
  clients: [{ key: { workspace: 1, nameKey: 1 }, unique: true }],
  people: [
    { key: { workspace: 1, user: 1 } },
    // Absences that are not in all of somebody's projects yet.
    { key: { workspace: 1, carryingSince: 1 }, partial: { carryingSince: { $type: 'string' } } },
  ],
  versions: [{ key: { workspace: 1, project: 1, subject: 1, number: 1 }, unique: true }],
  approvals: [{ key: { workspace: 1, project: 1 } }],
  record: [
    { key: { 'entry.workspace': 1, 'entry.project': 1, 'entry.sequence': 1 }, unique: true },
    // Messages that prove an answer: of every edit in a channel it is asked whether it is one of them.
    {
      key: { 'entry.workspace': 1, 'content.evidence.message.channel': 1, 'content.evidence.message.ts': 1 },
      partial: { 'content.evidence.message.ts': { $type: 'string' } },
    },
  ],
  outbox: [
    { key: { workspace: 1, state: 1, at: 1, order: 1 } },
    // What people wait for, and whole lanes, out of a long queue of what nobody waits for.
    { key: { workspace: 1, at: 1, order: 1 }, partial: { state: 'pending', urgent: true } },
    { key: { workspace: 1, lane: 1, at: 1, order: 1 }, partial: { state: 'pending' } },
    { key: { workspace: 1, state: 1, wantedAt: 1 } },
    { key: { workspace: 1, project: 1, kind: 1 } },
    // Which message of ours a thread is under.
    { key: { workspace: 1, channel: 1, ts: 1 }, partial: { ts: { $type: 'string' } } },
  ],
  received: [{ key: { state: 1, at: 1 } }, { key: { workspace: 1, state: 1, at: 1 } }],
  nudges: [
    // Those that wait to be said, the longest waiting first; and those of one person.
    { key: { workspace: 1, notBefore: 1 }, partial: { notBefore: { $type: 'date' } } },
    { key: { workspace: 1, person: 1, state: 1 } },
    { key: { at: 1 } },
  ],
  // How often somebody was spoken to on a day.
  spoken: [{ key: { at: 1 } }],
  digests: [{ key: { workspace: 1, nextAt: 1 } }],
  // One document a workspace, and one a person; found by their ids.
  workspaces: [],
  homes: [],
  looks: [],
  sources: [{ key: { project: 1, heldAt: 1 } }],
  leases: [],
} as const satisfies Record<string, readonly IndexSpec[]>;

/** Indexes of earlier versions that refuse what is allowed now, by their names in MongoDB; `migrate` drops them. */
const RETIRED: Readonly<Partial<Record<keyof typeof COLLECTIONS, readonly string[]>>> = {
  // Until 0.3.0 a team channel had one project and nothing besides.
  projects: ['workspace_1_channels.team.id_1'],
};

type IndexSpec = {
  key: Readonly<Record<string, 1>>;
  unique?: true;
  partial?: Readonly<Record<string, unknown>>;
};

export type CollectionName = keyof typeof COLLECTIONS;

/**
 * A text in a query that an index of those alone which have one is for: MongoDB uses such an index only where the query itself
 * names the type (mongodb.com, partial indexes).
 */
export const textIs = (text: string) => ({ $eq: text, $type: 'string' }) as const;

/** Finds the projects that have a channel as their team or client channel. */
export const hasChannel = (workspace: string, channel: string) => ({
  // The workspace in each, or neither index is used.
  $or: [
    { workspace, 'channels.team.id': textIs(channel) },
    { workspace, 'channels.client.id': channel },
  ],
});

/** A document as it is in MongoDB before zod has looked at it. All our ids are strings. */
export type Raw = mongoose.mongo.Document & { _id: string };

export type Database = {
  connection: Connection;
  collection: (name: CollectionName) => mongoose.mongo.Collection<Raw>;
  session: () => Promise<ClientSession>;
  /** Builds the indexes and drops the retired ones (for `migrate`, the demo and tests). */
  buildIndexes: () => Promise<void>;
  /** The indexes that are missing, as `collection.index`; empty where all is well. Start-up refuses to go on otherwise. */
  missingIndexes: () => Promise<string[]>;
  /** The retired indexes that are still there, as `collection.index`; empty where all is well. */
  retiredIndexes: () => Promise<string[]>;
  close: () => Promise<void>;
};

/**
 * Connects to MongoDB.
 * @throws where no server answers, or where it is not a replica set: without one there are no transactions.
 */
export async function connect(uri: string, name?: string): Promise<Database> {
  const connection = mongoose.createConnection(uri, {
    ...(name ? { dbName: name } : {}),
    serverSelectionTimeoutMS: SERVER_SELECTION_TIMEOUT_MS,
    bufferCommands: false,
    maxPoolSize: 30,
    writeConcern: { w: 'majority' },
  });
  await connection.asPromise();
  const hello = await connection.db?.admin().command({ hello: 1 });
  if (!hello?.['setName']) {
    await connection.close();
    throw new Error('MongoDB must run as a replica set (one node is enough): decisions are saved in transactions');
  }
  return database(connection);
}

function database(connection: Connection): Database {
  const models = Object.entries<readonly IndexSpec[]>(COLLECTIONS).map(([name, indexes]) =>
    model(connection, name, indexes),
  );
  const collection = (name: CollectionName) =>
    connection.collection<Raw>(name) as unknown as mongoose.mongo.Collection<Raw>;
  return {
    connection,
    collection,
    session: () => connection.startSession(),
    buildIndexes: async () => {
      for (const one of models) {
        await one.createCollection();
        await one.createIndexes();
      }
      // Only now: until the new ones are there, the old ones keep their promise.
      for (const { name, index } of await retiredIn(connection)) await connection.collection(name).dropIndex(index);
    },
    missingIndexes: async () => {
      const found = await Promise.all(models.map(async (one) => missingOf(one)));
      return found.flat();
    },
    retiredIndexes: async () => (await retiredIn(connection)).map(({ name, index }) => `${name}.${index}`),
    close: () => connection.close(),
  };
}

function model(connection: Connection, name: string, indexes: readonly IndexSpec[]) {
  const schema = new mongoose.Schema(
    { _id: String },
    { strict: false, collection: name, autoIndex: false, autoCreate: false },
  );
  for (const { key, unique, partial } of indexes) {
    schema.index(
      { ...key },
      { ...(unique ? { unique } : {}), ...(partial ? { partialFilterExpression: partial } : {}) },
    );
  }
  return connection.model(name, schema);
}

async function missingOf(one: ReturnType<typeof model>): Promise<string[]> {
  const { toCreate } = await one.diffIndexes().catch(() => ({ toCreate: one.schema.indexes().map(([key]) => key) }));
  return toCreate.map((key) => `${one.collection.name}.${Object.keys(key as object).join('_')}`);
}

async function retiredIn(connection: Connection): Promise<{ name: string; index: string }[]> {
  const all = Object.entries(RETIRED).map(async ([name, retired]) => {
    // A collection that is not there yet has none.
    const there = await connection
      .collection(name)
      .indexes()
      .catch(() => []);
    return retired.filter((index) => there.some((one) => one.name === index)).map((index) => ({ name, index }));
  });
  return (await Promise.all(all)).flat();
}

/** MongoDB's code of a unique index that refuses (mongodb.com, error codes). */
const DUPLICATE_KEY = 11000;

export const isDuplicate = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === DUPLICATE_KEY;

/** Two transactions met on one document: the later one starts over (mongodb.com, transactions in applications). */
export const isConflict = (error: unknown): boolean =>
  error instanceof mongoose.mongo.MongoError && error.hasErrorLabel('TransientTransactionError');
