import { agency } from '../../sandbox/seed/agency.ts';
import type { Seed, SeedPerson } from '../../sandbox/seed/plant.ts';

const guest = (handle: string, name: string, company: string, locale: 'en-GB' | 'zh-CN'): SeedPerson => ({
  handle,
  name,
  title: `Guest of ${company}`,
  company,
  timeZone: locale === 'en-GB' ? 'Europe/London' : 'Asia/Shanghai',
  kind: 'guest',
  locale,
});

/** Three more people of each client, who speak its language: guests in its channel. */
const PEOPLE: Readonly<Record<string, readonly SeedPerson[]>> = {
  'acme-lantern': [
    guest('ana', 'Ana Lim', 'Acme', 'en-GB'),
    guest('ben', 'Ben Hall', 'Acme', 'en-GB'),
    guest('cara', 'Cara Moss', 'Acme', 'en-GB'),
  ],
  'yunshan-lantern': [
    guest('an', '安宁', 'Yunshan Tea', 'zh-CN'),
    guest('bo', '柏林', 'Yunshan Tea', 'zh-CN'),
    guest('chun', '春生', 'Yunshan Tea', 'zh-CN'),
  ],
};

/** Somebody of the other client's, who was let in. */
const LET_IN: Readonly<Record<string, string>> = { 'acme-lantern': 'an', 'yunshan-lantern': 'ana' };

/** The agency with clients of whom several people decide. */
export const several: Seed = {
  ...agency,
  people: [...agency.people, ...Object.values(PEOPLE).flat()],
  channels: agency.channels.map((channel) => ({
    ...channel,
    members: [
      ...channel.members,
      ...(PEOPLE[channel.name] ?? []).map(({ handle }) => handle),
      ...[LET_IN[channel.name] ?? []].flat(),
    ],
  })),
};
