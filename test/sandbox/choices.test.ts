import { expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { KnownBlock } from '@slack/types';
import { withApp } from './bot.ts';
import { at } from './engine.ts';

const HERE = '#acme-lantern';
const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const options = (...names: string[]) => names.map((name) => ({ text: plain(name), value: name.toLowerCase() }));

/** One of each choice, beside a text and in a row. */
const blocks: KnownBlock[] = [
  {
    type: 'section',
    block_id: 'more',
    text: plain('The film'),
    accessory: { type: 'overflow', action_id: 'try.more', options: options('Open', 'Take back') },
  },
  {
    type: 'section',
    block_id: 'kinds',
    text: plain('Which kinds?'),
    accessory: { type: 'checkboxes', action_id: 'try.kinds', options: options('Print', 'Radio') },
  },
  {
    type: 'section',
    block_id: 'who',
    text: plain('Who else?'),
    accessory: { type: 'multi_users_select', action_id: 'try.who', placeholder: plain('People') },
  },
  {
    type: 'actions',
    block_id: 'row',
    elements: [
      { type: 'overflow', action_id: 'try.row', options: options('Only one') },
      { type: 'radio_buttons', action_id: 'try.size', options: options('Small', 'Large') },
      { type: 'button', action_id: 'try.go', text: plain('Go') },
    ],
  },
];

const modal = {
  type: 'modal',
  title: plain('Choose'),
  submit: plain('Send'),
  callback_id: 'try.form',
  blocks: [
    ...blocks,
    { type: 'input', block_id: 'all', label: plain('Who?'), element: { type: 'multi_users_select', action_id: 'all' } },
    {
      type: 'input',
      block_id: 'one',
      label: plain('How large?'),
      element: { type: 'radio_buttons', action_id: 'one', options: options('Small', 'Large') },
    },
    {
      type: 'input',
      block_id: 'some',
      optional: true,
      label: plain('What?'),
      element: { type: 'checkboxes', action_id: 'some', options: options('Print', 'Radio') },
    },
  ],
} as const;

const listening =
  (seen: unknown[]) =>
  (app: App): void => {
    app.command('/try', async ({ ack, client, command }) => {
      await ack();
      await client.chat.postMessage({ channel: command.channel_id, text: 'Choose', blocks });
    });
    app.command('/raw', async ({ ack, client, command }) => {
      await ack();
      await client.views.open({ trigger_id: command.trigger_id, view: modal as never });
    });
    app.action(/^try/, async ({ ack, body }) => {
      await ack();
      seen.push(body);
    });
    app.view('try.form', async ({ ack, body }) => {
      await ack();
      seen.push(body);
    });
  };

test('an overflow menu sends what was chosen in it, and nothing without a choice', async () => {
  const seen: unknown[] = [];
  const { slack } = await withApp(listening(seen));
  const mei = slack.as('mei');
  await mei.in(HERE).command('/try');
  await mei.click('⋯', { option: 'Take back' });
  expect(at(seen[0], 'actions.0')).toMatchObject({
    type: 'overflow',
    action_id: 'try.more',
    block_id: 'more',
    selected_option: { text: plain('Take back'), value: 'take back' },
  });
  // A menu keeps nothing, so it is in no state.
  expect(at(seen[0], 'state.values')).toEqual({});
  await expect(mei.click('⋯')).rejects.toThrow('nothing_chosen');
  await expect(mei.click('⋯', { option: 'Close' })).rejects.toThrow('only "Open", "Take back"');
  slack.expectNoErrors();
});

test('what is chosen in a message is in the action, and in its state', async () => {
  const seen: unknown[] = [];
  const { slack } = await withApp(listening(seen));
  const mei = slack.as('mei');
  await mei.in(HERE).command('/try');
  await mei.click('People', { option: '@tom' });
  const chosen = { type: 'multi_users_select', selected_users: [slack.as('tom').id] };
  expect(at(seen[0], 'actions.0')).toMatchObject({ ...chosen, action_id: 'try.who' });
  expect(at(seen[0], 'state.values')).toEqual({ who: { 'try.who': chosen } });
});

test('choices beside texts and in rows work in a modal, and what was chosen is handed in', async () => {
  const seen: unknown[] = [];
  const { slack } = await withApp(listening(seen));
  const form = await slack.as('mei').in(HERE).command('/raw');
  await form?.press('⋯', 'Open');
  expect(at(seen[0], 'actions.0.selected_option.value')).toBe('open');
  await form?.fill({ 'Which kinds?': ['Print', 'Radio'], 'Who else?': ['@wei'] });
  expect(at(seen[1], 'actions.0')).toMatchObject({ selected_options: [{ value: 'print' }, { value: 'radio' }] });
  await form?.fill({ 'Who?': ['@tom', '@wei'], 'How large?': 'Large', 'What?': null }).submit();
  const [tom, wei] = [slack.as('tom').id, slack.as('wei').id];
  expect(at(seen[3], 'view.state.values')).toEqual({
    kinds: { 'try.kinds': { type: 'checkboxes', selected_options: options('Print', 'Radio') } },
    who: { 'try.who': { type: 'multi_users_select', selected_users: [wei] } },
    all: { all: { type: 'multi_users_select', selected_users: [tom, wei] } },
    one: { one: { type: 'radio_buttons', selected_option: options('Large')[0] } },
    some: { some: { type: 'checkboxes', selected_options: [] } },
  });
  slack.expectNoErrors();
});
