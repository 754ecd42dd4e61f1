import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { startProject } from '../support/acts.ts';
import { outside, type Outside } from '../support/outside.ts';
import { POINTS } from '../../src/io/watch.ts';

let on: Outside;
let health: string;
let slackPort: string;
beforeAll(async () => {
  on = await outside({ over: 'http' });
  const bot = on.bot();
  health = bot.healthUrl;
  slackPort = new URL(bot.url ?? '').origin;
  await startProject(on.as('mei'), 'en', { client: 'Acme', name: 'Spring launch' });
  await startProject(on.as('mei'), 'en', { client: 'Acme', name: 'Summer sale' });
}, 60_000);
afterAll(() => on.end());

const get = async (base: string, path: string) => {
  const response = await fetch(`${base}${path}`);
  return { status: response.status, text: await response.text() };
};

/** A metric's value; of a counter with a label, that label's. */
const valueIn = (text: string, name: string): number => {
  const line = text.split('\n').find((one) => one.startsWith(`${name} `));
  return line === undefined ? Number.NaN : Number(line.split(' ').at(-1));
};

describe('whoever watches the bot', () => {
  test('hears that it lives and is ready, on either port', async () => {
    for (const base of [health, slackPort]) {
      expect(await get(base, '/livez')).toEqual({ status: 200, text: '{"status":"alive"}' });
      expect(await get(base, '/readyz')).toEqual({ status: 200, text: '{"status":"ready"}' });
    }
  });

  test('finds no metrics where the world can ask, and nothing anywhere else', async () => {
    expect((await get(slackPort, '/metrics')).status).toBe(404);
    expect((await get(health, '/slack/events')).status).toBe(404);
    expect((await get(health, '/')).status).toBe(404);
  });

  test('reads ages that are small while all is well, and nobody’s name', async () => {
    await on.quiet();
    const { status, text } = await get(health, '/metrics');
    expect(status).toBe(200);
    expect(valueIn(text, 'liaison_database_up')).toBe(1);
    expect(valueIn(text, 'liaison_outbox_oldest_seconds')).toBe(0);
    expect(valueIn(text, 'liaison_outbox_pending_rows')).toBe(0);
    expect(valueIn(text, 'liaison_outbox_failed_rows')).toBe(0);
    expect(valueIn(text, 'liaison_inbox_oldest_seconds')).toBe(0);
    expect(valueIn(text, 'liaison_clock_overdue_seconds')).toBeLessThan(30);
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
    expect(text).not.toMatch(/Acme|Spring|acme|mei|[TUC]0?[A-Z0-9]{8,}/u);
  });

  test('reads how much passed each point, and how long people waited', async () => {
    const { text } = await get(health, '/metrics');
    const passed = POINTS.map((point) => valueIn(text, `liaison_points_total{point="${point}"}`));
    expect(Math.min(...passed)).toBeGreaterThan(0);
    expect(valueIn(text, 'liaison_ack_seconds_count{kind="submit"}')).toBeGreaterThan(0);
    expect(valueIn(text, 'liaison_send_attempts_total{outcome="sent"}')).toBeGreaterThan(0);
  });

  test('sees a row that does not get away grow old', async () => {
    const stop = on.server.engine.faults.always('chat.postMessage', 'server-error');
    await startProject(on.as('mei'), 'en', { client: 'Acme', name: 'Autumn' }).catch(() => undefined);
    const age = async () => valueIn((await get(health, '/metrics')).text, 'liaison_outbox_oldest_seconds');
    await on.until('a row waits', async () => (await age()) > 0);
    const before = await age();
    await on.until('it grows older', async () => (await age()) > before);
    stop();
  });
});
