import { heldScopes, type Engine } from '../core/engine.ts';
import type { PlannedCall } from '../core/faults.ts';
import { checkArguments, postTarget, type Call } from './args.ts';
import type { Args } from './body.ts';
import { METHODS, type MethodSpec } from './methods.ts';
import { refusalOf, refuse } from './refuse.ts';
import { acceptedScopes } from './scopes.ts';
import { writeDown } from './verdict.ts';

/** An answer as HTTP has it. */
export type ApiAnswer = {
  status: number;
  headers: Record<string, string>;
  body: Record<string, unknown>;
  /** The answer must not arrive: the connection breaks, or what `instead` says. */
  lost: boolean;
  /** refuse: there never was a connection. hang: nothing ever comes. */
  instead?: 'refuse' | 'hang';
};

/**
 * One call of the Web API.
 * @param token from the Authorization header; Slack takes it from nowhere else when the body is JSON, the sandbox never.
 */
export function callApi(engine: Engine, method: string, args: Args, token: string | undefined): ApiAnswer {
  const startedMs = engine.stopwatch();
  const call: Call = { engine, method, args };
  const fault = engine.faults.take(method);
  const usedScopes: string[] = [];
  const answer = answerOf(call, token, fault, usedScopes);
  const error = answer.body['ok'] === true ? undefined : String(answer.body['error']);
  // Who never got the answer may well ask again with the same trigger.
  if (answer.lost) engine.journal.excusedTriggers.add(args['trigger_id']);
  writeDown(engine, { method, args, fault, error, scope: usedScopes[0], startedMs, answer: answer.body });
  return answer;
}

/** What Slack answers, or what a planned fault makes of it. */
function answerOf(call: Call, token: string | undefined, fault: PlannedCall | undefined, used: string[]): ApiAnswer {
  if (!fault) return worked(call, token, used);
  switch (fault.kind) {
    case 'response-lost':
      return { ...worked(call, token, used), lost: true };
    case 'fail':
      return answered({ ok: false, error: fault.error });
    case 'server-error':
      return { ...answered({ ok: false, error: 'internal_error' }), status: 500 };
    case 'ratelimited':
      return tooMany(fault.retryAfterSeconds);
    case 'request-lost':
      return { ...answered({}), lost: true };
    case 'unreachable':
      return { ...answered({}), lost: true, instead: 'refuse' };
    case 'hang':
      return { ...answered({}), lost: true, instead: 'hang' };
    default:
      return fault.kind satisfies never;
  }
}

/** Checks the call, does its work, and gives what Slack answers. */
function worked(call: Call, token: string | undefined, used: string[]): ApiAnswer {
  try {
    const spec = specOf(call.method);
    checkToken(call.engine, spec.token, token);
    const waitSeconds = call.engine.limits.count(call.method, spec.tier, postsInto(call, spec));
    if (waitSeconds > 0) return waited(call.engine, waitSeconds);
    checkArguments(call, spec);
    used.push(...checkScopes(call, spec));
    return answered({ ok: true, ...spec.handler(call) });
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (!refusal) throw thrown;
    return answered({ ok: false, ...refusal });
  }
}

function specOf(method: string): MethodSpec {
  // An own key only: "constructor" is no method.
  const known: Record<string, MethodSpec> = METHODS;
  const spec = Object.hasOwn(known, method) ? known[method] : undefined;
  return spec ?? refuse('unknown_method', { req_method: method });
}

/** Refuses a token that Slack would not take for this. */
export function checkToken(engine: Engine, wanted: 'bot' | 'app', token: string | undefined): void {
  const { botToken, appToken } = engine.world.app;
  if (!token) refuse('not_authed');
  if (token !== botToken && token !== appToken) refuse('invalid_auth');
  const barred = engine.world.barredTokens.get(token);
  if (barred) refuse(barred);
  if (token !== (wanted === 'app' ? appToken : botToken)) refuse('not_allowed_token_type');
}

/** Any one of the accepted scopes will do. Gives the ones that were used. */
function checkScopes(call: Call, spec: MethodSpec): string[] {
  const provided = heldScopes(call.engine);
  return acceptedScopes(call, spec.scopes).map((accepted) => {
    const held = accepted.find((scope) => provided.includes(scope));
    return held ?? refuse('missing_scope', { needed: accepted.join(','), provided: provided.join(',') });
  });
}

function postsInto(call: Call, spec: MethodSpec): string | undefined {
  return spec.posts ? postTarget(call) : undefined;
}

/** On a clock that stands still nobody could wait for the limit to pass: being told to wait moves it. */
function waited(engine: Engine, seconds: number): ApiAnswer {
  if (engine.world.clock.manual) engine.world.clock.advance(seconds * 1000);
  return tooMany(seconds);
}

function tooMany(seconds: number): ApiAnswer {
  const body = { ok: false, error: 'ratelimited' };
  return { status: 429, headers: { 'retry-after': String(seconds) }, body, lost: false };
}

function answered(body: Record<string, unknown>): ApiAnswer {
  // Through JSON: what is undefined is absent, and nobody holds a reference into the world.
  return { status: 200, headers: {}, body: JSON.parse(JSON.stringify(body)) as Record<string, unknown>, lost: false };
}
