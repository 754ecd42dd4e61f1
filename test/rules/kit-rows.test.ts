import { describe, expect, test } from '@jest/globals';
import type { Message } from '../../src/kit/blocks.ts';
import {
  card,
  cardKey,
  clientOf,
  directTo,
  doing,
  type Doing,
  doingSchema,
  frozenSchema,
  homeCard,
  homeSubject,
  laneOf,
  type Place,
  placeSchema,
  sayToClient,
  sayToPerson,
  sayToTeam,
  subjectSchema,
  teamOf,
} from '../../src/kit/rows.ts';
import { fits } from '../../src/io/sender-rules.ts';
import { ana, ben } from '../support/arbitraries.ts';

const message = <A extends 'team' | 'client' | 'person'>(audience: A): Message<A> => ({
  audience,
  text: 'text',
  blocks: [{ type: 'divider' }],
});
const home = { kind: 'home', person: ana.person } as const;
const places: Place[] = [teamOf('p1'), clientOf('p1'), directTo(ana.person, 'p1'), directTo(ben.person, null), home];
const subject = { kind: 'brief', project: 'p1', about: null };
const doings: Doing[] = [
  { do: 'createChannel', name: 'acme' },
  { do: 'invite', people: [ana.person, ben.person] },
  { do: 'topic', topic: 'Acme' },
  { do: 'pin', message: 'card:project:p1' },
];

describe('what is said goes to those whom it is made for', () => {
  const common = { kind: 'say', key: 'k', urgent: true };

  test('the team in its channel', () => {
    const row = sayToTeam('p1', 'k', message('team'));
    expect(row).toEqual({ ...common, place: teamOf('p1'), parent: null, message: message('team') });
    expect(sayToTeam('p1', 'k', message('team'), 'thread').parent).toBe('thread');
  });

  test('the client in theirs', () => {
    const row = sayToClient('p1', 'k', message('client'));
    expect(row).toEqual({ ...common, place: clientOf('p1'), parent: null, message: message('client') });
    expect(sayToClient('p1', 'k', message('client'), 'thread').parent).toBe('thread');
  });

  test('one person in private', () => {
    const row = sayToPerson(ana.person, 'p1', 'k', message('person'));
    expect(row).toEqual({ ...common, place: directTo(ana.person, 'p1'), parent: null, message: message('person') });
  });

  test('and the sender agrees', () => {
    const rows = [
      sayToTeam('p1', 'k', message('team')),
      sayToClient('p1', 'k', message('client')),
      sayToPerson(ana.person, null, 'k', message('person')),
    ];
    const agreed = rows.map((row) => row.kind === 'say' && fits(row.place, row.message.audience));
    expect(agreed).toEqual([true, true, true]);
  });
});

describe('a card', () => {
  test('is known by what it shows, so that there is one of it', () => {
    const shown = card(teamOf('p1'), subject);
    expect(shown).toEqual({
      kind: 'card',
      key: cardKey(subject),
      place: teamOf('p1'),
      parent: null,
      urgent: true,
      subject,
    });
    expect(card(clientOf('p1'), subject, 'thread')).toMatchObject({ key: shown.key, parent: 'thread' });
  });

  test('of App Home belongs to one person', () => {
    expect(homeCard(ana.person)).toMatchObject({ place: home, subject: homeSubject(ana.person) });
    expect(homeCard(ana.person).key).not.toBe(homeCard(ben.person).key);
  });

  test('keeps the key under which it was posted in earlier days', () => {
    const keys = [subject, { ...subject, about: '2.1' }, homeSubject({ team: 'T1', user: 'U1' })].map(cardKey);
    expect(keys).toEqual(['card:brief:p1', 'card:brief:p1:2.1', 'card:home:T1:U1']);
  });
});

test.each(doings)('$do is asked for in the lane of the place that it is for', (what) => {
  const row = { kind: 'do', key: 'k', place: clientOf('p1'), parent: null, urgent: true, doing: what };
  expect(doing(clientOf('p1'), 'k', what)).toEqual(row);
});

test('each place has a lane of its own, by the name that rows of earlier days have', () => {
  const person = { team: 'T1', user: 'U1' };
  const lanes = [teamOf('p1'), clientOf('p1'), directTo(person, 'p1'), { kind: 'home', person } as const].map(laneOf);
  expect(lanes).toEqual(['p1:team', 'p1:client', 'person:T1:U1', 'home:T1:U1']);
});

describe('what is stored', () => {
  test('comes back as it was', () => {
    expect(places.map((place) => placeSchema.parse(place))).toEqual(places);
    expect(doings.map((what) => doingSchema.parse(what))).toEqual(doings);
    expect(subjectSchema.parse(subject)).toEqual(subject);
    expect(frozenSchema.parse(message('client'))).toEqual(message('client'));
  });

  test('in another form is not read', () => {
    const person = ana.person;
    const broken = [
      placeSchema.safeParse({ kind: 'channel', channel: 'C1' }),
      placeSchema.safeParse({ kind: 'elsewhere', person }),
      doingSchema.safeParse({ do: 'archive' }),
      subjectSchema.safeParse({ kind: 'brief' }),
      frozenSchema.safeParse({ audience: 'team', text: 'text', blocks: [{}] }),
      frozenSchema.safeParse({ ...message('team'), audience: 'everybody' }),
    ];
    expect(broken.map(({ success }) => success)).toEqual(broken.map(() => false));
  });
});
