import { request } from 'node:http';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { decided } from '../support/outcome.ts';
import { ELSEWHERE, genuine, MARK, MISSHAPEN, STRANGE, UNSIGNED } from '../support/hostile-requests.ts';
import { FORM_TYPE, send } from '../support/stage-http.ts';
import { type Stage, stage } from '../support/stage.ts';

/** Who sends this knows the address of the bot, and in some cases the secret of the signatures. */
let on: Stage;
beforeAll(async () => {
  on = await stage({ over: 'http' });
});
afterAll(() => on.end());

const door = () => {
  if (!on.door) throw new Error('nobody listens');
  return on.door;
};

const lines = (from: number) => on.logged().slice(from).split('\n').filter(Boolean);

/** What the log says of it, by the answer. */
const SAYS: Readonly<Record<number, RegExp>> = {
  400: /Malformed request body|nested too deeply|without its envelope/u,
  401: /Failed to parse and verify/u,
  404: /Unhandled HTTP request/u,
  413: /exceeded the maximum/u,
};
/** With an error's whole stack in it. */
const LONGEST_LINE = 2000;

async function expectServing(): Promise<void> {
  const { status, text } = await send(door().url(), genuine(on));
  expect({ status, text }).toEqual({ status: 200, text: expect.stringContaining('/project new') });
}

test.each([...UNSIGNED, ...MISSHAPEN, ...ELSEWHERE])(
  'a request with $what is refused, that is logged without its words, and the bot goes on',
  async ({ sent, status, path }) => {
    const from = on.logged().length;
    const before = await decided(on);
    const calls = on.slack.journal.calls().length;
    const answer = await send(path ? new URL(path, door().url()).href : door().url(), sent(on));
    expect({ status: answer.status, text: answer.text }).toEqual({ status, text: '' });
    await on.slack.idle();
    expect(await decided(on)).toBe(before);
    expect(on.slack.journal.calls()).toHaveLength(calls);
    expect(lines(from).join('\n')).toMatch(SAYS[status] ?? /^$/u);
    expect(lines(from).filter((line) => line.includes(MARK) || line.length > LONGEST_LINE)).toEqual([]);
    await expectServing();
  },
);

test('requests that are signed and make no sense are not answered, and nothing follows from them', async () => {
  const from = on.logged().length;
  const before = await decided(on);
  const answers = await Promise.all(
    STRANGE.map(async ({ what, sent }) => ({ what, ...(await send(door().url(), sent(on))) })),
  );
  expect(answers.map(({ what, status }) => ({ what, status }))).toEqual(
    STRANGE.map(({ what }) => ({ what, status: 404 })),
  );
  expect(await decided(on)).toBe(before);
  expect(lines(from).length).toBeGreaterThanOrEqual(STRANGE.length);
  expect(lines(from).filter((line) => line.includes(MARK))).toEqual([]);
  await expectServing();
});

test('Slack’s check of the connection is answered unsigned, and whatever came along with it is not looked at', async () => {
  const before = await decided(on);
  const calls = on.slack.journal.calls().length;
  const { status, text } = await send(door().url(), {
    headers: { 'content-type': FORM_TYPE },
    body: `ssl_check=1&${genuine(on).body}`,
  });
  expect({ status, text }).toEqual({ status: 200, text: '' });
  expect(await decided(on)).toBe(before);
  expect(on.slack.journal.calls()).toHaveLength(calls);
});

const MB = 1024 * 1024;

/** Sends without saying how much, until an answer comes. @returns its status, and how much was sent by then */
function pour(url: string, mostBytes: number): Promise<{ status: number; bytes: number }> {
  const chunk = Buffer.alloc(64 * 1024, 'x');
  return new Promise((resolve, reject) => {
    let bytes = 0;
    let isOver = false;
    const sent = request(url, { method: 'POST', agent: false }, ({ statusCode = 0 }) => {
      isOver = true;
      sent.destroy();
      resolve({ status: statusCode, bytes });
    });
    sent.on('error', (error) => (isOver ? undefined : reject(error)));
    const more = (): void => {
      if (isOver || bytes > mostBytes) return;
      bytes += chunk.length;
      sent.write(chunk, () => setImmediate(more));
    };
    more();
  });
}

test('a body without an end is refused before it is read', async () => {
  const { status, bytes } = await pour(door().url(), 100 * MB);
  expect(status).toBe(413);
  expect(bytes).toBeLessThan(20 * MB);
  await expectServing();
});
