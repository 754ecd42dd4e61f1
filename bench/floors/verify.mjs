/** Reads the same documents and hashes as many bytes as checking a record does. Nothing is compared or checked. */
import { createHash } from 'node:crypto';
import { MongoClient } from 'mongodb';

const { MONGODB_URI } = process.env;
const client = new MongoClient(MONGODB_URI);
await client.connect();
const sha256 = (text) => createHash('sha256').update(text, 'utf8').digest('hex');

async function read({ workspace, project }) {
  const startedMs = performance.now();
  let entries = 0;
  const rows = client.db().collection('record').find({ 'entry.workspace': workspace, 'entry.project': project });
  for await (const { entry, content, salt } of rows.sort({ 'entry.sequence': 1 })) {
    sha256(JSON.stringify(entry));
    sha256(salt + JSON.stringify(content));
    entries += 1;
  }
  process.send({ entries, tookMs: performance.now() - startedMs });
}

process.on('message', (question) => {
  if (question.project) void read(question);
});
process.send('ready');
