/** What the page lets its user do as an administrator, or as another company: nobody in particular asked for it. */
import { z } from 'zod';
import type { Engine } from '../core/engine.ts';
import { administratorOf, companiesOf } from '../core/sight.ts';
import type { Channel } from '../core/types.ts';
import { userOf } from '../core/world.ts';
import { deactivate } from '../interact/account.ts';
import { archiveChannel, deleteChannel, renameChannel, unarchiveChannel } from '../interact/channelChange.ts';
import { invitee } from '../interact/invitee.ts';
import { acceptInvite, declineInvite } from '../interact/invites.ts';
import { joinChannel, removeFromChannel } from '../interact/membership.ts';
import { partnerTeam, severChannel, shareChannel, unshareChannel } from '../interact/sharing.ts';
import type { ActResult } from './protocol.ts';

const CHANNEL_DEEDS = [
  'archive',
  'unarchive',
  'delete',
  'share',
  'unshare',
  'sever',
  'remove-app',
  'invite-app',
] as const;

const channel = z.string();

/** `{ "do": "archive", "channel": "C1" }`, and the like. */
export const adminSchema = z.union([
  z.strictObject({ do: z.enum(CHANNEL_DEEDS), channel }),
  // Names as Slack takes them (docs.slack.dev, conversations.rename).
  z.strictObject({ do: z.literal('rename'), channel, name: z.string().regex(/^[a-z0-9_-]{1,80}$/) }),
  z.strictObject({ do: z.enum(['accept-invite', 'decline-invite']), invite: z.string() }),
  z.strictObject({ do: z.literal('deactivate'), user: z.string() }),
]);

export type AdminWish = z.infer<typeof adminSchema>;

const OK: ActResult = { ok: true };
const refused = (error: string): ActResult => ({ ok: false, error });

/** Does it, if there is what it is about. */
export function administer(engine: Engine, wish: AdminWish): ActResult {
  const { world } = engine;
  if ('user' in wish) {
    const user = world.users.get(wish.user);
    if (!user || user.kind === 'bot') return refused('user_not_found');
    deactivate(engine, user);
    return OK;
  }
  if ('invite' in wish) return answerInvite(engine, wish);
  const found = world.channels.get(wish.channel);
  if (!found || found.kind === 'im') return refused('channel_not_found');
  if (wish.do === 'rename') return rename(engine, found, wish.name);
  change(engine, found, wish.do);
  return OK;
}

function answerInvite(engine: Engine, wish: Extract<AdminWish, { invite: string }>): ActResult {
  const invite = engine.world.invites.get(wish.invite);
  if (invite?.state !== 'sent') return refused('invite_not_found');
  const who = invitee(engine, invite);
  if (wish.do === 'accept-invite') acceptInvite(engine, invite, who, false);
  else declineInvite(engine, invite, who);
  return OK;
}

function rename(engine: Engine, found: Channel, name: string): ActResult {
  const isTaken = [...engine.world.channels.values()].some((one) => one.kind !== 'im' && one.name === name);
  if (isTaken) return refused('name_taken');
  renameChannel(engine, found, name, administratorOf(engine.world).id);
  return OK;
}

function change(engine: Engine, found: Channel, deed: (typeof CHANNEL_DEEDS)[number]): void {
  const by = administratorOf(engine.world).id;
  const app = userOf(engine.world, engine.world.app.botUserId);
  const partner = companiesOf(engine.world, found)[0] ?? partnerTeam(engine, undefined);
  switch (deed) {
    case 'archive':
      return archiveChannel(engine, found, by);
    case 'unarchive':
      return unarchiveChannel(engine, found, by);
    case 'delete':
      return deleteChannel(engine, found, by);
    case 'share':
      return shareChannel(engine, found, partner);
    case 'unshare':
      return unshareChannel(engine, found, partner);
    case 'sever':
      return severChannel(engine, found, partner);
    case 'remove-app':
      return removeFromChannel(engine, found, app, by);
    case 'invite-app':
      return joinChannel(engine, found, app, by);
    default:
      return deed satisfies never;
  }
}
