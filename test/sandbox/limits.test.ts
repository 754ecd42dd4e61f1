import { expect, test } from '@jest/globals';
import { addChannel } from '../../sandbox/core/world.ts';
import { at, bench, type Bench } from './engine.ts';

const TOLD_TO_WAIT = { status: 429, body: { ok: false, error: 'ratelimited' } };

const post = (b: Bench, channel = b.channel('acme-lantern')) => b.raw('chat.postMessage', { channel, text: 'x' });
const history = (b: Bench, more = {}) =>
  b.raw('conversations.history', { channel: b.channel('acme-lantern'), ...more });

/** A room with the bot in it that nothing was said in. */
function room({ engine: { world } }: Bench, name: string): string {
  const { botUserId } = world.app;
  return addChannel(world, { name, kind: 'private', creator: botUserId, members: [botUserId] }).id;
}

test('a burst of messages is told to wait, and waiting helps', () => {
  const b = bench({ rateLimits: 'tiers' });
  expect(Array.from({ length: 5 }, () => post(b).status)).toEqual([200, 200, 200, 200, 200]);
  expect(post(b)).toMatchObject({ ...TOLD_TO_WAIT, headers: { 'retry-after': '1' } });
  expect(post(b).status).toBe(200);
});

test('a person and their direct messages are one place', () => {
  const b = bench({ rateLimits: 'tiers' });
  const { channel } = post(b, b.user('wei')).body;
  for (let n = 0; n < 2; n += 1) expect(post(b, b.user('wei')).status).toBe(200);
  for (let n = 0; n < 2; n += 1) expect(post(b, String(channel)).status).toBe(200);
  expect(post(b, b.user('wei'))).toMatchObject(TOLD_TO_WAIT);
});

test('a tier is counted by method and minute', () => {
  const b = bench({ rateLimits: 'tiers' });
  const list = () => b.raw('users.list');
  expect(list().status).toBe(200);
  b.engine.world.clock.advance(20_000);
  expect(new Set(Array.from({ length: 19 }, () => list().status))).toEqual(new Set([200]));
  expect(list()).toMatchObject({ ...TOLD_TO_WAIT, headers: { 'retry-after': '40' } });
  expect([list().status, list().status]).toEqual([200, 429]);
  expect(b.raw('users.info', { user: b.user('mei') }).status).toBe(200);
});

test.each(['tiers', 'distributed'] as const)('a workspace takes 400 messages a minute (%s)', (rateLimits) => {
  const b = bench({ rateLimits });
  const rooms = Array.from({ length: 81 }, (_, n) => room(b, `room-${n}`));
  const statuses = rooms.slice(0, 80).flatMap((channel) => Array.from({ length: 5 }, () => post(b, channel).status));
  expect(new Set(statuses)).toEqual(new Set([200]));
  expect(post(b, rooms[80])).toMatchObject({ ...TOLD_TO_WAIT, headers: { 'retry-after': '60' } });
  expect(post(b, rooms[80]).status).toBe(200);
});

test('an app that is distributed reads history once a minute, and replies once a minute', () => {
  const b = bench({ rateLimits: 'distributed' });
  const ts = String(post(b).body['ts']);
  const replies = () => b.raw('conversations.replies', { channel: b.channel('acme-lantern'), ts });
  expect([history(b).status, replies().status]).toEqual([200, 200]);
  b.engine.world.clock.advance(59_000);
  expect(history(b)).toMatchObject({ ...TOLD_TO_WAIT, headers: { 'retry-after': '1' } });
  expect([history(b).status, replies().status, replies().status]).toEqual([200, 200, 429]);
});

test('an app that is distributed gets 15 messages at most, whatever it asks for, and the rest by the cursor', () => {
  const seen = (['tiers', 'distributed'] as const).map((rateLimits) => {
    const b = bench({ rateLimits });
    const channel = room(b, 'long');
    for (let n = 0; n < 20; n += 1) {
      b.engine.world.clock.advance(1000);
      post(b, channel);
    }
    const first = history(b, { channel, limit: 100 }).body;
    b.engine.world.clock.advance(60_000);
    const cursor = at(first, 'response_metadata.next_cursor');
    const rest = cursor === '' ? { messages: [] } : history(b, { channel, cursor }).body;
    return [first['messages'], rest['messages']].map((list) => (list as unknown[]).length);
  });
  expect(seen).toEqual([
    [20, 0],
    [15, 5],
  ]);
});

test('each workspace has limits of its own', () => {
  const [one, other] = [bench({ rateLimits: 'distributed' }), bench({ rateLimits: 'distributed', seed: 2 })];
  expect([history(one).status, history(one).status, history(other).status]).toEqual([200, 429, 200]);
});
