import type { KnownBlock } from '@slack/types';
import type { Engine } from '../core/engine.ts';
import { elementsOf, type AnyElement } from '../core/messages.ts';
import { canSeeChannel, channelsSeenBy, messagesSeenBy } from '../core/sight.ts';
import type { Channel, Message, User } from '../core/types.ts';
import { userOf } from '../core/world.ts';
import { flattenBlocks, readMrkdwn, textOf } from './flatten.ts';
import { pingsOf } from './pings.ts';

/** A message as one person sees it, for assertions. */
export type SeenMessage = {
  channel: string;
  ts: string;
  /** The ts of the thread's first message, on replies alone. */
  thread: string | undefined;
  /** The handle of who wrote it. */
  by: string;
  /** All of it, as it would be read aloud. */
  text: string;
  /** The `text` that notifications and screen readers get. */
  fallback: string;
  buttons: string[];
  /** Who it would notify: "@mei", "!channel". */
  pings: string[];
  subtype: string | undefined;
  edited: boolean;
  ephemeral: boolean;
  pinned: boolean;
  /** The names of its files; one that was deleted is in brackets. */
  files: string[];
  /** "eyes 2": how many put this emoji to it. */
  reactions: string[];
  raw: Message;
};

/** One message for assertions. */
function seen(engine: Engine, channel: Channel, message: Message): SeenMessage {
  const { world } = engine;
  const isReply = message.threadTs !== undefined && message.threadTs !== message.ts;
  return {
    channel: channel.name,
    ts: message.ts,
    thread: isReply ? message.threadTs : undefined,
    by: userOf(world, message.user).handle,
    text: message.blocks.length > 0 ? flattenBlocks(world, message.blocks) : readMrkdwn(world, message.text),
    fallback: readMrkdwn(world, message.text),
    buttons: buttonsIn(engine, message.blocks).map(({ label }) => label),
    pings: pingsOf(world, message),
    subtype: message.subtype,
    edited: message.editedTs !== undefined,
    ephemeral: message.onlyFor !== undefined,
    pinned: channel.pins.includes(message.ts),
    files: message.files.map((id) => fileName(engine, id)),
    reactions: message.reactions.map(({ name, users }) => `${name} ${users.length}`),
    raw: message,
  };
}

function fileName({ world }: Engine, id: string): string {
  const file = world.files.get(id);
  return file?.isDeleted ? `[${file.name}]` : (file?.name ?? '');
}

export type Button = { label: string; blockId: string; element: AnyElement };

/** What can be pressed: buttons by their text, choices by their placeholder, an overflow menu as "⋯". */
export function buttonsIn(engine: Engine, blocks: readonly KnownBlock[]): Button[] {
  return blocks.flatMap((block) =>
    elementsOf(block).map((element) => ({
      label: element.type === 'overflow' ? '⋯' : textOf(engine.world, element['text'] ?? element['placeholder']),
      blockId: block.block_id ?? '',
      element,
    })),
  );
}

/** What a person sees in a channel: threads opened, each reply after its first message. */
export function seenIn(engine: Engine, user: User, channel: Channel): SeenMessage[] {
  const all = messagesSeenBy(user, channel);
  const tops = all.filter((message) => !message.threadTs || message.threadTs === message.ts);
  const inOrder = tops.flatMap((top) => [top, ...all.filter((one) => one.threadTs === top.ts && one !== top)]);
  return inOrder.map((message) => seen(engine, channel, message));
}

/** What a person sees pinned in a channel, in the order of pinning. */
export function pinsSeen(engine: Engine, user: User, channel: Channel): SeenMessage[] {
  const all = seenIn(engine, user, channel);
  return channel.pins.flatMap((ts) => all.find((message) => message.ts === ts) ?? []);
}

/** The channel that a person means by "#name"; fails with the ones they see. */
export function visibleChannel(engine: Engine, user: User, name: string): Channel {
  const wanted = name.replace(/^#/, '');
  const found = [...engine.world.channels.values()].find((one) => one.kind !== 'im' && one.name === wanted);
  if (found && canSeeChannel(engine.world, user, found)) return found;
  const names = channelsSeenBy(engine.world, user).map((one) =>
    one.kind === 'im' ? '(direct message)' : `#${one.name}`,
  );
  throw new Error(`${user.handle} sees no #${wanted}, only ${names.join(', ') || 'nothing'}`);
}
