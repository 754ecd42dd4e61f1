import { expect, test } from '@jest/globals';
import { act } from '../../sandbox/interact/act.ts';
import { useResponseUrl } from '../../sandbox/interact/responseUrl.ts';
import { renameChannel } from '../../sandbox/interact/channelChange.ts';
import { modalsOf } from '../../sandbox/core/views.ts';
import { at, bench, each, type Bench } from './engine.ts';
import { manifest, withApp } from './bot.ts';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;

const events = (b: Bench) => b.delivered.filter((one) => one.kind === 'events_api').map((one) => one.body);

test('an event comes in Slack’s envelope, escaped, and says whether the channel is shared', async () => {
  const b = bench();
  const channel = b.channel('acme-lantern');
  await act(b.engine, b.user('dana'), { act: 'post', channel, text: 'a <b> & @mei https://x.y/z @channel' });
  await b.engine.dispatch.idle();
  const { teamId, appId, botUserId } = b.engine.world.app;
  const [event] = events(b);
  expect(event).toMatchObject({
    team_id: teamId,
    api_app_id: appId,
    type: 'event_callback',
    event_id: expect.stringMatching(/^Ev/),
    is_ext_shared_channel: true,
    authorizations: [{ team_id: teamId, user_id: botUserId, is_bot: true, is_enterprise_install: false }],
    event: {
      type: 'message',
      channel,
      channel_type: 'channel',
      text: `a &lt;b&gt; &amp; <@${b.user('mei')}> <https://x.y/z> <!channel>`,
      user_team: expect.not.stringMatching(teamId),
    },
  });
  expect(at(event, 'event')).not.toHaveProperty('subtype');
  expect(at(event, 'event')).not.toHaveProperty('thread_ts');
});

test('what the manifest does not ask for, and what happens where the bot is not, is not delivered', async () => {
  const b = bench({ manifest: { ...manifest, settings: { event_subscriptions: { bot_events: ['message.groups'] } } } });
  await act(b.engine, b.user('mei'), { act: 'post', channel: b.channel('acme-lantern'), text: 'x' });
  await act(b.engine, b.user('mei'), { act: 'post', channel: b.channel('general'), text: 'x' });
  await act(b.engine, b.user('mei'), { act: 'post', channel: b.channel('pitch-room'), text: 'y' });
  await b.engine.dispatch.idle();
  expect(each(events(b), 'event.text')).toEqual(['y']);
});

test('the bot hears of itself coming and going, and of a new name', async () => {
  const b = bench();
  const { botUserId } = b.engine.world.app;
  await act(b.engine, b.user('mei'), { act: 'invite', channel: b.channel('general'), user: botUserId });
  const general = b.engine.world.channels.get(b.channel('general'));
  if (general) renameChannel(b.engine, general, 'all');
  await b.engine.dispatch.idle();
  expect(events(b).map((one) => ['type', 'subtype', 'user'].map((key) => at(one, `event.${key}`)))).toEqual([
    ['member_joined_channel', undefined, botUserId],
    ['message', 'channel_join', botUserId],
    ['message', 'channel_name', b.user('mei')],
    ['channel_rename', undefined, undefined],
  ]);
});

test('a response_url works five times, within half an hour', async () => {
  const b = bench();
  const channel = b.channel('acme-lantern');
  await act(b.engine, b.user('mei'), { act: 'command', channel, text: '/try' });
  const id = String(b.delivered[0]?.body['response_url']).split('/response/')[1] ?? '';
  const use = () => useResponseUrl(b.engine, id, { text: 'x' });
  for (let n = 0; n < 5; n += 1) expect(use()).toEqual({ status: 200, body: { ok: true } });
  expect(use()).toEqual({ status: 404, body: { ok: false, error: 'used_url' } });
  expect(b.engine.world.channels.get(channel)?.ephemerals).toHaveLength(5);
  await act(b.engine, b.user('mei'), { act: 'command', channel, text: '/try' });
  const other = String(b.delivered.at(-1)?.body['response_url']).split('/response/')[1] ?? '';
  b.engine.world.clock.advance(30 * 60_000 + 1);
  expect(useResponseUrl(b.engine, other, { text: 'x' })).toEqual({
    status: 404,
    body: { ok: false, error: 'expired_url' },
  });
});

