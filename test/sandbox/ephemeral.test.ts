import { expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import { withApp } from './bot.ts';
import { at } from './engine.ts';

const HERE = '#acme-lantern';
const ASKED = {
  text: 'Keep it?',
  blocks: [
    { type: 'section', text: { type: 'mrkdwn', text: 'Keep *it*?' } },
    {
      type: 'actions',
      elements: [{ type: 'button', action_id: 'try.yes', text: { type: 'plain_text', text: 'Yes' } }],
    },
  ],
};

/** Asks whoever writes in a thread, privately and in that thread; `answer` is what a press is answered with. */
function asking(seen: unknown[], answer: object): (app: App) => void {
  return (app) => {
    app.message(async ({ message, client }) => {
      const { channel, user, thread_ts: thread } = message as { channel: string; user: string; thread_ts: string };
      await client.chat.postEphemeral({ channel, user, thread_ts: thread, ...ASKED });
    });
    app.action('try.yes', async ({ ack, body, respond }) => {
      await ack();
      seen.push(body);
      await respond(answer);
    });
  };
}

test('a button in a private message in a thread is pressed like any other, and says where it stands', async () => {
  const seen: unknown[] = [];
  const { slack } = await withApp(asking(seen, { text: 'Kept', replace_original: true }));
  const mei = slack.as('mei');
  await mei.in(HERE).post('Yes, warmer', { thread: 'Morning all' });
  const thread = mei.sees(HERE).find(({ text }) => text.startsWith('Morning all'))?.ts;
  expect(mei.private()).toMatchObject([{ text: 'Keep *it*?\n[Yes]', thread, buttons: ['Yes'] }]);
  for (const handle of ['tom', 'dana']) expect(slack.as(handle).private()).toEqual([]);
  await expect(slack.as('tom').click('Yes')).rejects.toThrow('sees no button');
  const ts = mei.private()[0]?.ts;
  await mei.click('Yes', { thread: 'Morning all' });
  const channel = slack.channel(HERE).id;
  expect(seen[0]).toMatchObject({
    container: { type: 'message', message_ts: ts, channel_id: channel, is_ephemeral: true, thread_ts: thread },
    channel: { id: channel },
    actions: [{ action_id: 'try.yes' }],
    response_url: expect.any(String),
  });
  expect(at(seen[0], 'message')).toBeUndefined();
  expect(mei.private()).toMatchObject([{ ts, text: 'Kept', thread, buttons: [] }]);
  slack.expectNoErrors();
});

test('it can be taken away, or answered below, and the app finds it nowhere', async () => {
  const seen: unknown[] = [];
  const { slack, app } = await withApp(asking(seen, { text: 'Kept', replace_original: false }));
  const mei = slack.as('mei');
  await mei.in(HERE).post('Yes, warmer', { thread: 'Morning all' });
  await mei.click('Yes');
  expect(mei.private().map(({ text, thread }) => [text, thread !== undefined])).toEqual([
    ['Keep *it*?\n[Yes]', true],
    ['Kept', true],
  ]);
  const channel = slack.channel(HERE).id;
  const ts = mei.private()[0]?.ts ?? '';
  await expect(app.client.chat.update({ channel, ts, text: 'x' })).rejects.toThrow('message_not_found');
  const again = await withApp(asking(seen, { delete_original: true }));
  await again.slack.as('mei').in(HERE).post('Yes, warmer', { thread: 'Morning all' });
  await again.slack.as('mei').click('Yes');
  expect(again.slack.as('mei').private()).toEqual([]);
});
