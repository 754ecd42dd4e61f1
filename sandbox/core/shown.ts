/** Everything that was ever before somebody's eyes: for tests that ask what a person could have read. */
import type { KnownBlock } from '@slack/types';
import { canSeeChannel } from './sight.ts';
import type { Channel, Message, Shown, ViewRecord } from './types.ts';
import type { World } from './world.ts';

/** What is shown, before it is said to whom. */
export type ShownPart = Omit<Shown, 'viewers'>;

/** Keeps the log from now on, beginning with all that is there. */
export function keepShown(world: World): void {
  world.shown = [];
  for (const channel of world.channels.values()) showChannel(world, channel);
}

/** Everybody who sees a channel sees what stands in it: to be said again when somebody comes in. */
export function showChannel(world: World, channel: Channel): void {
  if (!world.shown) return;
  record(world, viewersOf(world, channel), channelParts(channel));
  for (const message of [...channel.messages, ...channel.ephemerals]) showMessage(world, channel, message);
}

/** A message was written or changed. */
export function showMessage(world: World, channel: Channel, message: Message): void {
  if (!world.shown) return;
  const viewers = message.onlyFor === undefined ? viewersOf(world, channel) : [message.onlyFor];
  record(world, viewers, messageParts(world, channel, message));
}

/** A modal or a home was opened or changed, or came back with errors. */
export function showView(world: World, view: ViewRecord): void {
  if (world.shown) record(world, [view.user], viewParts(view));
}

/** Slack itself told somebody something, often in the app's words. */
export function showNotice(world: World, userId: string, text: string): void {
  if (world.shown) record(world, [userId], [part('notice', undefined, [text])]);
}

function record(world: World, viewers: readonly string[], parts: readonly ShownPart[]): void {
  world.shown?.push(...parts.map((one) => ({ viewers, ...one })));
}

function viewersOf(world: World, channel: Channel): string[] {
  return [...world.users.values()].filter((user) => canSeeChannel(world, user, channel)).map(({ id }) => id);
}

/** The name and the topic of a channel. Direct messages have neither. */
export function channelParts(channel: Channel): ShownPart[] {
  if (channel.kind === 'im') return [];
  return [part('name', channel.id, [channel.name]), part('topic', channel.id, [channel.topic])];
}

/** A message with its files, and with its metadata, which everybody of a workspace can read (docs.slack.dev). */
export function messageParts(world: World, channel: Channel, message: Message): ShownPart[] {
  const { text, blocks, metadata, extra = {} } = message;
  const what = message.onlyFor === undefined ? 'message' : 'ephemeral';
  const files = message.files.flatMap((id) => world.files.get(id) ?? []);
  return [
    { what, channel: channel.id, words: [text, ...Object.values(extra)], blocks, raw: JSON.stringify(message) },
    ...files.map(({ name, title }) => part('file', channel.id, [name, title])),
    ...(metadata ? [part('metadata', channel.id, [JSON.stringify(metadata)])] : []),
  ];
}

/** A modal with the errors in it, or a home. */
export function viewParts({ view, errors }: ViewRecord): ShownPart[] {
  const modal = view.type === 'modal' ? view : undefined;
  const words = [modal?.title, modal?.submit, modal?.close].flatMap((one) => one?.text ?? []);
  const blocks = view.blocks as KnownBlock[];
  const said = Object.values(errors);
  return [
    { what: modal ? 'modal' : 'home', channel: undefined, words, blocks, raw: JSON.stringify(view) },
    ...(said.length > 0 ? [part('errors', undefined, said)] : []),
  ];
}

const part = (what: Shown['what'], channel: string | undefined, words: string[]): ShownPart => ({
  what,
  channel,
  words,
  blocks: [],
  raw: JSON.stringify(words),
});
