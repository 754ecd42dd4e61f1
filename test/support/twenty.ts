import type { Seed } from '../../sandbox/seed/plant.ts';
import { CLIENTS, crowded } from './crowded.ts';

const ONE_MORE = 'client18';

/** As many as can be asked about one version: guests of the client's and people of its own workspace. */
export const TWENTY: readonly string[] = ['olivia', 'dana', ...CLIENTS, ONE_MORE];

/** The agency with a client of whom twenty people decide: all of them are in #acme-lantern. */
export const twentyDecide: Seed = {
  ...crowded,
  people: [
    ...crowded.people,
    {
      handle: ONE_MORE,
      name: 'Client 18',
      title: 'At Acme',
      company: 'Acme',
      kind: 'guest',
      locale: 'en-GB',
      timeZone: 'Europe/London',
    },
  ],
  channels: crowded.channels.map((channel) =>
    channel.name === 'acme-lantern' ? { ...channel, members: [...channel.members, ONE_MORE] } : channel,
  ),
};
