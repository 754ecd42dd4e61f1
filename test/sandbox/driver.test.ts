import { expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import { withApp } from './bot.ts';
import { at } from './engine.ts';

const plain = (text: string) => ({ type: 'plain_text', text }) as const;

const form: ModalView = {
  type: 'modal',
  callback_id: 'try.form',
  notify_on_close: true,
  title: plain('Try it'),
  submit: plain('Send'),
  private_metadata: 'kept',
  blocks: [
    {
      type: 'input',
      block_id: 'goal',
      label: plain('What must it achieve?'),
      element: { type: 'plain_text_input', action_id: 'goal', max_length: 20 },
    },
    {
      type: 'input',
      block_id: 'where',
      optional: true,
      label: plain('Where?'),
      element: {
        type: 'multi_static_select',
        action_id: 'where',
        options: ['Print', 'Radio'].map((name) => ({ text: plain(name), value: name.toLowerCase() })),
      },
    },
    {
      type: 'input',
      block_id: 'owner',
      optional: true,
      label: plain('Who?'),
      element: { type: 'users_select', action_id: 'owner' },
    },
    {
      type: 'input',
      block_id: 'day',
      optional: true,
      label: plain('When?'),
      element: { type: 'datepicker', action_id: 'day' },
    },
    { type: 'actions', block_id: 'more', elements: [{ type: 'button', action_id: 'try.more', text: plain('More') }] },
  ],
};

function tryBot(seen: unknown[]): (app: App) => void {
  return (app) => {
    app.command('/try', async ({ ack, client, command }) => {
      await ack();
      seen.push(command);
      await client.views.open({
        trigger_id: command.trigger_id,
        view: { ...form, private_metadata: command.channel_id },
      });
    });
    app.view('try.form', async ({ ack, view, client, body }) => {
      seen.push(body);
      if (view.state.values['goal']?.['goal']?.value === 'bad') {
        await ack({ response_action: 'errors', errors: { goal: 'Not that one.' } });
        return;
      }
      await ack();
      await client.chat.postMessage({
        channel: view.private_metadata,
        text: 'Done',
        blocks: [
          { type: 'section', text: { type: 'mrkdwn', text: `*Done* by <@${body.user.id}>` } },
          {
            type: 'actions',
            block_id: 'acts',
            elements: [{ type: 'button', action_id: 'try.confirm', value: 'v1', text: plain('Confirm') }],
          },
        ],
      });
    });
    app.view({ callback_id: 'try.form', type: 'view_closed' }, async ({ ack, body }) => {
      await ack();
      seen.push(body);
    });
    app.action('try.more', async ({ ack, body, client }) => {
      await ack();
      seen.push(body);
      if (body.type === 'block_actions') {
        await client.views.push({
          trigger_id: body.trigger_id,
          view: { ...form, title: plain('More'), callback_id: 'x' },
        });
      }
    });
    app.action('try.confirm', async ({ ack, respond, body }) => {
      await ack();
      seen.push(body);
      await respond({ text: 'Thank you', response_type: 'ephemeral', replace_original: false });
    });
  };
}

test('a command opens a modal, which is filled by its labels and becomes a message with a button', async () => {
  const seen: Record<string, unknown>[] = [];
  const { slack } = await withApp(tryBot(seen));
  const mei = slack.as('mei');
  const modal = await mei.in('#acme-lantern').command('/try it with @tom & more');
  expect(seen[0]).toMatchObject({
    command: '/try',
    text: `it with <@${slack.as('tom').id}|tom> &amp; more`,
    channel_name: 'acme-lantern',
  });
  expect(modal?.title).toBe('Try it');
  expect(modal?.labels).toEqual(['What must it achieve?', 'Where?', 'Who?', 'When?']);
  const after = await modal
    ?.fill({ 'What must it achieve?': 'Trial', 'Where?': ['Radio'], 'Who?': '@wei', 'When?': '2027-03-01' })
    .submit();
  expect(after).toBeUndefined();
  expect(at(seen[1], 'view.state.values')).toMatchObject({
    goal: { goal: { type: 'plain_text_input', value: 'Trial' } },
    where: { where: { selected_options: [{ value: 'radio' }] } },
    owner: { owner: { selected_user: slack.as('wei').id } },
    day: { day: { selected_date: '2027-03-01' } },
  });
  const message = slack.as('dana').sees('#acme-lantern').at(-1);
  expect(message).toMatchObject({
    by: 'testbot',
    text: '*Done* by @mei\n[Confirm]',
    buttons: ['Confirm'],
    pings: ['@mei'],
  });

  await slack.as('dana').click('Confirm', { in: '#acme-lantern' });
  expect(seen[2]).toMatchObject({
    type: 'block_actions',
    team: { id: slack.engine.world.app.teamId },
    container: { type: 'message', message_ts: message?.ts, is_ephemeral: false },
    actions: [{ action_id: 'try.confirm', value: 'v1', block_id: 'acts' }],
  });
  expect(at(seen[2], 'user.team_id')).not.toBe(slack.engine.world.app.teamId);
  expect(
    slack
      .as('dana')
      .private()
      .map((one) => one.text),
  ).toEqual(['Thank you']);
  expect(slack.as('mei').private()).toEqual([]);
  slack.expectNoErrors();
  await slack.stop();
});

test('what the client checks never reaches the app, and the errors of the app stand at their label', async () => {
  const seen: unknown[] = [];
  const { slack } = await withApp(tryBot(seen));
  const mei = slack.as('mei');
  await mei.in('#acme-lantern').command('/try');
  const refused = await mei.modal().submit();
  expect(refused?.errors).toEqual({ 'What must it achieve?': 'Please complete this required field.' });
  const long = await mei
    .modal()
    .fill({ 'What must it achieve?': 'x'.repeat(21) })
    .submit();
  expect(long?.errors).toEqual({ 'What must it achieve?': 'Please enter at most 20 characters.' });
  expect(slack.journal.deliveries('view_submission')).toHaveLength(0);
  const bad = await mei.modal().fill({ 'What must it achieve?': 'bad' }).submit();
  expect(bad?.errors).toEqual({ 'What must it achieve?': 'Not that one.' });
  slack.expectNoErrors();
  await slack.stop();
});

test('a pushed modal is closed by Cancel, the stack by the X, and the app hears of it', async () => {
  const seen: Record<string, unknown>[] = [];
  const { slack } = await withApp(tryBot(seen));
  const mei = slack.as('mei');
  const first = await mei.in('#acme-lantern').command('/try');
  const second = await first?.press('More');
  expect(second?.title).toBe('More');
  expect((await second?.close())?.title).toBe('Try it');
  await mei.modal().press('More');
  await mei.modal().close({ all: true });
  expect(mei.hasModal()).toBe(false);
  expect(seen.at(-1)).toMatchObject({ type: 'view_closed', is_cleared: true, view: { previous_view_id: null } });
  expect(() => mei.modal()).toThrow('mei has no modal open');
  await slack.stop();
});

test('nobody acts on what they cannot see', async () => {
  const { slack } = await withApp(tryBot([]));
  await expect(slack.as('dana').in('#acme-lantern').command('/try')).rejects.toThrow('/try is not a valid command');
  expect(slack.as('dana').notices()).toEqual(['/try is not a valid command']);
  await expect(slack.as('dana').home()).rejects.toThrow('not_reachable');
  expect(() => slack.as('olivia').sees('#general')).toThrow('olivia sees no #general, only #acme-lantern');
  expect(slack.as('wei').channels()).toEqual(['#general', '#acme-lantern', '#pitch-room']);
  await expect(slack.as('kai').click('Confirm')).rejects.toThrow('kai sees no button "Confirm"');
  await slack.stop();
});

test('a delivery sent again is the very same one, and a trigger used twice by it is no fault of the app', async () => {
  const seen: Record<string, unknown>[] = [];
  const { slack } = await withApp(tryBot(seen));
  await slack.as('mei').in('#acme-lantern').command('/try');
  await slack.again();
  expect(seen[1]).toEqual(seen[0]);
  expect(slack.journal.calls('views.open').map((call) => call.outcome)).toEqual(['ok', 'exchanged_trigger_id']);
  slack.expectNoErrors();
  await slack.stop();
});

test('people write in threads, edit and delete, and administrators change channels: the app hears of it all', async () => {
  const heard: unknown[] = [];
  const { slack, app } = await withApp((listening) => {
    listening.event(/.*/, async ({ event }) => {
      heard.push(event);
    });
  });
  const place = slack.as('dana').in('#acme-lantern');
  await app.client.chat.postMessage({ channel: slack.channel('#acme-lantern').id, text: 'Brief v1' });
  const ts = await place.post('looks good', { thread: 'Brief v1' });
  await place.edit('looks good', 'looks fine');
  await place.remove('looks fine');
  await expect(place.edit('Brief v1', 'mine')).rejects.toThrow('cant_update_message');
  await slack.admin.rename('#acme-lantern', 'acme');
  await slack.admin.share('#acme', true);
  const told = heard.map((one) => [at(one, 'type'), at(one, 'subtype')].filter(Boolean).join('.'));
  expect(told).toEqual([
    'message',
    'message.message_changed',
    'message.message_deleted',
    'message.channel_name',
    'channel_rename',
    'channel_shared',
  ]);
  expect(heard[0]).toMatchObject({ ts, text: 'looks good', parent_user_id: slack.engine.world.app.botUserId });
  expect(heard[1]).toMatchObject({ message: { text: 'looks fine' }, previous_message: { text: 'looks good' } });
  await slack.stop();
});

test('hostile text is seen through: only live mentions count as pings', async () => {
  const { slack, app } = await withApp();
  const channel = slack.channel('#acme-lantern').id;
  await app.client.chat.postMessage({ channel, text: '&lt;!channel&gt; @here' });
  await app.client.chat.postMessage({
    channel,
    text: 'x',
    blocks: [{ type: 'section', text: { type: 'mrkdwn', text: `<!channel> <@${slack.as('mei').id}> @here` } }],
  });
  await slack.idle();
  const [safe, loud] = slack.as('mei').sees('#acme-lantern').slice(-2);
  expect(safe?.pings).toEqual([]);
  expect(safe?.text).toBe('<!channel> @here');
  expect(loud?.pings).toEqual(['!channel', '@mei', '!here']);
  await slack.stop();
});
