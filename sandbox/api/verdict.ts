/** What the journal says of a call of the app, and what a strict Slack complains of. */
import type { Engine } from '../core/engine.ts';
import type { CallFault, PlannedCall } from '../core/faults.ts';
import type { Entry } from '../core/journal.ts';
import type { Args } from './body.ts';

/** What stands in the journal of a call that got no answer. */
const LOST_OUTCOMES: Partial<Record<CallFault, string>> = {
  'request-lost': 'request lost',
  'response-lost': 'response lost',
  unreachable: 'unreachable',
  hang: 'never answered',
};

/** Errors that a correct app never gets: one of them fails `expectNoErrors`. Races and refusals are not among them. */
const APP_FAULTS = new Set([
  'unknown_method',
  'missing_scope',
  'missing_argument',
  'length_differs',
  'not_authed',
  'invalid_auth',
  'not_allowed_token_type',
  'invalid_arguments',
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_metadata_format',
  'metadata_too_large',
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
  'cannot_dm_bot',
  'bad_timestamp',
  'no_item_specified',
  'no_user',
  'too_many_users',
  'users_list_not_supplied',
  'invalid_ts_latest',
  'invalid_ts_oldest',
  'invalid_cursor',
  'invalid_limit',
  'invalid_types',
  'invalid_name_maxlength',
  'invalid_name_punctuation',
  'invalid_name_required',
  'invalid_name_specials',
]);

type Called = {
  method: string;
  args: Args;
  fault: PlannedCall | undefined;
  /** Slack's word for why it was refused; undefined where it was not. */
  error: string | undefined;
  scope: string | undefined;
  /** On the stopwatch. */
  startedMs: number;
  answer: Record<string, unknown>;
};

/** Writes a call down, and complains of what a correct app never gets. */
export function writeDown(engine: Engine, called: Called): Entry {
  const { method, args, fault, error, scope, startedMs, answer } = called;
  const entry = engine.journal.add({
    direction: 'from app',
    kind: 'call',
    name: method,
    what: method,
    outcome: (fault && LOST_OUTCOMES[fault.kind]) ?? error ?? 'ok',
    tookMs: Math.round(engine.stopwatch() - startedMs),
    ...(scope ? { scope } : {}),
    ...(fault ? { fault: fault.kind } : {}),
    payload: args,
    answer,
    again: false,
  });
  if (error && APP_FAULTS.has(error)) {
    // Where only the answer was lost, the mistake is the app's own.
    const isPlanned = fault !== undefined && fault.kind !== 'response-lost';
    const provoked = isPlanned || isExcused(engine, args);
    engine.journal.complain(`${method}: ${error}${detailOf(answer)}`, { entry, provoked });
  }
  return entry;
}

function isExcused(engine: Engine, args: Args): boolean {
  return args['trigger_id'] !== undefined && engine.journal.excusedTriggers.has(args['trigger_id']);
}

function detailOf(body: Record<string, unknown>): string {
  const metadata = body['response_metadata'] as { messages?: string[] } | undefined;
  const needed = typeof body['needed'] === 'string' ? ` (needs ${body['needed']})` : '';
  return metadata?.messages ? ` ${metadata.messages.join('; ')}` : needed;
}