test('an ack speaks to one person, or to the channel when it says so', async () => {
  const b = bench();
  const id = b.channel('acme-lantern');
  b.ack = { text: 'loud', response_type: 'in_channel' };
  await act(b.engine, b.user('mei'), { act: 'command', channel: id, text: '/raw @tom' });
  expect(b.delivered[0]?.body).toMatchObject({ text: '@tom', command: '/raw' });
  b.ack = 'quiet';
  await act(b.engine, b.user('mei'), { act: 'command', channel: id, text: '/raw' });
  const channel = b.engine.world.channels.get(id);
  expect(channel?.messages.at(-1)).toMatchObject({ text: 'loud', byApp: true });
  expect(channel?.ephemerals).toMatchObject([{ text: 'quiet', onlyFor: b.user('mei') }]);
});

test.each([
  ['no errors at all', { response_action: 'errors', errors: {} }],
  ['a block that is no input', { response_action: 'errors', errors: { nothing: 'x' } }],
  ['an unknown action', { response_action: 'explode' }],
  ['a broken view', { response_action: 'update', view: { type: 'modal' } }],
])('a submission answered with %s is trouble for the person and a complaint', async (_, ack) => {
  const b = bench();
  const channel = b.channel('acme-lantern');
  const mei = b.user('mei');
  await act(b.engine, mei, { act: 'command', channel, text: '/try' });
  const input = {
    type: 'input',
    block_id: 'a',
    label: plain('A'),
    element: { type: 'plain_text_input', action_id: 'a' },
  };
  const view = { type: 'modal', title: plain('T'), submit: plain('S'), blocks: [input] };
  b.call('views.open', { trigger_id: b.delivered[0]?.body['trigger_id'], view });
  b.ack = ack;
  const modal = modalsOf(b.engine.world, mei)[0]?.id ?? '';
  const state = { a: { a: { type: 'plain_text_input', value: 'x' } } };
  expect(await act(b.engine, mei, { act: 'submit', modal, state })).toMatchObject({ ok: false });
  expect(modalsOf(b.engine.world, mei)[0]?.trouble).toMatch(/trouble connecting/);
  expect(b.engine.journal.complaints).toHaveLength(1);
});

test('a submission is answered by an update, a push, a clear', async () => {
  const { slack } = await withApp((app) => {
    const view = (title: string, callback: string) => ({
      type: 'modal' as const,
      callback_id: callback,
      title: plain(title),
      submit: plain('Next'),
      blocks: [{ type: 'section' as const, text: plain(title) }],
    });
    app.command('/try', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: view('One', 'one') });
    });
    app.view('one', async ({ ack }) => ack({ response_action: 'update', view: view('Two', 'two') }));
    app.view('two', async ({ ack }) => ack({ response_action: 'push', view: view('Three', 'three') }));
    app.view('three', async ({ ack }) => ack({ response_action: 'clear' }));
  });
  const one = await slack.as('mei').in('#pitch-room').command('/try');
  const two = await one?.submit();
  const three = await two?.submit();
  expect([one?.title, two?.title, three?.title]).toEqual(['One', 'Two', 'Three']);
  expect(await three?.submit()).toBeUndefined();
  slack.expectNoErrors();
  await slack.stop();
});

test('a command that nobody acknowledges is a notice for the person and a complaint', async () => {
  const { slack } = await withApp();
  await expect(slack.as('mei').in('#pitch-room').command('/try')).rejects.toThrow('operation_timeout');
  expect(slack.as('mei').notices()).toEqual(['/try failed with the error "operation_timeout"']);
  expect(() => slack.expectNoErrors()).toThrow('slash_commands /try: no ack');
  await slack.stop();
});

