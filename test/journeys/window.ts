import { type Browser, chromium, type Locator, type Page } from 'playwright-core';

/** Nothing on the page may take longer, on a busy machine either. */
const SHOWS_WITHIN_MS = 15_000;

export const DESKTOP = { width: 1280, height: 800 };
export const PHONE = { width: 390, height: 844 };

export type Size = typeof DESKTOP;

/** One person at the sandbox's page. Everything is found as they would find it: by role, label and text. */
export type Window = {
  page: Page;
  /** The newest message, reply or card that says this. */
  message: (text: string | RegExp) => Locator;
  modal: (title: string) => Locator;
  /** Goes to a channel by its name in the sidebar. */
  goTo: (channel: string) => Promise<void>;
  goHome: () => Promise<void>;
  /** Opens the thread of a message in the channel. */
  openThread: (text: string | RegExp) => Promise<void>;
  /** Writes into the channel's composer: a message or a command. */
  type: (text: string) => Promise<void>;
  /** Writes into the thread that is open. */
  reply: (text: string) => Promise<void>;
  /** Chooses a shortcut in the menu of the newest message that says this. */
  shortcut: (name: string, inMessage: string | RegExp) => Promise<void>;
  /** Puts a file into an input of the open modal. */
  attach: (label: string, file: { name: string; mimeType: string; buffer: Buffer }) => Promise<void>;
  /** Presses a button of a message, newest first. */
  press: (button: string, inMessage: string | RegExp) => Promise<void>;
  /** Fills inputs of the open modal by their labels; what is typed into a picker is chosen from its list. */
  fill: (answers: Readonly<Record<string, string>>) => Promise<void>;
  /** Chooses somebody or something from a list. */
  choose: (label: string, option: string) => Promise<void>;
  /** Presses a button of what lies on top: a modal or a question. */
  answer: (button: string) => Promise<void>;
  /** Settles when this is shown somewhere. */
  sees: (text: string | RegExp) => Promise<void>;
};

export const launch = (executablePath: string): Promise<Browser> =>
  chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });

/** Opens the page as one person, in a window of its own. */
export async function open(browser: Browser, url: string, handle: string, size: Size = DESKTOP): Promise<Window> {
  const context = await browser.newContext({ viewport: size, reducedMotion: 'reduce' });
  context.setDefaultTimeout(SHOWS_WITHIN_MS);
  const page = await context.newPage();
  await page.goto(`${url}/?as=${handle}`);
  await page.getByRole('main').waitFor();
  return windowOn(page);
}

function windowOn(page: Page): Window {
  const top = () => page.getByRole('dialog').or(page.getByRole('alertdialog')).and(page.locator(':visible')).last();
  const message = (text: string | RegExp) => page.getByRole('article').filter({ hasText: text }).last();
  const choose = async (label: string, option: string) => {
    const box = page.getByRole('combobox', { name: label });
    await box.click();
    await page.getByRole('option', { name: option, exact: true }).click();
    // Several may be chosen in some: their list stays open until the box is left.
    await box.press('Tab');
  };
  const inSidebar = async (link: Locator) => {
    // On a narrow screen the sidebar is behind a button.
    const menu = page.getByRole('button', { name: 'Menu' });
    if (await menu.isVisible()) await menu.click();
    await link.click();
  };
  return {
    page,
    message,
    modal: (title) => page.getByRole('dialog', { name: title }),
    goTo: async (channel) => {
      await inSidebar(page.getByRole('navigation').getByRole('link', { name: channel, exact: true }));
      await page.getByRole('main', { name: channel }).waitFor();
    },
    goHome: () => inSidebar(page.getByRole('navigation').getByRole('link', { name: 'Home', exact: true })),
    openThread: async (text) => {
      const parent = page.getByRole('main').getByRole('article').filter({ hasText: text }).last();
      await parent.getByRole('link', { name: /repl/i }).click();
      await page.getByRole('complementary', { name: 'Thread' }).waitFor();
    },
    type: async (text) => {
      const composer = page.getByRole('main').getByRole('textbox', { name: /^Message / });
      await composer.fill(text);
      // Enter would take what is offered for an unfinished name.
      await composer.press('Escape');
      await composer.press('Enter');
    },
    reply: async (text) => {
      const composer = page.getByRole('textbox', { name: 'Reply', exact: true });
      await composer.fill(text);
      await composer.press('Enter');
    },
    shortcut: async (name, inMessage) => {
      await message(inMessage).hover();
      await message(inMessage).getByRole('button', { name: 'More actions' }).click();
      await page.getByRole('menuitem', { name, exact: true }).click();
    },
    attach: async (label, file) => {
      await top().getByLabel(label, { exact: true }).setInputFiles(file);
      await top().getByText(file.name).waitFor();
    },
    press: (button, inMessage) => message(inMessage).getByRole('button', { name: button, exact: true }).click(),
    fill: async (answers) => {
      for (const [label, answer] of Object.entries(answers)) {
        const input = top().getByLabel(label, { exact: true });
        if ((await input.getAttribute('role')) === 'combobox') await choose(label, answer);
        else await input.fill(answer);
      }
    },
    choose,
    answer: (button) => top().getByRole('button', { name: button, exact: true }).click(),
    sees: (text) => page.getByText(text).and(page.locator(':visible')).last().waitFor(),
  };
}
