/** All that a person sees or saw: nothing that was before somebody may be missing from their seat, and nothing else be in it. */
import { afterEach, expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Sandbox } from '../../sandbox/driver/sandbox.ts';
import { withApp } from './bot.ts';

const HERE = '#acme-lantern';
const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const said = (text: string) => [{ type: 'section', text: plain(text) }] as const;

let slack: Sandbox;
afterEach(() => slack.stop());

async function begin(listen: (app: App) => void = () => undefined): Promise<App> {
  const made = await withApp(listen);
  ({ slack } = made);
  return made.app;
}

const form = (title: string): ModalView => ({
  type: 'modal',
  callback_id: 'try.form',
  private_metadata: 'KEPT',
  title: plain(title),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input',
      block_id: 'goal',
      label: plain('QUESTION'),
      element: { type: 'plain_text_input', action_id: 'goal', placeholder: plain('HINT') },
    },
  ],
});

/** Opens a form, finds fault with it once, and then answers privately and takes that back. */
const asking = (app: App): void => {
  app.command('/try', async ({ ack, client, command }) => {
    await ack({ text: 'ACKED', response_type: 'ephemeral' });
    await client.views.open({ trigger_id: command.trigger_id, view: form('FORM') });
  });
  app.view('try.form', async ({ ack, view }) => {
    const isFirst = view.state.values['goal']?.['goal']?.value === 'first';
    await (isFirst ? ack({ response_action: 'errors', errors: { goal: 'FAULTY' } }) : ack());
  });
  app.action('try.go', async ({ ack, respond }) => {
    await ack();
    await respond({ text: 'ANSWERED', response_type: 'ephemeral', replace_original: false });
    await respond({ text: 'REPLACED', blocks: [...said('REPLACED')], replace_original: true });
  });
};

test('messages, threads, topics, names, pins, files and metadata are seen by those in the channel alone', async () => {
  const app = await begin();
  const channel = slack.channel(HERE).id;
  const metadata = { event_type: 'kept', event_payload: { note: 'META' } };
  const { ts } = await app.client.chat.postMessage({ channel, text: 'FALLBACK', blocks: [...said('SHOWN')], metadata });
  if (!ts) throw new Error('no ts');
  await app.client.chat.postMessage({ channel, text: 'IN-THREAD', thread_ts: ts });
  await app.client.pins.add({ channel, timestamp: ts });
  await app.client.conversations.setTopic({ channel, topic: 'TOPIC' });
  await app.client.filesUploadV2({ channel_id: channel, filename: 'FILE.pdf', title: 'TITLE', content: 'x' });
  const words = ['FALLBACK', 'SHOWN', 'IN-THREAD', 'TOPIC', 'FILE.pdf', 'TITLE', 'META', 'acme-lantern'];
  for (const handle of ['mei', 'dana', 'olivia']) {
    expect(words.filter((word) => !slack.seat(handle).text.includes(word))).toEqual([]);
  }
  expect(words.filter((word) => slack.seat('zhou').text.includes(word))).toEqual([]);
  const { now } = slack.seat('dana');
  expect(now).toContainEqual(expect.objectContaining({ where: HERE, what: 'pin', text: 'FALLBACK\nSHOWN' }));
  expect(now).toContainEqual(expect.objectContaining({ where: HERE, what: 'topic', text: 'TOPIC' }));
  expect(new Set(now.map(({ what }) => what))).toEqual(
    new Set(['name', 'topic', 'message', 'pin', 'file', 'metadata']),
  );
});

test('what is for one person alone is in no other seat: modals, their errors, answers, homes, direct messages', async () => {
  const app = await begin(asking);
  const mei = slack.as('mei');
  const modal = await mei.in(HERE).command('/try');
  const again = await modal?.fill({ QUESTION: 'first' }).submit();
  await again?.fill({ QUESTION: 'second' }).submit();
  await app.client.chat.postMessage({ channel: mei.id, text: 'DIRECT' });
  await app.client.views.publish({ user_id: mei.id, view: { type: 'home', blocks: [...said('HOME')] } });
  await app.client.chat.postEphemeral({ channel: slack.channel(HERE).id, user: mei.id, text: 'WHISPERED' });
  const elements = [{ type: 'button', action_id: 'try.go', value: 'VALUE', text: plain('PRESS') }] as const;
  const blocks = [{ type: 'actions', elements: [...elements] }] as const;
  await app.client.chat.postEphemeral({
    channel: slack.channel(HERE).id,
    user: mei.id,
    text: 'x',
    blocks: [...blocks],
  });
  await mei.click('PRESS');
  const words = ['FORM', 'QUESTION', 'HINT', 'KEPT', 'FAULTY', 'ACKED', 'DIRECT', 'HOME', 'WHISPERED'];
  const all = [...words, 'PRESS', 'VALUE', 'ANSWERED', 'REPLACED'];
  expect(all.filter((word) => !slack.seat('mei').text.includes(word))).toEqual([]);
  for (const handle of ['tom', 'dana', 'olivia']) {
    expect(all.filter((word) => slack.seat(handle).text.includes(word))).toEqual([]);
  }
  expect(
    slack
      .seat('mei')
      .now.map(({ text }) => text)
      .join('\n'),
  ).not.toContain('QUESTION');
});

test('what was changed, deleted or closed, and what somebody has left, stays in the memory of those who saw it', async () => {
  const app = await begin();
  const channel = slack.channel(HERE).id;
  const { ts = '' } = await app.client.chat.postMessage({ channel, text: 'FIRST' });
  await app.client.chat.update({ channel, ts, text: 'SECOND' });
  await app.client.chat.delete({ channel, ts });
  await slack.admin.rename(HERE, 'renamed');
  await slack.admin.removeMember('#renamed', 'olivia');
  await app.client.chat.postMessage({ channel, text: 'LATER' });
  const olivia = slack.seat('olivia');
  expect(olivia.now).toEqual([]);
  for (const word of ['FIRST', 'SECOND', 'acme-lantern', 'renamed']) expect(olivia.text).toContain(word);
  expect(olivia.text).not.toContain('LATER');
  expect(slack.seat('dana').text).toContain('LATER');
});

test('whoever comes in sees all that stands there, and not what was gone before', async () => {
  const app = await begin();
  const channel = slack.channel('#pitch-room').id;
  const { ts = '' } = await app.client.chat.postMessage({ channel, text: 'GONE' });
  await app.client.chat.delete({ channel, ts });
  const kept = await app.client.chat.postMessage({ channel, text: 'KEPT' });
  await slack.as('mei').in('#pitch-room').invite('@kai');
  await app.client.chat.delete({ channel, ts: kept.ts ?? '' });
  expect(slack.seat('kai').text).toContain('KEPT');
  expect(slack.seat('kai').text).not.toContain('GONE');
});

test('a refusal of Slack’s own is in the seat of whoever it was said to', async () => {
  await begin();
  await slack
    .as('dana')
    .in(HERE)
    .command('/try')
    .catch(() => undefined);
  expect(slack.seat('dana').now).toContainEqual(
    expect.objectContaining({ what: 'notice', text: '/try is not a valid command' }),
  );
  expect(slack.seat('mei').text).not.toContain('not a valid command');
});
