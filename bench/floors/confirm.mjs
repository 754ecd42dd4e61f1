/**
 * What anybody would write who saves a decision before acknowledging it: one read by id, and one majority transaction with
 * the writes that the product makes, already worked out. Nothing is checked, drawn, hashed or sent.
 */
import { readFileSync } from 'node:fs';
import { App, HTTPReceiver } from '@slack/bolt';
import { BSON, MongoClient } from 'mongodb';

const { PORT, SLACK_SIGNING_SECRET, MONGODB_URI, WRITES } = process.env;
const { project: sample, workspace, writes } = BSON.EJSON.parse(readFileSync(WRITES, 'utf8'));

const client = new MongoClient(MONGODB_URI, { maxPoolSize: 30, writeConcern: { w: 'majority' } });
await client.connect();
const db = client.db();
const receiver = new HTTPReceiver({ signingSecret: SLACK_SIGNING_SECRET });
const app = new App({
  receiver,
  authorize: async () => ({ botToken: 'xoxb-bench', botId: 'B0000000000', botUserId: 'U0000000000' }),
});

app.action('approval.confirmed', async ({ body, action, ack }) => {
  const { project: id } = JSON.parse(action.value);
  const project = await db.collection('projects').findOne({ _id: id, workspace });
  const session = client.startSession();
  try {
    session.startTransaction({ writeConcern: { w: 'majority' } });
    await write(session, id, project, body.trigger_id);
    await session.commitTransaction();
  } finally {
    await session.endSession();
  }
  await ack();
});

/** Of the ids only those are changed that a unique index looks at; the rest is as long as the product's. */
async function write(session, id, { channels, revision, record }, delivery) {
  const [received] = writes.received;
  const [project] = writes.projects;
  const own = (key) => key.replaceAll(sample, id);
  await db
    .collection('received')
    .updateOne({ ...received.q, _id: `${workspace}:${delivery}` }, received.u, { upsert: true, session });
  await db
    .collection('projects')
    .replaceOne({ ...project.q, _id: id, revision }, { ...project.u, _id: id, channels }, { session });
  const inRecord = writes.record.map((one, index) => {
    const sequence = record.sequence + 1 + index;
    return { ...one, _id: `${id}:${sequence}`, entry: { ...one.entry, project: id, sequence } };
  });
  await db.collection('record').insertMany(inRecord, { session });
  const rows = writes.outbox.map(({ q, u, upsert = false }) => ({
    updateOne: { filter: { _id: own(q._id) }, update: u, upsert },
  }));
  await db.collection('outbox').bulkWrite(rows, { session });
}

await receiver.start({ port: Number(PORT), host: '127.0.0.1' });
