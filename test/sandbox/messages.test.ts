import { expect, test } from '@jest/globals';
import { manifest, withApp } from './bot.ts';
import { at } from './engine.ts';

const HERE = '#acme-lantern';
const TS = expect.stringMatching(/^\d{10}\.\d{6}$/);

/** A sandbox whose app keeps every message event as it comes. */
async function hearing(options: Parameters<typeof withApp>[1] = {}) {
  const heard: Record<string, unknown>[] = [];
  const { slack } = await withApp((app) => {
    app.event('message', async ({ event }) => void heard.push({ ...event }));
  }, options);
  return { slack, heard };
}

test('a post, and a reply to it, are told with all that docs.slack.dev names', async () => {
  const { slack, heard } = await hearing();
  const [mei, tom] = [slack.as('mei'), slack.as('tom')];
  const ts = await mei.in(HERE).post('Warm & <soft>, @tom');
  const team = slack.engine.world.app.teamId;
  const mine = {
    type: 'message',
    channel: slack.channel(HERE).id,
    channel_type: 'channel',
    user: mei.id,
    team,
    text: `Warm &amp; &lt;soft&gt;, <@${tom.id}>`,
    blocks: [{ type: 'rich_text' }],
    client_msg_id: expect.any(String),
    ts,
    event_ts: ts,
  };
  expect(heard[0]).toMatchObject(mine);
  for (const absent of ['subtype', 'thread_ts', 'files', 'reactions', 'edited']) {
    expect(heard[0]).not.toHaveProperty(absent);
  }
  await tom.in(HERE).post('Yes', { thread: 'Warm' });
  expect(heard[1]).toMatchObject({ user: tom.id, text: 'Yes', thread_ts: ts, parent_user_id: mei.id });
});

test('a change and a deletion bring what was there before, with its files', async () => {
  const { slack, heard } = await hearing();
  const mei = slack.as('mei').in(HERE);
  const ts = await mei.post('Warm', { files: [{ name: 'a.png', text: 'x' }] });
  await mei.edit('Warm', 'Cool');
  await mei.remove('Cool');
  const channel = slack.channel(HERE).id;
  const common = { type: 'message', channel, channel_type: 'channel', hidden: true, ts: TS, event_ts: TS };
  expect(heard[1]).toMatchObject({
    ...common,
    subtype: 'message_changed',
    message: {
      type: 'message',
      user: slack.as('mei').id,
      text: 'Cool',
      ts,
      files: [{ name: 'a.png' }],
      edited: { user: slack.as('mei').id, ts: TS },
    },
    previous_message: { type: 'message', text: 'Warm', ts, files: [{ name: 'a.png' }] },
  });
  expect(at(heard[1], 'previous_message.edited')).toBeUndefined();
  expect(heard[2]).toMatchObject({
    ...common,
    subtype: 'message_deleted',
    deleted_ts: ts,
    previous_message: { type: 'message', text: 'Cool', ts },
  });
  expect(heard[2]).not.toHaveProperty('message');
  expect(heard[1]?.['ts']).not.toBe(ts);
});

test("a partner's message says whose person wrote it, when it is written and when it is changed", async () => {
  const { slack, heard } = await hearing();
  const dana = slack.as('dana');
  await dana.in(HERE).post('Looks good');
  await dana.in(HERE).edit('Looks good', 'Looks fine');
  const team = [...slack.engine.world.users.values()].find(({ id }) => id === dana.id)?.teamId;
  expect(team).not.toBe(slack.engine.world.app.teamId);
  expect(heard[0]).toMatchObject({ user: dana.id, user_team: team, source_team: team, team });
  expect(at(heard[1], 'message')).toMatchObject({ user_team: team, source_team: team });
});

test('a private channel has events of its own, and only where the app asked for them and is a member', async () => {
  const { slack, heard } = await hearing();
  await slack.as('wei').in('#pitch-room').post('Secret');
  expect(heard).toMatchObject([{ text: 'Secret', channel_type: 'group' }]);
  await slack.as('wei').in('#general').post('Not for the app');
  expect(heard).toHaveLength(1);
  const { settings, ...rest } = manifest;
  const groups = { ...rest, settings: { ...settings, event_subscriptions: { bot_events: ['message.groups'] } } };
  const other = await hearing({ manifest: groups });
  await other.slack.as('mei').in(HERE).post('Public');
  await other.slack.as('mei').in('#pitch-room').post('Private');
  expect(other.heard.map(({ text }) => text)).toEqual(['Private']);
});

test('people change and delete their own messages alone, and none in an archived channel', async () => {
  const { slack } = await hearing();
  await expect(slack.as('tom').in(HERE).edit('Morning all', 'x')).rejects.toThrow('cant_update_message');
  await expect(slack.as('tom').in(HERE).remove('Morning all')).rejects.toThrow('cant_delete_message');
  const mei = slack.as('mei').in(HERE);
  await mei.post('Warm');
  await expect(mei.edit('Warm', ' ')).rejects.toThrow('no_text');
  await slack.admin.archive(HERE, 'mei');
  await expect(mei.edit('Warm', 'Cool')).rejects.toThrow('is_archived');
  await expect(mei.remove('Warm')).rejects.toThrow('is_archived');
});
