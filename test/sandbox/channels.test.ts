/** What can happen to a channel, as the app hears of it and finds it afterwards. */
import { afterEach, expect, test } from '@jest/globals';
import { deleteChannel } from '../../sandbox/interact/channelChange.ts';
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

test.each([
  [PUBLIC, 'channel', { user: 'mei' }, { user: 'mei' }],
  [PRIVATE, 'group', { user: 'mei', is_moved: 0 }, { actor_id: 'mei' }],
])('%s is archived and taken out again: nobody writes in between', async (name, word, archived, unarchived) => {
  const listener = await begin();
  const { slack, app, heard, news, tried } = listener;
  const id = slack.channel(name).id;
  const ids = (said: object) =>
    Object.fromEntries(Object.entries(said).map(([key, one]) => [key, one === 'mei' ? slack.as('mei').id : one]));
  const { ts = '' } = await app.client.chat.postMessage({ channel: id, text: 'Before' });
  await slack.idle();
  news();
  await slack.admin.archive(name, 'mei');
  expect(news()).toEqual([`message.${word}_archive`, `${word}_archive`]);
  expect(heard.at(-1)).toEqual({
    type: `${word}_archive`,
    channel: id,
    ...ids(archived),
    event_ts: expect.any(String),
  });
  expect((await app.client.conversations.info({ channel: id })).channel?.is_archived).toBe(true);
  expect(await post(listener, id)).toBe('is_archived');
  expect(await tried(app.client.chat.update({ channel: id, ts, text: 'x' }))).toBe('is_inactive');
  await slack.admin.unarchive(name, 'mei');
  expect(news()).toEqual([`message.${word}_unarchive`, `${word}_unarchive`]);
  expect(heard.at(-1)).toMatchObject({ channel: id, ...ids(unarchived) });
  expect(await post(listener, id)).toBe('ok');
});

test.each([
  [PUBLIC, 'channel'],
  [PRIVATE, 'group'],
])('%s gets another name: the app hears both of them', async (name, word) => {
  const { slack, heard, news } = await begin();
  const id = slack.channel(name).id;
  await slack.admin.rename(name, 'spring-2027');
  expect(news()).toEqual([`message.${word}_name`, `${word}_rename`]);
  expect(heard[0]).toMatchObject({ old_name: name.slice(1), name: 'spring-2027', channel: id });
  expect(heard[1]).toMatchObject({
    channel: { id, name: 'spring-2027', is_channel: word === 'channel', created: expect.any(Number) },
  });
  expect(slack.as('mei').channels()).toContain('#spring-2027');
});

test.each([
  [PUBLIC, 'channel', {}],
  [PRIVATE, 'group', { date_deleted: expect.any(Number) }],
])('%s is deleted: it was never there for anybody', async (name, word, more) => {
  const listener = await begin();
  const { slack, app, heard, news, tried } = listener;
  const id = slack.channel(name).id;
  await slack
    .as('mei')
    .in(name)
    .post('Ours', { files: [{ name: 'plan.txt', text: 'plan' }] });
  news();
  await slack.admin.remove(name);
  expect(news()).toEqual([`${word}_deleted`]);
  expect(heard.at(-1)).toMatchObject({ channel: id, actor_id: slack.as('mei').id, ...more });
  expect(await post(listener, id)).toBe('channel_not_found');
  expect(await tried(app.client.conversations.info({ channel: id }))).toBe('channel_not_found');
  expect(await tried(app.client.conversations.members({ channel: id }))).toBe('channel_not_found');
  expect(slack.as('mei').channels()).not.toContain(name);
  expect(() => slack.channel(name)).toThrow(`There is no channel ${name}`);
});

test('a button in a deleted channel leads nowhere: its response_url answers that the channel is not there', async () => {
  const { slack, app } = await begin();
  const button = { type: 'button', action_id: 'x', text: { type: 'plain_text', text: 'Go' } } as const;
  const blocks = [{ type: 'actions', elements: [button] }] as const;
  const answers: unknown[] = [];
  app.action('x', async ({ ack, respond }) => {
    await ack();
    deleteChannel(slack.engine, slack.channel(PUBLIC), slack.as('mei').id);
    answers.push(await respond('Late').catch((error: unknown) => error));
  });
  await app.client.chat.postMessage({ channel: slack.channel(PUBLIC).id, text: 'Go', blocks: [...blocks] });
  await slack.as('mei').click('Go', { in: PUBLIC });
  expect(answers).toHaveLength(1);
  const outcomes = slack.journal.entries.filter(({ kind }) => kind === 'response_url').map(({ outcome }) => outcome);
  expect(outcomes).toEqual(['channel_not_found']);
  // Who answers there after all has done nothing wrong.
  expect(() => slack.expectNoErrors()).toThrow('response_url: channel_not_found');
  slack.engine.journal.complaints.splice(0);
});

