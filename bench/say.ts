import { createHash } from 'node:crypto';
import { loadavg } from 'node:os';
import { median } from './stats.ts';

/** What the bench prints, in one place: whoever compares two runs reads these lines. */

const print = (line: string): void => void process.stdout.write(`${line}\n`);

export const explain = (text: string): void => print(`  ${text}`);

export const heading = (text: string): void => print(`\n${text}`);

/**
 * What a figure may be at most, or is to be at least, beside how far apart two equal things were measured at the same time.
 */
export type Measure = { value: number; aim: number | null; aa: number | null; atLeast?: true };

/** The one line of a figure that programs read. */
export function figure(name: string, { value, aim, aa, atLeast }: Measure): void {
  print(`ratio ${name} ${short(value)} aim ${aim ?? '-'} aa ${aa === null ? '-' : short(aa)}`);
  if (aim === null) return;
  if (atLeast) return explain(value >= aim ? `at least ${short(aim)}` : `MISSED: less than ${short(aim)}`);
  const most = aim * (aa ?? 1);
  explain(value <= most ? `within ${short(most)}` : `MISSED: more than ${short(most)}`);
}

export const short = (value: number): string => (Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(2));

const YARDSTICK = Buffer.alloc(8 * 1024 * 1024, 'x');

/** How busy the machine is with other things; the same numbers on another day or machine mean little without it. */
export function explainNoise(): void {
  const tookMs = Array.from({ length: 5 }, () => {
    const startedMs = performance.now();
    createHash('sha256').update(YARDSTICK).digest();
    return performance.now() - startedMs;
  });
  explain(`machine: load1 ${short(loadavg()[0] ?? 0)}, sha256 of 8 MiB ${short(median(tookMs))} ms`);
}
