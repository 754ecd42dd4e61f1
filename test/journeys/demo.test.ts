import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const DEMO = ['scripts/demo.mjs', '--headless', '--port', '0'];
/** It begins with what an agency's people do in a day, and Liaison posts one message after the other. */
const STARTS_WITHIN_MS = 150_000;

/** The environment of a newcomer, but for the server of this run, on which the demo has a database of its own. */
const env = { ...process.env, MONGODB_URI: process.env['LIAISON_TEST_MONGODB_URI'] };

test(
  'one command gives an agency at work in a browser, and Ctrl-C leaves nothing running',
  async () => {
    const demo = spawn(process.execPath, DEMO, { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise<number | null>((resolve) => void demo.once('exit', resolve));
    try {
      const address = await said(demo.stdout, /SANDBOX at (http:\S+)/);
      const page = await fetch(address);
      expect(await page.text()).toContain('<title>Sandbox</title>');
      expect(await firstSeat(address)).toContain('Autumn relaunch');
    } finally {
      demo.kill('SIGINT');
    }
    expect(await ended).toBe(0);
  },
  STARTS_WITHIN_MS,
);

test(
  'the same runs over signed HTTP, where there is no socket to drop',
  async () => {
    const demo = spawn(process.execPath, [...DEMO, '--http'], { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
    const ended = new Promise<number | null>((resolve) => void demo.once('exit', resolve));
    try {
      const address = await said(demo.stdout, /SANDBOX at (http:\S+)/);
      expect(await firstSeat(address)).toContain('Autumn relaunch');
      const json = { 'content-type': 'application/json' };
      const cut = await fetch(new URL('/sockets/cut', address), { method: 'POST', headers: json, body: '{}' });
      expect(cut.status).toBe(409);
    } finally {
      demo.kill('SIGINT');
    }
    expect(await ended).toBe(0);
  },
  STARTS_WITHIN_MS,
);

test('with a real-looking token around, the demo does not start, and does not repeat the token', () => {
  // Put together here, so that no scanner of secrets takes it for one.
  const token = ['xoxb', '1234567890', 'abcdef'].join('-');
  const run = spawnSync(process.execPath, DEMO, {
    cwd: ROOT,
    env: { ...env, SLACK_BOT_TOKEN: token },
    encoding: 'utf8',
    timeout: STARTS_WITHIN_MS,
  });
  expect(run.status).toBe(1);
  expect(run.stderr).toContain('SLACK_BOT_TOKEN');
  expect(run.stderr + run.stdout).not.toContain(token);
});

async function said(stream: NodeJS.ReadableStream, pattern: RegExp): Promise<string> {
  let heard = '';
  for await (const part of stream) {
    heard += String(part);
    const found = pattern.exec(heard)?.[1];
    if (found) return found;
  }
  throw new Error(`The demo ended without an address:\n${heard}`);
}

/** What the page is given first: everything that this person can see. */
async function firstSeat(address: string): Promise<string> {
  const feed = await fetch(address.replace('/?', '/feed?'));
  const reader = feed.body?.getReader();
  const decoder = new TextDecoder();
  let seat = '';
  while (reader && !seat.includes('\n\n', seat.indexOf('event: seat'))) {
    const { value, done } = await reader.read();
    if (done) break;
    seat += decoder.decode(value, { stream: true });
  }
  await reader?.cancel();
  return seat;
}
