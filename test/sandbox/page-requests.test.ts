import { afterEach, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { liveClock, manualClock } from '../../sandbox/core/clock.ts';
import type { SandboxServer } from '../../sandbox/server/server.ts';
import { seat, serve, stopAll } from './served.ts';

afterEach(stopAll);

const DAY_MS = 86_400_000;
/** 09:00 in Shanghai, 01:00 in London. */
const MONDAY = Date.UTC(2026, 10, 30, 1);

async function post({ url }: SandboxServer, path: string, body: unknown, type = 'application/json') {
  const response = await fetch(url + path, {
    method: 'POST',
    headers: { 'content-type': type },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const faults = async ({ url }: SandboxServer) => (await fetch(`${url}/faults`)).json();

test('what is planned can be read, with every method and delivery that can be chosen', async () => {
  const server = await serve();
  expect(await faults(server)).toEqual({
    planned: [],
    methods: expect.arrayContaining(['chat.postMessage', 'views.open']),
    deliveries: expect.arrayContaining(['/try', 'block_actions', 'view_submission', 'message']),
  });
  await post(server, '/faults', { method: 'chat.postMessage', kind: 'response-lost' });
  await post(server, '/faults', { method: '*', kind: 'ratelimited', retryAfterSeconds: 7, times: 3 });
  await post(server, '/faults', { method: 'views.open', kind: 'hang', times: null });
  await post(server, '/faults', { delivery: '/brief', kind: 'delay', delayMs: 5000 });
  await post(server, '/faults', { delivery: '', kind: 'lost', times: null });
  const planned = [
    { about: 'chat.postMessage', kind: 'response-lost', times: 1 },
    { about: '*', kind: 'ratelimited', times: 3 },
    { about: 'views.open', kind: 'hang', times: null },
    { about: '/brief', kind: 'delay', times: 1 },
    { about: '', kind: 'lost', times: null },
  ];
  expect(await faults(server)).toMatchObject({ planned });
  const { engine } = server;
  expect(engine.faults.take('chat.postMessage')).toMatchObject({ kind: 'response-lost', error: 'internal_error' });
  expect(engine.faults.take('users.info')).toMatchObject({ kind: 'ratelimited', retryAfterSeconds: 7 });
  expect(engine.faults.takeDelivery('/brief')).toEqual({ kind: 'delay', delayMs: 5000 });
  for (const name of ['/project', 'message', 'view_submission x']) {
    expect(engine.faults.takeDelivery(name)).toMatchObject({ kind: 'lost' });
  }
  const cleared = await post(server, '/faults/clear', {});
  expect(cleared).toMatchObject({ status: 200, body: { planned: [] } });
  expect(engine.faults.take('views.open')).toBeUndefined();
});

test('what nobody could mean is refused, and so is what another page could send unasked', async () => {
  const server = await serve();
  const refused = [
    { method: 'chat.postMesage', kind: 'fail' },
    { method: 'chat.postMessage', kind: 'lost' },
    { delivery: '/brief', kind: 'fail' },
    { method: 'chat.postMessage', kind: 'fail', times: 0 },
    { method: 'chat.postMessage', delivery: '', kind: 'fail' },
  ];
  for (const wish of refused) expect(await post(server, '/faults', wish)).toMatchObject({ status: 400 });
  for (const path of ['/faults', '/faults/clear', '/sockets/cut', '/clock']) {
    expect(await post(server, path, {}, 'text/plain')).toMatchObject({ status: 415 });
  }
  expect(await faults(server)).toMatchObject({ planned: [] });
});

test('where no socket is open, as over HTTP, none can be dropped', async () => {
  const server = await serve();
  expect(await post(server, '/sockets/cut', {})).toMatchObject({ status: 409, body: { ok: false } });
});

test('"tomorrow 09:00" is in the zone of whoever says it, and goes by whole days', async () => {
  const clock = manualClock(MONDAY);
  const server = await serve({ clock });
  const jumps: number[] = [];
  clock.onJump(() => jumps.push(clock.now()));
  await post(server, '/clock?as=mei', { to: 'tomorrow 09:00' });
  expect(new Date(clock.now()).toISOString()).toBe('2026-12-01T01:00:00.000Z');
  await post(server, '/clock?as=dana', { to: 'tomorrow 09:00' });
  expect(new Date(clock.now()).toISOString()).toBe('2026-12-02T09:00:00.000Z');
  // The last one was longer than a day, and stepped through the one between.
  expect(jumps).toEqual([MONDAY + DAY_MS, MONDAY + 2 * DAY_MS, MONDAY + 2 * DAY_MS + 8 * 3_600_000]);
  await post(server, '/clock', { advanceMs: 3 * DAY_MS });
  expect(jumps).toHaveLength(6);
  expect(await post(server, '/clock', { advanceMs: -1 })).toMatchObject({ status: 400 });
});

test('whoever else lives on the clock has followed before a jump is over', async () => {
  const told: string[] = [];
  const clock = liveClock(
    () => MONDAY,
    async (ms, move) => {
      told.push(`begins ${ms}`);
      await new Promise(setImmediate);
      move(ms);
      told.push(`ends ${clock.now() - MONDAY}`);
    },
  );
  const server = await serve({ clock });
  const answer = await post(server, '/clock', { advanceMs: DAY_MS + 1 });
  expect(told).toEqual([`begins ${DAY_MS}`, `ends ${DAY_MS}`, 'begins 1', `ends ${DAY_MS + 1}`]);
  expect(answer.body).toMatchObject({ ok: true, now: new Date(MONDAY + DAY_MS + 1).toISOString(), isThere: true });
});

test('what is lost because somebody dropped the socket looks provoked, until the app has connected anew', async () => {
  const server = await serve();
  const { engine } = server;
  const connected = async (count: number) => {
    while (server.connections() !== count) await new Promise(setImmediate);
  };
  const open = () => new WebSocket(engine.openSocket?.() ?? '').on('error', () => undefined);
  open();
  await connected(1);
  expect(await post(server, '/sockets/cut', {})).toMatchObject({ status: 200 });
  await connected(0);
  const command = () => seat(server, 'mei').in('#general').command('/try');
  await expect(command()).rejects.toThrow('operation_timeout');
  expect(engine.journal.entries.at(-1)).toMatchObject({ outcome: 'no app', fault: 'socket-dropped' });
  const again = open();
  await connected(1);
  await fetch(`${server.apiUrl}auth.test`, { method: 'POST' });
  again.close();
  await connected(0);
  await expect(command()).rejects.toThrow('operation_timeout');
  expect(engine.journal.entries.at(-1)?.fault).toBeUndefined();
});
