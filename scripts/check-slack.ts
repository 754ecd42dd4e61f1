/**
 * Asks Slack's own validator about every block and view of the collection in test/sandbox/payloads, and prints where its
 * verdict differs from the sandbox's. It needs no token and no workspace of yours (docs.slack.dev, blocks.validate).
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { payloads } from '../test/sandbox/payloads/collection.ts';
import { isBad, type Payload } from '../test/sandbox/payloads/payload.ts';

const VALIDATOR = 'https://slack.com/api/blocks.validate';
const FLAG = '--yes-call-slack';

const USAGE = `Usage: npm run check:slack -- ${FLAG}

Sends some hundred made-up messages and views to ${VALIDATOR}, one a second, and prints
where Slack's verdict differs from the sandbox's. Nothing is posted anywhere, and no token is sent.

This script was never run against Slack so far: it was only tried with a server on this machine. Look at the first
answers with care, and correct the script or the sandbox, whichever is wrong.
`;

/** Slack names no number for this method, only "special rate limits". */
const PAUSE_MS = 1000;
const MOST_WAITS = 5;

/** The errors that are a verdict (docs.slack.dev, blocks.validate); any other one is none. */
const answerSchema = z.union([
  z.looseObject({ ok: z.literal(true) }),
  z.looseObject({
    ok: z.literal(false),
    error: z.enum(['invalid_blocks', 'invalid_message', 'invalid_view', 'invalid_arguments']),
    errors: z.array(z.looseObject({ message: z.string(), pointer: z.string() })).default([]),
  }),
]);
export type Verdict = z.infer<typeof answerSchema>;

export type Difference = { payload: Payload; verdict: 'differs' | 'same, for another place'; text: string };

/** The payloads that the validator can judge: messages that have blocks, and views. */
export function askable(list: readonly Payload[]): Payload[] {
  return list.filter(({ on, payload }) => on === 'modal' || on === 'home' || (on === 'message' && 'blocks' in payload));
}

/**
 * Asks about one payload. Told to wait, it waits.
 * @throws where the answer is no verdict
 */
export async function ask(address: string, { on, payload }: Payload): Promise<Verdict> {
  const body = new URLSearchParams({ [on === 'message' ? 'message' : 'view']: JSON.stringify(payload) });
  for (let waits = 0; ; waits += 1) {
    const response = await fetch(address, { method: 'POST', body });
    if (response.status !== 429 || waits === MOST_WAITS) {
      const text = await response.text();
      const answer = answerSchema.safeParse(jsonOf(text));
      if (!answer.success) throw new Error(`HTTP ${response.status}: ${text.slice(0, 300)}`);
      return answer.data;
    }
    await sleep(Number(response.headers.get('retry-after') ?? 30) * 1000);
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** How Slack's verdict on a payload differs from the sandbox's; undefined where it does not. */
export function compare(payload: Payload, slack: Verdict): Difference | undefined {
  const told = isBad(payload) ? payload.told.map(({ message, pointer = '' }) => `${message} at ${pointer}`) : [];
  if (slack.ok) {
    if (!isBad(payload)) return undefined;
    return { payload, verdict: 'differs', text: `Slack takes it. The sandbox: ${[payload.error, ...told].join('; ')}` };
  }
  const said = slack.errors.map(({ message, pointer }) => `${message} at ${pointer}`);
  const slackSays = `Slack: ${[slack.error, ...said].join('; ')}`;
  if (!isBad(payload)) return { payload, verdict: 'differs', text: `The sandbox takes it. ${slackSays}` };
  // An error that the sandbox names by its code alone says nothing of a place.
  const places = payload.told.map(({ pointer = '' }) => withoutRoot(pointer));
  const isSamePlace = slack.errors.some(({ pointer }) => places.includes(withoutRoot(pointer)));
  if (places.length === 0 || isSamePlace) return undefined;
  return { payload, verdict: 'same, for another place', text: `${slackSays}. The sandbox: ${told.join('; ')}` };
}

/** The docs do not say whether pointers begin at the argument or in it, so neither is a difference. */
function withoutRoot(pointer: string): string {
  return pointer.replace(/^\/(view|message)(?=\/|$)/, '');
}

/**
 * Asks about all, one after the other, and says each difference as it is found.
 * @param pauseMs between two questions
 */
export async function checkAll(
  list: readonly Payload[],
  { address, pauseMs, say }: { address: string; pauseMs: number; say: (line: string) => void },
): Promise<{ asked: number; differences: Difference[] }> {
  const asked = askable(list);
  const differences: Difference[] = [];
  for (const payload of asked) {
    const difference = compare(payload, await ask(address, payload));
    if (difference) {
      differences.push(difference);
      say(`${payload.on}: ${payload.name} (${payload.source})\n  ${difference.verdict}: ${difference.text}`);
    }
    await sleep(pauseMs);
  }
  say(`${asked.length} payloads, ${differences.length} differences`);
  return { asked: asked.length, differences };
}

async function main(args: readonly string[]): Promise<number> {
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  if (args.length !== 1 || args[0] !== FLAG) {
    say(USAGE);
    return 2;
  }
  const { differences } = await checkAll(payloads, { address: VALIDATOR, pauseMs: PAUSE_MS, say });
  return differences.some(({ verdict }) => verdict === 'differs') ? 1 : 0;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) process.exitCode = await main(process.argv.slice(2));
