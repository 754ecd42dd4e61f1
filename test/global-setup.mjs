/**
 * One real MongoDB for a whole jest run; each test file takes a database of its own there (test/support/mongo.ts).
 * LIAISON_TEST_MONGO=0 or 1 decides; without it the server starts unless only pure tests were asked for.
 */
import { randomBytes } from 'node:crypto';
import { startMongo } from '../scripts/mongod.mjs';

const PURE = /(^|[\\/])test[\\/]rules([\\/]|$)/;

function needsMongo(globalConfig) {
  const choice = process.env.LIAISON_TEST_MONGO;
  if (choice) return choice !== '0';
  const patterns = globalConfig.testPathPatterns?.patterns ?? [];
  return patterns.length === 0 || patterns.some((pattern) => !PURE.test(pattern));
}

export default async function setUp(globalConfig) {
  // Marks the databases of this run, so that those a crashed test left behind are found at the end.
  process.env.LIAISON_TEST_RUN = randomBytes(4).toString('hex');
  if (process.env.LIAISON_TEST_MONGODB_URI || !needsMongo(globalConfig)) return;
  const mongo = await startMongo();
  process.env.LIAISON_TEST_MONGODB_URI = mongo.uri;
  globalThis.__liaisonMongo = mongo;
}
