import { type Blocks, compared, type Side, SIDES } from '../blocks.ts';
import type { Dataset } from '../dataset.ts';
import { delivery } from '../deliveries.ts';
import type { Ground, Server } from '../ground.ts';

const AIM = 1;
/** Not counted: what was never done before is slower. */
const WARM_UP_ROUNDS = 2;
const LONG_RECORD = 10_000;
const SHORT_RECORD = 10;
const MANY_PROJECTS = 10_000;
const FEW_PROJECTS = 100;
/** Presses on each side; the median of so many is steady. */
const PRESSES = 400;

/** Where the presses of each side go. `product` is the large one; `floor` and its twin are two equal small ones. */
type Place = { server: Server; dataset: Dataset; projects: readonly string[] };
type Places = Readonly<Record<Side, Place>>;
const NAMES = { product: 'large', floor: 'small', twin: 'as small' } as const;

/** Confirm on projects whose records are long, beside the same on projects whose records are short. */
export async function measureRecordGrowth(ground: Ground): Promise<void> {
  const each = ground.quick ? 10 : 20;
  const entries = (index: number) => (index < each ? LONG_RECORD : SHORT_RECORD);
  const dataset = await ground.dataset({ projects: SIDES.length * each, entries });
  const server = await ground.product(dataset);
  const part = (at: number) => ({ server, dataset, projects: dataset.ids.slice(at * each, (at + 1) * each) });
  await measure(ground, 'record-growth', { product: part(0), floor: part(1), twin: part(2) });
}

/** Confirm where there are many projects, beside the same where there are few. */
export async function measureProjectGrowth(ground: Ground): Promise<void> {
  const place = async (projects: number): Promise<Place> => {
    const dataset = await ground.dataset({ projects });
    const apart = projects / FEW_PROJECTS;
    const pressed = dataset.ids.filter((_, index) => index % apart === 0).slice(0, ground.quick ? 10 : 50);
    return { dataset, projects: pressed, server: await ground.product(dataset) };
  };
  const [large, small, twin] = [await place(MANY_PROJECTS), await place(FEW_PROJECTS), await place(FEW_PROJECTS)];
  await measure(ground, 'project-growth', { product: large, floor: small, twin });
}

async function measure({ walked, quick }: Ground, name: string, places: Places): Promise<void> {
  const found: Blocks = { product: [], floor: [], twin: [] };
  for (let round = 0; found.product.length < (quick ? PRESSES / 4 : PRESSES); round += 1) {
    for (const [side, project] of inTurn(places)) {
      const { tookMs } = await places[side].server.post(delivery(walked, 'confirm', { project }));
      if (round >= WARM_UP_ROUNDS) found[side].push(tookMs);
    }
    for (const { server, dataset, projects } of Object.values(places)) {
      server.rest();
      await dataset.restore(projects);
    }
  }
  compared(name, found, { unit: 'ms', aim: AIM, names: NAMES, parts: 2 });
}

/** Press by press in turn, each side first, second and third equally often: what else the machine does falls on all alike. */
function inTurn(places: Places): [Side, string][] {
  const turned = (by: number): Side[] => SIDES.map((_, at) => SIDES[(at + by) % SIDES.length] ?? 'product');
  const presses = places.product.projects.flatMap((_, index) =>
    turned(index).map((side) => [side, places[side].projects[index]] as const),
  );
  return presses.flatMap(([side, project]) => (project === undefined ? [] : [[side, project]]));
}
