import { describe, expect, test } from '@jest/globals';
import { createTrigger, modalsOf } from '../../sandbox/core/views.ts';
import { barToken } from '../../sandbox/core/world.ts';
import { act } from '../../sandbox/interact/act.ts';
import { createResponseUrl, useResponseUrl } from '../../sandbox/interact/responseUrl.ts';
import { modal, home, input, plain, textInput } from './blockkit/build.ts';
import { manifest } from './bot.ts';
import { at, bench, each, type Bench } from './engine.ts';

describe('tokens', () => {
  test.each(['token_revoked', 'account_inactive'] as const)('a token can be taken away and given back: %s', (why) => {
    const { raw, engine } = bench();
    const { botToken, appToken } = engine.world.app;
    const restore = barToken(engine.world, botToken, why);
    expect(raw('auth.test').body).toEqual({ ok: false, error: why });
    expect(raw('apps.connections.open', {}, appToken).body).not.toMatchObject({ error: why });
    restore();
    expect(raw('auth.test').body).toMatchObject({ ok: true });
    // It is no mistake of the app's.
    expect(engine.journal.complaints).toEqual([]);
  });

  test('the token of Socket Mode can be taken away, too', () => {
    const { raw, engine } = bench();
    const { appToken } = engine.world.app;
    barToken(engine.world, appToken, 'token_revoked');
    expect(raw('apps.connections.open', {}, appToken).body).toEqual({ ok: false, error: 'token_revoked' });
  });
});

describe('arguments', () => {
  test('one that the method does not know is ignored, as in Slack, and complained about', () => {
    const b = bench();
    const said = { channel: b.channel('acme-lantern'), text: 'x' };
    expect(b.call('chat.postMessage', { ...said, thred_ts: '1.2' })).toMatchObject({ ok: true });
    expect(each(b.engine.journal.complaints, 'text')).toEqual([
      'chat.postMessage: the argument thred_ts is not known to it',
    ]);
  });

  test('what Bolt adds to every call is no complaint', () => {
    const b = bench();
    b.call('auth.test', { token: 'x', team_id: b.engine.world.app.teamId, nothing: undefined });
    expect(b.engine.journal.complaints).toEqual([]);
  });

  test('a cursor is good for its own list alone', () => {
    const b = bench();
    const list = (name: string, more = {}) =>
      b.call('conversations.history', { channel: b.channel(name), limit: 1, ...more });
    const cursor = at(list('acme-lantern'), 'response_metadata.next_cursor');
    expect(list('acme-lantern', { cursor })).toMatchObject({ ok: true });
    expect(list('pitch-room', { cursor })).toEqual({ ok: false, error: 'invalid_cursor' });
    expect(b.call('users.list', { cursor })).toEqual({ ok: false, error: 'invalid_cursor' });
  });

  test('a text that Slack cuts is answered with a warning, and complained about', () => {
    const b = bench();
    const posted = b.call('chat.postMessage', { channel: b.channel('acme-lantern'), text: 'x'.repeat(40_001) });
    expect(at(posted, 'message.text')).toHaveLength(40_000);
    expect(posted).toMatchObject({ ok: true, response_metadata: { warnings: ['message_truncated'] } });
    expect(each(b.engine.journal.complaints, 'text')).toEqual(['chat.postMessage: message_truncated']);
  });

  test('an app without a messages tab writes to nobody, by their id or by that of the direct messages', () => {
    const b = bench();
    const { channel } = b.call('chat.postMessage', { channel: b.user('wei'), text: 'x' });
    b.engine.manifest = { ...manifest, features: { ...manifest.features, app_home: { messages_tab_enabled: false } } };
    const disabled = { ok: false, error: 'messages_tab_disabled' };
    expect(b.call('chat.postMessage', { channel: b.user('wei'), text: 'x' })).toEqual(disabled);
    expect(b.call('chat.postMessage', { channel, text: 'x' })).toEqual(disabled);
    expect(b.call('chat.postEphemeral', { channel, user: b.user('wei'), text: 'x' })).toEqual(disabled);
  });
});

