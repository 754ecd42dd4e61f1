import { expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import { manifest, withApp } from './bot.ts';

const HERE = '#acme-lantern';

const hearing =
  (heard: unknown[]) =>
  (app: App): void => {
    app.event('reaction_added', async ({ event }) => void heard.push(event));
    app.event('reaction_removed', async ({ event }) => void heard.push(event));
  };

test('an emoji that somebody puts to a message or takes away is told to the app, and counted', async () => {
  const heard: unknown[] = [];
  const { slack, app } = await withApp(hearing(heard));
  const [mei, dana] = [slack.as('mei'), slack.as('dana')];
  const ts = await mei.in(HERE).post('A first sketch');
  await dana.react('eyes', 'A first sketch', { in: HERE });
  await mei.react('eyes', 'A first sketch');
  await mei.react('+1', ts);
  expect(mei.sees(HERE).at(-1)?.reactions).toEqual(['eyes 2', '+1 1']);
  const channel = slack.channel(HERE).id;
  const eyes = {
    user: dana.id,
    reaction: 'eyes',
    item: { type: 'message', channel, ts },
    item_user: mei.id,
    event_ts: expect.stringMatching(/^\d{10}\.\d{6}$/),
  };
  expect(heard[0]).toEqual({ type: 'reaction_added', ...eyes });
  const { messages } = await app.client.conversations.history({ channel, limit: 1 });
  expect(messages?.[0]?.reactions).toEqual([
    { name: 'eyes', users: [dana.id, mei.id], count: 2 },
    { name: '+1', users: [mei.id], count: 1 },
  ]);
  await dana.react('eyes', ts, { remove: true });
  await mei.react('+1', ts, { remove: true });
  expect(heard[3]).toEqual({ type: 'reaction_removed', ...eyes });
  expect(mei.sees(HERE).at(-1)?.reactions).toEqual(['eyes 1']);
  slack.expectNoErrors();
});

test('nobody reacts twice, without being there, or by what is no name', async () => {
  const { slack } = await withApp();
  const mei = slack.as('mei');
  await mei.react('eyes', 'Morning all');
  await expect(mei.react('eyes', 'Morning all')).rejects.toThrow('already_reacted');
  await expect(mei.react('+1', 'Morning all', { remove: true })).rejects.toThrow('no_reaction');
  await expect(mei.react(':eyes:', 'Morning all')).rejects.toThrow('invalid_name');
  await expect(slack.as('wei').react('eyes', 'Morning all')).rejects.toThrow('not_in_channel');
  await expect(slack.as('zhou').react('eyes', 'Morning all')).rejects.toThrow('sees no message');
});

test('an app that did not ask, or that is not in the channel, hears of no reactions', async () => {
  const heard: unknown[] = [];
  const { settings, ...rest } = manifest;
  const without = { ...rest, settings: { ...settings, event_subscriptions: { bot_events: [] } } };
  const { slack } = await withApp(hearing(heard), { manifest: without });
  await slack.as('mei').react('eyes', 'Morning all');
  const { slack: other } = await withApp(hearing(heard));
  await other.as('mei').react('eyes', 'Good morning', { in: '#general' });
  expect(heard).toEqual([]);
});
