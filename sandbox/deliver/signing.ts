/** Requests as Slack signs and words them (docs.slack.dev, verifying requests from Slack). */
import { createHmac } from 'node:crypto';
import type { Delivery } from './delivery.ts';

/** What is posted to the app. */
export type SignedRequest = { headers: Record<string, string>; body: string };

/** One minute more than an app may believe (docs.slack.dev, verifying requests from Slack). */
const AGED_SECONDS = 360;

/**
 * A request with Slack's headers.
 * @param given `spoilt`: its signature is not Slack's (`forge`), or right and six minutes old (`age`).
 * @param epochMs when it is signed, milliseconds since the epoch.
 */
export function signedRequest(
  secret: string,
  epochMs: number,
  given: Pick<Delivery, 'kind' | 'body' | 'retryNum' | 'retryReason' | 'spoilt'>,
): SignedRequest {
  const body = bodyOf(given);
  const seconds = Math.floor(epochMs / 1000) - (given.spoilt === 'age' ? AGED_SECONDS : 0);
  const signature = signatureOf(given.spoilt === 'forge' ? `not ${secret}` : secret, seconds, body);
  const type = given.kind === 'events_api' ? 'application/json' : 'application/x-www-form-urlencoded';
  return {
    body,
    headers: {
      'content-type': type,
      'content-length': String(Buffer.byteLength(body)),
      'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
      'x-slack-request-timestamp': String(seconds),
      'x-slack-signature': signature,
      ...(given.retryNum === undefined ? {} : { 'x-slack-retry-num': String(given.retryNum) }),
      ...(given.retryReason === undefined ? {} : { 'x-slack-retry-reason': given.retryReason }),
    },
  };
}

function signatureOf(secret: string, seconds: number, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${seconds}:${body}`).digest('hex')}`;
}

/** Events are JSON, commands a form, interactions a form with one field of JSON. */
function bodyOf({ kind, body }: Pick<Delivery, 'kind' | 'body'>): string {
  if (kind === 'events_api') return JSON.stringify(body);
  if (kind === 'interactive') return new URLSearchParams({ payload: JSON.stringify(body) }).toString();
  const fields = new URLSearchParams();
  for (const [name, value] of Object.entries(body)) fields.set(name, String(value));
  return fields.toString();
}
