/** Plans the daily posts of workspaces, one after the other, with the product as it was built, and tells how long that took. */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { MONGODB_URI, DIST } = process.env;
const load = (file) => import(pathToFileURL(join(DIST, file)).href);
const { connect } = await load('io/database.js');
const { makeDeps } = await load('io/make-deps.js');
const { makeClients } = await load('io/slack.js');
const { makeLog } = await load('io/log.js');
const { postsJob } = await load('io/posts-job.js');
const { nobodyWatches } = await load('io/watch.js');
const { liaison } = await load('liaison.js');

const db = await connect(MONGODB_URI);
const log = makeLog('error');
const nothing = () => undefined;
const newId = () => randomBytes(12).toString('base64url');
const newSalt = () => randomBytes(16).toString('hex');
const world = { db, log, newId, newSalt, watch: nobodyWatches, planned: nothing, administrators: [] };
const clients = makeClients({ token: 'xoxb-none', log });

function jobOf(workspace, now) {
  const installed = { url: 'https://bench.slack.com/', name: 'Bench', workspace };
  const deps = makeDeps(liaison, { ...world, now: () => now }, clients, installed);
  return postsJob({ db, log, newId, workspace, posts: liaison.posts, deps, wake: nothing });
}

async function run({ workspaces, at }) {
  const now = new Date(at);
  const jobs = workspaces.map((workspace) => jobOf(workspace, now));
  const startedMs = performance.now();
  let planned = 0;
  for (const job of jobs) planned += await job.run(now);
  process.send({ planned, tookMs: performance.now() - startedMs });
}

process.on('message', (question) => {
  if (question.workspaces) void run(question);
});
process.send('ready');
