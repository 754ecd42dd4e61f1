/** Invitations to another company to share a channel (docs.slack.dev, using Slack Connect API methods). */
import type { SharedChannelInviteAcceptedEvent } from '@slack/types';
import type { Engine } from '../core/engine.ts';
import { companiesOf } from '../core/sight.ts';
import type { Channel, SharedInvite, User } from '../core/types.ts';
import { channelOf, userOf } from '../core/world.ts';
import { emit, eventTs } from '../deliver/events.ts';
import { joinChannel } from './membership.ts';
import { shareChannel } from './sharing.ts';

/** (assumed: two weeks, as Slack's help says of its links) */
const LIFE_MS = 14 * 24 * 3_600_000;

/** A new invitation by the app, of which nobody but the invited person hears. */
export function createInvite(
  { world }: Engine,
  channel: Channel,
  to: Pick<SharedInvite, 'email' | 'userId' | 'isLimited'>,
): SharedInvite {
  const invite: SharedInvite = {
    id: world.random.id('I'),
    channel: channel.id,
    ...to,
    inviter: world.app.botUserId,
    createdMs: world.clock.now(),
    state: 'sent',
    answeredBy: undefined,
  };
  world.invites.set(invite.id, invite);
  world.changed();
  return invite;
}

/** Whether nobody can accept it any more. */
export function isExpired({ world }: Engine, invite: SharedInvite): boolean {
  return world.clock.now() - invite.createdMs > LIFE_MS;
}

/** The invited person accepts. Where an administrator has to approve, nothing more comes of it yet. */
export function acceptInvite(engine: Engine, invite: SharedInvite, user: User, needsApproval: boolean): void {
  Object.assign(invite, { state: needsApproval ? 'accepted' : 'done', answeredBy: user.id });
  const type = 'shared_channel_invite_accepted';
  const who = { accepting_user: userPart(user) };
  tell(engine, invite, { type, approval_required: needsApproval, ...who });
  if (!needsApproval) letIn(engine, invite, user);
}

/** An administrator, of either side, approves what was accepted: the person is in. */
export function approveInvite(engine: Engine, invite: SharedInvite, by: User): void {
  invite.state = 'done';
  const type = 'shared_channel_invite_approved';
  tell(engine, invite, { type, approving_team_id: by.teamId, approving_user: userPart(by) });
  letIn(engine, invite, userOf(engine.world, invite.answeredBy ?? by.id));
}

/** The invited person, or an administrator, declines. */
export function declineInvite(engine: Engine, invite: SharedInvite, by: User): void {
  Object.assign(invite, { state: 'declined', answeredBy: by.id });
  const type = 'shared_channel_invite_declined';
  tell(engine, invite, { type, declining_team_id: by.teamId, declining_user: userPart(by) });
}

/** (assumed: the channel counts as shared before the person is in it) */
function letIn(engine: Engine, invite: SharedInvite, user: User): void {
  const channel = channelOf(engine.world, invite.channel);
  if (!companiesOf(engine.world, channel).includes(user.teamId)) shareChannel(engine, channel, user.teamId);
  joinChannel(engine, channel, user, invite.inviter);
}

type Told = {
  type: 'shared_channel_invite_accepted' | 'shared_channel_invite_approved' | 'shared_channel_invite_declined';
};

/** The parts that the three events share; the rest is the caller's. */
function tell(engine: Engine, invite: SharedInvite, special: Told & Record<string, unknown>): void {
  const { world } = engine;
  world.changed();
  const channel = channelOf(world, invite.channel);
  const inviter = userOf(world, invite.inviter);
  const teams = [world.app.teamId, ...companiesOf(world, channel)];
  const common = {
    invite: {
      id: invite.id,
      date_created: Math.floor(invite.createdMs / 1000),
      date_invalid: Math.floor((invite.createdMs + LIFE_MS) / 1000),
      inviting_team: teamPart(engine, inviter.teamId),
      inviting_user: userPart(inviter),
      ...(invite.email === undefined ? {} : { recipient_email: invite.email }),
      ...(invite.userId === undefined ? {} : { recipient_user_id: invite.userId }),
    },
    channel: { id: channel.id, is_private: channel.kind === 'private', is_im: false, name: channel.name },
    teams_in_channel: teams.map((id) => teamPart(engine, id)),
    event_ts: eventTs(engine),
  } satisfies Omit<SharedChannelInviteAcceptedEvent, 'type' | 'approval_required' | 'accepting_user'>;
  emit(engine, special.type, { ...special, ...common }, channel);
}

type TeamPart = SharedChannelInviteAcceptedEvent['teams_in_channel'][number];

function teamPart({ world }: Engine, id: string): TeamPart {
  const team = world.teams.get(id);
  return { id, name: team?.name ?? '', icon: {}, is_verified: false, domain: team?.domain ?? '', date_created: 0 };
}

/** (assumed: the e-mail address is there whatever scopes the app has; no pictures here, so no addresses of them) */
function userPart(user: User): SharedChannelInviteAcceptedEvent['accepting_user'] {
  const image = { image_24: '', image_32: '', image_48: '', image_72: '', image_192: '', image_512: '' };
  const names = { real_name: user.name, display_name: user.name };
  const normalized = { real_name_normalized: user.name, display_name_normalized: user.name };
  const profile = { ...names, ...normalized, team: user.teamId, avatar_hash: '', email: user.email, ...image };
  return { id: user.id, team_id: user.teamId, name: user.handle, updated: 0, profile };
}
