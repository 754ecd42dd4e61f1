import { test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { ensureChromium } from '../../scripts/chromium.mjs';
import { startStack, type Stack } from '../../scripts/demo-stack.ts';
import { testDatabase } from '../support/mongo.ts';
import { launch } from './window.ts';

/** Starting the bot as a process of its own takes seconds; each step of a journey is bounded by the window. */
const JOURNEY_MS = 120_000;

const found = ensureChromium();

/** Where there is no browser a journey is skipped, but in CI, where that would hide it for ever. */
const isSkipped = 'reason' in found && !process.env.CI;
if (isSkipped) console.log(`skipped: ${found.reason}`);
const testOrSkip = isSkipped ? test.skip : test;

/** A journey through a real browser, with the sandbox, the real bot and a MongoDB of its own. */
export function journey(promise: string, walk: (browser: Browser, stack: Stack) => Promise<void>): void {
  testOrSkip(promise, () => walked(walk), JOURNEY_MS);
}

async function walked(walk: (browser: Browser, stack: Stack) => Promise<void>): Promise<void> {
  if ('reason' in found) throw new Error(found.reason);
  const database = await testDatabase();
  const stack = await startStack({ mongoUri: database.uri });
  const browser = await launch(found.path);
  try {
    await walk(browser, stack);
    const complaints = stack.server.engine.journal.complaints.filter(({ provoked }) => !provoked);
    if (complaints.length > 0) throw new Error(complaints.map(({ text }) => text).join('\n'));
  } finally {
    await browser.close();
    await stack.stop();
    await database.drop();
  }
}
