import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Engine } from '../../sandbox/core/engine.ts';
import type { CallFault } from '../../sandbox/core/faults.ts';
import { inProcess } from '../../sandbox/deliver/inProcess.ts';
import { at, bench } from './engine.ts';
import { serve, stopAll, until } from './served.ts';

afterEach(stopAll);

type Setting = 'in this process' | 'over HTTP';
const SETTINGS: Setting[] = ['in this process', 'over HTTP'];

describe.each(SETTINGS)('a call %s', (setting) => {
  let engine: Engine;
  let call: (signal?: AbortSignal, blocks?: unknown) => Promise<Response>;
  const posted = () => texts(engine).filter((text) => text === 'Once');
  const outcomes = () => engine.journal.entries.map(({ outcome }) => outcome);
  const plan = (kind: CallFault) => engine.faults.next('chat.postMessage', kind, { retryAfterSeconds: 7 });

  beforeEach(async () => {
    const server = setting === 'over HTTP' ? await serve() : undefined;
    engine = server?.engine ?? bench().engine;
    // Somebody takes the events about what is posted.
    engine.dispatch.connect({ send: async () => ({ ok: true, payload: null }) });
    const send = server ? globalThis.fetch : inProcess(engine).fetch;
    const channel = [...engine.world.channels.values()].find(({ name }) => name === 'acme-lantern')?.id;
    call = (signal, blocks) =>
      send(`${engine.baseUrl}/api/chat.postMessage`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${engine.world.app.botToken}` },
        body: JSON.stringify({ channel, text: 'Once', blocks }),
        ...(signal ? { signal } : {}),
      });
  });

  /** What fetch failed with. */
  const failureOf = (sent: Promise<Response>): Promise<unknown> =>
    sent.then(
      () => 'answered',
      (error: unknown) => [at(error, 'message'), at(error, 'cause.code')],
    );

  test('fails with an error of Slack’s', async () => {
    plan('fail');
    const answer = await call();
    expect([answer.status, await answer.json()]).toEqual([200, { ok: false, error: 'internal_error' }]);
    expect(posted()).toEqual([]);
  });

  test('fails with HTTP 500', async () => {
    plan('server-error');
    expect((await call()).status).toBe(500);
    expect(posted()).toEqual([]);
  });

  test('is told to wait', async () => {
    plan('ratelimited');
    const answer = await call();
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
    expect(posted()).toEqual([]);
  });

  test('is lost on its way', async () => {
    plan('request-lost');
    expect(await failureOf(call())).toEqual(['fetch failed', 'UND_ERR_SOCKET']);
    expect([posted(), outcomes()]).toEqual([[], ['request lost']]);
  });

  test('is done, and its answer is lost', async () => {
    plan('response-lost');
    expect(await failureOf(call())).toEqual(['fetch failed', 'UND_ERR_SOCKET']);
    expect([posted(), outcomes()[0]]).toEqual([['Once'], 'response lost']);
  });

  test('reaches nobody', async () => {
    plan('unreachable');
    const code = setting === 'over HTTP' ? 'UND_ERR_SOCKET' : 'ECONNREFUSED';
    expect(await failureOf(call())).toEqual(['fetch failed', code]);
    expect([posted(), outcomes()]).toEqual([[], ['unreachable']]);
  });

  test('is never answered, until the caller gives up', async () => {
    plan('hang');
    const giving = new AbortController();
    const failed = failureOf(call(giving.signal));
    await until(() => outcomes().includes('never answered'));
    giving.abort(new Error('Enough'));
    expect(await failed).toEqual(['Enough', undefined]);
    expect(posted()).toEqual([]);
  });

  test('goes right again afterwards, and nothing of it is the app’s fault', async () => {
    for (const kind of ['fail', 'server-error', 'ratelimited', 'request-lost', 'unreachable'] as const) {
      plan(kind);
      await failureOf(call());
    }
    expect((await call()).status).toBe(200);
    expect(posted()).toEqual(['Once']);
    expect(engine.journal.complaints).toEqual([]);
  });

  test('that would be the app’s fault is complained of, and only as provoked where it was planned', async () => {
    engine.faults.next('chat.postMessage', 'fail', { error: 'missing_scope' });
    await call();
    plan('response-lost');
    await failureOf(call(undefined, [{ type: 'nonsense' }]));
    expect(engine.journal.complaints.map(({ provoked }) => provoked)).toEqual([true, false]);
  });

  test('goes wrong every time, until that is taken back', async () => {
    const stop = engine.faults.always('*', 'server-error');
    expect([(await call()).status, (await call()).status]).toEqual([500, 500]);
    stop();
    expect((await call()).status).toBe(200);
  });
});

test('a call that hangs ends when the server stops', async () => {
  const server = await serve();
  server.engine.faults.next('auth.test', 'hang');
  const failed = fetch(`${server.apiUrl}auth.test`, { method: 'POST' }).catch((error: unknown) => at(error, 'message'));
  await until(() => server.engine.journal.entries.length === 1);
  await server.stop();
  expect(await failed).toBe('fetch failed');
});

function texts({ world }: Engine): string[] {
  return [...world.channels.values()].flatMap(({ messages }) => messages.map(({ text }) => text));
}
