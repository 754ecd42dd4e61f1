import type { Server } from './ground.ts';
import { explain, explainNoise, figure, short } from './say.ts';
import { median, percentile, spread } from './stats.ts';

/** The product, the floor, and the floor a second time. */
export const SIDES = ['product', 'floor', 'twin'] as const;
export type Side = (typeof SIDES)[number];

/** Every order once in six blocks, so that no side is always the first or always follows the same one. */
const ORDERS: readonly (readonly Side[])[] = [
  ['product', 'floor', 'twin'],
  ['twin', 'floor', 'product'],
  ['floor', 'product', 'twin'],
  ['twin', 'product', 'floor'],
  ['product', 'twin', 'floor'],
  ['floor', 'twin', 'product'],
];

const BLOCKS = 10;

/** What one block of each side gave. */
export type Blocks = Readonly<Record<Side, number[]>>;

/** Runs the sides in turn. @param run one block of one side: one number, of which the smaller is the better */
export async function interleaved(run: (side: Side) => Promise<number>, blocks = BLOCKS): Promise<Blocks> {
  const found: Blocks = { product: [], floor: [], twin: [] };
  for (let block = 0; block < blocks; block += 1)
    for (const side of ORDERS[block % ORDERS.length] ?? []) found[side].push(await run(side));
  return found;
}

/** A block of deliveries, and what of the processor it took. */
export type Load = { tookMs: readonly number[]; cpuMs: number };

/** Loads a server, and asks it before and after what it has used. */
export async function loaded(server: Server, load: () => Promise<number[]>): Promise<Load> {
  const before = await server.child.usage();
  const tookMs = await load();
  return { tookMs, cpuMs: (await server.child.usage()).cpuMs - before.cpuMs };
}

/**
 * Compares 95th percentiles, and says besides what the medians were and what each delivery took of the processor: these
 * depend less on what else the machine does.
 * @param run one block of one side
 */
export async function interleavedLoads(run: (side: Side) => Promise<Load>): Promise<Blocks> {
  const cpuMs: Blocks = { product: [], floor: [], twin: [] };
  const middle: Blocks = { product: [], floor: [], twin: [] };
  const found = await interleaved(async (side) => {
    const load = await run(side);
    cpuMs[side].push(load.cpuMs / load.tookMs.length);
    middle[side].push(median(load.tookMs));
    return percentile(load.tookMs, 95);
  });
  explain(`at the median: ${beside(middle)}`);
  explain(`processor time of each: ${beside(cpuMs)}`);
  return found;
}

function beside(found: Blocks): string {
  const [product, floor, twin] = [median(found.product), median(found.floor), median(found.twin)];
  return `product ${short(product)} ms, floor ${short(floor)}, twin ${short(twin)}; ${short(product / floor)} times as much`;
}

export type Comparison = {
  unit: string;
  aim: number | null;
  /** What the sides are called where they are not the product and its floor. */
  names?: Readonly<Record<Side, string>>;
  /** Into how many equal parts the floor and its twin are split for A/A, where there is enough of them. */
  parts?: number;
};

/** Says what came of a comparison: medians over the blocks, and how much single blocks vary. */
export function compared(name: string, found: Blocks, { unit, aim, names, parts = 1 }: Comparison): void {
  for (const side of SIDES) {
    const [low, high] = [percentile(found[side], 0), percentile(found[side], 100)];
    const called = names?.[side] ?? side;
    explain(`${called}: median ${short(median(found[side]))} ${unit}, from ${short(low)} to ${short(high)}`);
  }
  explainNoise();
  const equals = [found.floor, found.twin].flatMap((values) => split(values, parts)).map(median);
  figure(name, { value: median(found.product) / median(found.floor), aim, aa: spread(equals) });
}

const split = (values: readonly number[], parts: number): number[][] =>
  Array.from({ length: parts }, (_, part) => values.filter((_value, index) => index % parts === part));
