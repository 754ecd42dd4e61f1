import { setTimeout as sleep } from 'node:timers/promises';
import { WORKSPACE_LIMIT } from '../../src/io/rates.ts';
import { noonZone, worksAlways } from '../../test/support/works-always.ts';
import type { Dataset } from '../dataset.ts';
import { delivery } from '../deliveries.ts';
import type { Ground, Server } from '../ground.ts';
import { closedLoop, openLoop } from '../load.ts';
import { projectsDue, tomorrow } from '../posts-ground.ts';
import { explain, explainNoise, figure, short } from '../say.ts';
import { median, percentile, spread } from '../stats.ts';

const MANY = 10_000;
const DRAIN_AIM = 0.8;
const ACK_AIM = 3;
/** To each of the two processes; far from what they can do. */
const PER_SECOND = 40;
/** Long enough for the planning, short enough that it is more than the slowest hundredth. */
const LOAD_SECONDS = 10;
const DRAIN_SECONDS = 60;
const PLANNED_WITHIN_MS = 60_000;

/** Ten thousand daily posts are planned and sent by two processes that answer people meanwhile. */
export async function measurePostsSend(ground: Ground): Promise<void> {
  const { walked } = ground;
  const projects = ground.quick ? MANY / 10 : MANY;
  const zone = noonZone(new Date());
  const dataset = await projectsDue(ground, { projects, workspaces: 1, at: tomorrow(), zone }, false);
  await worksAlways(dataset.db, walked.identity.workspace);
  const servers = [await ground.product(dataset), await ground.product(dataset)];
  const load = () => loaded(ground, servers);
  for (const server of servers) await closedLoop(server, helps(ground, 500), 8);
  const idle = [await load(), await load(), await load()];
  await comesDue(dataset);
  const busy = await load();
  const [all, left] = await Promise.all([posts(dataset, {}), posts(dataset, { state: 'pending' })]);
  explain(`${all} posts were planned meanwhile, and ${all - left} of them sent`);
  const drained = await drain(ground);
  explain(`acknowledgement at p99: idle ${idle.map((ms) => short(ms)).join(', ')} ms, meanwhile ${short(busy)} ms`);
  explainNoise();
  figure('posts-ack', { value: busy / median(idle), aim: ACK_AIM, aa: spread(idle) });
  figure('posts-drain', { value: drained / WORKSPACE_LIMIT.perSecond, aim: DRAIN_AIM, aa: null, atLeast: true });
}

const helps = ({ walked }: Ground, count: number) => Array.from({ length: count }, () => delivery(walked, 'help'));

/** @returns the 99th percentile of the acknowledgements of both processes, ms */
async function loaded(ground: Ground, servers: readonly Server[]): Promise<number> {
  const at = { perSecond: PER_SECOND, atATime: 1 };
  const each = servers.map((server) => openLoop(server, helps(ground, PER_SECOND * LOAD_SECONDS), at));
  return percentile((await Promise.all(each)).flat(), 99);
}

/** The hour has come, and with it the job's time; settles once the job has begun. */
async function comesDue({ db }: Dataset): Promise<void> {
  await db.collection('projects').updateMany({}, { $set: { nextPostAt: new Date() } });
  const jobs = db.connection.collection('agendaJobs');
  await jobs.updateOne({ name: /^posts / }, { $set: { nextRunAt: new Date(0) } });
  const startedMs = performance.now();
  while ((await db.collection('outbox').countDocuments({ 'subject.kind': 'dailyPost' })) === 0) {
    if (performance.now() - startedMs > PLANNED_WITHIN_MS) throw new Error('no post was planned');
    await sleep(5);
  }
}

const posts = ({ db }: Dataset, filter: object) =>
  db.collection('outbox').countDocuments({ 'subject.kind': 'dailyPost', ...filter });

/** @returns messages a second, once what may go at once is gone */
async function drain({ slack, quick }: Ground): Promise<number> {
  const seconds = quick ? DRAIN_SECONDS / 4 : DRAIN_SECONDS;
  const [before, startedMs] = [slack.calls('chat.postMessage'), performance.now()];
  await sleep(seconds * 1000);
  const perSecond = ((slack.calls('chat.postMessage') - before) * 1000) / (performance.now() - startedMs);
  explain(`${short(perSecond)} posts a second; the limit lets ${WORKSPACE_LIMIT.perSecond} through`);
  return perSecond;
}
