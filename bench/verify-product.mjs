/** Checks one record with the product as it was built, and tells how long that took. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { MONGODB_URI, DIST } = process.env;
const load = (file) => import(pathToFileURL(join(DIST, file)).href);
const [{ connect }, { verifyAll }] = [await load('io/database.js'), await load('io/verify.js')];
const db = await connect(MONGODB_URI);

async function verify({ project }) {
  const startedMs = performance.now();
  for await (const verdict of verifyAll(db, project)) {
    if (verdict.break) throw new Error(`the record is broken: ${JSON.stringify(verdict.break)}`);
    process.send({ entries: verdict.entries, tookMs: performance.now() - startedMs });
  }
}

process.on('message', (question) => {
  if (question.project) void verify(question);
});
process.send('ready');
