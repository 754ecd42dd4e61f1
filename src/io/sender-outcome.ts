import { z } from 'zod';

/**
 * What came of a call, where it was not a clear yes.
 * refused: Slack did nothing and never will. limited: nothing was done, later it will be. unreachable: the call never got
 * there. shutOut: Slack knows us no more, which says nothing about the message. unprepared: it was never called, our own
 * work before it failed. unclear: nobody knows whether it was done.
 */
export type Outcome =
  | { is: 'refused'; error: string }
  | { is: 'limited'; error: string; afterMs: number }
  | { is: 'unreachable'; error: string }
  | { is: 'shutOut'; error: string }
  | { is: 'unprepared'; error: string }
  | { is: 'unclear'; error: string };

/** A row that is not sent, for a reason of our own; it is set aside. */
export class SetAsideError extends Error {
  override readonly name = 'SetAsideError';
}

/** Something of ours failed before Slack was called: drawing a card, reading a project. */
export class UnpreparedError extends Error {
  override readonly name = 'UnpreparedError';
}

/**
 * Nothing that anybody could see was done, and later it may be: a step before the one that counts. `afterMs` where Slack named
 * a time, null where it could not be reached.
 */
export class NothingDoneError extends Error {
  override readonly name = 'NothingDoneError';
  readonly afterMs: number | null;

  constructor(message: string, afterMs: number | null, options?: ErrorOptions) {
    super(message, options);
    this.afterMs = afterMs;
  }
}

/** Answers after which the work may have been done all the same (docs.slack.dev, errors of every method). */
const UNCLEAR_ERRORS = new Set(['internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);
/** Too much at once, or the workspace is being moved: later it will do. */
const LATER_ERRORS = new Set(['ratelimited', 'rate_limited', 'team_added_to_org']);
/** Said where Slack names no time. */
const LATER_MS = 30_000;
/** About the token, not about what was asked: messages must outlive a token that was revoked and given again. */
const TOKEN_ERRORS = new Set([
  'invalid_auth',
  'not_authed',
  'account_inactive',
  'token_revoked',
  'token_expired',
  'org_login_required',
  'team_access_not_granted',
  'ekm_access_denied',
]);

/** Node's codes of a connection that was never made, so that nothing was asked. */
const NEVER_CONNECTED = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'UND_ERR_CONNECT_TIMEOUT',
]);

/** Slack's errors are words like `not_in_channel`. The SDK puts a body that it could not read, such as a proxy's page, there too. */
const platformSchema = z.object({
  code: z.literal('slack_webapi_platform_error'),
  data: z.looseObject({ error: z.string().regex(/^[a-z][a-z0-9_]*$/i) }),
});
const limitedSchema = z.object({ code: z.literal('slack_webapi_rate_limited_error'), retryAfter: z.number() });
const httpSchema = z.object({ code: z.literal('slack_webapi_http_error'), statusCode: z.number() });
const requestSchema = z.object({ code: z.literal('slack_webapi_request_error'), original: z.unknown() });

/** Slack's own word for why not, where it gave one. */
export function slackError(error: unknown): string | null {
  const platform = platformSchema.safeParse(error);
  return platform.success ? platform.data.data.error : null;
}

/** The rest of an answer that was a no: invitations say in it which person it was about. */
export function slackAnswer(error: unknown): Record<string, unknown> {
  const platform = platformSchema.safeParse(error);
  return platform.success ? platform.data.data : {};
}

/** Sorts whatever a call threw. What is not known for certain counts as unclear: it is looked for before it is repeated. */
export function outcomeOf(error: unknown): Outcome {
  if (error instanceof SetAsideError) return { is: 'refused', error: error.message };
  if (error instanceof UnpreparedError) return { is: 'unprepared', error: error.message };
  if (error instanceof NothingDoneError) return ofNothing(error);
  const said = slackError(error);
  if (said !== null) return ofAnswer(said);
  const limited = limitedSchema.safeParse(error);
  if (limited.success) return { is: 'limited', error: 'ratelimited', afterMs: limited.data.retryAfter * 1000 };
  const http = httpSchema.safeParse(error);
  if (http.success) return ofStatus(http.data.statusCode);
  const request = requestSchema.safeParse(error);
  const code = request.success ? connectionCode(request.data.original) : null;
  if (code !== null && NEVER_CONNECTED.has(code)) return { is: 'unreachable', error: code };
  return { is: 'unclear', error: code ?? (error instanceof Error ? error.name : 'unknown') };
}

const ofNothing = ({ message: error, afterMs }: NothingDoneError): Outcome =>
  afterMs === null ? { is: 'unreachable', error } : { is: 'limited', error, afterMs };

function ofAnswer(error: string): Outcome {
  if (UNCLEAR_ERRORS.has(error)) return { is: 'unclear', error };
  if (LATER_ERRORS.has(error)) return { is: 'limited', error, afterMs: LATER_MS };
  if (TOKEN_ERRORS.has(error)) return { is: 'shutOut', error };
  return { is: 'refused', error };
}

/** Slack answers 200 or 429; anything else comes from something in between, which after a 5xx may have passed it on. */
function ofStatus(status: number): Outcome {
  const error = `http_${status}`;
  return status >= 500 ? { is: 'unclear', error } : { is: 'unreachable', error };
}

/** The code of what `fetch` failed of: Node puts it into the cause. */
function connectionCode(error: unknown, depth = 0): string | null {
  if (depth > 3 || typeof error !== 'object' || error === null) return null;
  const { code, cause } = error as { code?: unknown; cause?: unknown };
  return typeof code === 'string' ? code : connectionCode(cause, depth + 1);
}
