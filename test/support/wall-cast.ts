import { agency } from '../../sandbox/seed/agency.ts';
import type { Seed } from '../../sandbox/seed/plant.ts';

/** Who sits on which side of the wall, and the words by which it is known whose something is. */

const LONDON = { timeZone: 'Europe/London' } as const;

/** The agency with a partner agency, two more people of a client, and a second private channel with that client's people. */
export const wallSeed: Seed = {
  ...agency,
  partners: { ...agency.partners, north: { name: 'North', domain: 'north' } },
  people: [
    ...agency.people,
    {
      handle: 'nina',
      name: 'Nina Okafor',
      title: 'Trainee at Acme (guest)',
      company: 'Acme',
      kind: 'guest',
      locale: 'en-GB',
      ...LONDON,
    },
    {
      handle: 'max',
      name: 'Max Hill',
      title: 'Sent by Acme to sit with the agency: a full member',
      company: 'Acme',
      kind: 'member',
      locale: 'en-GB',
      ...LONDON,
    },
    {
      handle: 'pat',
      name: 'Pat Quinn',
      title: 'Art director of a partner agency',
      company: 'North',
      kind: 'external',
      partner: 'north',
      ...LONDON,
    },
  ],
  channels: [
    ...agency.channels,
    { name: 'acme-side', kind: 'private', creator: 'mei', members: ['mei', 'olivia', 'max'], withBot: true },
  ],
};

/** The two account managers, each with a client of their own, and a language. */
export const MANAGERS = {
  mei: { locale: 'en', client: 1, from: '#general', clientChannel: '#acme-lantern', approver: '@dana' },
  xia: { locale: 'zh', client: 2, from: '#general', clientChannel: '#yunshan-lantern', approver: '@zhou' },
} as const;
export type Manager = keyof typeof MANAGERS;

/** Everybody at a client's. */
export const CLIENT_PEOPLE = ['dana', 'olivia', 'nina', 'max', 'zhou'] as const;
/** Guests and people of other companies who may work with the team. */
export const OTHERS = ['kai', 'pat'] as const;
/** Who never meets a client: not a client's person and not the bot says so by name beyond the wall. */
export const HIDDEN = { handle: 'hao', name: 'Hao Zhang' } as const;
export const COLLEAGUES = ['ines', 'wei', 'tom'] as const;

/**
 * Whose a text is, from a word in it. inside: typed where only the team reads. draft: an answer of the brief, the client's from
 * the moment it is sent. project, client: their names. Numbers are the project's, the client's for `client` and `profile`.
 */
export const MARKS = { inside: 'inq', draft: 'draq', project: 'proq', client: 'cliq', profile: 'pfq' } as const;
export type MarkKind = keyof typeof MARKS;
export type Mark = { kind: MarkKind; of: number; word: string };

/** One word, so that no mark is taken apart where differences are shown. A name of a channel has small letters only. */
export const mark = (kind: MarkKind, of: number, count = 0): string => `${MARKS[kind]}${of}z${count}z`;

const KINDS = Object.keys(MARKS) as MarkKind[];
const ANY = new RegExp(`(${Object.values(MARKS).join('|')})(\\d+)z\\d+z`, 'giu');

/** Every mark in a text, each once. */
export function marksIn(text: string): Mark[] {
  const found = new Map<string, Mark>();
  for (const [word, prefix = '', of = ''] of text.toLowerCase().matchAll(ANY)) {
    const kind = KINDS.find((one) => MARKS[one] === prefix);
    if (kind) found.set(word, { kind, of: Number(of), word });
  }
  return [...found.values()];
}
