/** A channel that is shared with another company, and is not any more; and one that gets another id. */
import { afterEach, expect, test } from '@jest/globals';
import { listening, type Listening } from './heard.ts';

const PUBLIC = '#acme-lantern';
const PRIVATE = '#pitch-room';

let on: Listening | undefined;

async function begin(): Promise<Listening> {
  on = await listening();
  return on;
}
afterEach(async () => {
  on?.slack.expectNoErrors();
  await on?.slack.stop();
  on = undefined;
});

const post = ({ app, tried }: Listening, channel: string) =>
  tried(app.client.chat.postMessage({ channel, text: 'Hello' }));

test('shared with a second company and unshared again, a channel tells which it was and whether any is left', async () => {
  const { slack, app, heard, news } = await begin();
  const id = slack.channel(PUBLIC).id;
  const dana = slack.as('dana').id;
  const acme = [...slack.engine.world.teams.values()].find(({ domain }) => domain === 'acme')?.id;
  await slack.admin.share(PRIVATE, true, { team: 'acme' });
  expect(heard.at(-1)).toMatchObject({ type: 'channel_shared', connected_team_id: acme });
  news();
  await slack.admin.share(PUBLIC, false, { team: 'acme' });
  expect(news()).toEqual(['member_left_channel', 'message.channel_leave', 'channel_unshared']);
  expect(heard.at(-1)).toMatchObject({ previously_connected_team_id: acme, channel: id, is_ext_shared: false });
  expect((await app.client.conversations.members({ channel: id })).members).not.toContain(dana);
  expect(slack.as('dana').channels()).toEqual([]);
  await slack.idle();
});

test('cut off from its company a channel is frozen: it can be read, and nothing more', async () => {
  const listener = await begin();
  const { slack, app, news, tried } = listener;
  const channel = slack.channel(PUBLIC).id;
  const { ts = '' } = await app.client.chat.postMessage({ channel, text: 'Before' });
  await slack.idle();
  news();
  await slack.admin.sever(PUBLIC);
  expect(news()).toEqual(['member_left_channel', 'message.channel_leave', 'channel_unshared']);
  const { channel: shape } = await app.client.conversations.info({ channel });
  expect(shape).toMatchObject({ is_frozen: true, frozen_reason: 'connection_severed', is_ext_shared: false });
  expect(await post(listener, channel)).toBe('is_archived');
  expect(await tried(app.client.chat.update({ channel, ts, text: 'x' }))).toBe('is_inactive');
  expect((await app.client.conversations.history({ channel })).messages?.length).toBeGreaterThan(1);
  await expect(slack.as('mei').in(PUBLIC).post('x')).rejects.toThrow('is_archived');
});

test('a channel that gets another id is not found by the old one', async () => {
  const listener = await begin();
  const { slack, heard } = listener;
  const old = slack.channel(PRIVATE).id;
  const id = await slack.admin.changeId(PRIVATE);
  expect(heard).toMatchObject([{ type: 'channel_id_changed', old_channel_id: old, new_channel_id: id }]);
  expect(await post(listener, old)).toBe('channel_not_found');
  expect(await post(listener, id)).toBe('ok');
});
