/** Deliveries over signed HTTP (docs.slack.dev: Events API, slash commands, handling user interaction). */
import type { Engine } from '../core/engine.ts';
import type { Entry } from '../core/journal.ts';
import { ACK_LIMIT_MS, type Ack, type Delivery, type Repeat, type Transport } from './delivery.ts';
import { createBalancer, isRefused, type Answer, type Balancer } from './post.ts';
import { signedRequest } from './signing.ts';

export type HttpOptions = {
  /** Where the app's processes take deliveries, whole addresses; they stand behind one load balancer. */
  urls: readonly string[];
  signingSecret: string;
  /** How long an ack may take, on the real clock; Slack's three seconds where nothing is said. */
  ackLimitMs?: number;
  /** The time that requests are signed with, milliseconds since the epoch; the sandbox's clock where nothing is said. */
  epochMs?: () => number;
};

export type HttpTransport = Transport & {
  /** Breaks off what is on the way. */
  stop(): void;
};

/** An answer that comes after the limit is waited for this much longer, to show it as late. */
const LATE_WITHIN_MS = 30_000;

type Line = {
  engine: Engine;
  balancer: Balancer;
  secret: string;
  ackLimitMs: number;
  epochMs: () => number;
  /** What is on the way. */
  open: Set<AbortController>;
};

/**
 * The way to an app that listens on HTTP.
 * @throws Error if the app does not answer Slack's challenge (docs.slack.dev, url_verification).
 */
export async function connectHttp(engine: Engine, options: HttpOptions): Promise<HttpTransport> {
  const line: Line = {
    engine,
    balancer: createBalancer(options.urls),
    secret: options.signingSecret,
    ackLimitMs: options.ackLimitMs ?? ACK_LIMIT_MS,
    epochMs: options.epochMs ?? (() => engine.world.clock.now()),
    open: new Set(),
  };
  await shakeHands(line);
  return {
    signs: true,
    send: (delivery, entry) => send(line, delivery, entry),
    stop: () => line.open.forEach((one) => one.abort()),
  };
}

/** Slack believes an address only once it has answered a challenge. */
async function shakeHands(line: Line): Promise<void> {
  const challenge = line.engine.world.random.hex(40);
  const body = { type: 'url_verification', token: 'sandbox-verification-token', challenge };
  const request = signedRequest(line.secret, line.epochMs(), { kind: 'events_api', body });
  const limit = AbortSignal.timeout(line.ackLimitMs);
  const answer = await line.balancer.post(request, limit).catch((error: unknown) => {
    throw new Error('The address did not answer url_verification', { cause: error });
  });
  if (answer.status !== 200) throw new Error(`The address answered url_verification with HTTP ${answer.status}`);
  if (challengeIn(answer) !== challenge)
    throw new Error('The address did not answer url_verification by its challenge');
}

/** Plain text or JSON will do (docs.slack.dev, url_verification). */
function challengeIn(answer: Answer): unknown {
  const said = payloadOf(answer);
  return typeof said === 'object' && said !== null && 'challenge' in said ? said.challenge : said;
}

/** Settles with the ack, or at the limit; what is answered after it is written down as late. */
function send(line: Line, delivery: Delivery, entry: Entry): Promise<Ack> {
  const request = signedRequest(line.secret, line.epochMs(), delivery);
  const aborting = new AbortController();
  line.open.add(aborting);
  const answered = line.balancer.post(request, aborting.signal);
  return new Promise((resolve) => {
    let isLate = false;
    let timer = setTimeout(() => {
      isLate = true;
      resolve(failed('no ack', { retryReason: 'http_timeout' }));
      timer = setTimeout(() => aborting.abort(), LATE_WITHIN_MS).unref();
    }, line.ackLimitMs);
    const finish = (ack: Ack): void => {
      clearTimeout(timer);
      line.open.delete(aborting);
      if (isLate && ack.ok) line.engine.journal.settle(entry, { outcome: 'late', answer: ack.payload });
      resolve(ack);
    };
    answered.then(
      (answer) => finish(ackOf(answer)),
      (error: unknown) => finish(failed(isRefused(error) ? 'no app' : 'no ack', { retryReason: 'connection_failed' })),
    );
  });
}

function ackOf(answer: Answer): Ack {
  const { status, headers } = answer;
  if (status >= 200 && status < 300) return { ok: true, payload: payloadOf(answer) };
  const isFinal = headers['x-slack-no-retry'] === '1';
  return failed(`HTTP ${status}`, isFinal ? 'never' : { retryReason: 'http_error' });
}

type Failed = Extract<Ack, { ok: false }>;

function failed(reason: Failed['reason'], repeat: Repeat | 'never'): Ack {
  return { ok: false, reason, repeat };
}

/** JSON where the app says that it is JSON; else text, which is what a command may answer. Nothing is null. */
function payloadOf({ headers, text }: Answer): unknown {
  if (text === '') return null;
  if (!headers['content-type']?.includes('application/json')) return text;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
