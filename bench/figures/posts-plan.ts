import { z } from 'zod';
import { compared, interleaved, type Side } from '../blocks.ts';
import { type Child, start } from '../children.ts';
import type { Dataset } from '../dataset.ts';
import type { Ground } from '../ground.ts';
import { dueAgain, HOUR, projectsDue, workspacesOf } from '../posts-ground.ts';
import { explain, figure, short } from '../say.ts';
import { median, spread } from '../stats.ts';

const AIM = 5;
const CURVE_AIM = 1;
const MANY = 10_000;
const ZONE = 'Asia/Shanghai';
const BLOCKS = 5;
/** A day later: where the product puts them as well. */
const NEXT = new Date(HOUR.getTime() + 24 * 60 * 60_000);

const doneSchema = z.object({ planned: z.number(), tookMs: z.number() });

/** Ten thousand daily posts that are due at the same moment, planned by two processes. */
export async function measurePostsPlan(ground: Ground): Promise<void> {
  for (const workspaces of [1, 100]) await measurePlan(ground, workspaces);
  await measureCurve(ground);
}

const program = async ({ folder, dist }: Ground, file: string, { uri }: Dataset): Promise<Child> => {
  const env = { MONGODB_URI: uri, DIST: dist };
  const child = start({ file: new URL(`../${file}`, import.meta.url), env, folder });
  await child.hears();
  return child;
};

const planners = (ground: Ground, dataset: Dataset): Promise<Child[]> =>
  Promise.all([0, 1].map(() => program(ground, 'posts-product.mjs', dataset)));

/**
 * Two processes plan at the same time, each the workspaces that its jobs are of: of one workspace that is one process, for the clock
 * gives a job to one at a time.
 * @returns seconds until the last one was done
 */
async function planned(children: readonly Child[], workspaces: readonly string[], expected: number): Promise<number> {
  const done = await Promise.all(
    children.map(async (child, at) => {
      const own = workspaces.filter((_, index) => index % children.length === at);
      return own.length === 0 ? null : doneSchema.parse(await child.ask({ workspaces: own, at: HOUR.toISOString() }));
    }),
  );
  const all = done.filter((one) => one !== null);
  const count = all.reduce((sum, one) => sum + one.planned, 0);
  if (count !== expected) throw new Error(`${count} posts were planned instead of ${expected}`);
  return Math.max(...all.map(({ tookMs }) => tookMs)) / 1000;
}

async function measurePlan(ground: Ground, workspaces: number): Promise<void> {
  const projects = ground.quick ? MANY / 10 : MANY;
  const make = () => projectsDue(ground, { projects, workspaces, at: HOUR, zone: ZONE });
  const datasets: Record<Side, Dataset> = { product: await make(), floor: await make(), twin: await make() };
  const names = workspacesOf(ground.walked, workspaces);
  const children = await planners(ground, datasets.product);
  await planned(children, names, projects);
  const floors = {
    floor: await program(ground, 'floors/posts.mjs', datasets.floor),
    twin: await program(ground, 'floors/posts.mjs', datasets.twin),
  };
  // What the floors write is what the product wrote.
  for (const floor of Object.values(floors)) await floor.ask({ keep: datasets.product.uri });
  const once = async (side: Side): Promise<number> => {
    await dueAgain(datasets[side], HOUR);
    if (side === 'product') return planned(children, names, projects);
    const question = { since: HOUR.toISOString(), next: NEXT.toISOString() };
    const { planned: count, tookMs } = doneSchema.parse(await floors[side].ask(question));
    if (count !== projects) throw new Error(`the floor wrote ${count} rows`);
    return tookMs / 1000;
  };
  await interleaved(once, 1);
  const found = await interleaved(once, ground.quick ? 2 : BLOCKS);
  compared(`posts-plan-${workspaces}`, found, { unit: 's', aim: AIM });
  await ground.clear();
}

/** What a post costs to plan where many are due, beside where few are. */
async function measureCurve(ground: Ground): Promise<void> {
  const perPost: number[][] = [];
  for (const projects of [100, 1000, MANY]) {
    const dataset = await projectsDue(ground, { projects, workspaces: 1, at: HOUR, zone: ZONE });
    const children = await planners(ground, dataset);
    const names = workspacesOf(ground.walked, 1);
    const tookMs: number[] = [];
    for (let block = 0; block <= 2 * BLOCKS; block += 1) {
      await dueAgain(dataset, HOUR);
      const seconds = await planned(children, names, projects);
      if (block > 0) tookMs.push((seconds * 1000) / projects);
    }
    explain(`${projects} due: ${short(median(tookMs))} ms each`);
    perPost.push(tookMs);
    await ground.clear();
  }
  const [, some = [], many = []] = perPost;
  const halves = [0, 1].map((half) => median(some.filter((_, index) => index % 2 === half)));
  figure('posts-curve', { value: median(many) / median(some), aim: CURVE_AIM, aa: spread(halves) });
}
