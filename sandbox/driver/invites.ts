/** How another company answers the app's invitations to share a channel. */
import type { Engine } from '../core/engine.ts';
import type { SharedInvite } from '../core/types.ts';
import { invitee } from '../interact/invitee.ts';
import { acceptInvite, approveInvite, declineInvite, isExpired } from '../interact/invites.ts';
import { personByHandle } from '../seed/plant.ts';
import type { Context } from './context.ts';
import { channelByName } from './which.ts';

/** An invitation is named by its channel ("#x"), its e-mail address, or its id: the newest one that fits. */
export type InviteAdmin = {
  invites(channel?: string): SharedInvite[];
  /**
   * The invited person accepts.
   * @param options `as`: the handle of who does; whoever was invited where nothing is said, and somebody new where nobody has it.
   * `needsApproval`: an administrator has to approve before they are in.
   */
  acceptInvite(which: string, options?: { as?: string; needsApproval?: boolean }): Promise<void>;
  /** `by`: an administrator of either side, by handle; of the invited person's where nobody is named. */
  approveInvite(which: string, by?: string): Promise<void>;
  declineInvite(which: string, by?: string): Promise<void>;
};

/** Slack Connect's other side; each act settles when the app has nothing left to do. */
export function inviteAdminOf({ engine, idle }: Context): InviteAdmin {
  const all = (): SharedInvite[] => [...engine.world.invites.values()];
  const inState = (which: string, ...states: SharedInvite['state'][]): SharedInvite => {
    const found = all().findLast((one) => isMeant(engine, one, which) && states.includes(one.state));
    if (!found) throw new Error(`There is no invitation ${which} that is ${states.join(' or ')}`);
    if (isExpired(engine, found)) throw new Error(`The invitation ${which} has expired`);
    return found;
  };
  return {
    invites: (channel) => all().filter((one) => channel === undefined || isMeant(engine, one, channel)),
    acceptInvite: async (which, { as, needsApproval = false } = {}) => {
      const invite = inState(which, 'sent');
      acceptInvite(engine, invite, invitee(engine, invite, as), needsApproval);
      await idle();
    },
    approveInvite: async (which, by) => {
      const invite = inState(which, 'accepted');
      const answered = engine.world.users.get(invite.answeredBy ?? '');
      const approver = by === undefined && answered ? answered : personByHandle(engine, by ?? '');
      approveInvite(engine, invite, approver);
      await idle();
    },
    declineInvite: async (which, by) => {
      const invite = inState(which, 'sent', 'accepted');
      declineInvite(engine, invite, invitee(engine, invite, by));
      await idle();
    },
  };
}

function isMeant(engine: Engine, invite: SharedInvite, which: string): boolean {
  if (invite.id === which || invite.email === which) return true;
  return which.startsWith('#') ? invite.channel === channelByName(engine, which).id : invite.channel === which;
}
