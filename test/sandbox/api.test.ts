import { describe, expect, test } from '@jest/globals';
import { at, bench, each, without } from './engine.ts';

const section = (text: string) => ({ type: 'section', text: { type: 'mrkdwn', text } });

describe('the gate', () => {
  test('the token counts in the header alone, and it has to be of the right kind', () => {
    const { raw, engine } = bench();
    const { appToken, botToken } = engine.world.app;
    expect(raw('auth.test', { token: botToken }, '').body).toEqual({ ok: false, error: 'not_authed' });
    expect(raw('auth.test', {}, 'xoxb-other').body).toEqual({ ok: false, error: 'invalid_auth' });
    expect(raw('auth.test', {}, appToken).body).toEqual({ ok: false, error: 'not_allowed_token_type' });
    expect(raw('apps.connections.open', {}, botToken).body).toEqual({ ok: false, error: 'not_allowed_token_type' });
  });

  test('an unknown method is recorded as a fault', () => {
    const { call, engine } = bench();
    expect(call('chat.shout')).toEqual({ ok: false, error: 'unknown_method', req_method: 'chat.shout' });
    expect(call('constructor')).toMatchObject({ error: 'unknown_method' });
    expect(engine.journal.complaints).toHaveLength(2);
  });

  test('a scope that the manifest lacks is named, by the kind of channel', () => {
    const b = bench({ manifest: without('groups:write', 'chat:write') });
    expect(b.call('conversations.create', { name: 'x', is_private: 'true' })).toMatchObject({
      ok: false,
      error: 'missing_scope',
      needed: 'groups:write',
      provided: expect.stringContaining('channels:manage'),
    });
    expect(b.call('conversations.create', { name: 'x' })).toMatchObject({ ok: true });
    expect(b.call('chat.postMessage', { channel: b.channel('acme-lantern'), text: 'x' })).toMatchObject({
      error: 'missing_scope',
      needed: 'chat:write',
    });
  });
});

describe('conversations', () => {
  test('an archived channel keeps its name and takes no more', () => {
    const b = bench();
    const { id } = b.call('conversations.create', { name: 'old' })['channel'] as { id: string };
    expect(b.call('conversations.archive', { channel: id })).toEqual({ ok: true });
    expect(b.call('conversations.create', { name: 'old' })).toMatchObject({ error: 'name_taken' });
    expect(b.call('chat.postMessage', { channel: id, text: 'x' })).toMatchObject({ error: 'is_archived' });
    expect(b.call('conversations.invite', { channel: id, users: b.user('tom') })).toMatchObject({
      error: 'is_archived',
    });
    expect(b.call('conversations.archive', { channel: id })).toMatchObject({ error: 'already_archived' });
  });

  test('invitations fail for each person with a reason, and all together unless forced', () => {
    const b = bench();
    const channel = b.channel('pitch-room');
    const one = (users: string) => b.call('conversations.invite', { channel, users })['error'];
    expect(one(b.user('wei'))).toBe('already_in_channel');
    expect(one('U0')).toBe('user_not_found');
    expect(one(b.engine.world.app.botUserId)).toBe('cant_invite_self');
    expect(one(b.user('dana'))).toBe('cant_invite');
    const users = [b.user('wei'), b.user('tom')].join(',');
    expect(one(users)).toBe('already_in_channel');
    expect(b.call('conversations.invite', { channel, users, force: 'true' })).toMatchObject({
      ok: true,
      errors: [{ user: b.user('wei'), error: 'already_in_channel' }],
    });
    expect(b.call('conversations.members', { channel })['members']).toContain(b.user('tom'));
  });

  test('a private channel without the bot does not exist for it, and a public one it is not in takes no message', () => {
    const b = bench();
    const pitch = b.engine.world.channels.get(b.channel('pitch-room'));
    if (pitch) pitch.members = [b.user('mei')];
    expect(b.call('conversations.info', { channel: pitch?.id })).toMatchObject({ error: 'channel_not_found' });
    expect(b.call('chat.postMessage', { channel: b.channel('general'), text: 'x' })).toMatchObject({
      error: 'not_in_channel',
    });
    expect(b.call('conversations.history', { channel: b.channel('general') })).toMatchObject({
      error: 'not_in_channel',
    });
    expect(
      b.call('conversations.setTopic', { channel: b.channel('acme-lantern'), topic: 'x'.repeat(251) }),
    ).toMatchObject({ error: 'too_long' });
  });

  test('history has the newest first and no replies; replies have the thread; pages follow each other', () => {
    const b = bench();
    const channel = b.channel('acme-lantern');
    const ts = b.call('chat.postMessage', { channel, text: 'parent' })['ts'];
    for (const text of ['one', 'two', 'three']) b.call('chat.postMessage', { channel, text, thread_ts: ts });
    const history = b.call('conversations.history', { channel, limit: '1' });
    expect(history).toMatchObject({ has_more: true, messages: [{ text: 'parent', reply_count: 3, thread_ts: ts }] });
    const first = b.call('conversations.replies', { channel, ts, limit: 3 });
    expect(each(first['messages'], 'text')).toEqual(['parent', 'one', 'two']);
    const cursor = at(first, 'response_metadata.next_cursor');
    expect(b.call('conversations.replies', { channel, ts, limit: 3, cursor })['messages']).toHaveLength(1);
    expect(b.call('conversations.replies', { channel, ts: '1.2' })).toMatchObject({ error: 'thread_not_found' });
    expect(b.call('conversations.history', { channel, oldest: 'soon' })).toMatchObject({ error: 'invalid_ts_oldest' });
  });
});

