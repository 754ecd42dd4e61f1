import { addFile, type NewFile } from '../core/files.ts';
import type { Channel, User } from '../core/types.ts';
import { personByHandle } from '../seed/plant.ts';
import type { Act } from '../server/protocol.ts';
import { performOrThrow, type Context } from './context.ts';
import { openModalOf, type Modal } from './modal.ts';
import { newest, type Which } from './which.ts';

export type PostOptions = {
  /** A reply to the newest message that fits. */
  thread?: Which;
  files?: readonly NewFile[];
};

/** A channel or direct message, for one person to act in. */
export type Place = {
  /** Types a slash command here. Gives the modal that is open afterwards. */
  command(text: string): Promise<Modal | undefined>;
  /** Writes a message; with files the text may be empty. Gives its ts. */
  post(text: string, options?: PostOptions): Promise<string>;
  /** Changes, or deletes, the newest own message that fits. */
  edit(which: Which, text: string): Promise<void>;
  remove(which: Which): Promise<void>;
  /** Deletes the newest own file of that name, wherever it is shared; the messages stay. */
  removeFile(name: string): Promise<void>;
  /** Brings somebody in: a person, or the app by its own handle. */
  invite(handle: string): Promise<void>;
  /** Takes somebody out: a person, or the app. */
  kick(handle: string): Promise<void>;
  join(): Promise<void>;
  leave(): Promise<void>;
};

/** A place to act in. `here` finds the channel anew at each act: it may be renamed, or no longer seen. */
export function place(context: Context, user: User, here: () => Channel): Place {
  const { world } = context.engine;
  const perform = (wish: Act): Promise<void> => performOrThrow(context, user.id, wish);
  return {
    command: async (text) => {
      await perform({ act: 'command', channel: here().id, text });
      return openModalOf(context, user);
    },
    post: async (text, options = {}) => {
      const channel = here();
      const thread =
        options.thread === undefined ? {} : { threadTs: newest(context, user, channel, options.thread).ts };
      const files = (options.files ?? []).map((file) => addFile(world, user.id, file).id);
      await perform({ act: 'post', channel: channel.id, text, files, ...thread });
      return channel.messages.findLast((message) => message.user === user.id)?.ts ?? '';
    },
    edit: async (which, text) => {
      const { ts } = newest(context, user, here(), which);
      return perform({ act: 'edit', channel: here().id, ts, text });
    },
    remove: async (which) => {
      const { ts } = newest(context, user, here(), which);
      return perform({ act: 'delete', channel: here().id, ts });
    },
    removeFile: async (name) => {
      const own = [...world.files.values()].findLast((file) => file.name === name && file.user === user.id);
      if (!own) throw new Error(`${user.handle} has no file ${name}`);
      return perform({ act: 'delete-file', file: own.id });
    },
    invite: async (handle) => {
      const invitee = personByHandle(context.engine, handle);
      return perform({ act: 'invite', channel: here().id, user: invitee.id });
    },
    kick: async (handle) => {
      const removed = personByHandle(context.engine, handle);
      return perform({ act: 'kick', channel: here().id, user: removed.id });
    },
    join: () => perform({ act: 'join', channel: here().id }),
    leave: () => perform({ act: 'leave', channel: here().id }),
  };
}
