/** Drops what this run's tests left behind (a server of MONGODB_URI lives on), then stops the server it started. */
import { MongoClient } from 'mongodb';

async function dropLeftovers(uri, run) {
  const client = new MongoClient(uri);
  try {
    const { databases } = await client.db('admin').admin().listDatabases({ nameOnly: true });
    const left = databases.filter(({ name }) => name.startsWith(`liaison_test_${run}_`));
    for (const { name } of left) await client.db(name).dropDatabase();
  } finally {
    await client.close();
  }
}

export default async function tearDown() {
  const mongo = globalThis.__liaisonMongo;
  const uri = process.env.LIAISON_TEST_MONGODB_URI;
  // A server of our own vanishes with its folder: nothing to clean up there.
  if (uri && !mongo?.pid) await dropLeftovers(uri, process.env.LIAISON_TEST_RUN);
  if (!mongo) return;
  delete process.env.LIAISON_TEST_MONGODB_URI;
  await mongo.stop();
}