test('a channel made private keeps its id, and is seen by its members alone; made public, by all', async () => {
  const { slack, app, news } = await begin();
  const id = slack.channel(PUBLIC).id;
  await slack.admin.convert(PUBLIC, 'private');
  expect(news()).toEqual(['message.channel_convert_to_private']);
  expect((await app.client.conversations.info({ channel: id })).channel).toMatchObject({ id, is_private: true });
  expect(slack.as('wei').channels()).not.toContain(PUBLIC);
  await slack.admin.convert(PUBLIC, 'public');
  expect(news()).toEqual(['message.channel_convert_to_public']);
  expect(slack.as('wei').channels()).toContain(PUBLIC);
});

test.each([
  [PUBLIC, 'channel_left', 'not_in_channel'],
  [PRIVATE, 'group_left', 'channel_not_found'],
])('the app is taken out of %s and invited again', async (name, left, refusal) => {
  const listener = await begin();
  const { slack, heard, news } = listener;
  const id = slack.channel(name).id;
  const { botUserId } = slack.engine.world.app;
  await slack.admin.removeBot(name, 'wei');
  expect(news()).toEqual([left, 'member_left_channel']);
  expect(heard[0]).toMatchObject({ channel: id, actor_id: slack.as('wei').id });
  expect(heard[1]).toMatchObject({ channel: id, user: botUserId });
  expect(await post(listener, id)).toBe(refusal);
  await slack.as('mei').in(name).post('Nobody hears this');
  expect(news()).toEqual([]);
  await slack.as('mei').in(name).invite('@testbot');
  // Bolt keeps the message of the app's own arrival to itself.
  expect(news()).toEqual(['member_joined_channel']);
  expect(heard.at(-1)).toMatchObject({ user: botUserId, inviter: slack.as('mei').id, channel: id });
  expect(await post(listener, id)).toBe('ok');
});

test('of a public channel that it is not in the app hears the news, and no more; of a private one nothing', async () => {
  const { slack, news } = await begin();
  await slack.admin.removeBot(PUBLIC);
  await slack.admin.removeBot(PRIVATE);
  news();
  await slack.admin.rename(PUBLIC, 'acme');
  await slack.admin.rename(PRIVATE, 'pitches');
  await slack.admin.archive('#acme');
  await slack.admin.archive('#pitches');
  expect(news()).toEqual(['channel_rename', 'channel_archive']);
});

test('people take each other out, guests nobody; whoever is out reads nothing', async () => {
  const { slack, heard, news } = await begin();
  await expect(slack.as('olivia').in(PUBLIC).kick('@tom')).rejects.toThrow('restricted_action');
  await slack.as('mei').in(PUBLIC).kick('@olivia');
  expect(news()).toEqual(['member_left_channel', 'message.channel_leave']);
  expect(heard[0]).toMatchObject({ user: slack.as('olivia').id });
  expect(slack.as('olivia').channels()).toEqual([]);
});

test('an owner deletes what anybody wrote, and takes pins away', async () => {
  const { slack, app, heard, news } = await begin();
  const channel = slack.channel(PUBLIC).id;
  const { ts = '' } = await app.client.chat.postMessage({ channel, text: 'Version 1' });
  await app.client.pins.add({ channel, timestamp: ts });
  await app.client.chat.postMessage({ channel, text: 'Version 2' });
  await slack.idle();
  expect(slack.as('dana').pins(PUBLIC)).toMatchObject([{ ts, text: 'Version 1' }]);
  expect(() => slack.as('zhou').pins(PUBLIC)).toThrow('zhou sees no #acme-lantern');
  news();
  await slack.admin.unpin(PUBLIC, 'Version 1');
  expect(heard.at(-1)).toMatchObject({ type: 'pin_removed', channel_id: channel, has_pins: false });
  expect(slack.as('dana').pins(PUBLIC)).toEqual([]);
  await slack.admin.deleteMessage(PUBLIC, 'Version 2');
  expect(news()).toEqual(['pin_removed', 'message.message_deleted']);
  expect(
    slack
      .as('mei')
      .sees(PUBLIC)
      .map(({ text }) => text),
  ).not.toContain('Version 2');
});
