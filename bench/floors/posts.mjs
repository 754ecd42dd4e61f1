/** Writes the rows of daily posts, and when each project is to be looked at next: as many writes, of the same bytes. */
import { MongoClient } from 'mongodb';

const BATCH = 1000;
const { MONGODB_URI } = process.env;
const client = new MongoClient(MONGODB_URI, { writeConcern: { w: 'majority' } });
await client.connect();
const db = client.db();
let rows = [];

/** The rows as the product stored them, and what it set. Nothing is read, or found out, while it is measured. */
async function keep(from) {
  const other = await new MongoClient(from).connect();
  rows = await other.db().collection('outbox').find({ 'subject.kind': 'dailyPost' }).toArray();
  await other.close();
  process.send({ kept: rows.length });
}

async function write({ since, next }) {
  const [before, after] = [new Date(since), new Date(next)];
  const startedMs = performance.now();
  for (let from = 0; from < rows.length; from += BATCH) {
    const batch = rows.slice(from, from + BATCH);
    await db.collection('outbox').insertMany(batch, { ordered: false });
    const moves = batch.map(({ project, workspace }) => ({
      updateOne: { filter: { _id: project, workspace, nextPostAt: before }, update: { $set: { nextPostAt: after } } },
    }));
    await db.collection('projects').bulkWrite(moves, { ordered: false });
  }
  process.send({ planned: rows.length, tookMs: performance.now() - startedMs });
}

process.on('message', (question) => {
  if (question.keep) void keep(question.keep);
  if (question.since) void write(question);
});
process.send('ready');
