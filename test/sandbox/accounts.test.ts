/** What happens to people's accounts, and what an app finds of them afterwards. */
import { afterEach, expect, test } from '@jest/globals';
import { curious, listening, type Listening } from './heard.ts';

const SHARED = '#acme-lantern';

let on: Listening | undefined;

async function begin(options: Parameters<typeof listening>[0] = {}): Promise<Listening> {
  on = await listening(options);
  return on;
}
afterEach(async () => {
  on?.slack.expectNoErrors();
  await on?.slack.stop();
  on = undefined;
});

test.each(['tom', 'olivia', 'dana'])('%s is deactivated: told of, listed nowhere, and out of reach', async (handle) => {
  const { slack, app, heard, news, tried } = await begin();
  const { id } = slack.as(handle);
  const channel = slack.channel(SHARED).id;
  await app.client.chat.postMessage({ channel: id, text: 'Hello' });
  await slack.idle();
  news();
  const direct = (await app.client.conversations.open({ users: id })).channel?.id ?? '';
  await slack.admin.deactivate(handle);
  expect(news()).toEqual(['user_change']);
  expect(heard.at(-1)).toMatchObject({ user: { id, name: handle, deleted: true }, cache_ts: expect.any(Number) });
  expect((await app.client.users.info({ user: id })).user).toMatchObject({ id, deleted: true });
  expect((await app.client.conversations.members({ channel })).members).not.toContain(id);
  expect(await tried(app.client.conversations.open({ users: id }))).toBe('user_disabled');
  expect(await tried(app.client.chat.postMessage({ channel: id, text: 'x' }))).toBe('user_disabled');
  expect(await tried(app.client.chat.postMessage({ channel: direct, text: 'x' }))).toBe('user_disabled');
  expect(await tried(app.client.chat.postEphemeral({ channel, user: id, text: 'x' }))).toBe('user_not_in_channel');
  expect(await tried(app.client.conversations.invite({ channel, users: id }))).toBe('user_disabled');
});

test('whoever is deactivated sees nothing and can do nothing, whatever was open before them', async () => {
  const { slack, app } = await begin();
  const olivia = slack.as('olivia');
  app.command('/try', async ({ ack, client, command }) => {
    await ack();
    const title = { type: 'plain_text', text: 'Open' } as const;
    await client.views.open({ trigger_id: command.trigger_id, view: { type: 'modal', title, blocks: [] } });
  });
  await olivia.in(SHARED).command('/try');
  expect(olivia.hasModal()).toBe(true);
  const place = olivia.in(SHARED);
  await slack.admin.deactivate('olivia');
  expect(olivia.hasModal()).toBe(false);
  expect(olivia.channels()).toEqual([]);
  await expect(place.post('Still here')).rejects.toThrow('sees no #acme-lantern');
  await expect(olivia.home()).rejects.toThrow('account_inactive');
  await expect(slack.as('mei').in(SHARED).invite('@olivia')).rejects.toThrow('user_not_found');
});

test('who is invited anew has another id, the same name and e-mail, and no channel', async () => {
  const { slack, app, heard, news } = await begin();
  const old = slack.as('olivia').id;
  await slack.admin.grantScope('users:read.email');
  const before = (await app.client.users.info({ user: old })).user;
  await slack.admin.deactivate('olivia');
  const id = await slack.admin.reinvite('olivia', 'olivia2');
  expect(id).not.toBe(old);
  expect(news()).toEqual(['user_change', 'team_join']);
  const profile = { email: before?.profile?.email, real_name: 'Olivia Grant' };
  expect(before?.profile?.email).toContain('@');
  expect(heard.at(-1)).toMatchObject({ user: { id, deleted: false, is_restricted: true, profile } });
  expect(slack.as('olivia2').channels()).toEqual([]);
  await slack.as('mei').in(SHARED).invite('@olivia2');
  expect(slack.as('olivia2').channels()).toEqual([SHARED]);
});

test('an e-mail address is told only to an app that may read them', async () => {
  const { slack, app } = await begin();
  expect((await app.client.users.info({ user: slack.as('mei').id })).user?.profile).not.toHaveProperty('email');
});

test('a new name, language, zone or standing is told of', async () => {
  const { slack, app, heard } = await begin();
  await slack.admin.change('mei', { name: 'Mei Wang', locale: 'zh-CN', timeZone: 'Europe/Paris' });
  expect(heard.at(-1)).toMatchObject({
    type: 'user_change',
    user: { real_name: 'Mei Wang', locale: 'zh-CN', tz: 'Europe/Paris', deleted: false },
  });
  await slack.admin.change('kai', { kind: 'member' });
  expect(heard.at(-1)).toMatchObject({ user: { name: 'kai', is_restricted: false } });
  const { user } = await app.client.users.info({ user: slack.as('mei').id, include_locale: true });
  expect(user).toMatchObject({ real_name: 'Mei Wang', locale: 'zh-CN' });
});

test('guests of one channel come into no second one, and other companies’ people by no such invitation', async () => {
  const { slack, app, tried } = await begin();
  const room = slack.channel('#pitch-room').id;
  const shared = slack.channel(SHARED).id;
  const invite = (channel: string, users: string) => tried(app.client.conversations.invite({ channel, users }));
  await slack.admin.change('olivia', { isSingleChannel: true });
  expect(await invite(room, slack.as('olivia').id)).toBe('ura_max_channels');
  await slack.admin.removeMember(SHARED, 'olivia');
  expect(await invite(room, slack.as('olivia').id)).toBe('ok');
  expect(await invite(room, slack.as('dana').id)).toBe('cant_invite');
  await slack.admin.removeMember(SHARED, 'dana');
  expect(await invite(shared, slack.as('dana').id)).toBe('ok');
});

test('a scope that is taken away is missed by calls and events alike, until it is granted again', async () => {
  const { slack, app, heard } = await begin();
  const info = () =>
    app.client.users.info({ user: slack.as('mei').id }).then(
      () => 'ok',
      (error: { data: object }) => error.data,
    );
  await slack.admin.revokeScope('users:read');
  expect(await info()).toMatchObject({
    error: 'missing_scope',
    needed: 'users:read',
    provided: expect.not.stringContaining('users:read'),
  });
  await slack.admin.change('mei', { name: 'Mei Wang' });
  expect(heard).toEqual([]);
  await slack.admin.grantScope('users:read');
  expect(await info()).toBe('ok');
  expect(() => slack.expectNoErrors()).toThrow('users.info: missing_scope (needs users:read)');
  slack.engine.journal.complaints.splice(0);
});

test('optional scopes are not there until somebody grants them', async () => {
  const none = await begin();
  const [optional = ''] = curious.oauth_config?.scopes?.bot_optional ?? [];
  expect(none.slack.engine.world.grantedScopes.has(optional)).toBe(false);
  await none.slack.stop();
  const all = await begin({ optionalScopes: [optional] });
  expect(all.slack.engine.world.grantedScopes.has(optional)).toBe(true);
});
