import { expect, test } from '@jest/globals';
import { act } from '../../sandbox/interact/act.ts';
import { at, bench, type Bench } from './engine.ts';

const section = { type: 'section', text: { type: 'mrkdwn', text: 'x' } };
const modal = { type: 'modal', title: { type: 'plain_text', text: 'T' }, blocks: [section] };

async function trigger(b: Bench): Promise<string> {
  await act(b.engine, b.user('mei'), { act: 'command', channel: b.channel('acme-lantern'), text: '/try' });
  return b.delivered.findLast((one) => one.kind === 'slash_commands')?.body['trigger_id'] as string;
}

test('a trigger works once, for three seconds', async () => {
  const b = bench();
  const open = (trigger_id: string) => b.call('views.open', { trigger_id, view: modal })['error'];
  const first = await trigger(b);
  expect(first).toMatch(/^\d+\.\d+\.[0-9a-f]+$/);
  b.engine.world.clock.advance(3000);
  expect(open(first)).toBeUndefined();
  expect(open(first)).toBe('exchanged_trigger_id');
  const late = await trigger(b);
  b.engine.world.clock.advance(3001);
  expect(open(late)).toBe('expired_trigger_id');
  expect(open('1.2.abc')).toBe('invalid_trigger_id');
});

test('a wrong view is answered with pointers into it', async () => {
  const b = bench();
  const view = { ...modal, title: { type: 'plain_text', text: 'x'.repeat(25) } };
  expect(b.call('views.open', { trigger_id: await trigger(b), view: JSON.stringify(view) })).toMatchObject({
    ok: false,
    error: 'invalid_arguments',
    response_metadata: {
      messages: expect.arrayContaining(['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]']),
    },
  });
});

test('an update with an old hash conflicts, and a view that is gone is not found', async () => {
  const b = bench();
  const { view } = b.call('views.open', { trigger_id: await trigger(b), view: modal });
  const [view_id, hash] = [at(view, 'id'), at(view, 'hash')];
  const update = (more: object) => b.call('views.update', { view_id, view: modal, ...more });
  expect(update({ hash })).toMatchObject({ ok: true });
  expect(update({ hash })).toEqual({ ok: false, error: 'hash_conflict' });
  expect(update({ view_id: 'V0' })).toEqual({ ok: false, error: 'not_found' });
  expect(b.call('views.push', { trigger_id: await trigger(b), view: modal })).toEqual({
    ok: false,
    error: 'not_found',
  });
});

test('a fourth modal is one too many', async () => {
  const b = bench();
  const button = { type: 'button', action_id: 'go', text: { type: 'plain_text', text: 'Go' } };
  const view = { ...modal, blocks: [{ type: 'actions', block_id: 'b', elements: [button] }] };
  let open = b.call('views.open', { trigger_id: await trigger(b), view });
  const results = [];
  for (let depth = 0; depth < 3; depth += 1) {
    await act(b.engine, b.user('mei'), {
      act: 'press',
      on: { modal: String(at(open, 'view.id')) },
      blockId: 'b',
      actionId: 'go',
    });
    const pushed = b.call('views.push', { trigger_id: b.delivered.at(-1)?.body['trigger_id'], view });
    results.push(pushed['error'] ?? 'ok');
    open = pushed['ok'] ? pushed : open;
  }
  expect(results).toEqual(['ok', 'ok', 'push_limit_reached']);
  expect(open['view']).toMatchObject({ root_view_id: expect.any(String), previous_view_id: expect.any(String) });
});

test('a home is for the people of the app’s own team', () => {
  const b = bench();
  const view = { type: 'home', blocks: [section] };
  const publish = (handle: string) => b.call('views.publish', { user_id: b.user(handle), view });
  expect(publish('mei')).toMatchObject({ ok: true, view: { type: 'home' } });
  expect(publish('dana')).toEqual({ ok: false, error: 'user_not_found' });
});
