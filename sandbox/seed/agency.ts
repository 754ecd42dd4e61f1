import type { Seed } from './plant.ts';

const SHANGHAI = { timeZone: 'Asia/Shanghai' } as const;
const LONDON = { timeZone: 'Europe/London' } as const;
const LANTERN = { company: 'Lantern', ...SHANGHAI } as const;

/** Lantern, a small agency in Shanghai, with a client in London, one in Hangzhou, and a partner over Slack Connect. */
export const agency: Seed = {
  team: { name: 'Lantern', domain: 'lantern' },
  partners: { acme: { name: 'Acme', domain: 'acme' } },
  people: [
    {
      handle: 'mei',
      name: 'Mei Chen',
      title: 'Account manager, Shanghai',
      kind: 'member',
      locale: 'en-GB',
      isAdmin: true,
      ...LANTERN,
    },
    { handle: 'tom', name: 'Tom Baker', title: 'Deputy account manager', kind: 'member', locale: 'en-US', ...LANTERN },
    { handle: 'wei', name: 'Wei Lin', title: 'Creative', kind: 'member', locale: 'zh-CN', ...LANTERN },
    { handle: 'ines', name: 'Ines Duarte', title: 'Producer', kind: 'member', locale: 'en-US', ...LANTERN },
    { handle: 'hao', name: 'Hao Zhang', title: 'Media planner', kind: 'member', locale: 'zh-CN', ...LANTERN },
    { handle: 'xia', name: 'Xia Liu', title: 'Account manager', kind: 'member', locale: 'zh-CN', ...LANTERN },
    {
      handle: 'kai',
      name: 'Kai Novak',
      title: 'Freelance motion designer',
      company: 'Freelance',
      kind: 'guest',
      locale: 'en-US',
      ...SHANGHAI,
    },
    {
      handle: 'olivia',
      name: 'Olivia Grant',
      title: 'Brand manager at Acme, London (guest)',
      company: 'Acme',
      kind: 'guest',
      locale: 'en-GB',
      ...LONDON,
    },
    {
      handle: 'dana',
      name: 'Dana Reed',
      title: 'Head of marketing at Acme, London (Slack Connect)',
      company: 'Acme',
      kind: 'external',
      partner: 'acme',
      ...LONDON,
    },
    {
      handle: 'zhou',
      name: 'Zhou Lan',
      title: 'Marketing director at Yunshan Tea (guest)',
      company: 'Yunshan Tea 云山茶',
      kind: 'guest',
      locale: 'zh-CN',
      ...SHANGHAI,
    },
  ],
  channels: [
    {
      name: 'general',
      kind: 'public',
      topic: 'Everybody at Lantern',
      creator: 'mei',
      members: ['mei', 'tom', 'wei', 'ines', 'hao', 'xia'],
      withBot: false,
      messages: [{ by: 'mei', text: 'Good morning. Acme and Yunshan Tea both start their spring work this week.' }],
    },
    {
      name: 'acme-lantern',
      kind: 'public',
      topic: 'Acme and Lantern: shared with the client',
      creator: 'mei',
      members: ['mei', 'tom', 'olivia', 'dana'],
      withBot: true,
      isExtShared: true,
      messages: [
        { by: 'olivia', text: 'Morning all. We would like something for students this spring, a small trial first.' },
        { by: 'mei', text: 'Lovely. @tom and I will come back with questions today.' },
      ],
    },
    {
      name: 'yunshan-lantern',
      kind: 'private',
      topic: '云山茶 × Lantern',
      creator: 'xia',
      members: ['xia', 'zhou'],
      withBot: true,
      messages: [{ by: 'zhou', text: '早上好，今年的春茶我们想做一次线上活动。' }],
    },
    {
      name: 'pitch-room',
      kind: 'private',
      topic: 'Pitches we have not won yet',
      creator: 'mei',
      members: ['mei', 'wei'],
      withBot: true,
      messages: [
        { by: 'wei', text: 'First thoughts for the museum pitch are on the wall, come and look.' },
        { by: 'mei', text: 'On my way.' },
      ],
    },
  ],
};
