/** The page's parts of files, shortcuts, reactions and own messages, in a real browser. */
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import type { App } from '@slack/bolt';
import type { ModalView } from '@slack/types';
import type { Browser } from 'playwright-core';
import { buildPage } from '../../sandbox/page/build.ts';
import type { SandboxServer } from '../../sandbox/server/server.ts';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { launch, open, PHONE, type Size, type Window } from '../journeys/window.ts';
import { at } from './engine.ts';
import { seat, serve, socketApp, stopAll } from './served.ts';

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

const HERE = '#acme-lantern';
const plain = (text: string) => ({ type: 'plain_text', text }) as const;
const picture = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from('not really drawn') };

const form: ModalView = {
  type: 'modal',
  callback_id: 'try.form',
  title: plain('Keep this'),
  submit: plain('Keep'),
  blocks: [
    {
      type: 'input',
      block_id: 'logo',
      label: plain('The logo'),
      element: { type: 'file_input', action_id: 'logo', filetypes: ['png'], max_files: 2 },
    },
  ],
};

/** Keeps what a shortcut is for, and asks privately, in the thread, whoever writes "ask me". */
const keeper =
  (seen: unknown[]) =>
  (app: App): void => {
    app.shortcut('try.keep', async ({ ack, shortcut, client }) => {
      await client.views.open({ trigger_id: shortcut.trigger_id, view: form });
      await ack();
      seen.push(shortcut);
    });
    app.view('try.form', async ({ ack, view }) => {
      await ack();
      seen.push(view.state.values);
    });
    app.message('ask me', async ({ message, client }) => {
      const { channel, user, thread_ts: thread } = message as { channel: string; user: string; thread_ts: string };
      const elements = [{ type: 'button', action_id: 'try.yes', text: plain('Yes') }] as const;
      const blocks = [{ type: 'actions', elements: [...elements] }] as const;
      await client.chat.postEphemeral({ channel, user, thread_ts: thread, text: 'Keep it?', blocks: [...blocks] });
    });
    app.action('try.yes', async ({ ack, respond }) => {
      await ack();
      await respond({ text: 'It is kept', replace_original: true });
    });
  };

async function windowOf(
  handle: string,
  size?: Size,
): Promise<{ server: SandboxServer; window: Window; seen: unknown[] }> {
  if (!browser) throw new Error('no browser');
  const seen: unknown[] = [];
  const server = await serve({ buildPage });
  await socketApp(server, keeper(seen));
  const window = await open(browser, server.url, handle, size);
  await window.goTo('acme-lantern');
  return { server, window, seen };
}

/** Opens the menu of a message by the keyboard, which needs no hovering, and chooses in it. */
async function choose({ page, message }: Window, item: string, ofMessage: string): Promise<void> {
  await message(ofMessage).getByRole('button', { name: 'More actions' }).press('Enter');
  await page.getByRole('menuitem', { name: item, exact: true }).click();
}

inBrowser(
  'a shortcut stands in the menu of a message, and its form takes files',
  async () => {
    const { server, window, seen } = await windowOf('mei');
    await choose(window, 'Keep this', 'Morning all');
    const modal = window.modal('Keep this');
    await modal.getByLabel('The logo', { exact: true }).setInputFiles([picture, { ...picture, name: 'logo.txt' }]);
    await modal.getByText('logo.txt').waitFor();
    await window.answer('Keep');
    await modal.getByText('logo.txt is not one of png.').waitFor();
    await modal.getByRole('button', { name: 'Remove logo.txt' }).click();
    await window.answer('Keep');
    await modal.waitFor({ state: 'hidden' });
    expect(seen).toMatchObject([
      { message: { text: expect.stringContaining('Morning all') } },
      { logo: { logo: { type: 'file_input', files: [{ name: 'logo.png', mimetype: 'image/png', size: 16 }] } } },
    ]);
    expect(server.engine.journal.complaints).toEqual([]);
    await window.page.context().close();
  },
  LIMIT_MS,
);

