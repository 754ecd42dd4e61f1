import { afterEach, describe, expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { manifest, withApp } from './bot.ts';
import { at } from './engine.ts';
import { boltApp, seat, serve, socketApp, stopAll, until } from './served.ts';

afterEach(stopAll);

const HERE = '#acme-lantern';
const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const form: ModalView = { type: 'modal', title: plain('Keep this?'), blocks: [{ type: 'divider' }] };

function keeper(seen: unknown[]): (app: App) => void {
  return (app) => {
    app.shortcut('try.keep', async ({ ack, shortcut, client }) => {
      await ack();
      seen.push(shortcut);
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form });
    });
  };
}

test('a shortcut brings the whole message with its files and thread, and opens a modal', async () => {
  const seen: unknown[] = [];
  const { slack } = await withApp(keeper(seen));
  const mei = slack.as('mei');
  const ts = await mei.in(HERE).post('A first sketch', { files: [{ name: 'sketch.png', text: 'drawn' }] });
  const modal = await slack.as('tom').shortcut('Keep this', 'A first sketch', { in: HERE });
  expect(modal?.title).toBe('Keep this?');
  const { app } = slack.engine.world;
  expect(seen[0]).toMatchObject({
    type: 'message_action',
    callback_id: 'try.keep',
    api_app_id: app.appId,
    token: expect.any(String),
    action_ts: expect.stringMatching(/^\d{10}\.\d{6}$/),
    trigger_id: expect.any(String),
    response_url: expect.stringContaining('/response/'),
    team: { id: app.teamId, domain: 'lantern' },
    user: { id: slack.as('tom').id, team_id: app.teamId },
    channel: { id: slack.channel(HERE).id, name: 'acme-lantern' },
    message_ts: ts,
    message: {
      type: 'message',
      user: mei.id,
      text: 'A first sketch',
      ts,
      blocks: [{ type: 'rich_text' }],
      files: [{ name: 'sketch.png', mimetype: 'image/png', size: 5, url_private_download: expect.any(String) }],
    },
  });
  await mei.in(HERE).post('Warmer, please', { thread: 'A first sketch' });
  await mei.shortcut('Keep this', 'Warmer');
  expect(at(seen[1], 'message.thread_ts')).toBe(ts);
  expect(slack.journal.deliveries('message_action try.keep')).toHaveLength(2);
  expect(slack.journal.entries.map(({ what }) => what)).toContain('message_action try.keep');
  slack.expectNoErrors();
});

test('what a shortcut is answered with by its response_url is private, and stands in the thread', async () => {
  const { slack } = await withApp((app) => {
    app.shortcut('try.keep', async ({ ack, respond }) => {
      await ack();
      await respond('Kept');
    });
  });
  const mei = slack.as('mei');
  await mei.in(HERE).post('Warmer, please', { thread: 'Morning all' });
  await mei.shortcut('Keep this', 'Warmer');
  expect(mei.private()).toMatchObject([{ text: 'Kept', thread: expect.any(String) }]);
  expect(slack.as('tom').private()).toEqual([]);
  slack.expectNoErrors();
});

test('a partner is offered no shortcuts, and a guest is', async () => {
  const seen: unknown[] = [];
  const { slack } = await withApp(keeper(seen));
  await expect(slack.as('dana').shortcut('Keep this', 'Morning all')).rejects.toThrow('no shortcut "Keep this"');
  expect(seen).toEqual([]);
  await slack.as('olivia').shortcut('Keep this', 'Morning all');
  expect(seen).toHaveLength(1);
});

test('nobody has a shortcut on a message that they do not see, nor one that is not declared for messages', async () => {
  const seen: unknown[] = [];
  const { slack } = await withApp(keeper(seen));
  await expect(slack.as('tom').shortcut('Keep this', 'On my way', { in: '#pitch-room' })).rejects.toThrow('sees no');
  await expect(slack.as('tom').shortcut('Keep this', 'On my way')).rejects.toThrow('sees no message "On my way"');
  await expect(slack.as('mei').shortcut('Begin anywhere', 'On my way')).rejects.toThrow('only "Keep this"');
  await slack.as('mei').shortcut('Keep this', 'On my way');
  expect(at(seen[0], 'channel.name')).toBe('privategroup');
});

test('an app that does not answer in time is told of, and lost or doubled deliveries are as for a button', async () => {
  const seen: unknown[] = [];
  const { slack } = await withApp((app) => {
    app.shortcut('try.keep', async ({ ack, shortcut }) => {
      await ack();
      seen.push(shortcut);
    });
  });
  const mei = slack.as('mei');
  slack.faults.nextDelivery('lost', { name: 'message_action' });
  await expect(mei.shortcut('Keep this', 'Morning all')).rejects.toThrow('operation_timeout');
  expect(mei.notices()).toEqual(['This app did not respond in time. Try again?']);
  slack.faults.nextDelivery('duplicate', { name: 'message_action' });
  await mei.shortcut('Keep this', 'Morning all');
  expect(seen).toHaveLength(2);
  expect(slack.journal.deliveries('message_action').map(({ outcome }) => outcome)).toEqual(['no ack', 'ok', 'ok']);
  slack.expectNoErrors();
});

test('a manifest without interactivity gets no shortcuts', async () => {
  const { settings, ...rest } = manifest;
  const { slack } = await withApp(undefined, {
    manifest: { ...rest, settings: { ...settings, interactivity: { is_enabled: false } } },
  });
  await expect(slack.as('mei').shortcut('Keep this', 'Morning all')).rejects.toThrow('interactivity_not_enabled');
  expect(() => slack.expectNoErrors()).toThrow('try.keep');
});

describe('over the wire', () => {
  test.each([
    ['Socket Mode', socketApp],
    ['signed HTTP', httpApp],
  ])('%s brings the shortcut and what it opens', async (_, connect) => {
    const server = await serve();
    const seen: unknown[] = [];
    await connect(server, keeper(seen));
    const mei = seat(server, 'mei');
    await mei.shortcut('Keep this', 'Morning all');
    await until(() => mei.hasModal());
    expect(mei.modal().title).toBe('Keep this?');
    expect(seen).toMatchObject([{ type: 'message_action', message: { text: expect.stringContaining('Morning') } }]);
    expect(server.engine.journal.complaints).toEqual([]);
  });
});

async function httpApp(...[server, listen]: Parameters<typeof socketApp>): Promise<void> {
  await server.deliverTo([await boltApp(server, listen)]);
}
