import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BSON } from 'mongodb';
import { compared, interleavedLoads, loaded, type Side } from '../blocks.ts';
import type { Dataset } from '../dataset.ts';
import { delivery } from '../deliveries.ts';
import type { Ground, Server } from '../ground.ts';
import { closedLoop, limitOf, openLoop } from '../load.ts';
import { explain, short } from '../say.ts';

const AIM = 1.3;
/** The most that one block presses, each on a project of its own. */
const PROJECTS = 1000;
const WARM_UP = 300;
/** How long a block lasts, and how many presses are the least of which a 95th percentile says something. */
const LONG = { seconds: 2, least: 100 };
const QUICK = { seconds: 0.5, least: 40 };

type Bench = { ground: Ground; servers: Record<Side, Server>; datasets: Record<Side, Dataset> };

/** Confirm on a brief that was sent, timed to its acknowledgement, while nothing is sent to Slack. */
export async function measureConfirm(ground: Ground, atATime: number): Promise<void> {
  const bench = await prepare(ground);
  const { servers } = bench;
  for (const side of ['product', 'floor', 'twin'] as const) {
    const deliveries = presses(bench, side, WARM_UP);
    await closedLoop(servers[side], deliveries, atATime);
    await bench.datasets[side].restore(bench.datasets[side].ids.slice(0, WARM_UP));
  }
  const limit = await limitOf(servers.floor, presses(bench, 'floor', PROJECTS), atATime);
  await bench.datasets.floor.restore(bench.datasets.floor.ids.slice(0, limit.used));
  const perSecond = limit.perSecond / 2;
  const { least, seconds } = ground.quick ? QUICK : LONG;
  const count = Math.min(PROJECTS, Math.max(least, Math.round(perSecond * seconds)));
  explain(`Confirm, ${atATime} at a time, ${short(perSecond)} a second, ${count} in a block`);
  const found = await interleavedLoads(async (side) => {
    const deliveries = presses(bench, side, count);
    const load = await loaded(servers[side], () => openLoop(servers[side], deliveries, { perSecond, atATime }));
    await bench.datasets[side].restore(bench.datasets[side].ids.slice(0, count));
    return load;
  });
  compared(`confirm-${atATime}`, found, { unit: 'ms at p95', aim: AIM });
}

/** The floor and its twin take turns on one database, so that they find the same things there. */
async function prepare(ground: Ground): Promise<Bench> {
  const [ours, bare] = [await ground.dataset({ projects: PROJECTS }), await ground.dataset({ projects: PROJECTS })];
  const { project, identity, writes } = ground.walked;
  const file = join(ground.folder, 'writes.json');
  await writeFile(file, BSON.EJSON.stringify({ project, workspace: identity.workspace, writes }));
  const env = { MONGODB_URI: bare.uri, WRITES: file };
  const [product, floor, twin] = [
    await ground.product(ours),
    await ground.floor('confirm', env),
    await ground.floor('confirm', env),
  ];
  return { ground, servers: { product, floor, twin }, datasets: { product: ours, floor: bare, twin: bare } };
}

const presses = ({ ground, datasets }: Bench, side: Side, count: number) =>
  datasets[side].ids.slice(0, count).map((project) => delivery(ground.walked, 'confirm', { project }));
