import { expect, test } from '@jest/globals';
import type { ModalView } from '@slack/types';
import { createTrigger } from '../../sandbox/core/views.ts';
import { act } from '../../sandbox/interact/act.ts';
import { withApp } from './bot.ts';
import { at, bench, without } from './engine.ts';

const HERE = '#acme-lantern';
const plain = (text: string) => ({ type: 'plain_text', text }) as const;

const form: ModalView = {
  type: 'modal',
  callback_id: 'try.files',
  title: plain('Hand it in'),
  submit: plain('Send'),
  blocks: [
    {
      type: 'input',
      block_id: 'film',
      label: plain('The film'),
      element: { type: 'file_input', action_id: 'film', filetypes: ['mp4', 'mov'], max_files: 1 },
    },
    {
      type: 'input',
      block_id: 'more',
      optional: true,
      label: plain('Anything else'),
      element: { type: 'file_input', action_id: 'more' },
    },
  ],
};

async function handingIn() {
  const seen: unknown[] = [];
  let fetchOfApp: typeof fetch | undefined;
  const { slack } = await withApp(
    (app) => {
      app.command('/try', async ({ ack, client, command }) => {
        await ack();
        await client.views.open({ trigger_id: command.trigger_id, view: form });
      });
      app.view('try.files', async ({ ack, body }) => {
        await ack();
        seen.push(body);
      });
    },
    { onStart: ({ fetch: given }) => (fetchOfApp = given) },
  );
  const modal = await slack.as('mei').in(HERE).command('/try');
  if (!modal || !fetchOfApp) throw new Error('The form did not open');
  return { slack, modal, seen, fetchOfApp };
}

test('files that are chosen in a modal arrive whole, and the app may read them', async () => {
  const { slack, modal, seen, fetchOfApp } = await handingIn();
  expect(modal.labels).toEqual(['The film', 'Anything else']);
  const film = { name: 'film.mp4', text: 'moving' };
  expect(await modal.fill({ 'The film': [film] }).submit()).toBeUndefined();
  const values = at(seen[0], 'view.state.values');
  expect(values).toEqual({
    film: { film: { type: 'file_input', files: [expect.objectContaining({ name: 'film.mp4', size: 6 })] } },
    more: { more: { type: 'file_input', files: [] } },
  });
  const file = at(values, 'film.film.files.0');
  expect(file).toMatchObject({ id: expect.any(String), mimetype: 'video/mp4', user: slack.as('mei').id, channels: [] });
  const headers = { authorization: `Bearer ${slack.engine.world.app.botToken}` };
  const answer = await fetchOfApp(String(at(file, 'url_private_download')), { headers });
  expect(await answer.text()).toBe('moving');
  slack.expectNoErrors();
});

test('too many, too large and other files are told of in the form, and the app never hears of them', async () => {
  const { slack, modal, seen } = await handingIn();
  const film = { name: 'film.mp4', text: 'moving' };
  const large = { name: 'large.pdf', sizeBytes: 11 * 1024 * 1024 };
  const first = await modal.fill({ 'The film': [film, film], 'Anything else': [large] }).submit();
  expect(first?.errors).toEqual({
    'The film': 'Please choose at most 1 files.',
    'Anything else': 'large.pdf is larger than 10 MB.',
  });
  const second = await first?.fill({ 'The film': [{ name: 'film.pdf', text: 'x' }], 'Anything else': null }).submit();
  expect(second?.errors).toEqual({ 'The film': 'film.pdf is not one of mp4, mov.' });
  const third = await second?.fill({ 'The film': [] }).submit();
  expect(third?.errors).toEqual({ 'The film': 'Please complete this required field.' });
  expect(seen).toEqual([]);
  slack.expectNoErrors();
});

test("another one's file cannot be handed in", async () => {
  const { slack, modal, seen } = await handingIn();
  await slack
    .as('tom')
    .in(HERE)
    .post('Mine', { files: [{ name: 'film.mp4', text: 'x' }] });
  const [theirs] = [...slack.engine.world.files.values()];
  await modal.fill({ 'Anything else': null });
  const [view] = [...slack.engine.world.views.values()];
  const state = { film: { film: { type: 'file_input', files: [{ id: theirs?.id }] } } };
  const result = await act(slack.engine, slack.as('mei').id, { act: 'submit', modal: view?.id ?? '', state });
  expect(result).toMatchObject({ ok: false, fields: { film: 'Please complete this required field.' } });
  expect(seen).toEqual([]);
});

test('an app without files:read has no such input', () => {
  const b = bench({ manifest: without('files:read') });
  const trigger = createTrigger(b.engine.world, b.user('mei')).id;
  expect(b.call('views.open', { trigger_id: trigger, view: form })).toMatchObject({
    error: 'missing_scope',
    needed: 'files:read',
  });
});
