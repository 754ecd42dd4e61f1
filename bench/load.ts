import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import type { SignedRequest } from '../sandbox/deliver/signing.ts';
import { median } from './stats.ts';

/** Nothing that is measured takes this long; it keeps a run from hanging. */
const ANSWER_WITHIN_MS = 20_000;
const TICK_MS = 1;
/** Node's servers close a connection on which nothing has come for five seconds; it is closed here before. */
const IDLE_MS = 2000;

/** The server closed an idle connection while something was on the way: that was not taken, and may be sent again. */
class ClosedMeanwhile extends Error {
  override readonly name = 'ClosedMeanwhile';
}

export type Answer = { status: number; tookMs: number; text: string };

/** Where deliveries go. */
export type Target = {
  post: (delivery: SignedRequest) => Promise<Answer>;
  /** Closes the connections. */
  rest: () => void;
};

/** Keeps connections open while deliveries go, as Slack does. */
export function target(url: string): Target {
  const agent = new Agent({ keepAlive: true, maxSockets: 64, timeout: IDLE_MS });
  return {
    post: (delivery) =>
      post(agent, url, delivery).catch((error: unknown) => {
        if (error instanceof ClosedMeanwhile) return post(agent, url, delivery);
        throw error;
      }),
    rest: () => agent.destroy(),
  };
}

/** @returns when the acknowledgement is there to its last byte, counted from when the delivery was handed to the socket */
function post(agent: Agent, url: string, { headers, body }: SignedRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const startedMs = performance.now();
    const sent = request(url, { method: 'POST', agent, headers, timeout: ANSWER_WITHIN_MS }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const tookMs = performance.now() - startedMs;
        resolve({ status: response.statusCode ?? 0, tookMs, text: Buffer.concat(chunks).toString() });
      });
    });
    sent.on('timeout', () => sent.destroy(new Error(`no answer within ${ANSWER_WITHIN_MS} ms`)));
    sent.on('error', (error: NodeJS.ErrnoException) => {
      const isClosed = sent.reusedSocket && error.code === 'ECONNRESET';
      reject(isClosed ? new ClosedMeanwhile() : error);
    });
    sent.end(body);
  });
}

/** @throws where a delivery was not taken: then what was measured is something else */
async function taken(to: Target, delivery: SignedRequest): Promise<Answer> {
  const answer = await to.post(delivery);
  if (answer.status !== 200) throw new Error(`a delivery was answered with HTTP ${answer.status}: ${answer.text}`);
  return answer;
}

/** So many at a time, each as soon as one before it is answered. @returns how long each took, ms */
export async function closedLoop(
  to: Target,
  deliveries: readonly SignedRequest[],
  atATime: number,
  untilMs = Number.POSITIVE_INFINITY,
): Promise<number[]> {
  const tookMs: number[] = [];
  let next = 0;
  const worker = async () => {
    while (performance.now() < untilMs) {
      const delivery = deliveries[next];
      if (!delivery) return;
      next += 1;
      tookMs.push((await taken(to, delivery)).tookMs);
    }
  };
  await Promise.all(Array.from({ length: atATime }, worker));
  to.rest();
  return tookMs;
}

const BURSTS = 5;
const BURST_MS = 500;

/**
 * What a server can do, in deliveries a second, on this machine and at this moment: the median of five bursts.
 * @param deliveries more than are needed; a burst ends after half a second, or when its share of them is gone
 */
export async function limitOf(to: Target, deliveries: readonly SignedRequest[], atATime: number) {
  const share = Math.floor(deliveries.length / BURSTS);
  const perSecond: number[] = [];
  let used = 0;
  for (let burst = 0; burst < BURSTS; burst += 1) {
    const startedMs = performance.now();
    const answered = await closedLoop(to, deliveries.slice(used, used + share), atATime, startedMs + BURST_MS);
    used += answered.length;
    perSecond.push((answered.length * 1000) / (performance.now() - startedMs));
  }
  return { perSecond: median(perSecond), used };
}

/**
 * At a fixed rate, whatever the answers do: a server that falls behind is not spared.
 * @param atATime how many go at the same moment
 * @returns how long each took, ms
 */
export async function openLoop(
  to: Target,
  deliveries: readonly SignedRequest[],
  { perSecond, atATime }: { perSecond: number; atATime: number },
): Promise<number[]> {
  const everyMs = (1000 * atATime) / perSecond;
  const startedMs = performance.now();
  const answers: Promise<Answer>[] = [];
  while (answers.length < deliveries.length) {
    const dueMs = (answers.length / atATime) * everyMs;
    if (performance.now() - startedMs >= dueMs) {
      const group = deliveries.slice(answers.length, answers.length + atATime).map((one) => taken(to, one));
      // Looked at below; until then nobody waits for one that fails.
      for (const answer of group) answer.catch(() => undefined);
      answers.push(...group);
    } else await sleep(TICK_MS);
  }
  const all = await Promise.all(answers);
  to.rest();
  return all.map(({ tookMs }) => tookMs);
}
