import { randomBytes } from 'node:crypto';
import { MongoClient } from 'mongodb';
import { withDatabase } from '../../scripts/mongod.mjs';
import { connect, type Database } from '../../src/io/database.ts';

export type TestDatabase = {
  /** Connection string that already names the database. */
  uri: string;
  /** `liaison_test_<run>_<random>`; the only databases a test may touch. */
  name: string;
  /** Drops the database; call it in `afterAll`, after the connections are closed. */
  drop: () => Promise<void>;
};

function serverUri(): string {
  const uri = process.env.LIAISON_TEST_MONGODB_URI;
  if (uri) return uri;
  throw new Error('This jest run has no MongoDB (test/rules is pure). Set LIAISON_TEST_MONGO=1 to start one.');
}

async function dropDatabase(uri: string, name: string): Promise<void> {
  const client = new MongoClient(uri);
  try {
    await client.db(name).dropDatabase();
  } finally {
    await client.close();
  }
}

/**
 * Names a fresh database on the run's MongoDB. Nothing is created until something is written; create collections
 * (`createCollection()` or `init()`) before the first transaction.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const run = process.env.LIAISON_TEST_RUN ?? 'alone';
  const name = `liaison_test_${run}_${randomBytes(5).toString('hex')}`;
  const uri = withDatabase(serverUri(), name);
  return { uri, name, drop: () => dropDatabase(uri, name) };
}

export type BuiltDatabase = {
  db: Database;
  uri: string;
  /** Closes the connection and drops the database; call it in `afterAll`. */
  end: () => Promise<void>;
};

/** A fresh database with its collections and indexes, as `npm run migrate` leaves one. */
export async function builtDatabase(): Promise<BuiltDatabase> {
  const { uri, drop } = await testDatabase();
  const db = await connect(uri);
  await db.buildIndexes();
  const end = async () => {
    await db.close();
    await drop();
  };
  return { db, uri, end };
}
