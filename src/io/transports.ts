import type { ServerResponse } from 'node:http';
import { HTTPReceiver, type Receiver } from '@slack/bolt';
import type { Transport } from '../config.ts';
import type { Route } from './health.ts';
import { boltLogger, type Log } from './log.ts';
import { RefusedDelivery } from './receiver.ts';
import { socketReceiver } from './socket.ts';

/** Slack posts events, commands and interactions here. */
export const SLACK_PATH = '/slack/events';

/** Slack waits for three seconds; Bolt answers a little after that where no listener did. */
const ANSWER_WITHIN_MS = 3500;

/** Where Bolt fails outside of its own error handling (its parser takes the body `null`), nobody else would answer. */
function answerAtLast(response: ServerResponse): void {
  const timer = setTimeout(() => {
    if (!response.headersSent) response.writeHead(500).end();
  }, ANSWER_WITHIN_MS);
  response.once('close', () => clearTimeout(timer));
}

/**
 * A view is at most 250 KB (docs.slack.dev, views); as a form field of percent-encoded Chinese text it grows to three times
 * that, and what was typed comes on top.
 */
const LONGEST_BODY_BYTES = 2 * 1024 * 1024;

export type TransportParts = {
  log: Log;
  /** Another Slack than Slack's own. */
  apiUrl?: string;
  /** Served beside Slack's address, where deliveries come over HTTP. */
  routes: readonly Route[];
};

/** How deliveries come in. `isConnected`: can any come now? */
export type Incoming = { receiver: Receiver; isConnected: () => boolean };

export function makeReceiver(transport: Transport, parts: TransportParts): Incoming {
  return transport.over === 'http' ? http(transport, parts) : socketReceiver(transport, parts);
}

/** Signatures are checked by Bolt, on the raw body (docs.slack.dev, verifying requests from Slack). */
function http(
  { signingSecret, port, host }: Extract<Transport, { over: 'http' }>,
  { log, routes }: TransportParts,
): Incoming {
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: SLACK_PATH,
    bodyLimit: LONGEST_BODY_BYTES,
    customRoutes: [...routes],
    logger: boltLogger(log),
    processEventErrorHandler: async ({ error, response }) => {
      log.error({ err: error }, 'a delivery was not taken');
      if (response.headersSent) return false;
      const isRefused = error instanceof RefusedDelivery;
      // Told so, Slack does not send it again (docs.slack.dev, Events API, retries).
      response.writeHead(isRefused ? 400 : 500, isRefused ? { 'x-slack-no-retry': '1' } : {}).end();
      return false;
    },
  });
  let server: { closeAllConnections: () => void } | undefined;
  const listening: Receiver = {
    init: (app) => receiver.init(app),
    start: async () => {
      const listens = await receiver.start({ port, ...(host === undefined ? {} : { host }) });
      listens.on('request', (_request, response: ServerResponse) => answerAtLast(response));
      server = listens;
      return listens;
    },
    stop: async () => {
      // A request that was begun and is never finished would keep the server open.
      setTimeout(() => server?.closeAllConnections(), ANSWER_WITHIN_MS).unref();
      await receiver.stop();
    },
  };
  return { receiver: listening, isConnected: () => true };
}