inBrowser(
  'files are attached, seen and downloaded by others, and taken away',
  async () => {
    const { server, window } = await windowOf('mei');
    const { page } = window;
    await page.getByLabel('Files to attach').setInputFiles([picture, { ...picture, name: 'Plan März.pdf' }]);
    await page.getByRole('list', { name: 'Chosen files' }).getByText('Plan März.pdf').waitFor();
    await page.getByRole('button', { name: 'Remove logo.png' }).click();
    await window.type('Here is the plan');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      window.message('Here is the plan').getByRole('link', { name: 'Download Plan März.pdf' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe('Plan März.pdf');
    expect(seat(server, 'dana').sees(HERE).at(-1)).toMatchObject({
      text: 'Here is the plan',
      files: ['Plan März.pdf'],
    });
    await choose(window, 'Delete file Plan März.pdf', 'Here is the plan');
    await window.answer('Delete');
    await window.sees('This file was deleted: Plan März.pdf');
    await page.context().close();
  },
  LIMIT_MS,
);

inBrowser(
  'an own message is changed and deleted, and emojis are put to it and taken away, on a phone, too',
  async () => {
    const { server, window } = await windowOf('mei', PHONE);
    const { page } = window;
    const here = () => seat(server, 'dana').sees(HERE);
    await window.type('Warm & <soft>, @tom');
    await choose(window, 'Edit message', 'Warm');
    const box = page.getByRole('textbox', { name: 'Edit message' });
    expect(await box.inputValue()).toBe('Warm & <soft>, @tom');
    await box.fill('Cool & <hard>, @tom');
    await box.press('Enter');
    await window.sees('(edited)');
    expect(here().at(-1)).toMatchObject({ text: 'Cool & <hard>, @tom', pings: ['@tom'], edited: true });
    await choose(window, 'React with eyes', 'Cool');
    const eyes = window.message('Cool').getByRole('button', { name: 'eyes, 1' });
    await eyes.waitFor();
    expect(here().at(-1)?.reactions).toEqual(['eyes 1']);
    await eyes.click();
    await eyes.waitFor({ state: 'detached' });
    await choose(window, 'Delete message', 'Cool');
    await window.answer('Delete');
    await page.getByText('Cool & <hard>').waitFor({ state: 'detached' });
    expect(here().at(-1)?.text).toContain('Lovely');
    await page.context().close();
  },
  LIMIT_MS,
);

inBrowser(
  'a partner finds no shortcuts, and nobody edits what another one wrote',
  async () => {
    const { window } = await windowOf('dana');
    await window.message('Morning all').getByRole('button', { name: 'More actions' }).press('Enter');
    const items = window.page.getByRole('menuitem');
    expect(await items.filter({ hasText: /\w/ }).allTextContents()).toEqual(['Reply in thread']);
    await window.page.context().close();
  },
  LIMIT_MS,
);

inBrowser(
  'a private question in a thread is answered there',
  async () => {
    const { server, window } = await windowOf('mei');
    const { page } = window;
    await seat(server, 'tom').in(HERE).post('Mine as well', { thread: 'Morning all' });
    await window.openThread('Morning all');
    await page.getByRole('textbox', { name: 'Reply' }).fill('ask me');
    await page.getByRole('textbox', { name: 'Reply' }).press('Enter');
    const thread = page.getByRole('complementary', { name: 'Thread' });
    await thread.getByText('Only visible to you').waitFor();
    await thread.getByRole('button', { name: 'Yes' }).click();
    await thread.getByText('It is kept').waitFor();
    const pressed = server.engine.journal.entries.find(({ name }) => name === 'block_actions try.yes');
    expect(at(pressed?.payload, 'container')).toMatchObject({ is_ephemeral: true, thread_ts: expect.any(String) });
    await page.context().close();
  },
  LIMIT_MS,
);