test('home: opened by a person, published by the app, pressed by its words', async () => {
  const pressed: unknown[] = [];
  const { slack } = await withApp((app) => {
    app.event('app_home_opened', async ({ event, client }) => {
      const button = { type: 'button' as const, action_id: 'go', text: plain('Go') };
      await client.views.publish({
        user_id: event.user,
        view: { type: 'home', blocks: [{ type: 'actions', block_id: 'b', elements: [button] }] },
      });
    });
    app.action('go', async ({ ack, body }) => {
      await ack();
      pressed.push(body);
    });
  });
  const home = await slack.as('olivia').home();
  expect(home.text).toBe('[Go]');
  await home.press('Go');
  expect(pressed).toMatchObject([{ container: { type: 'view' }, view: { type: 'home' }, user: { name: 'olivia' } }]);
  slack.expectNoErrors();
  await slack.stop();
});

test('a partner of another team presses a button, fills the modal it opens, and is named with their own team', async () => {
  const bodies: unknown[] = [];
  const { slack, app } = await withApp((listening) => {
    const label = plain('What should change?');
    const element = { type: 'plain_text_input' as const, action_id: 'what' };
    listening.action('change', async ({ ack, body, client }) => {
      await ack();
      bodies.push(body);
      if (body.type !== 'block_actions') return;
      const blocks = [{ type: 'input' as const, block_id: 'what', label, element }];
      const view = {
        type: 'modal' as const,
        callback_id: 'change',
        title: plain('Change'),
        submit: plain('Send'),
        blocks,
      };
      await client.views.open({ trigger_id: body.trigger_id, view });
    });
    listening.view('change', async ({ ack, body }) => {
      await ack();
      bodies.push(body);
    });
  });
  const button = { type: 'button' as const, action_id: 'change', text: plain('Request changes') };
  await app.client.chat.postMessage({
    channel: slack.channel('#acme-lantern').id,
    text: 'Brief v1',
    blocks: [{ type: 'actions', elements: [button] }],
  });
  const dana = slack.as('dana');
  const modal = await dana.click('Request changes', { in: '#acme-lantern' });
  expect(slack.as('mei').hasModal()).toBe(false);
  await modal?.fill({ 'What should change?': 'The date' }).submit();
  const own = slack.engine.world.app.teamId;
  const partner = at(bodies[0], 'user.team_id');
  expect(partner).not.toBe(own);
  expect(bodies[1]).toMatchObject({
    team: { id: partner },
    user: { id: dana.id, team_id: partner },
    view: { team_id: own, app_installed_team_id: own, state: { values: { what: { what: { value: 'The date' } } } } },
  });
  slack.expectNoErrors();
  await slack.stop();
});

test('a pressed ephemeral message can be replaced and deleted by its response_url', async () => {
  const { slack } = await withApp((app) => {
    const button = (name: string) => ({ type: 'button' as const, action_id: name, text: plain(name) });
    app.command('/try', async ({ ack }) => {
      await ack({ text: 'Sure?', blocks: [{ type: 'actions', elements: [button('yes'), button('no')] }] });
    });
    app.action('yes', async ({ ack, respond }) => {
      await ack();
      await respond({ replace_original: true, text: 'Done', blocks: [{ type: 'actions', elements: [button('no')] }] });
    });
    app.action('no', async ({ ack, respond }) => {
      await ack();
      await respond({ delete_original: true });
    });
  });
  const mei = slack.as('mei');
  await mei.in('#pitch-room').command('/try');
  await mei.click('yes');
  expect(mei.private().map((one) => one.text)).toEqual(['[no]']);
  await mei.click('no');
  expect(mei.private()).toEqual([]);
  slack.expectNoErrors();
  await slack.stop();
});
