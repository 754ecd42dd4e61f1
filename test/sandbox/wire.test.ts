import { afterEach, expect, test } from '@jest/globals';
import { WebSocket } from 'ws';
import { act } from '../../sandbox/interact/act.ts';
import { personByHandle } from '../../sandbox/seed/plant.ts';
import type { Seat } from '../../sandbox/server/protocol.ts';
import type { SandboxServer } from '../../sandbox/server/server.ts';
import { at, each } from './engine.ts';
import { serve, socketApp, stopAll, stopLater, until } from './served.ts';

afterEach(stopAll);

const here = (server: SandboxServer) => {
  const channel = [...server.engine.world.channels.values()].find((one) => one.name === 'acme-lantern');
  return channel?.id ?? '';
};

test('a real Bolt app over Socket Mode gets commands and events, acks with text, and calls over HTTP', async () => {
  const server = await serve();
  const heard: string[] = [];
  await socketApp(server, (app) => {
    app.command('/try', async ({ ack, respond, client, command }) => {
      await ack('On it');
      await respond('Privately');
      await client.chat.postMessage({ channel: command.channel_id, text: `Tried ${command.text}` });
    });
    app.message(async ({ message }) => {
      heard.push('text' in message ? (message.text ?? '') : '');
    });
  });
  expect(server.connections()).toBe(1);
  const mei = personByHandle(server.engine, 'mei');
  const result = await act(server.engine, mei.id, { act: 'command', channel: here(server), text: '/try <this>' });
  expect(result).toEqual({ ok: true });
  await act(server.engine, mei.id, { act: 'post', channel: here(server), text: 'hello' });
  await until(() => heard.length === 1 && server.engine.world.channels.get(here(server))?.ephemerals.length === 2);
  const channel = server.engine.world.channels.get(here(server));
  expect(channel?.ephemerals.map((one) => one.text)).toEqual(['On it', 'Privately']);
  await until(() => channel?.messages.some((one) => one.text === 'Tried &lt;this&gt;') === true);
  expect(heard).toEqual(['hello']);
  expect(server.engine.journal.complaints).toEqual([]);
});

test('an unacknowledged event comes again at once, after a minute and after five, and no more', async () => {
  const server = await serve({ ackLimitMs: 40 });
  const { engine } = server;
  const socket = new WebSocket(engine.openSocket?.() ?? '');
  const envelopes: unknown[] = [];
  socket.on('message', (data: Buffer) => envelopes.push(JSON.parse(data.toString()) as unknown));
  await until(() => envelopes.length === 1);
  expect(envelopes[0]).toMatchObject({ type: 'hello', num_connections: 1 });
  await act(engine, personByHandle(engine, 'mei').id, { act: 'post', channel: here(server), text: 'hello' });
  const after = async (ms: number, count: number) => {
    await engine.dispatch.idle();
    engine.world.clock.advance(ms);
    await until(() => envelopes.length === count);
    await engine.dispatch.idle();
  };
  await after(0, 3);
  engine.world.clock.advance(59_000);
  await engine.dispatch.idle();
  expect(envelopes).toHaveLength(3);
  await after(1000, 4);
  await after(300_000, 5);
  await after(3_600_000, 5);
  expect(each(envelopes.slice(1), 'retry_attempt')).toEqual([0, 1, 2, 3]);
  expect(new Set(each(envelopes.slice(1), 'envelope_id')).size).toBe(1);
  expect(at(envelopes[4], 'payload')).toEqual(at(envelopes[1], 'payload'));
  expect(engine.journal.complaints).toHaveLength(4);
  socket.close();
});

test('a ticket opens one socket', async () => {
  const server = await serve();
  const url = server.engine.openSocket?.() ?? '';
  const first = new WebSocket(url);
  await new Promise((resolve) => first.on('open', resolve));
  const second = new WebSocket(url);
  await new Promise((resolve) => second.on('error', resolve));
  expect(server.connections()).toBe(1);
  first.close();
});

test('the page gets a seat for one person, and another after each change that they see', async () => {
  const server = await serve();
  const dana = personByHandle(server.engine, 'dana');
  const reading = new AbortController();
  stopLater({ stop: async () => reading.abort() });
  const stream = await fetch(`${server.url}/feed?as=${dana.id}`, { signal: reading.signal });
  const seats: Seat[] = [];
  void (async () => {
    let buffer = '';
    for await (const chunk of stream.body ?? []) {
      buffer += Buffer.from(chunk as Uint8Array).toString();
      const parts = buffer.split('\n\n');
      buffer = parts.pop() ?? '';
      for (const part of parts) {
        if (part.startsWith('event: seat')) seats.push(JSON.parse(part.split('\ndata: ')[1] ?? '') as Seat);
      }
    }
  })().catch(() => undefined);
  await until(() => seats.length === 1);
  expect(seats[0]?.channels.map((one) => one.name)).toEqual(['acme-lantern']);
  expect(seats[0]).toMatchObject({
    canReachHome: false,
    commands: [],
    home: null,
    me: { kind: 'external', locale: '' },
  });
  const posted = await fetch(`${server.url}/act?as=${dana.id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ act: 'post', channel: seats[0]?.channels[0]?.id, text: 'hi @mei' }),
  });
  expect(await posted.json()).toEqual({ ok: true });
  await until(() => seats.length === 2);
  expect(seats[1]?.channels[0]?.messages.at(-1)?.text).toMatch(/^hi <@U\w+>$/);
  const refused = await fetch(`${server.url}/act?as=${dana.id}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"act":"rule the world"}',
  });
  expect(refused.status).toBe(400);
});
