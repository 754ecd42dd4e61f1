import mongoose, { type ClientSession, type Connection } from 'mongoose';
import { type CollectionName, COLLECTIONS, DELIVERED, type IndexSpec, RETIRED } from './collections.ts';

export type { CollectionName } from './collections.ts';

/**
 * How long one operation looks for a server before it fails. Far below the three seconds that Slack waits for an
 * acknowledgement: with the driver's default of 30 s a person would hear nothing at all.
 */
const SERVER_SELECTION_TIMEOUT_MS = 1500;

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

/** Finds the projects of which a file in Slack is a part of a deliverable. */
export const hasFile = (workspace: string, file: string) => ({
  $or: DELIVERED.map((path) => ({ workspace, [path]: textIs(file) })),
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
