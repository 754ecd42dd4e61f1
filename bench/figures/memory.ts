import { setTimeout as sleep } from 'node:timers/promises';
import { delivery } from '../deliveries.ts';
import type { Ground } from '../ground.ts';
import { closedLoop } from '../load.ts';
import { explain, explainNoise, figure, short } from '../say.ts';
import { slope } from '../stats.ts';
import type { PayloadName } from '../walk.ts';

const AIM = 1;
const MEGABYTE = 1024 * 1024;
const DELIVERIES = 10_000;
/** Between two looks at the heap. */
const STEP = 250;
const AT_A_TIME = 8;
/** The first quarter fills caches; only what comes after tells whether something is kept for ever. */
const COUNTED_FROM = 1 / 4;
/** What is on the way to Slack, or still being written down, is no leak. */
const SETTLE_MS = 200;

/** Twenty deliveries as they might come in an agency's morning. */
const MIX: readonly PayloadName[] = [
  ...Array.from({ length: 8 }, () => 'help' as const),
  ...Array.from({ length: 4 }, () => 'refused' as const),
  ...Array.from({ length: 4 }, () => 'home' as const),
  ...Array.from({ length: 3 }, () => 'open' as const),
  'confirm',
];

/** How much of its heap the product keeps for every delivery, the sender working as it would. */
export async function measureMemory(ground: Ground): Promise<void> {
  const total = ground.quick ? DELIVERIES / 4 : DELIVERIES;
  const warmUp = total / 2;
  const dataset = await ground.dataset({ projects: (warmUp + total) / MIX.length }, { paused: false });
  const server = await ground.product(dataset, ['--expose-gc']);
  const points: { x: number; y: number }[] = [];
  const code: number[] = [];
  for (let from = -warmUp; from < total; from += STEP) {
    await closedLoop(server, mixed(ground, dataset.ids, from + warmUp), AT_A_TIME);
    await sleep(SETTLE_MS);
    const { heapUsed, codeSize } = await server.child.usage();
    if (from < 0) continue;
    points.push({ x: (from + STEP) / DELIVERIES, y: (heapUsed - codeSize) / MEGABYTE });
    code.push(codeSize / MEGABYTE);
  }
  const counted = points.slice(Math.floor(points.length * COUNTED_FROM));
  const calls = ['views.open', 'views.publish', 'chat.postEphemeral', 'chat.postMessage', 'chat.update'];
  explain(`${warmUp} deliveries uncounted, then ${total}`);
  explain(`calls of Slack: ${calls.map((one) => `${one} ${ground.slack.calls(one)}`).join(', ')}`);
  explain(`heap after collection without compiled code, MB: ${points.map(({ y }) => short(y)).join(' ')}`);
  explain(`compiled code, MB: ${short(code[0] ?? 0)} at first, ${short(code.at(-1) ?? 0)} at last`);
  explainNoise();
  figure('memory-slope-mb', { value: slope(counted), aim: AIM, aa: null });
}

function mixed({ walked }: Ground, projects: readonly string[], from: number) {
  return Array.from({ length: STEP }, (_, index) => {
    const at = from + index;
    const name = MIX[at % MIX.length] ?? 'help';
    const project = projects[Math.floor(at / MIX.length) % projects.length];
    return delivery(walked, name, project === undefined ? {} : { project });
  });
}
