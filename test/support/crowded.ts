import { agency } from '../../sandbox/seed/agency.ts';
import type { Seed, SeedPerson } from '../../sandbox/seed/plant.ts';

/** Whom the client channel has besides those of the small agency: half of them guests, half of another company. */
export const CLIENTS: readonly string[] = Array.from({ length: 17 }, (_, index) => `client${index + 1}`);
/** Everybody of the agency's who works in #war-room. */
export const TEAM = ['mei', 'tom', 'wei', 'ines', 'hao', 'xia'] as const;

const client = (handle: string, index: number): SeedPerson => ({
  handle,
  name: `Client ${index + 1}`,
  title: 'At Acme',
  company: 'Acme',
  timeZone: 'Europe/London',
  ...(index % 2 === 0 ? { kind: 'guest', locale: 'en-GB' } : { kind: 'external', partner: 'acme' }),
});

/** The agency with a client who sends everybody: twenty-one people in #acme-lantern, and a room that the team works in. */
export const crowded: Seed = {
  ...agency,
  people: [...agency.people, ...CLIENTS.map(client)],
  channels: [
    ...agency.channels.map((channel) =>
      channel.name === 'acme-lantern' ? { ...channel, members: [...channel.members, ...CLIENTS] } : channel,
    ),
    { name: 'war-room', kind: 'private', creator: 'mei', members: TEAM, withBot: true },
  ],
};
