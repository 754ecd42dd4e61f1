/** A workspace in which every payload of the collection can be tried, and the ids of what payloads name. */
import type { ApiAnswer } from '../../../sandbox/api/call.ts';
import { takeUpload } from '../../../sandbox/api/transfers.ts';
import { addFile } from '../../../sandbox/core/files.ts';
import { addMessage } from '../../../sandbox/core/messages.ts';
import { createTrigger } from '../../../sandbox/core/views.ts';
import { bench, type Bench } from '../engine.ts';
import type { Json } from '../blockkit/build.ts';
import type { Payload, Surface } from './payload.ts';

/** What a word stands for; a function where it is made when it is needed. */
type Words = Record<string, (b: Bench) => string>;

const WORDS: Words = {
  '~bot': ({ engine }) => engine.world.app.botUserId,
  '~own': (b) => posted(b),
  '~reply': (b) => posted(b, { thread_ts: posted(b) }),
  '~theirs': (b) => b.engine.world.channels.get(b.channel('acme-lantern'))?.messages[0]?.ts ?? '',
  '~nothing': () => '1700000000.000001',
  '~archived': (b) => {
    const { channel } = b.call('conversations.create', { name: 'archived' });
    b.call('conversations.archive', { channel: (channel as { id: string }).id });
    return 'archived';
  },
  '~trigger': (b) => trigger(b),
  '~trigger elsewhere': () => trigger(bench({ seed: 2 })),
  '~used trigger': (b) => {
    const id = trigger(b);
    b.call('views.open', {
      trigger_id: id,
      view: { type: 'modal', title: { type: 'plain_text', text: 'T' }, blocks: [] },
    });
    return id;
  },
  '~late trigger': (b) => {
    const id = trigger(b);
    b.engine.world.clock.advance(3001);
    return id;
  },
  '~home': (b) => home(b),
  '~archived id': (b) => {
    const { channel } = b.call('conversations.create', { name: 'archived' });
    const { id } = channel as { id: string };
    b.call('conversations.archive', { channel: id });
    return id;
  },
  '~upload': (b) => upload(b).id,
  '~waiting': (b) => JSON.stringify([{ id: upload(b).id }]),
  '~uploaded': (b) => JSON.stringify([{ id: uploaded(b), title: 'The plan' }]),
  '~file': (b) => ownFile(b),
  '~deleted': (b) => {
    const file = ownFile(b);
    b.call('files.delete', { file });
    return file;
  },
  '~theirs here': (b) => theirs(b, 'acme-lantern'),
  '~theirs elsewhere': (b) => theirs(b, 'general'),
  '~home trigger': (b) => createTrigger(b.engine.world, b.user('mei'), home(b)).id,
};

function posted(b: Bench, more: Json = {}): string {
  return String(b.call('chat.postMessage', { channel: b.channel('acme-lantern'), text: 'x', ...more })['ts']);
}

function upload(b: Bench): { id: string; token: string } {
  const { upload_url: url, file_id: id } = b.call('files.getUploadURLExternal', { filename: 'plan.pdf', length: 4 });
  return { id: String(id), token: String(url).split('/').at(-1) ?? '' };
}

function uploaded(b: Bench): string {
  const { id, token } = upload(b);
  takeUpload(b.engine, token, new TextEncoder().encode('%PDF'));
  return id;
}

function ownFile(b: Bench): string {
  const id = uploaded(b);
  b.call('files.completeUploadExternal', { files: [{ id }] });
  return id;
}

function theirs(b: Bench, name: string): string {
  const { world } = b.engine;
  const file = addFile(world, b.user('mei'), { name: 'plan.pdf', text: '%PDF' });
  const room = world.channels.get(b.channel(name));
  if (room) addMessage(world, room, { user: b.user('mei'), text: '', files: [file.id] });
  return file.id;
}

function trigger(b: Bench): string {
  return createTrigger(b.engine.world, b.user('mei')).id;
}

function home(b: Bench): string {
  const view = { type: 'home', blocks: [], external_id: 'home' };
  const { view: published } = b.call('views.publish', { user_id: b.user('mei'), view });
  return (published as { id: string }).id;
}

function resolved(b: Bench, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  if (value.startsWith('#')) return b.channel(value.slice(1));
  if (value.startsWith('@')) return b.user(value.slice(1));
  return WORDS[value]?.(b) ?? value;
}

/** The call that carries a message or a view. */
const CARRIERS: Record<Surface, (b: Bench, payload: Json) => [method: string, args: Json]> = {
  message: (b, payload) => ['chat.postMessage', { channel: b.channel('acme-lantern'), ...payload }],
  modal: (b, view) => ['views.open', { trigger_id: trigger(b), view }],
  home: (b, view) => ['views.publish', { user_id: b.user('mei'), view }],
};

/** Sends a payload to the sandbox as a bot would, in a workspace of its own. */
export function send({ on, payload }: Payload): ApiAnswer['body'] {
  const b = bench();
  // A home for external_ids to collide with.
  home(b);
  if (on === 'message' || on === 'modal' || on === 'home') return b.call(...CARRIERS[on](b, payload));
  const args = Object.fromEntries(Object.entries(payload).map(([name, value]) => [name, resolved(b, value)]));
  return b.call(on, args);
}
