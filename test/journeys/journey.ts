import { test } from '@jest/globals';
import type { Browser } from 'playwright-core';
import type { Seed } from '../../sandbox/seed/plant.ts';
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

type Walk = (browser: Browser, stack: Stack) => Promise<void>;

/**
 * A journey through a real browser, with the sandbox, the real bot and a MongoDB of its own.
 * @param seed who and what is there; the demonstration agency where nothing is said
 * @param limitMs for one in which days pass
 */
export function journey(promise: string, walk: Walk, seed?: Seed, limitMs = JOURNEY_MS): void {
  testOrSkip(promise, () => walked(walk, seed), limitMs);
}

/**
 * Opens the form that sends, and waits until what is in it has been looked over: a form that is drawn again for that reason
 * would put what a machine chose in the meantime out of sight again.
 */
export async function lookedOver({ server, until }: Stack, opens: () => Promise<void>): Promise<void> {
  const drawings = () => server.engine.journal.entries.filter(({ name }) => name === 'views.update').length;
  const before = drawings();
  await opens();
  await until('the form has been looked over', () => drawings() > before);
}

async function walked(walk: Walk, seed: Seed | undefined): Promise<void> {
  if ('reason' in found) throw new Error(found.reason);
  const database = await testDatabase();
  const stack = await startStack({ mongoUri: database.uri, ...(seed ? { seed } : {}) });
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
