import type { Engine } from '../core/engine.ts';
import { addMessage } from '../core/messages.ts';
import { typedMessage } from '../core/text.ts';
import type { PersonKind, User } from '../core/types.ts';
import { addChannel, addTeam, addUser } from '../core/world.ts';

/** A workspace on paper. People and channels are named as people name them; ids come when it is planted. */
export type Seed = {
  team: { name: string; domain: string };
  /** Partners of Slack Connect, by the key that people refer to. */
  partners: Record<string, { name: string; domain: string }>;
  people: readonly SeedPerson[];
  channels: readonly SeedChannel[];
};

export type SeedPerson = {
  handle: string;
  name: string;
  title: string;
  company: string;
  kind: Exclude<PersonKind, 'bot'>;
  /** The partner that an external belongs to. */
  partner?: string;
  locale?: string;
  timeZone: string;
  isAdmin?: boolean;
};

export type SeedChannel = {
  name: string;
  kind: 'public' | 'private';
  topic?: string;
  creator: string;
  members: readonly string[];
  withBot: boolean;
  isExtShared?: boolean;
  messages?: readonly { by: string; text: string }[];
};

/** Puts a seed's people and channels into an empty workspace, without an event: the app finds them there. */
export function plant(engine: Engine, seed: Seed): void {
  const { world } = engine;
  const partners = new Map(Object.entries(seed.partners).map(([key, team]) => [key, addTeam(world, team).id]));
  for (const person of seed.people) {
    const teamId = person.partner === undefined ? world.app.teamId : partners.get(person.partner);
    if (!teamId) throw new Error(`${person.handle} belongs to no team of the seed`);
    addUser(world, {
      handle: person.handle,
      name: person.name,
      title: person.title,
      company: person.company,
      kind: person.kind,
      locale: person.locale,
      timeZone: person.timeZone,
      isAdmin: person.isAdmin ?? false,
      teamId,
    });
  }
  for (const channel of seed.channels) plantChannel(engine, channel);
}

function plantChannel(engine: Engine, seed: SeedChannel): void {
  const { world } = engine;
  const members = seed.members.map((handle) => personByHandle(engine, handle).id);
  if (seed.withBot) members.push(world.app.botUserId);
  const channel = addChannel(world, {
    name: seed.name,
    kind: seed.kind,
    creator: personByHandle(engine, seed.creator).id,
    members,
    topic: seed.topic ?? '',
    isExtShared: seed.isExtShared ?? false,
  });
  for (const { by, text } of seed.messages ?? []) {
    addMessage(world, channel, { user: personByHandle(engine, by).id, ...typedMessage(world, text) });
  }
  const last = channel.messages.at(-1)?.ts;
  if (last) for (const id of members) channel.read[id] = last;
}

/** The person of a handle; fails with the handles there are. */
export function personByHandle(engine: Engine, handle: string): User {
  const people = [...engine.world.users.values()];
  const found = people.find((one) => one.handle === handle.replace(/^@/, ''));
  if (!found) throw new Error(`Nobody is called ${handle}; there are ${people.map((one) => one.handle).join(', ')}`);
  return found;
}
