import { afterEach, describe, expect, test } from '@jest/globals';
import type { App, Receiver } from '@slack/bolt';
import { withApp } from './bot.ts';
import { at } from './engine.ts';
import { boltApp, rawApp, seat, serve, stopAll, until, type RawApp } from './served.ts';

afterEach(stopAll);

const CHANNEL = '#acme-lantern';
const MINUTE_MS = 60_000;

const retriesOf = ({ heard }: RawApp) => heard.map(({ headers }) => headers['x-slack-retry-num']);
const reasonsOf = ({ heard }: RawApp) => heard.map(({ headers }) => headers['x-slack-retry-reason']);

describe('over HTTP an event that was not acknowledged comes again', () => {
  test('at once, after a minute and after five, and no more', async () => {
    const server = await serve();
    const { clock } = server.engine.world;
    const app = await rawApp((response) => response.writeHead(500).end());
    await server.deliverTo([app.url]);
    await seat(server, 'mei').in(CHANNEL).post('hello');
    const after = async (ms: number) => {
      clock.advance(ms);
      await server.engine.dispatch.idle();
      return app.heard.length;
    };
    expect(await after(0)).toBe(2);
    expect(await after(MINUTE_MS - 1)).toBe(2);
    expect(await after(1)).toBe(3);
    expect(await after(5 * MINUTE_MS - 1)).toBe(3);
    expect(await after(1)).toBe(4);
    expect(await after(60 * MINUTE_MS)).toBe(4);
    expect(retriesOf(app)).toEqual([undefined, '1', '2', '3']);
    expect(reasonsOf(app)).toEqual([undefined, 'http_error', 'http_error', 'http_error']);
    expect(new Set(app.heard.map(({ body }) => body)).size).toBe(1);
  });

  test('until it is acknowledged', async () => {
    const server = await serve();
    const app = await rawApp((response) => response.writeHead(app.heard.length < 3 ? 500 : 200).end());
    await server.deliverTo([app.url]);
    await seat(server, 'mei').in(CHANNEL).post('hello');
    server.engine.world.clock.advance(60 * MINUTE_MS);
    await server.engine.dispatch.idle();
    expect(app.heard).toHaveLength(3);
  });

  test('unless the app asks for no retries', async () => {
    const server = await serve();
    const app = await rawApp((response) => response.writeHead(500, { 'x-slack-no-retry': '1' }).end());
    await server.deliverTo([app.url]);
    await seat(server, 'mei').in(CHANNEL).post('hello');
    server.engine.world.clock.advance(60 * MINUTE_MS);
    await server.engine.dispatch.idle();
    expect(app.heard).toHaveLength(1);
  });

  test('to another process, where the first one does not answer or breaks off', async () => {
    const server = await serve({ ackLimitMs: 30 });
    const silent = await rawApp(() => undefined);
    const broken = await rawApp((response) => void response.destroy());
    await server.deliverTo([silent.url, silent.url, broken.url]);
    await seat(server, 'mei').in(CHANNEL).post('hello');
    expect([retriesOf(silent), retriesOf(broken)]).toEqual([[undefined], ['1']]);
    server.engine.world.clock.advance(MINUTE_MS);
    await server.engine.dispatch.idle();
    expect(reasonsOf(broken)).toEqual(['http_timeout']);
    expect(reasonsOf(silent)).toEqual([undefined, 'connection_failed']);
  });

  test('when the app is back', async () => {
    const server = await serve();
    const gone = await rawApp((response) => response.end());
    await server.deliverTo([gone.url]);
    await gone.stop();
    await seat(server, 'mei').in(CHANNEL).post('hello');
    const heard: unknown[] = [];
    const listen = (app: App) =>
      app.message(async ({ context, body }) => {
        heard.push([context.retryNum, context.retryReason, at(body, 'event.text')]);
      });
    await server.deliverTo([await boltApp(server, listen)]);
    server.engine.world.clock.advance(MINUTE_MS);
    await until(() => heard.length === 1);
    expect(heard).toEqual([[2, 'connection_failed', 'hello']]);
  });

  test('but a command does not', async () => {
    const server = await serve();
    const app = await rawApp((response) => response.writeHead(500).end());
    await server.deliverTo([app.url]);
    await expect(seat(server, 'mei').in(CHANNEL).command('/raw')).rejects.toThrow('operation_timeout');
    server.engine.world.clock.advance(60 * MINUTE_MS);
    await server.engine.dispatch.idle();
    expect(app.heard).toHaveLength(1);
    expect(server.engine.journal.entries.map(({ outcome }) => outcome)).toEqual(['HTTP 500']);
  });
});

describe('in one process', () => {
  type Heard = { retryNum: number | undefined; id: unknown };

  /** A receiver that hears everything and passes nothing on: the app acknowledges nothing. */
  const deaf = (inner: Receiver, heard: Heard[]): Receiver => ({
    init: (app) => {
      const processEvent: App['processEvent'] = async ({ retryNum, body }) => {
        heard.push({ retryNum, id: at(body, 'event_id') });
      };
      inner.init(Object.create(app, { processEvent: { value: processEvent } }) as App);
    },
    start: (...args) => inner.start(...args),
    stop: (...args) => inner.stop(...args),
  });

  test('an event comes again in the same way where the test asks for it', async () => {
    const heard: Heard[] = [];
    const { slack } = await withApp(undefined, { retries: true, paceMs: 0, wrap: (inner) => deaf(inner, heard) });
    const numbers = () => heard.map(({ retryNum }) => retryNum);
    await slack.as('mei').in(CHANNEL).post('hello');
    expect(numbers()).toEqual([undefined, 1]);
    await slack.clock.advance(MINUTE_MS - 1);
    expect(numbers()).toEqual([undefined, 1]);
    await slack.clock.advance(1);
    expect(numbers()).toEqual([undefined, 1, 2]);
    await slack.clock.advance(5 * MINUTE_MS);
    await slack.clock.advance(60 * MINUTE_MS);
    expect(numbers()).toEqual([undefined, 1, 2, 3]);
    expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
    await slack.stop();
  });

  test('one jump of the clock over all of them brings all of them', async () => {
    const heard: Heard[] = [];
    const { slack } = await withApp(undefined, { retries: true, paceMs: 0, wrap: (inner) => deaf(inner, heard) });
    await slack.as('mei').in(CHANNEL).post('hello');
    await slack.clock.advance(60 * MINUTE_MS);
    expect(heard.map(({ retryNum }) => retryNum)).toEqual([undefined, 1, 2, 3]);
    await slack.stop();
  });

  test('an event does not come again where nothing is said', async () => {
    const heard: Heard[] = [];
    const { slack } = await withApp(undefined, { wrap: (inner) => deaf(inner, heard) });
    await slack.as('mei').in(CHANNEL).post('hello');
    await slack.clock.advance(60 * MINUTE_MS);
    expect(heard).toHaveLength(1);
    await slack.stop();
  });
});