describe('chat', () => {
  test('wrong blocks are answered in the shape of Slack', () => {
    const b = bench();
    const blocks = JSON.stringify([section('x'.repeat(3001))]);
    const where = 'must be less than 3001 characters [json-pointer:/blocks/0/text/text]';
    expect(b.call('chat.postMessage', { channel: b.channel('acme-lantern'), text: 'x', blocks })).toEqual({
      ok: false,
      error: 'invalid_blocks',
      errors: [where],
      response_metadata: { messages: [`[ERROR] ${where}`] },
    });
    expect(b.engine.journal.complaints).toHaveLength(1);
  });

  test('texts: none is refused, more than 40,000 is cut, an update takes 4,000', () => {
    const b = bench();
    const channel = b.channel('acme-lantern');
    expect(b.call('chat.postMessage', { channel })).toEqual({ ok: false, error: 'no_text' });
    expect(b.call('chat.postMessage', { channel, text: 'x', blocks: '{}' })).toMatchObject({
      error: 'invalid_blocks_format',
    });
    const posted = b.call('chat.postMessage', { channel, text: 'x'.repeat(40_001) });
    expect(at(posted, 'message.text')).toHaveLength(40_000);
    const long = b.call('chat.update', { channel, ts: posted['ts'], text: 'x'.repeat(4001) });
    expect(long).toEqual({ ok: false, error: 'msg_too_long' });
  });

  test('an update with text alone drops the blocks, keeps the metadata, and touches only own messages', () => {
    const b = bench();
    const channel = b.channel('acme-lantern');
    const metadata = { event_type: 'x', event_payload: { id: '1' } };
    const { ts } = b.call('chat.postMessage', { channel, text: 'x', blocks: [section('x')], metadata });
    expect(b.call('chat.update', { channel, ts, text: 'y' })['message']).not.toHaveProperty('blocks');
    const read = (more = {}) => at(b.call('conversations.history', { channel, limit: 1, ...more }), 'messages.0');
    expect(read()).not.toHaveProperty('metadata');
    expect(at(read({ include_all_metadata: true }), 'metadata')).toEqual(metadata);
    b.call('chat.update', { channel, ts, text: 'z', metadata: '{}' });
    expect(read({ include_all_metadata: true })).not.toHaveProperty('metadata');
    const theirs = b.engine.world.channels.get(channel)?.messages[0]?.ts;
    expect(b.call('chat.update', { channel, ts: theirs, text: 'y' })).toMatchObject({ error: 'cant_update_message' });
    expect(b.call('chat.delete', { channel, ts: theirs })).toMatchObject({ error: 'cant_delete_message' });
    expect(b.call('chat.update', { channel, ts: '1.1', text: 'y' })).toMatchObject({ error: 'message_not_found' });
    expect(b.call('chat.postMessage', { channel, text: 'x', metadata: '{"a":1}' })).toMatchObject({
      error: 'invalid_metadata_format',
    });
  });

  test('only a message in the channel itself has a thread', () => {
    const b = bench();
    const channel = b.channel('acme-lantern');
    const { ts } = b.call('chat.postMessage', { channel, text: 'x' });
    const reply = b.call('chat.postMessage', { channel, text: 'x', thread_ts: ts });
    expect(reply).toMatchObject({ ok: true, message: { thread_ts: ts } });
    for (const thread_ts of [reply['ts'], '1700000000.000001']) {
      expect(b.call('chat.postMessage', { channel, text: 'x', thread_ts })).toMatchObject({
        error: 'thread_not_found',
      });
    }
  });

  test('an ephemeral message is in no history and cannot be updated', () => {
    const b = bench();
    const channel = b.channel('acme-lantern');
    expect(b.call('chat.postEphemeral', { channel, user: b.user('wei'), text: 'x' })).toMatchObject({
      error: 'user_not_in_channel',
    });
    const { message_ts: ts } = b.call('chat.postEphemeral', { channel, user: b.user('mei'), text: 'x' });
    expect(b.call('chat.update', { channel, ts, text: 'y' })).toMatchObject({ error: 'message_not_found' });
    expect(at(b.call('conversations.history', { channel, limit: 1 }), 'messages.0.ts')).not.toBe(ts);
  });

  test('a person as the channel opens their direct messages; a pin is set once', () => {
    const b = bench();
    const posted = b.call('chat.postMessage', { channel: b.user('wei'), text: 'x' });
    expect(posted['channel']).toMatch(/^D/);
    const pin = { channel: posted['channel'], timestamp: posted['ts'] };
    expect(b.call('pins.add', pin)).toEqual({ ok: true });
    expect(b.call('pins.add', pin)).toEqual({ ok: false, error: 'already_pinned' });
    const pinAt = (timestamp: string) => b.call('pins.add', { ...pin, timestamp })['error'];
    expect([pinAt('1700000000.000001'), pinAt('soon')]).toEqual(['message_not_found', 'bad_timestamp']);
  });
});

