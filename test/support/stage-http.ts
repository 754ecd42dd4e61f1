import { createHmac, randomBytes } from 'node:crypto';
import { type IncomingHttpHeaders, request, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Receiver } from '@slack/bolt';
import type { Engine } from '../../sandbox/core/engine.ts';
import type { Entry } from '../../sandbox/core/journal.ts';
import type { Ack, Delivery } from '../../sandbox/deliver/delivery.ts';
import { connectHttp, type HttpTransport } from '../../sandbox/deliver/http.ts';
import type { Log } from '../../src/io/log.ts';
import { makeReceiver, SLACK_PATH } from '../../src/io/transports.ts';
import type { Wire } from './stage.ts';

/** The bot's own door to the world: signed HTTP on a port of this machine. */
export type Doorway = {
  receiver: Receiver;
  signingSecret: string;
  /** Where Slack posts; known once the bot has started. */
  url: () => string;
  /** Has this Slack post there from now on. What is on the wire is changed before it is signed. */
  connect: (engine: Engine) => Promise<void>;
  close: () => void;
};

/** A door with a secret of its own, on any free port. */
export function doorway(log: Log, wire: Wire): Doorway {
  const signingSecret = randomBytes(16).toString('hex');
  const { receiver } = makeReceiver({ over: 'http', signingSecret, port: 0, host: '127.0.0.1' }, { log, routes: [] });
  let url = '';
  let transport: HttpTransport | undefined;
  return {
    signingSecret,
    receiver: {
      init: (app) => receiver.init(app),
      start: async () => {
        url = addressOf(await receiver.start());
      },
      stop: () => receiver.stop(),
    },
    url: () => url,
    connect: async (engine) => {
      // Bolt judges signatures by the machine's clock, whatever time the stage plays in.
      const http = await connectHttp(engine, { urls: [url], signingSecret, epochMs: () => Date.now() });
      transport = http;
      engine.dispatch.connect({ ...http, send: (delivery, entry) => pass(wire, http, delivery, entry) });
    },
    close: () => transport?.stop(),
  };
}

/** Sends what is on the wire: changed, or not at all. */
async function pass(wire: Wire, http: HttpTransport, delivery: Delivery, entry: Entry): Promise<Ack> {
  if (wire.isCut) return { ok: false, reason: 'no ack' };
  const body = wire.alter ? wire.alter(delivery.body) : delivery.body;
  wire.watch?.('delivered', body);
  const ack = await http.send({ ...delivery, body }, entry);
  if (ack.ok) wire.watch?.('acknowledged', body);
  return ack;
}

/** Where a receiver that has just started takes deliveries. @throws where it started no server */
export function addressOf(started: unknown): string {
  if (!(started instanceof Server)) throw new Error('the receiver started no server');
  // A server that listens on a port has such an address.
  return `http://127.0.0.1:${(started.address() as AddressInfo).port}${SLACK_PATH}`;
}

export type Sent = {
  method?: string;
  headers?: Record<string, string>;
  body?: string;
  /** Gives up waiting for the answer. */
  signal?: AbortSignal;
};
export type Answered = { status: number; headers: IncomingHttpHeaders; text: string };

/** One request over a connection of its own, from whomever. */
export function send(url: string, { method = 'POST', headers = {}, body, signal }: Sent): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const options = { method, headers, agent: false, ...(signal ? { signal } : {}) };
    const sent = request(url, options, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

export const JSON_TYPE = 'application/json';
export const FORM_TYPE = 'application/x-www-form-urlencoded';

/** A request as Slack would sign it (docs.slack.dev, verifying requests from Slack). `agoMs`: signed so long ago. */
export function signed(secret: string, body: string, { type = JSON_TYPE, agoMs = 0 } = {}) {
  const seconds = String(Math.floor((Date.now() - agoMs) / 1000));
  const signature = createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex');
  const headers = {
    'content-type': type,
    'x-slack-request-timestamp': seconds,
    'x-slack-signature': `v0=${signature}`,
  };
  return { headers, body };
}
