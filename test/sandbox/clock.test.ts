/** The ways to move the clock: by name, until somebody stops it, and as the page has them. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { liveClock, manualClock } from '../../sandbox/core/clock.ts';
import { buildPage } from '../../sandbox/page/build.ts';
import { jumperOf, tomorrowMorning } from '../../sandbox/server/jump.ts';
import type { SandboxServer } from '../../sandbox/server/server.ts';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { launch, open, PHONE } from '../journeys/window.ts';
import { serve, stopAll } from './served.ts';

const found = ensureChromium();
// Where there is no browser these are skipped, but in CI, where that would hide them for ever.
const inBrowser = 'reason' in found && !process.env.CI ? test.skip : test;
const LIMIT_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** 09:00 in Shanghai, 01:00 in London. */
const MONDAY = Date.UTC(2026, 10, 30, 1);

let browser: Browser | undefined;

beforeAll(async () => {
  if ('path' in found) browser = await launch(found.path);
}, LIMIT_MS);
afterAll(() => browser?.close());
afterEach(stopAll);

async function post({ url }: SandboxServer, path: string, body: unknown) {
  const headers = { 'content-type': 'application/json' };
  const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

const launchDay = { atMs: MONDAY + 3 * DAY_MS, what: 'Due today: media launch' };
const moments = { 'Next launch': async () => launchDay, 'Next party': async () => null };

test('the clock says which moments it can be sent to, goes to one day by day, and says what it is', async () => {
  const clock = manualClock(MONDAY);
  const server = await serve({ clock, moments });
  const view = await (await fetch(`${server.url}/clock`)).json();
  expect(view).toEqual({ now: new Date(MONDAY).toISOString(), moments: ['Next launch', 'Next party'] });
  const days: number[] = [];
  clock.onJump(() => days.push((clock.now() - MONDAY) / DAY_MS));
  const moved = await post(server, '/clock', { moment: 'Next launch' });
  const now = new Date(launchDay.atMs).toISOString();
  expect(moved).toEqual({ status: 200, body: { ok: true, now, what: launchDay.what, isThere: true } });
  expect(days).toEqual([1, 2, 3]);
});

test('a moment that is not to come, or that nobody knows, moves nothing and says so', async () => {
  const clock = manualClock(MONDAY);
  const server = await serve({ clock, moments });
  for (const moment of ['Next party', 'Next war']) {
    expect(await post(server, '/clock', { moment })).toMatchObject({ status: 409, body: { ok: false } });
  }
  expect(clock.now()).toBe(MONDAY);
});

test('a jump that is stopped ends with the step it is at, and the next one goes on from there', async () => {
  let stop = (): Promise<unknown> => Promise.resolve();
  const clock = liveClock(
    () => MONDAY,
    async (ms, move, goesOn) => {
      for (let leftMs = ms; leftMs > 0 && goesOn(); leftMs -= HOUR_MS) {
        move(HOUR_MS);
        if (clock.now() === MONDAY + 30 * HOUR_MS) await stop();
      }
    },
  );
  const server = await serve({ clock });
  stop = () => post(server, '/clock/stop', {});
  const stopped = await post(server, '/clock', { advanceMs: 7 * DAY_MS });
  expect(stopped.body).toMatchObject({ isThere: false, now: new Date(MONDAY + 30 * HOUR_MS).toISOString() });
  const next = await post(server, '/clock', { advanceMs: 2 * HOUR_MS });
  expect(next.body).toMatchObject({ isThere: true, now: new Date(MONDAY + 32 * HOUR_MS).toISOString() });
});

test('two windows that want tomorrow at the same time get the same one', async () => {
  const clock = liveClock(
    () => MONDAY,
    async (ms, move) => {
      await new Promise(setImmediate);
      move(ms);
    },
  );
  const jumper = jumperOf(clock);
  const morning = tomorrowMorning(MONDAY, 'Asia/Shanghai');
  expect(await Promise.all([jumper.jump(morning), jumper.jump(morning)])).toEqual([true, true]);
  expect(new Date(clock.now()).toISOString()).toBe('2026-12-01T01:00:00.000Z');
});

test('tomorrow at nine is so on both sides of a change of the clocks', () => {
  const eve = Date.UTC(2026, 2, 28, 12);
  expect(new Date(tomorrowMorning(eve, 'Europe/London')).toISOString()).toBe('2026-03-29T08:00:00.000Z');
  expect(new Date(tomorrowMorning(eve - DAY_MS, 'Europe/London')).toISOString()).toBe('2026-03-28T09:00:00.000Z');
});

/** A clock that takes each step only when the test lets it, so that what stands on the page meanwhile can be looked at. */
function steppedClock() {
  const waiting: (() => void)[] = [];
  const clock = liveClock(
    () => MONDAY,
    async (ms, move) => {
      await new Promise<void>((resolve) => waiting.push(resolve));
      move(ms);
    },
  );
  const step = async (): Promise<void> => {
    while (waiting.length === 0) await new Promise(setImmediate);
    waiting.shift()?.();
  };
  return { clock, step };
}

async function shown(handle: string, options: Parameters<typeof serve>[0], size?: typeof PHONE) {
  if (!browser) throw new Error('There is no browser');
  const server = await serve({ buildPage, ...options });
  const { page } = await open(browser, server.url, handle, size);
  return { page, bar: page.getByRole('group', { name: 'Clock' }) };
}

inBrowser(
  'somebody plays a week by the keyboard, sees each morning come in their own zone, and stops it without losing their place',
  async () => {
    const { clock, step } = steppedClock();
    const { page, bar } = await shown('dana', { clock });
    const play = bar.getByRole('button', { name: 'Play a week' });
    await play.focus();
    await page.keyboard.press('Enter');
    await bar.getByRole('status').getByText('Day 1 of 7').waitFor();
    // It is one in the morning in London: the next morning is more than a day away.
    await step();
    await step();
    await bar.getByText(/Tue.* 1 Dec.*09:00/).waitFor();
    await bar.getByRole('status').getByText('Day 2 of 7').waitFor();
    // While it plays nothing else moves the clock, and the same button stops it.
    await bar.getByRole('button', { name: '+1 hour' }).press('Enter');
    await bar.getByRole('button', { name: 'Stop' }).press('Enter');
    await bar.getByRole('status').getByText('Stopping…').waitFor();
    await step();
    await play.waitFor();
    expect(await play.evaluate((button) => button === button.ownerDocument.activeElement)).toBe(true);
    await bar.getByText(/Wed.* 2 Dec.*09:00/).waitFor();
    expect(new Date(clock.now()).toISOString()).toBe('2026-12-02T09:00:00.000Z');
  },
  LIMIT_MS,
);

inBrowser(
  'a week that is played to its end is seven mornings',
  async () => {
    const { clock, step } = steppedClock();
    const { bar } = await shown('mei', { clock });
    await bar.getByRole('button', { name: 'Play a week' }).click();
    for (let day = 1; day <= 7; day += 1) {
      await bar.getByRole('status').getByText(`Day ${day} of 7`).waitFor();
      await step();
    }
    await bar.getByRole('button', { name: 'Play a week' }).waitFor();
    expect(new Date(clock.now()).toISOString()).toBe('2026-12-07T01:00:00.000Z');
  },
  LIMIT_MS,
);

inBrowser(
  'on a phone the clock opens, goes to the next moment, and says what it is; where there is none it says so',
  async () => {
    const { page } = await shown('zhou', { clock: manualClock(MONDAY), moments }, PHONE);
    await page.getByRole('button', { name: /^Clock: / }).click();
    const drop = page.getByRole('dialog', { name: 'Clock' });
    await drop.getByRole('button', { name: 'Next launch' }).click();
    await drop.getByText('Due today: media launch').waitFor();
    await page.getByRole('button', { name: /^Clock: 12月3日.* 09:00$/ }).waitFor();
    await drop.getByRole('button', { name: 'Next party' }).click();
    await page.getByText('Next party: there is none to come').waitFor();
    // What it was sent to before is no news any more once it moves on.
    expect(await drop.getByText('Due today').count()).toBe(0);
  },
  LIMIT_MS,
);
