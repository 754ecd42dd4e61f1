/** An app that keeps every message event, and reads files with the fetch that it was started with. */
import type { App } from '@slack/bolt';
import type { Sandbox } from '../../sandbox/driver/sandbox.ts';
import { withApp, type AppOptions } from './bot.ts';
import { at } from './engine.ts';

export type Reading = { slack: Sandbox; app: App; fetch: typeof globalThis.fetch; heard: unknown[] };

/** A sandbox with such an app in it. */
export async function reading(options: AppOptions = {}): Promise<Reading> {
  const heard: unknown[] = [];
  let fetchOfApp: typeof globalThis.fetch | undefined;
  const listen = (app: App): void => app.event('message', async ({ event }) => void heard.push(event));
  const given = await withApp(listen, { ...options, onStart: ({ fetch }) => (fetchOfApp = fetch) });
  if (!fetchOfApp) throw new Error('The app was not started');
  return { ...given, fetch: fetchOfApp, heard };
}

/** What the app gets at the address of a file, with its own token where no other one is named. */
export function get({ fetch, slack }: Reading, url: unknown, token = slack.engine.world.app.botToken) {
  return fetch(String(url), { headers: { authorization: `Bearer ${token}` } });
}

/** The id of the first file of a message event. */
export const fileIn = (event: unknown): string => String(at(event, 'files.0.id'));
