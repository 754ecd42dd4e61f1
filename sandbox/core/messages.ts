import type { KnownBlock } from '@slack/types';
import { showMessage } from './shown.ts';
import type { Channel, Message } from './types.ts';
import type { World } from './world.ts';

/** What it takes to write a message; all the rest has a quiet default. */
export type NewMessage = Partial<Omit<Message, 'ts' | 'editedTs'>> & { user: string; text: string };

/** Puts a message into a channel (or before one person's eyes, by `onlyFor`) and gives it its ts. */
export function addMessage(world: World, channel: Channel, given: NewMessage): Message {
  const message: Message = {
    threadTs: undefined,
    subtype: undefined,
    metadata: undefined,
    byApp: false,
    onlyFor: undefined,
    inviter: undefined,
    clientMsgId: undefined,
    editedTs: undefined,
    files: [],
    reactions: [],
    ...given,
    blocks: identified(world, given.blocks ?? []),
    ts: nextTs(world, channel),
  };
  (message.onlyFor ? channel.ephemerals : channel.messages).push(message);
  if (!message.onlyFor && !message.threadTs) channel.read[message.user] = message.ts;
  showMessage(world, channel, message);
  world.changed();
  return message;
}

/** The next ts of a channel: unique and growing in it, and no more than that, as in Slack. */
export function nextTs(world: World, channel: Channel): string {
  const micros = Math.max(world.clock.now() * 1000, channel.lastTsMicros + 1);
  channel.lastTsMicros = micros;
  const seconds = Math.floor(micros / 1_000_000);
  return `${seconds}.${String(micros % 1_000_000).padStart(6, '0')}`;
}

/** A message that is in the channel's history. */
export function storedMessage(channel: Channel, ts: string): Message | undefined {
  return channel.messages.find((message) => message.ts === ts);
}

/** The replies of a thread, without its first message. */
export function repliesTo(channel: Channel, ts: string): Message[] {
  return channel.messages.filter((message) => message.threadTs === ts && message.ts !== ts);
}

/** Takes a message away, and with it its pin. */
export function removeMessage(world: World, channel: Channel, ts: string): void {
  channel.messages = channel.messages.filter((message) => message.ts !== ts);
  channel.ephemerals = channel.ephemerals.filter((message) => message.ts !== ts);
  channel.pins = channel.pins.filter((pin) => pin !== ts);
  world.changed();
}

/** Slack gives a random id to every block and element that came without one. */
export function identified(world: World, blocks: readonly KnownBlock[]): KnownBlock[] {
  const copy = structuredClone(blocks) as KnownBlock[];
  for (const block of copy) {
    block.block_id ??= world.random.hex(5);
    for (const element of elementsOf(block)) element.action_id ??= world.random.hex(5);
  }
  return copy;
}

/** An interactive element, of whatever type, as far as the sandbox needs to know it. */
export type AnyElement = Record<string, unknown> & { type: string; action_id?: string };

/** The elements of a block that a person can use. */
export function elementsOf(block: KnownBlock): AnyElement[] {
  const raw = block as unknown as { accessory?: AnyElement; element?: AnyElement; elements?: AnyElement[] };
  if (block.type === 'section') return raw.accessory && raw.accessory.type !== 'image' ? [raw.accessory] : [];
  if (block.type === 'input') return raw.element ? [raw.element] : [];
  return block.type === 'actions' || block.type === 'context_actions' ? (raw.elements ?? []) : [];
}

/** Finds an element by the ids that a person's press carries. */
export function elementIn(blocks: readonly KnownBlock[], blockId: string, actionId: string): AnyElement | undefined {
  const block = blocks.find((one) => one.block_id === blockId);
  return block && elementsOf(block).find((element) => element.action_id === actionId);
}
