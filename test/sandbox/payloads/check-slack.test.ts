import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterEach, expect, test } from '@jest/globals';
import { askable, checkAll, compare, type Verdict } from '../../../scripts/check-slack.ts';
import { divider, message, modal, section } from '../blockkit/build.ts';
import { bad, payloads } from './collection.ts';
import type { Bad, Good, Payload } from './payload.ts';

const SCRIPT = fileURLToPath(new URL('../../../scripts/check-slack.ts', import.meta.url));

const good: Good = { name: 'good', on: 'message', payload: message(divider), source: 'assumed' };
const view: Good = { name: 'view', on: 'modal', payload: modal(), source: 'assumed' };
const wrong: Bad = {
  name: 'wrong',
  on: 'modal',
  payload: modal({ blocks: [section({ style: 'x' })] }),
  source: 'assumed',
  error: 'invalid_arguments',
  told: [{ message: 'invalid additional property: style', pointer: '/view/blocks/0' }],
};
const at = (pointer: string) => ({ code: 'failed_constraint', message: 'no', pointer });
const refusedAt = (...pointers: string[]) => ({
  ok: false as const,
  error: 'invalid_view' as const,
  errors: pointers.map(at),
});

const running: { close(): void }[] = [];

afterEach(() => {
  for (const server of running.splice(0)) server.close();
});

type Answer = { status?: number; headers?: Record<string, string>; body: unknown };

/** A server in Slack's place; it keeps what it was asked. */
async function validator(answer: (asked: URLSearchParams, count: number) => Answer) {
  const asked: URLSearchParams[] = [];
  const server = createServer((request, response) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => {
      const form = new URLSearchParams(text);
      asked.push(form);
      const { status = 200, headers = {}, body } = answer(form, asked.length);
      response.writeHead(status, { connection: 'close', ...headers }).end(JSON.stringify(body));
    });
  });
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const said: string[] = [];
  const { port } = server.address() as AddressInfo;
  const check = (list: readonly Payload[]) =>
    checkAll(list, { address: `http://127.0.0.1:${port}/`, pauseMs: 0, say: (line) => said.push(line) });
  return { asked, said, check };
}

test('each payload is asked about as what it is, whole, and nothing else is sent', async () => {
  const slack = await validator(() => ({ body: { ok: true } }));
  await slack.check([good, view]);
  const sent = slack.asked.map((form) => [...form].map(([name, json]) => [name, JSON.parse(json) as unknown]));
  expect(sent).toEqual([[['message', good.payload]], [['view', JSON.parse(JSON.stringify(view.payload))]]]);
  expect(slack.said).toEqual(['2 payloads, 0 differences']);
});

test('every difference is told, with both verdicts', async () => {
  const slack = await validator((form) => ({ body: form.has('message') ? refusedAt('/blocks/0') : { ok: true } }));
  const { differences } = await slack.check([good, view, wrong]);
  expect(differences.map(({ payload, verdict }) => [payload.name, verdict])).toEqual([
    ['good', 'differs'],
    ['wrong', 'differs'],
  ]);
  expect(slack.said).toEqual([
    'message: good (assumed)\n  differs: The sandbox takes it. Slack: invalid_view; no at /blocks/0',
    'modal: wrong (assumed)\n  differs: Slack takes it. The sandbox: invalid_arguments; invalid additional property: style at /view/blocks/0',
    '3 payloads, 2 differences',
  ]);
});

test.each<[string, Verdict, string | undefined]>([
  ['at the same place', refusedAt('/view/title', '/view/blocks/0'), undefined],
  ['at the same place, counted from within the view', refusedAt('/blocks/0'), undefined],
  ['elsewhere', refusedAt('/view/blocks/1'), 'same, for another place'],
  ['without a place', refusedAt(), 'same, for another place'],
])('what both refuse is compared by its place: %s', (_, answer, verdict) => {
  expect(compare(wrong, answer)?.verdict).toBe(verdict);
});

test('a refusal that the sandbox names by its code alone has no place to compare', () => {
  expect(compare({ ...wrong, error: 'view_too_large', told: [] }, refusedAt('/view'))).toBeUndefined();
});

test('told to wait, it waits and asks again', async () => {
  const slack = await validator((_, count) =>
    count === 1
      ? { status: 429, headers: { 'retry-after': '0' }, body: { ok: false, error: 'ratelimited' } }
      : { body: { ok: true } },
  );
  expect(await slack.check([good])).toEqual({ asked: 1, differences: [] });
  expect(slack.asked).toHaveLength(2);
});

test('it does not wait for ever, and an answer that is no verdict ends it', async () => {
  const busy = await validator(() => ({ status: 429, headers: { 'retry-after': '0' }, body: { ok: false } }));
  await expect(busy.check([good])).rejects.toThrow('HTTP 429');
  expect(busy.asked).toHaveLength(6);
  const down = await validator(() => ({ body: { ok: false, error: 'fatal_error' } }));
  await expect(down.check([good])).rejects.toThrow('HTTP 200: {"ok":false,"error":"fatal_error"}');
});

test('of the collection all blocks and views are asked about, and no call', async () => {
  const asked = askable(payloads);
  expect(new Set(asked.map(({ on }) => on))).toEqual(new Set(['message', 'modal', 'home']));
  const slack = await validator(() => ({ body: { ok: true } }));
  const { differences } = await slack.check(payloads);
  expect(slack.asked).toHaveLength(asked.length);
  expect(differences.map(({ payload }) => payload)).toEqual(askable(bad));
});

test('without the flag nothing is asked, and the usage says that it was never run against Slack', async () => {
  const run = promisify(execFile)(process.execPath, ['--import', 'tsx', SCRIPT], { timeout: 20_000 });
  const ended: unknown = await run.catch((error: unknown) => error);
  expect(ended).toMatchObject({ code: 2, stdout: expect.stringContaining('never run against Slack') });
});
