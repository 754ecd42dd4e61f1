import { CLOSED_CHANNEL } from '../kit/closed.ts';
import type { Doing, Place } from '../kit/rows.ts';
import { REASONS, type RefusedAction, type RefusedReason } from './model-refused.ts';

/** The permission that each takes (docs.slack.dev, scopes of each method). */
export const SCOPE_OF: Readonly<Record<RefusedAction, string>> = {
  makeTeam: 'groups:write',
  makeClient: 'groups:write',
  invite: 'groups:write',
  inviteShared: 'conversations.connect:write',
  topic: 'groups:write',
  pin: 'pins:write',
  file: 'files:write',
  post: 'chat:write',
  write: 'im:write',
  home: 'chat:write',
};

/** Slack's words for it (docs.slack.dev, errors of each method), sorted by what follows; new ones come at any time. */
const CODES: Readonly<Record<Exclude<RefusedReason, 'unknown'>, readonly string[]>> = {
  scope: ['missing_scope', 'no_permission', 'not_allowed_token_type'],
  policy: [
    'restricted_action',
    'access_denied',
    'not_authorized',
    'no_external_invite_permission',
    'not_allowed',
    'not_supported',
    'posting_to_general_channel_denied',
    'cannot_create_channel',
  ],
  plan: ['not_paid', 'paid_only', 'connection_limit_exceeded', 'connection_limit_exceeded_pending'],
  person: [
    'cant_invite',
    'user_not_found',
    'users_not_found',
    'user_disabled',
    'user_not_visible',
    'user_is_bot',
    'user_is_restricted',
    'user_is_ultra_restricted',
    'ura_max_channels',
    'org_user_not_in_team',
    'invalid_email',
    'cannot_dm_bot',
    'messages_tab_disabled',
  ],
  full: ['too_many_pins', 'too_many_users', 'too_many_members', 'max_members_limit'],
  name: ['name_taken', 'invalid_name', 'invalid_name_specials', 'invalid_name_maxlength', 'invalid_name_punctuation'],
  room: CLOSED_CHANNEL,
  // Our own: a file that was to be passed on (deliverable/service-draw-client.ts).
  file: ['file_gone', 'file_too_large', 'file_not_allowed', 'file_changed'],
  wall: [],
};

/** What a code of Slack's, or of our own, means. `restricted_action_...` are many, and all of them the administrators'. */
export function reasonOf(error: string): RefusedReason {
  if (error.startsWith('wall_')) return 'wall';
  if (error.startsWith('restricted_action_')) return 'policy';
  return REASONS.find((reason) => reason !== 'unknown' && CODES[reason].includes(error)) ?? 'unknown';
}

/** A row of the outbox, as far as it tells what was asked. */
export type Asked = { place: Place } & ({ kind: 'say' } | { kind: 'card' } | { kind: 'do'; doing: Doing });

export function actionOf(asked: Asked): RefusedAction {
  if (asked.kind !== 'do') return SPOKEN[asked.place.kind];
  const { doing } = asked;
  if (doing.do === 'drawAgain') return 'post';
  if (doing.do !== 'createChannel') return doing.do;
  return asked.place.kind === 'channel' && asked.place.side === 'client' ? 'makeClient' : 'makeTeam';
}

const SPOKEN: Readonly<Record<Place['kind'], RefusedAction>> = { channel: 'post', person: 'write', home: 'home' };