describe('people', () => {
  test('the language is told of own people alone, and only when asked for; externals are in no list', () => {
    const b = bench();
    const info = (handle: string) => b.call('users.info', { user: b.user(handle), include_locale: 'true' })['user'];
    expect(info('mei')).toMatchObject({ locale: 'en-GB', tz: 'Asia/Shanghai', tz_offset: 28_800, is_admin: true });
    expect(info('kai')).toMatchObject({ is_restricted: true });
    expect(info('dana')).toMatchObject({ is_stranger: false });
    expect(info('dana')).not.toHaveProperty('locale');
    expect(at(info('dana'), 'team_id')).not.toBe(b.engine.world.app.teamId);
    expect(b.call('users.info', { user: b.user('mei') })['user']).not.toHaveProperty('locale');
    expect(b.call('users.info', { user: 'U0' })).toEqual({ ok: false, error: 'user_not_found' });
    const names = each(b.call('users.list')['members'], 'name');
    expect(names).toContain('olivia');
    expect(names).not.toContain('dana');
  });
});

describe('faults', () => {
  test('faults: one call fails, one does its work and loses the answer, one is told to wait', () => {
    const b = bench();
    const channel = b.channel('acme-lantern');
    const count = () => b.engine.world.channels.get(channel)?.messages.length ?? 0;
    const before = count();
    b.engine.faults.next('chat.postMessage', 'fail', { error: 'fatal_error' });
    b.engine.faults.next('chat.postMessage', 'response-lost');
    b.engine.faults.next('chat.postMessage', 'ratelimited');
    const post = () => b.raw('chat.postMessage', { channel, text: 'x' });
    expect(post().body).toEqual({ ok: false, error: 'fatal_error' });
    expect(count()).toBe(before);
    expect(post()).toMatchObject({ lost: true });
    expect(count()).toBe(before + 1);
    expect(post().status).toBe(429);
    expect(post().body).toMatchObject({ ok: true });
    expect(b.engine.journal.complaints).toEqual([]);
  });
});
