import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { liveClock } from '../../sandbox/core/clock.ts';
import type { Engine } from '../../sandbox/core/engine.ts';
import type { DeliveryFault } from '../../sandbox/core/faults.ts';
import type { Person } from '../../sandbox/driver/person.ts';
import { withApp } from './bot.ts';
import { at } from './engine.ts';
import { boltApp, rawApp, seat, serve, stopAll, stopLater, until } from './served.ts';

afterEach(stopAll);

const CHANNEL = '#acme-lantern';
const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const view: ModalView = {
  type: 'modal',
  title: plain('Try it'),
  blocks: [{ type: 'section', text: plain('Here') }],
};

type Setting = 'in this process' | 'over HTTP';
const SETTINGS: Setting[] = ['in this process', 'over HTTP'];

describe.each(SETTINGS)('a delivery %s', (setting) => {
  let engine: Engine;
  let mei: Person;
  let heard: unknown[];
  const plan = (kind: DeliveryFault, name: string) => engine.faults.nextDelivery(kind, { name, delayMs: 5000 });
  const complaints = () => engine.journal.complaints.map(({ text, provoked }) => [text, provoked]);
  const lines = () => engine.journal.entries.flatMap(({ what, outcome }) => (what.includes('/') ? [outcome] : []));

  const listen = (app: App) => {
    app.message(async ({ message, context }) => {
      heard.push([at(message, 'text'), context.retryNum]);
    });
    app.command('/raw', async ({ ack, command }) => {
      heard.push(command.command);
      await ack('On it');
    });
    app.command('/try', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view });
    });
  };

  beforeEach(async () => {
    heard = [];
    if (setting === 'in this process') {
      const { slack } = await withApp(listen, { retries: true, paceMs: 0 });
      stopLater(slack);
      [engine, mei] = [slack.engine, slack.as('mei')];
    } else {
      const server = await serve();
      await server.deliverTo([await boltApp(server, listen)]);
      [engine, mei] = [server.engine, seat(server, 'mei')];
    }
  });

  test('is lost, and an event comes again', async () => {
    plan('lost', 'message');
    await mei.in(CHANNEL).post('hello');
    await until(() => heard.length > 0);
    expect(heard).toEqual([['hello', 1]]);
    expect(complaints()).toEqual([['events_api message: no ack', true]]);
  });

  test('is lost, and a command does not come again', async () => {
    plan('lost', '/raw');
    await expect(mei.in(CHANNEL).command('/raw')).rejects.toThrow('operation_timeout');
    engine.world.clock.advance(3_600_000);
    await engine.dispatch.idle();
    expect([heard, mei.private()]).toEqual([[], []]);
    expect(complaints()).toEqual([['slash_commands /raw: no ack', true]]);
  });

  test('comes twice at the same moment, and is answered once', async () => {
    plan('duplicate', '/raw');
    await mei.in(CHANNEL).command('/raw');
    expect(heard).toEqual(['/raw', '/raw']);
    expect(mei.private().map(({ text }) => text)).toEqual(['On it']);
    expect(complaints()).toEqual([]);
  });

  test('comes twice, and using its trigger twice is no fault of the app’s', async () => {
    plan('duplicate', '/try');
    await mei.in(CHANNEL).command('/try');
    await until(() => complaints().length > 0);
    expect(mei.modal().title).toBe('Try it');
    expect(complaints()).toEqual([['views.open: exchanged_trigger_id', true]]);
  });

  test('comes later: an event at the jump of the clock', async () => {
    plan('delay', 'message');
    await mei.in(CHANNEL).post('hello');
    engine.world.clock.advance(4999);
    await engine.dispatch.idle();
    expect(heard).toEqual([]);
    engine.world.clock.advance(1);
    await until(() => heard.length > 0);
    expect(heard).toEqual([['hello', undefined]]);
    expect(complaints()).toEqual([]);
  });

  test('comes later: the person is told that nothing came, and the answer is late', async () => {
    plan('delay', '/raw');
    await expect(mei.in(CHANNEL).command('/raw')).rejects.toThrow('operation_timeout');
    expect(heard).toEqual([]);
    engine.world.clock.advance(5000);
    await engine.dispatch.idle();
    expect([heard, mei.private(), lines()]).toEqual([['/raw'], [], ['late']]);
    expect(complaints()).toEqual([['slash_commands /raw: late', true]]);
  });

  test('comes too late for its trigger, which is no fault of the app’s', async () => {
    plan('delay', '/try');
    await expect(mei.in(CHANNEL).command('/try')).rejects.toThrow('operation_timeout');
    engine.world.clock.advance(5000);
    await until(() => complaints().length > 1);
    expect(complaints()).toContainEqual(['views.open: expired_trigger_id', true]);
    expect(complaints().every(([, provoked]) => provoked)).toBe(true);
  });

  test('is overtaken by the next one', async () => {
    plan('reorder', 'message');
    await mei.in(CHANNEL).post('first');
    engine.world.clock.advance(60_000);
    await engine.dispatch.idle();
    expect(heard).toEqual([]);
    await mei.in(CHANNEL).post('second');
    await until(() => heard.length === 2);
    expect(heard).toEqual([
      ['second', undefined],
      ['first', undefined],
    ]);
    expect(complaints()).toEqual([]);
  });

  test.each(['forge', 'age'] as const)(
    'that cannot be believed (%s) is not taken, and the true one is',
    async (kind) => {
      plan(kind, 'message');
      await mei.in(CHANNEL).post('hello');
      await until(() => heard.length > 0);
      expect(heard).toEqual([['hello', 1]]);
      const outcome = setting === 'over HTTP' ? 'HTTP 401' : 'no ack';
      expect(complaints()).toEqual([[`events_api message: ${outcome}`, true]]);
    },
  );
});

describe('an app that does not look at signatures', () => {
  test('is complained of, though the forgery was planned', async () => {
    const server = await serve();
    const app = await rawApp((response) => response.end());
    await server.deliverTo([app.url]);
    for (const kind of ['forge', 'age'] as const) {
      server.engine.faults.nextDelivery(kind);
      await seat(server, 'mei').in(CHANNEL).command('/raw');
    }
    expect(server.engine.journal.complaints).toMatchObject([
      { text: 'slash_commands /raw: taken, though Slack did not sign it', provoked: false },
      { text: 'slash_commands /raw: taken, though signed six minutes ago', provoked: false },
    ]);
  });
});

test('on a clock that runs, a delivery that is delayed for less than three seconds is answered in time', async () => {
  const server = await serve({ clock: liveClock(() => Date.now()) });
  const app = await rawApp((response) => response.end('On it'));
  await server.deliverTo([app.url]);
  server.engine.faults.nextDelivery('delay', { delayMs: 20 });
  const mei = seat(server, 'mei');
  await mei.in(CHANNEL).command('/raw');
  expect(mei.private().map(({ text }) => text)).toEqual(['On it']);
  expect(server.engine.journal.complaints).toEqual([]);
});

test('what is held back when the sandbox stops never comes', async () => {
  const server = await serve();
  const { clock, dispatch, faults } = { ...server.engine, clock: server.engine.world.clock };
  const app = await rawApp((response) => response.end());
  await server.deliverTo([app.url]);
  faults.nextDelivery('delay', { times: 2 });
  await seat(server, 'mei').in(CHANNEL).post('hello');
  await server.stop();
  clock.advance(60_000);
  await dispatch.idle();
  expect(app.heard).toEqual([]);
});
