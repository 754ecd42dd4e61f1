import { setTimeout as sleep } from 'node:timers/promises';
import type { BotProcess } from '../support/bot-process.ts';

const LOOK_EVERY_MS = 100;
/** Whoever asks gives up then (kubernetes.io, probes: a second or two). */
const ANSWER_WITHIN_MS = 2500;

/** What a process said of itself, in order; 0 where it gave no answer. */
export type Health = { livez: number[]; readyz: number[] };

/** Asks again and again, until it is told to stop. */
export function watchHealth({ healthUrl }: BotProcess): { seen: Health; stop: () => Promise<Health> } {
  const seen: Health = { livez: [], readyz: [] };
  const over = new AbortController();
  const ask = async () => {
    for (; !over.signal.aborted; await sleep(LOOK_EVERY_MS)) {
      const [livez, readyz] = await Promise.all([statusOf(`${healthUrl}/livez`), statusOf(`${healthUrl}/readyz`)]);
      seen.livez.push(livez);
      seen.readyz.push(readyz);
    }
    return seen;
  };
  const asking = ask();
  return {
    seen,
    stop: () => {
      over.abort();
      return asking;
    },
  };
}

async function statusOf(url: string): Promise<number> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) })).status;
  } catch {
    return 0;
  }
}

/** One of its metrics as it is now; NaN where it cannot be known. @throws where there is none of that name */
export async function metricOf({ healthUrl }: BotProcess, name: string): Promise<number> {
  const response = await fetch(`${healthUrl}/metrics`, { signal: AbortSignal.timeout(ANSWER_WITHIN_MS) });
  const found = (await response.text()).split('\n').find((line) => line.startsWith(`${name} `));
  if (found === undefined) throw new Error(`there is no metric ${name}`);
  return Number(found.slice(name.length + 1));
}
