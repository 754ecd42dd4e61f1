/** All that one person could ever read, on every surface: for tests of who must not learn what. */
import type { Engine } from '../core/engine.ts';
import { channelParts, messageParts, type ShownPart, viewParts } from '../core/shown.ts';
import { channelsSeenBy, messagesSeenBy, reachesApp } from '../core/sight.ts';
import type { Channel, Shown, User } from '../core/types.ts';
import { modalsOf } from '../core/views.ts';
import { personByHandle } from '../seed/plant.ts';
import { flattenBlocks, readMrkdwn } from './flatten.ts';

export type SeatText = {
  /** "#acme-lantern" as it is called now, "direct message", "App Home", "modal", "notice". */
  where: string;
  what: Shown['what'];
  /** As it would be read aloud. */
  text: string;
  /** As it went over the wire, in JSON: with ids, button values and the like, which a curious person can find. */
  raw: string;
};

export type Sight = {
  /** What is before this person now. */
  now: SeatText[];
  /** What was ever before them, oldest first, though it was changed, deleted, closed, or they are gone from there. */
  ever: SeatText[];
  /** All of it in one string, read aloud and raw, to look for a word in. */
  text: string;
};

/** Everything that the person of this handle sees and saw. */
export function sightOf(engine: Engine, handle: string): Sight {
  const user = personByHandle(engine, handle);
  const read = (part: ShownPart): SeatText => readAloud(engine, part);
  const now = partsNow(engine, user).map(read);
  const ever = (engine.world.shown ?? []).filter(({ viewers }) => viewers.includes(user.id)).map(read);
  const lines = [...ever, ...now].flatMap(({ where, text, raw }) => [where, text, raw]);
  return { now, ever, text: [...new Set(lines)].join('\n') };
}

function partsNow({ world }: Engine, user: User): ShownPart[] {
  const channels = channelsSeenBy(world, user);
  const home = reachesApp(world, user) ? world.homes.get(user.id) : undefined;
  const views = [...(home ? [home] : []), ...modalsOf(world, user.id)];
  const notices = (world.notices.get(user.id) ?? []).map(({ text }) => text);
  return [
    ...channels.flatMap((channel) => channelParts(channel)),
    ...channels.flatMap((channel) => inChannel(world, user, channel)),
    ...views.flatMap((view) => viewParts(view)),
    ...(notices.length > 0
      ? [{ what: 'notice' as const, channel: undefined, words: notices, blocks: [], raw: JSON.stringify(notices) }]
      : []),
  ];
}

function inChannel(world: Engine['world'], user: User, channel: Channel): ShownPart[] {
  return messagesSeenBy(user, channel).flatMap((message) => {
    const parts = messageParts(world, channel, message);
    const pins = channel.pins.includes(message.ts)
      ? parts.slice(0, 1).map((one) => ({ ...one, what: 'pin' as const }))
      : [];
    return [...parts, ...pins];
  });
}

const PLACES: Partial<Record<Shown['what'], string>> = { home: 'App Home', modal: 'modal', errors: 'modal' };

function readAloud({ world }: Engine, { what, channel, words, blocks, raw }: ShownPart): SeatText {
  const place = channel === undefined ? undefined : world.channels.get(channel);
  const where = place ? (place.kind === 'im' ? 'direct message' : `#${place.name}`) : (PLACES[what] ?? what);
  const text = [...words.map((one) => readMrkdwn(world, one)), flattenBlocks(world, blocks)].filter(Boolean).join('\n');
  return { where, what, text, raw };
}
