import { setTimeout as sleep } from 'node:timers/promises';
import { type Blocks, compared, SIDES } from '../blocks.ts';
import type { Ground } from '../ground.ts';

const AIM = 1.5;
const STARTS = 5;
/** What a start needs and gives back is gone by then. */
const IDLE_MS = 10_000;
const MEGABYTE = 1024 * 1024;

/** How much memory the process holds that nobody has asked anything yet, beside the bare libraries. All sides at once. */
export async function measureRss(ground: Ground): Promise<void> {
  const ours = await ground.dataset({ projects: 100 });
  const bare = await ground.dataset({ projects: 100 });
  const found: Blocks = { product: [], floor: [], twin: [] };
  for (let start = 0; start < (ground.quick ? 2 : STARTS); start += 1) {
    const servers = {
      product: await ground.product(ours),
      floor: await ground.floor('idle', { MONGODB_URI: bare.uri }),
      twin: await ground.floor('idle', { MONGODB_URI: bare.uri }),
    };
    await sleep(IDLE_MS);
    for (const side of SIDES) found[side].push((await servers[side].child.usage()).rss / MEGABYTE);
    for (const side of SIDES) await servers[side].child.stop();
  }
  compared('rss', found, { unit: 'MB', aim: AIM });
}
