import type { Engine } from '../core/engine.ts';
import type { PlannedFault } from '../core/faults.ts';
import { botScopes } from '../core/manifest.ts';
import { textArg, type Call } from './args.ts';
import type { Args } from './body.ts';
import { METHODS, type MethodSpec } from './methods.ts';
import { refusalOf, refuse, refuseArguments } from './refuse.ts';
import { acceptedScopes } from './scopes.ts';

/** An answer as HTTP has it. `lost`: the work was done, and the answer must not arrive. */
export type ApiAnswer = {
  status: number;
  headers: Record<string, string>;
  body: Record<string, unknown>;
  lost: boolean;
};

/** Errors that a correct app never gets: one of them fails `expectNoErrors`. Races and refusals are not among them. */
const APP_FAULTS = new Set([
  'unknown_method',
  'missing_scope',
  'not_authed',
  'invalid_auth',
  'not_allowed_token_type',
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'no_text',
  'msg_too_long',
  'msg_blocks_too_long',
  'too_long',
  'view_too_large',
  'duplicate_external_id',
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'push_limit_reached',
  'not_enabled',
  'invalid_cursor',
  'invalid_limit',
  'invalid_types',
  'invalid_name_maxlength',
  'invalid_name_punctuation',
  'invalid_name_required',
  'invalid_name_specials',
]);

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
  const entry = engine.journal.add({
    direction: 'from app',
    kind: 'call',
    name: method,
    what: method,
    outcome: answer.lost ? 'response lost' : (error ?? 'ok'),
    tookMs: Math.round(engine.stopwatch() - startedMs),
    ...(usedScopes[0] ? { scope: usedScopes[0] } : {}),
    payload: args,
    answer: answer.body,
    again: false,
  });
  // Who never got the answer may well ask again with the same trigger.
  if (answer.lost) engine.journal.doubledTriggers.add(args['trigger_id']);
  if (error && APP_FAULTS.has(error)) {
    const provoked = fault !== undefined || isDoubled(engine, args);
    engine.journal.complain(`${method}: ${error}${detailOf(answer.body)}`, { entry, provoked });
  }
  return answer;
}

function isDoubled(engine: Engine, args: Args): boolean {
  return args['trigger_id'] !== undefined && engine.journal.doubledTriggers.has(args['trigger_id']);
}

function answerOf(call: Call, token: string | undefined, fault: PlannedFault | undefined, used: string[]): ApiAnswer {
  if (fault?.kind === 'ratelimited') return tooMany(fault.retryAfterSeconds);
  if (fault?.kind === 'fail') return answered({ ok: false, error: fault.error });
  try {
    const spec = specOf(call.method);
    checkToken(call.engine, spec, token);
    const waitSeconds = call.engine.limits.count(call.method, spec.tier, postsInto(call, spec));
    if (waitSeconds > 0) return waited(call.engine, waitSeconds);
    checkRequired(call, spec);
    used.push(...checkScopes(call, spec));
    const body = { ok: true, ...spec.handler(call) };
    return { ...answered(body), lost: fault?.kind === 'response-lost' };
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

function checkToken(engine: Engine, spec: MethodSpec, token: string | undefined): void {
  const { botToken, appToken } = engine.world.app;
  if (!token) refuse('not_authed');
  if (token !== botToken && token !== appToken) refuse('invalid_auth');
  if (token !== (spec.token === 'app' ? appToken : botToken)) refuse('not_allowed_token_type');
}

function checkRequired(call: Call, spec: MethodSpec): void {
  const missing = spec.required.filter((name) => call.args[name] === undefined);
  if (missing.length > 0) refuseArguments(missing.map((name) => `missing required field: ${name}`));
}

/** Any one of the accepted scopes will do. Gives the ones that were used. */
function checkScopes(call: Call, spec: MethodSpec): string[] {
  const provided = botScopes(call.engine.manifest);
  return acceptedScopes(call, spec.scopes).map((accepted) => {
    const held = accepted.find((scope) => provided.includes(scope));
    return held ?? refuse('missing_scope', { needed: accepted.join(','), provided: provided.join(',') });
  });
}

function postsInto(call: Call, spec: MethodSpec): string | undefined {
  return spec.posts ? textArg(call, 'channel') : undefined;
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

function detailOf(body: Record<string, unknown>): string {
  const metadata = body['response_metadata'] as { messages?: string[] } | undefined;
  const needed = typeof body['needed'] === 'string' ? ` (needs ${body['needed']})` : '';
  return metadata?.messages ? ` ${metadata.messages.join('; ')}` : needed;
}
