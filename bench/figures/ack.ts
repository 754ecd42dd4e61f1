import { compared, interleavedLoads, loaded, type Side } from '../blocks.ts';
import { delivery } from '../deliveries.ts';
import type { Ground, Server } from '../ground.ts';
import { closedLoop, limitOf, openLoop } from '../load.ts';
import { explain, short } from '../say.ts';

const AIM = 1.2;
/** As many as Slack may have on the way at a busy moment; more only queue. */
const AT_A_TIME = 16;
const WARM_UP = 1000;
/** More than any machine answers while its limit is measured. */
const LIMIT_DELIVERIES = 30_000;

/** `/project help` by somebody the bot knows: no read and no write, so only what stands between Bolt and a listener costs. */
export async function measureAck(ground: Ground): Promise<void> {
  const { walked } = ground;
  const dataset = await ground.dataset({ projects: 1 });
  const product = await ground.product(dataset);
  const help = (count: number) => Array.from({ length: count }, () => delivery(walked, 'help'));
  // The first ones meet the person, who is read once.
  await closedLoop(product, help(WARM_UP), AT_A_TIME);
  const [first] = help(1);
  if (!first) return;
  const { text } = await product.post(first);
  const floor = await ground.floor('ack', { RESPONSE: text });
  const twin = await ground.floor('ack', { RESPONSE: text });
  for (const side of [floor, twin]) {
    await closedLoop(side, help(WARM_UP), AT_A_TIME);
    if ((await side.post(first)).text !== text) throw new Error('the floor does not acknowledge the same bytes');
  }
  const limit = await limitOf(floor, help(LIMIT_DELIVERIES), AT_A_TIME);
  const perSecond = limit.perSecond / 2;
  explain(`/project help, ${text.length} bytes back, ${short(perSecond)} a second`);
  const servers: Record<Side, Server> = { product, floor, twin };
  const count = Math.round(perSecond * (ground.quick ? 0.5 : 2));
  const found = await interleavedLoads(async (side) => {
    const deliveries = help(count);
    return loaded(servers[side], () => openLoop(servers[side], deliveries, { perSecond, atATime: 1 }));
  });
  compared('ack', found, { unit: 'ms at p95', aim: AIM });
}
