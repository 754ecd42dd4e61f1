import { WebClient, type WebClientOptions } from '@slack/web-api';
import type { Message } from '../kit/blocks.ts';
import type { Person } from '../kit/person.ts';
import { boltLogger, type Log } from './log.ts';

/** A person waits: a modal's trigger dies after three seconds, so a slower answer is of no use. */
const INTERACTIVE_TIMEOUT_MS = 1500;
/** Far below the sender's lease, so that a call is over before another process may send. */
const SENDER_TIMEOUT_MS = 5000;
const READS_TIMEOUT_MS = 5000;

/**
 * Three clients, because one answer 429 makes a whole client wait (github.com/slackapi/node-slack-sdk, rate limits): what
 * people wait for must queue behind nothing. `sender` never repeats a call by itself: the outbox knows what may be repeated.
 */
export type Clients = { interactive: WebClient; sender: WebClient; reads: WebClient; log: Log };

export type ClientParts = {
  token: string;
  log: Log;
  /** Where Slack is; the sandbox gives its own. */
  apiUrl?: string;
  fetch?: typeof globalThis.fetch;
};

/** The clients of one installation. */
export function makeClients({ token, log, apiUrl, fetch }: ClientParts): Clients {
  const client = (options: WebClientOptions) =>
    new WebClient(token, {
      logger: boltLogger(log),
      ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
      ...(fetch ? { fetch: (url, init) => fetch(url, init) } : {}),
      ...options,
    });
  const once = { retryConfig: { retries: 0 }, rejectRateLimitedCalls: true };
  return {
    interactive: client({ timeout: INTERACTIVE_TIMEOUT_MS, ...once }),
    sender: client({ timeout: SENDER_TIMEOUT_MS, ...once }),
    reads: client({ timeout: READS_TIMEOUT_MS, retryConfig: { retries: 2, minTimeout: 500, factor: 2 } }),
    log,
  };
}

/**
 * Tells one person something that only they see, in the channel where they acted. Sent once and kept nowhere
 * (docs.slack.dev, chat.postEphemeral), so it is never the only copy of anything; a failure is logged, not thrown.
 */
export async function tellPrivately(
  { interactive, log }: Clients,
  to: { channel: string; person: Person; threadTs?: string },
  message: Message<'person'>,
): Promise<void> {
  try {
    await interactive.chat.postEphemeral({
      channel: to.channel,
      user: to.person.user,
      text: message.text,
      blocks: message.blocks,
      ...(to.threadTs ? { thread_ts: to.threadTs } : {}),
    });
  } catch (error) {
    log.warn({ err: error }, 'a private message was not delivered');
  }
}

/**
 * The address of a message, composed without asking Slack (the form that chat.getPermalink answers).
 * @param workspaceUrl as auth.test gives it, with a slash at the end
 * @param threadTs of a reply: the thread it stands in; null for a message in the channel itself
 */
export function permalink(workspaceUrl: string, channel: string, ts: string, threadTs: string | null): string {
  const address = `${workspaceUrl.replace(/\/$/, '')}/archives/${channel}/p${ts.replace('.', '')}`;
  const isReply = threadTs !== null && threadTs !== ts;
  return isReply ? `${address}?thread_ts=${threadTs}&cid=${channel}` : address;
}
