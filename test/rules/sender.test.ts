import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { SIDES } from '../../src/kit/aggregate.ts';
import { AUDIENCES } from '../../src/kit/blocks.ts';
import { clientOf, directTo, type Doing, laneOf, teamOf } from '../../src/kit/rows.ts';
import type { Row } from '../../src/io/outbox.ts';
import {
  channelName,
  fits,
  growingWaitMs,
  isRepeatable,
  isUncertain,
  lanesOf,
  LOOK_AFTER_MS,
  readyAtMs,
} from '../../src/io/sender-rules.ts';
import { permalink } from '../../src/io/slack.ts';

const AT = new Date(Date.UTC(2026, 10, 30, 1));
const person = { team: 'T1', user: 'U1' };

function row(changes: Partial<Row> = {}): Row {
  const place = changes.place ?? teamOf('p1');
  return {
    kind: 'say',
    _id: 'row',
    workspace: 'T1',
    project: 'p1',
    lane: laneOf(place),
    place,
    parent: null,
    urgent: true,
    at: AT,
    order: 0,
    state: 'pending',
    token: 'token',
    sendingAt: null,
    notBefore: null,
    attempts: 0,
    channel: null,
    ts: null,
    error: null,
    message: { audience: 'team', text: 'text', blocks: [] },
    ...changes,
  } as Row;
}

describe('the wall', () => {
  test('what is made for one side goes to that side only', () => {
    for (const side of SIDES) {
      const place = side === 'team' ? teamOf('p1') : clientOf('p1');
      expect(AUDIENCES.filter((audience) => fits(place, audience))).toEqual([side]);
    }
  });

  test('one person gets what is made for one person; App Home takes no message at all', () => {
    expect(AUDIENCES.filter((audience) => fits(directTo(person, null), audience))).toEqual(['person']);
    expect(AUDIENCES.map((audience) => fits({ kind: 'home', person }, audience))).toEqual([false, false, false]);
  });
});

describe('lanes', () => {
  const drawn = fc.record({
    lane: fc.constantFrom('a', 'b', 'c'),
    atMs: fc.integer({ min: 0, max: 3 }),
    order: fc.integer({ min: 0, max: 5 }),
    urgent: fc.boolean(),
  });

  test('each keeps the order of decisions, and no row is lost or doubled', () => {
    fc.assert(
      fc.property(fc.array(drawn), (all) => {
        const rows = all.map((one, index) => row({ ...one, _id: `${index}`, at: new Date(one.atMs) }));
        const lanes = lanesOf(rows);
        expect(
          lanes
            .flat()
            .map(({ _id }) => _id)
            .toSorted(),
        ).toEqual(rows.map(({ _id }) => _id).toSorted());
        for (const lane of lanes) {
          expect(new Set(lane.map((one) => one.lane)).size).toBe(1);
          const keys = lane.map(({ at, order }) => at.getTime() * 1000 + order);
          expect(keys).toEqual(keys.toSorted((a, b) => a - b));
        }
      }),
    );
  });

  test('those that a person waits for come first', () => {
    const rows = [
      row({ lane: 'a', urgent: false }),
      row({ lane: 'b', urgent: false }),
      row({ lane: 'b', urgent: true }),
    ];
    expect(lanesOf(rows).map(([first]) => first?.lane)).toEqual(['b', 'a']);
  });
});

describe('when a row may go', () => {
  test('a message nobody knows the outcome of is looked for after half a minute', () => {
    expect(readyAtMs(row({ sendingAt: AT }))).toBe(AT.getTime() + LOOK_AFTER_MS);
  });

  test('what was told to wait waits, and what was neither tried nor told goes at once', () => {
    const notBefore = new Date(AT.getTime() + 90_000);
    expect([readyAtMs(row()), readyAtMs(row({ notBefore }))]).toEqual([0, notBefore.getTime()]);
    expect(readyAtMs(row({ notBefore: AT, sendingAt: AT }))).toBe(AT.getTime() + LOOK_AFTER_MS);
  });

  const subject = { kind: 'brief', project: 'p1', about: null };
  const posted = { ts: '1.2', channel: 'C1' };
  const doings: Doing[] = [
    { do: 'invite', people: [person] },
    { do: 'topic', topic: 'Acme' },
    { do: 'pin', message: 'card:project:p1' },
  ];
  const home = { kind: 'home', person } as const;
  test.each<[string, Partial<Row>]>([
    ['an edit of a card', { kind: 'card', subject, wants: 1, ...posted }],
    ['somebody’s App Home', { kind: 'card', subject, wants: 1, place: home }],
    ...doings.map((doing): [string, Partial<Row>] => [`“${doing.do}”`, { kind: 'do', doing }]),
  ])('%s may be repeated at once, for twice is as good as once', (_, parts) => {
    const tried = row({ ...parts, sendingAt: AT });
    expect([isRepeatable(tried), isUncertain(tried), readyAtMs(tried)]).toEqual([true, false, 0]);
  });

  test.each<[string, Partial<Row>]>([
    ['a message', {}],
    ['a message that has its place', posted],
    ['a card that is not posted yet', { kind: 'card', subject, wants: 1 }],
    ['a channel', { kind: 'do', doing: { do: 'createChannel', name: 'acme' } }],
  ])('%s is not made twice: it is looked for before it is repeated', (_, parts) => {
    const tried = row({ ...parts, sendingAt: AT });
    expect([isRepeatable(tried), isUncertain(tried)]).toEqual([false, true]);
    expect(readyAtMs(tried)).toBe(AT.getTime() + LOOK_AFTER_MS);
    expect(isUncertain(row(parts))).toBe(false);
  });

  test('waits grow to a minute and no further', () => {
    expect([0, 1, 2, 5, 6, 400].map(growingWaitMs)).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000]);
  });
});

test('a taken channel name gets a number and stays within 80 characters', () => {
  expect([1, 2, 12].map((choice) => channelName('acme-spring', choice))).toEqual([
    'acme-spring',
    'acme-spring-2',
    'acme-spring-12',
  ]);
  const letters = fc.constantFrom('a', '-', '9');
  const name = fc.string({ unit: letters, minLength: 1, maxLength: 120, size: 'max' });
  fc.assert(
    fc.property(name, fc.integer({ min: 1, max: 12 }), (wanted, choice) => {
      const chosen = channelName(wanted, choice);
      const suffix = choice === 1 ? '' : `-${choice}`;
      expect(chosen).toBe(`${wanted.slice(0, 80 - suffix.length)}${suffix}`);
    }),
  );
});

test('a link names the thread of a reply, and only of a reply', () => {
  const url = 'https://lantern.slack.com/';
  expect(permalink(url, 'C1', '1700000000.000100', null)).toBe(
    'https://lantern.slack.com/archives/C1/p1700000000000100',
  );
  expect(permalink(url, 'C1', '1.2', '1.2')).toBe('https://lantern.slack.com/archives/C1/p12');
  expect(permalink(url, 'C1', '3.4', '1.2')).toBe('https://lantern.slack.com/archives/C1/p34?thread_ts=1.2&cid=C1');
});
