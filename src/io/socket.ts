import { setTimeout as sleep } from 'node:timers/promises';
import { type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Transport } from '../config.ts';
import { boltLogger, type Log } from './log.ts';
import { RefusedDelivery } from './receiver.ts';
import { outcomeOf } from './sender-outcome.ts';

/** Between two tries to connect: 1 s, then half as long again each time, at most this. */
const LONGEST_WAIT_MS = 30_000;
const FIRST_WAIT_MS = 1000;
const GROWTH = 1.5;
/** Slack answers apps.connections.open at once, or something is wrong. */
const OPEN_WITHIN_MS = 10_000;

export type SocketParts = { log: Log; apiUrl?: string };

/**
 * Socket Mode that comes back. Left to itself the library (@slack/socket-mode 3.1) waits five seconds after every close, waits
 * ever longer while Slack is away, without a limit, and gives up for good where Slack once answers that the app is not
 * welcome (github.com/slackapi/bolt-js, issue 2496). So it is told not to reconnect, and is started anew here.
 */
export function socketReceiver(
  { appToken }: Extract<Transport, { over: 'socket' }>,
  { log, apiUrl }: SocketParts,
): { receiver: Receiver; isConnected: () => boolean } {
  const inner = new SocketModeReceiver({
    appToken,
    logger: boltLogger(log),
    autoReconnectEnabled: false,
    installerOptions: {
      clientOptions: {
        timeout: OPEN_WITHIN_MS,
        retryConfig: { retries: 0 },
        rejectRateLimitedCalls: true,
        ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
      },
    },
    processEventErrorHandler: async ({ error }) => {
      log.error({ err: error }, 'a delivery was not taken');
      return error instanceof RefusedDelivery;
    },
  });
  const connection = keptOpen(
    () => inner.start(),
    () => inner.stop(),
    log,
  );
  inner.client.on('disconnected', connection.lost);
  const receiver: Receiver = {
    init: (app) => inner.init(app),
    start: connection.open,
    stop: async () => {
      connection.close();
      await inner.stop();
    },
  };
  return { receiver, isConnected: () => inner.client.websocket?.isActive() ?? false };
}

/**
 * Opens something again and again until it is open, for as long as it is wanted.
 * @param start rejects where it could not be opened
 * @param stop closes what was opened too late
 */
function keptOpen(start: () => Promise<unknown>, stop: () => Promise<unknown>, log: Log) {
  let isWanted = false;
  let opening: Promise<void> | null = null;

  async function untilOpen(): Promise<void> {
    for (let waitMs = FIRST_WAIT_MS; isWanted; waitMs = Math.min(LONGEST_WAIT_MS, waitMs * GROWTH)) {
      await sleep(waitMs);
      if (isWanted && (await opened())) return;
    }
  }

  const again = (): Promise<void> => {
    opening ??= untilOpen().finally(() => {
      opening = null;
    });
    return opening;
  };

  async function opened(): Promise<boolean> {
    try {
      await start();
      // It opened while we were told to stop.
      if (!isWanted) await stop();
      return true;
    } catch (error) {
      log.warn({ err: error ?? 'the socket closed' }, 'no connection to Slack yet');
      return false;
    }
  }

  return {
    /** @throws where Slack answers that the token is not good: waiting would not help. */
    open: async () => {
      isWanted = true;
      try {
        await start();
      } catch (error) {
        const { is, error: why } = outcomeOf(error);
        if (is === 'refused' || is === 'shutOut')
          throw new Error(`Slack refuses the app-level token (${why}); see docs.slack.dev, apps.connections.open`, {
            cause: error,
          });
        log.warn({ err: error ?? 'the socket closed' }, 'no connection to Slack yet');
        await again();
      }
    },
    lost: () => {
      if (isWanted) void again();
    },
    close: () => {
      isWanted = false;
    },
  };
}