describe('answers to a submitted modal that Slack cannot use', () => {
  const form = modal({ blocks: [input(textInput(), { block_id: 'why' })] });
  const taken = { ...form, external_id: 'taken' };

  /** Mei has a stack of so many modals; another person has one with an external_id. */
  async function submitted(ack: unknown, depth: number): Promise<{ b: Bench; result: unknown; open: number }> {
    const b = bench();
    const mei = b.user('mei');
    b.call('views.publish', { user_id: b.user('wei'), view: home({ external_id: 'taken' }) });
    for (let n = 0; n < depth; n += 1) {
      const trigger = createTrigger(b.engine.world, mei, modalsOf(b.engine.world, mei).at(-1)?.id).id;
      b.call(n === 0 ? 'views.open' : 'views.push', { trigger_id: trigger, view: form });
    }
    b.ack = ack;
    const top = modalsOf(b.engine.world, mei).at(-1)?.id ?? '';
    const state = { why: { t: { type: 'plain_text_input', value: 'x' } } };
    const result = await act(b.engine, mei, { act: 'submit', modal: top, state });
    return { b, result, open: modalsOf(b.engine.world, mei).length };
  }

  test.each<[string, unknown, number]>([
    ['a fourth modal', { response_action: 'push', view: form }, 3],
    ['the external_id of another view, pushed', { response_action: 'push', view: taken }, 1],
    ['the external_id of another view, in an update', { response_action: 'update', view: taken }, 1],
    ['a home instead of a modal', { response_action: 'update', view: home() }, 1],
    ['no view', { response_action: 'update' }, 1],
    ['an error that is no text', { response_action: 'errors', errors: { why: { text: 'x' } } }, 1],
    ['an error without words', { response_action: 'errors', errors: { why: '' } }, 1],
    ['a sentence', 'Saved.', 1],
    ['a list', [], 1],
    ['a message', { text: 'Saved.' }, 1],
  ])('%s: the person sees trouble, nothing changes, and it is a complaint', async (_, ack, depth) => {
    const { b, result, open } = await submitted(ack, depth);
    expect(result).toEqual({ ok: false, error: 'operation_timeout' });
    expect(open).toBe(depth);
    const top = modalsOf(b.engine.world, b.user('mei')).at(-1);
    expect(top).toMatchObject({ trouble: expect.stringContaining('trouble'), view: { title: plain('Brief') } });
    expect(b.engine.journal.complaints).toHaveLength(1);
  });

  test('a view may keep its own external_id', async () => {
    const named = { ...form, external_id: 'mine' };
    const { b, open } = await submitted({ response_action: 'update', view: named }, 1);
    const mei = b.user('mei');
    b.ack = { response_action: 'update', view: named };
    const top = modalsOf(b.engine.world, mei)[0]?.id ?? '';
    const state = { why: { t: { type: 'plain_text_input', value: 'x' } } };
    expect(await act(b.engine, mei, { act: 'submit', modal: top, state })).toEqual({ ok: true });
    expect(open).toBe(1);
  });
});

describe('two workspaces', () => {
  /** Everything in a workspace that Slack gives an id. */
  function idsOf({ engine: { world } }: Bench): string[] {
    const { appId, botId, botUserId, botToken, appToken } = world.app;
    const kept = [world.teams, world.users, world.channels].flatMap((map) => [...map.keys()]);
    const made = [...world.users.keys()].map((user) => createTrigger(world, user).id);
    return [...new Set([appId, botId, botUserId, botToken, appToken, ...kept, ...made])];
  }

  test('share no id, whatever their seeds', () => {
    // Seeds that are near each other, and seeds whose distance is that of several draws.
    const seeds = Array.from({ length: 40 }, (_, n) => [n, (n * 10 * 0x6d2b79f5) >>> 0]).flat();
    const ids = [...new Set(seeds)].flatMap((seed) => idsOf(bench({ seed })));
    expect(ids.length).toBeGreaterThan(1000);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
  });

  test('know nothing of each other: tokens, people, channels, triggers, response_urls', () => {
    const [here, there] = [bench({ seed: 1 }), bench({ seed: 2 })];
    const { world } = there.engine;
    expect(here.raw('auth.test', {}, world.app.botToken).body).toEqual({ ok: false, error: 'invalid_auth' });
    expect(here.call('users.info', { user: there.user('mei') })).toMatchObject({ error: 'user_not_found' });
    const channel = there.channel('acme-lantern');
    expect(here.call('conversations.info', { channel })).toMatchObject({ error: 'channel_not_found' });
    const trigger = createTrigger(world, there.user('mei')).id;
    expect(here.call('views.open', { trigger_id: trigger, view: modal() })).toMatchObject({
      error: 'invalid_trigger_id',
    });
    const url = { user: there.user('mei'), channel, original: undefined, threadTs: undefined };
    const id = createResponseUrl(there.engine, url).split('/response/')[1] ?? '';
    expect(useResponseUrl(here.engine, id, { text: 'x' }).status).toBe(404);
    expect(useResponseUrl(there.engine, id, { text: 'x' }).status).toBe(200);
  });

  test('what is done in one leaves the other as it was', () => {
    const [here, there] = [bench({ seed: 1 }), bench({ seed: 2 })];
    const before = there.engine.world.version;
    here.call('chat.postMessage', { channel: here.channel('acme-lantern'), text: 'x' });
    here.call('chat.shout');
    expect(there.engine.world.version).toBe(before);
    expect(there.engine.journal).toMatchObject({ entries: [], complaints: [] });
  });
});
