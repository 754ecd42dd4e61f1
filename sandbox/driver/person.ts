import type { KnownBlock, View as SlackView } from '@slack/types';
import { channelsSeenBy, reachesApp } from '../core/sight.ts';
import type { Channel, User } from '../core/types.ts';
import { shortcutsOf } from '../interact/shortcut.ts';
import { personByHandle } from '../seed/plant.ts';
import { performOrThrow, type Context } from './context.ts';
import { flattenBlocks } from './flatten.ts';
import { openModalOf, type Modal } from './modal.ts';
import { place, type Place } from './place.ts';
import { buttonsIn, pinsSeen, seenIn, visibleChannel, type SeenMessage } from './seen.ts';
import { pressButton, pressOn } from './surface.ts';
import { channelIdOf, everything, fits, newestAnywhere, type Which } from './which.ts';

export type Home = {
  text: string;
  raw: SlackView;
  press(label: string, option?: string): Promise<Modal | undefined>;
};

export type ClickOptions = {
  in?: string;
  message?: Which;
  /** The button stands in a reply to a message that fits. */
  thread?: Which;
  /** For a select or overflow menu: what to choose in it. */
  option?: string;
};

/** One person: they see what is theirs, and act only on what they see. */
export type Person = {
  id: string;
  handle: string;
  in(channel: string): Place;
  /** The direct messages with the bot, as a place to type in. */
  dm(): Place;
  modal(): Modal;
  hasModal(): boolean;
  /** Presses the newest button of that text which this person can see. */
  click(label: string, options?: ClickOptions): Promise<Modal | undefined>;
  /** Chooses a shortcut, by its name, in the menu of the newest message that fits. */
  shortcut(name: string, which: Which, options?: { in?: string }): Promise<Modal | undefined>;
  /** Puts an emoji to the newest message that fits, or takes the own one away. The name has no colons. */
  react(name: string, which: Which, options?: { in?: string; remove?: boolean }): Promise<void>;
  home(): Promise<Home>;
  sees(channel: string): SeenMessage[];
  /** What is pinned in a channel, in the order of pinning. */
  pins(channel: string): SeenMessage[];
  /** Messages that only this person sees, oldest first. */
  private(): SeenMessage[];
  dms(): SeenMessage[];
  channels(): string[];
  /** What Slack itself told them in grey. */
  notices(): string[];
};

/** The person of a handle. */
export function person(context: Context, handle: string): Person {
  const { engine } = context;
  const user = personByHandle(engine, handle);
  const ownDm = (): Channel[] => channelsSeenBy(engine.world, user).filter((channel) => channel.kind === 'im');
  return {
    id: user.id,
    handle: user.handle,
    in: (name) => place(context, user, () => visibleChannel(engine, user, name)),
    dm: () => place(context, user, () => ownDm()[0] ?? noDm(user)),
    modal: () => openModalOf(context, user) ?? noModal(context, user),
    hasModal: () => openModalOf(context, user) !== undefined,
    click: (label, options) => click(context, user, label, options ?? {}),
    shortcut: (name, which, options) => shortcut(context, user, name, which, options?.in),
    react: async (name, which, { in: where, remove = false } = {}) =>
      performOrThrow(context, user.id, {
        act: 'react',
        ...newestAnywhere(context, user, which, where),
        name,
        remove,
      }),
    home: () => home(context, user),
    sees: (name) => seenIn(engine, user, visibleChannel(engine, user, name)).filter((one) => !one.ephemeral),
    pins: (name) => pinsSeen(engine, user, visibleChannel(engine, user, name)),
    private: () => everything(context, user).filter((one) => one.ephemeral),
    dms: () => ownDm().flatMap((channel) => seenIn(engine, user, channel)),
    channels: () => channelsSeenBy(engine.world, user).flatMap((one) => (one.kind === 'im' ? [] : [`#${one.name}`])),
    notices: () => (engine.world.notices.get(user.id) ?? []).map((notice) => notice.text),
  };
}

async function click(context: Context, user: User, label: string, options: ClickOptions) {
  const { engine } = context;
  const where = options.in === undefined ? undefined : visibleChannel(engine, user, options.in);
  const all = everything(context, user);
  const messages = all.filter(
    (message) =>
      (where === undefined || message.channel === where.name) &&
      (options.message === undefined || fits(message, options.message)) &&
      (options.thread === undefined || inThread(all, message, options.thread)),
  );
  const found = messages.findLast((message) => message.buttons.includes(label));
  if (!found) {
    const visible = messages.flatMap((message) => message.buttons);
    throw new Error(`${user.handle} sees no button "${label}", only "${visible.join('", "')}"`);
  }
  const channelId = channelIdOf(context, found);
  const button = buttonsIn(engine, found.raw.blocks).find((one) => one.label === label);
  if (!button) throw new Error('unreachable: the button was just seen');
  const surface = {
    on: { message: { channel: channelId, ts: found.ts } },
    blocks: found.raw.blocks,
    viewId: undefined,
  };
  await pressButton(context, user, surface, button, options.option);
  return openModalOf(context, user);
}

async function shortcut(context: Context, user: User, name: string, which: Which, where: string | undefined) {
  const message = newestAnywhere(context, user, which, where);
  const offered = shortcutsOf(context.engine, user);
  const found = offered.find((one) => one.name === name);
  if (!found) {
    const names = offered.map((one) => one.name).join('", "');
    throw new Error(`${user.handle} finds no shortcut "${name}", only "${names}"`);
  }
  await performOrThrow(context, user.id, { act: 'shortcut', callbackId: found.callback_id, message });
  return openModalOf(context, user);
}

function inThread(all: SeenMessage[], message: SeenMessage, which: Which): boolean {
  return all.some(
    (parent) => parent.channel === message.channel && parent.ts === message.thread && fits(parent, which),
  );
}

async function home(context: Context, user: User): Promise<Home> {
  await performOrThrow(context, user.id, { act: 'open-home' });
  const { world } = context.engine;
  const record = world.homes.get(user.id);
  if (!record || !reachesApp(world, user)) throw new Error(`The app has published no home for ${user.handle}`);
  const blocks = record.view.blocks as KnownBlock[];
  return {
    text: flattenBlocks(world, blocks),
    raw: record.view,
    press: async (label, option) => {
      await pressOn(context, user, { on: { home: true }, blocks, viewId: record.id }, label, option);
      return openModalOf(context, user);
    },
  };
}

function noDm(user: User): never {
  throw new Error(`The bot has never written to ${user.handle}`);
}

function noModal(context: Context, user: User): never {
  const last = everything(context, user).slice(-3);
  const notices = (context.engine.world.notices.get(user.id) ?? []).map((notice) => notice.text);
  const sights = [...last.map((message) => `[#${message.channel}] ${message.text}`), ...notices];
  throw new Error(`${user.handle} has no modal open. The last they saw:\n${sights.join('\n')}`);
}
