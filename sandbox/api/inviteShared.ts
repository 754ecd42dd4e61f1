import type { ConversationsInviteSharedResponse } from '@slack/web-api';
import type { Channel, User } from '../core/types.ts';
import { createInvite } from '../interact/invites.ts';
import { flagArg, listArg, ownChannelArg, type Call } from './args.ts';
import type { Answer } from './methods.ts';
import { refuse } from './refuse.ts';
import { sharesChannel } from './shapes.ts';

/**
 * Invites one person of another company, by e-mail or by the id that a shared channel told of. What a plan, or the rules of
 * a workspace, forbid (`not_paid`, `restricted_action`, …) is planned as a fault of the method.
 */
export function inviteShared(call: Call): Answer<ConversationsInviteSharedResponse> {
  const { engine } = call;
  const channel = ownChannelArg(call);
  if (channel.kind === 'im') refuse('invalid_channel_type');
  if (channel.isArchived || channel.frozenReason !== undefined) refuse('channel_archived');
  const emails = listArg(call, 'emails');
  const ids = listArg(call, 'user_ids');
  if (emails.length + ids.length === 0) refuse('recipients_not_specified');
  // (assumed: the one word for too many of either, and for one of each)
  if (emails.length + ids.length > 1) refuse('too_many_emails');
  const [email, userId] = [emails[0], ids[0]];
  const user = userId === undefined ? byEmail(call, email ?? '') : byId(call, userId);
  refuseKnown(call, channel, user);
  const isLimited = flagArg(call, 'external_limited', true);
  const invite = createInvite(engine, channel, { email, userId, isLimited });
  const url = `https://join.slack.com/share/${invite.id}`;
  return { invite_id: invite.id, conf_code: engine.world.random.hex(6), url, is_legacy_shared_channel: false };
}

/** Whom the address belongs to, as far as Slack knows them. */
function byEmail({ engine }: Call, email: string): User | undefined {
  if (!/^[^\s@]+@[^\s@]+[.][^\s@]+$/.test(email)) refuse('invalid_email');
  return [...engine.world.users.values()].find((user) => user.email === email && !user.isDeleted);
}

/** An id is good for people whom a shared channel has told of. */
function byId({ engine: { world } }: Call, id: string): User {
  const user = world.users.get(id);
  if (!user || user.isDeleted || !sharesChannel(world, user)) return refuse('user_not_found');
  return user;
}

/** (assumed: which error one's own people get; and that who was invited before can be invited again) */
function refuseKnown(call: Call, channel: Channel, user: User | undefined): void {
  const { world } = call.engine;
  if (user && channel.members.includes(user.id)) refuse('already_in_channel');
  if (user?.teamId === world.app.teamId) refuse('not_supported');
}
