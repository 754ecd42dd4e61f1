/** What administrators, and other companies, do outside the app: it only hears of it. */
import type { Engine } from '../core/engine.ts';
import { administratorOf } from '../core/sight.ts';
import { userOf } from '../core/world.ts';
import { changeAccount, deactivate, reinvite, type AccountChange } from '../interact/account.ts';
import * as change from '../interact/channelChange.ts';
import { joinChannel, removeFromChannel } from '../interact/membership.ts';
import { deleteAnyFile, deleteAnyMessage, unpin } from '../interact/moderation.ts';
import { partnerTeam, severChannel, shareChannel, unshareChannel } from '../interact/sharing.ts';
import { personByHandle } from '../seed/plant.ts';
import type { Context } from './context.ts';
import { inviteAdminOf, type InviteAdmin } from './invites.ts';
import { channelByName, fileByName, messageBy, type Which } from './which.ts';

/** Channels are named "#x" or by id. `by` is a handle: the first administrator where nobody is named. */
export type Admin = InviteAdmin & {
  rename(channel: string, name: string, by?: string): Promise<void>;
  archive(channel: string, by?: string): Promise<void>;
  unarchive(channel: string, by?: string): Promise<void>;
  /** Deletes the channel with all that is in it. */
  remove(channel: string, by?: string): Promise<void>;
  convert(channel: string, to: 'private' | 'public', by?: string): Promise<void>;
  /** Gives the channel another id, which it returns. */
  changeId(channel: string): Promise<string>;
  /** `team`: the partner's domain, name or id; the first one where nothing is said. Unshared, its people leave. */
  share(channel: string, shared: boolean, options?: { team?: string }): Promise<void>;
  /** The other company ends the connection: its people leave, and the channel is frozen. */
  sever(channel: string, options?: { team?: string }): Promise<void>;
  inviteBot(channel: string, by?: string): Promise<void>;
  removeBot(channel: string, by?: string): Promise<void>;
  removeMember(channel: string, handle: string, by?: string): Promise<void>;
  deactivate(handle: string): Promise<void>;
  /** The same name and e-mail come back with another id, which it returns. */
  reinvite(handle: string, newHandle: string): Promise<string>;
  /** Changes a person's name, language, zone, title, or what they are. */
  change(handle: string, changes: AccountChange): Promise<void>;
  revokeScope(scope: string): Promise<void>;
  grantScope(scope: string): Promise<void>;
  /** Deletes the newest message that fits, whoever wrote it. */
  deleteMessage(channel: string, which: Which): Promise<void>;
  /** Deletes the newest file of that name, whoever's it is; by `retention` without a word to anybody. */
  deleteFile(name: string, why?: 'byHand' | 'retention'): Promise<void>;
  unpin(channel: string, which: Which, by?: string): Promise<void>;
};

/** The administrators of a sandbox; each act settles when the app has nothing left to do. */
export function adminOf(context: Context): Admin {
  return { ...channelAdminOf(context), ...peopleAdminOf(context), ...inviteAdminOf(context) };
}

function channelAdminOf({ engine, idle }: Context) {
  const find = (name: string) => channelByName(engine, name);
  const actor = (by?: string): string => actorOf(engine, by);
  return {
    rename: async (channel, name, by) => {
      change.renameChannel(engine, find(channel), name, actor(by));
      await idle();
    },
    archive: async (channel, by) => {
      change.archiveChannel(engine, find(channel), actor(by));
      await idle();
    },
    unarchive: async (channel, by) => {
      change.unarchiveChannel(engine, find(channel), actor(by));
      await idle();
    },
    remove: async (channel, by) => {
      change.deleteChannel(engine, find(channel), actor(by));
      await idle();
    },
    convert: async (channel, to, by) => {
      change.convertChannel(engine, find(channel), to, actor(by));
      await idle();
    },
    changeId: async (channel) => {
      const id = change.changeChannelId(engine, find(channel));
      await idle();
      return id;
    },
    share: async (channel, shared, { team } = {}) => {
      const doing = shared ? shareChannel : unshareChannel;
      doing(engine, find(channel), partnerTeam(engine, team));
      await idle();
    },
    sever: async (channel, { team } = {}) => {
      severChannel(engine, find(channel), partnerTeam(engine, team));
      await idle();
    },
    deleteMessage: async (channel, which) => {
      const { ts } = messageBy(engine, find(channel), which);
      deleteAnyMessage(engine, find(channel), ts);
      await idle();
    },
    deleteFile: async (name, why = 'byHand') => {
      deleteAnyFile(engine, fileByName(engine, name), why);
      await idle();
    },
    unpin: async (channel, which, by) => {
      const { ts } = messageBy(engine, find(channel), which);
      unpin(engine, find(channel), ts, actor(by));
      await idle();
    },
  } satisfies Partial<Admin>;
}

function peopleAdminOf({ engine, idle }: Context) {
  const { world } = engine;
  const find = (name: string) => channelByName(engine, name);
  const who = (handle: string) => personByHandle(engine, handle);
  const bot = () => userOf(world, world.app.botUserId);
  const actor = (by?: string): string => actorOf(engine, by);
  return {
    inviteBot: async (channel, by) => {
      joinChannel(engine, find(channel), bot(), actor(by));
      await idle();
    },
    removeBot: async (channel, by) => {
      removeFromChannel(engine, find(channel), bot(), actor(by));
      await idle();
    },
    removeMember: async (channel, handle, by) => {
      removeFromChannel(engine, find(channel), who(handle), actor(by));
      await idle();
    },
    deactivate: async (handle) => {
      deactivate(engine, who(handle));
      await idle();
    },
    reinvite: async (handle, newHandle) => {
      const { id } = reinvite(engine, who(handle), newHandle);
      await idle();
      return id;
    },
    change: async (handle, changes) => {
      changeAccount(engine, who(handle), changes);
      await idle();
    },
    revokeScope: async (scope) => void world.grantedScopes.delete(scope),
    grantScope: async (scope) => void world.grantedScopes.add(scope),
  } satisfies Partial<Admin>;
}

/** The id of whoever does it. */
function actorOf(engine: Engine, handle: string | undefined): string {
  return handle === undefined ? administratorOf(engine.world).id : personByHandle(engine, handle).id;
}
