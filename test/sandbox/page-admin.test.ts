/** The page's menu for what the acting person does not do: administrators and other companies, in a real browser. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { buildPage } from '../../sandbox/page/build.ts';
import { createInvite } from '../../sandbox/interact/invites.ts';
import type { SandboxServer } from '../../sandbox/server/server.ts';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { DESKTOP, launch, open, PHONE, type Size, type Window } from '../journeys/window.ts';
import { curious } from './heard.ts';
import { seat, serve, socketApp, stopAll, until } from './served.ts';

const found = ensureChromium();
// Where there is no browser these are skipped, but in CI, where that would hide them for ever.
const inBrowser = 'reason' in found && !process.env.CI ? test.skip : test;
const LIMIT_MS = 60_000;

let browser: Browser | undefined;

beforeAll(async () => {
  if ('path' in found) browser = await launch(found.path);
}, LIMIT_MS);
afterAll(() => browser?.close());
afterEach(stopAll);

async function windowOf(size: Size): Promise<{ server: SandboxServer; window: Window }> {
  if (!browser) throw new Error('no browser');
  const server = await serve({ buildPage, manifest: curious });
  await socketApp(server, () => undefined);
  const window = await open(browser, server.url, 'mei', size);
  await window.goTo('acme-lantern');
  return { server, window };
}

const events = ({ engine }: SandboxServer): string[] =>
  engine.journal.entries.filter(({ kind }) => kind === 'events_api').map(({ name }) => name);

/** Chooses in the administrator's panel, which stays open. */
async function choose({ page }: Window, item: string): Promise<void> {
  const panel = page.getByRole('dialog', { name: /^Administrator of/ });
  if (!(await panel.isVisible())) await page.getByRole('button', { name: 'Administrator', exact: true }).click();
  await panel.getByRole('menuitem', { name: item, exact: true }).click();
}

inBrowser.each([
  ['on a desktop', DESKTOP],
  ['on a phone', PHONE],
])(
  'a channel is renamed, archived, left by the app, and deleted, and nobody in particular did it, %s',
  async (_, size) => {
    const { server, window } = await windowOf(size);
    const { page } = window;
    await choose(window, 'Remove Testbot');
    await choose(window, 'Invite Testbot');
    await page.getByRole('textbox', { name: 'New name of the channel' }).fill('acme');
    await page.getByRole('button', { name: 'Rename' }).click();
    await page.getByRole('main', { name: 'acme' }).waitFor();
    await choose(window, 'Archive channel');
    await window.sees('This channel is archived.');
    await choose(window, 'Unarchive channel');
    await choose(window, 'End the connection');
    await window.sees('The other company has ended the connection.');
    expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
    await choose(window, 'Delete channel');
    await window.answer('Delete channel');
    await page.getByRole('main', { name: 'acme' }).waitFor({ state: 'detached' });
    await until(() => events(server).includes('channel_deleted'));
    expect(events(server).filter((name) => name.startsWith('channel_'))).toEqual([
      'channel_left',
      'channel_rename',
      'channel_archive',
      'channel_unarchive',
      'channel_unshared',
      'channel_deleted',
    ]);
    await page.context().close();
  },
  LIMIT_MS,
);

inBrowser(
  'an account is switched off in the list of members, and an invitation is accepted for somebody',
  async () => {
    const { server, window } = await windowOf(DESKTOP);
    const { page } = window;
    const { engine } = server;
    const here = [...engine.world.channels.values()].find(({ name }) => name === 'acme-lantern');
    if (!here) throw new Error('no channel');
    await page.getByRole('button', { name: /members/ }).click();
    await page.getByRole('button', { name: 'Deactivate Olivia Grant' }).click();
    await window.answer('Deactivate');
    await until(() => !here.members.includes(seat(server, 'olivia').id));
    expect(seat(server, 'olivia').channels()).toEqual([]);
    createInvite(engine, here, { email: 'ben@globex.example', userId: undefined, isLimited: true });
    await page.keyboard.press('Escape');
    await choose(window, 'Accept for ben@globex.example');
    // Ben has an account only once the invitation is accepted.
    const isHere = (id: string): boolean => engine.world.users.get(id)?.handle === 'ben';
    await until(() => here.members.some(isHere));
    await page.context().close();
  },
  LIMIT_MS,
);
