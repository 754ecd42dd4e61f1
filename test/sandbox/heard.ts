/** A tiny app that asks for everything there is to hear, and writes down what it hears. */
import type { App } from '@slack/bolt';
import type { Sandbox, SandboxOptions } from '../../sandbox/driver/sandbox.ts';
import type { Manifest } from '../../sandbox/core/manifest.ts';
import { EVENT_SCOPES } from '../../sandbox/manifest/scopes.ts';
import { manifest, withApp } from './bot.ts';

/** Testbot, with every event and, as optional scopes, those of Slack Connect. */
export const curious: Manifest = {
  ...manifest,
  oauth_config: {
    scopes: {
      bot: [...(manifest.oauth_config?.scopes?.bot ?? []), 'pins:read'],
      bot_optional: ['conversations.connect:write', 'conversations.connect:read'],
    },
  },
  settings: { ...manifest.settings, event_subscriptions: { bot_events: Object.keys(EVENT_SCOPES) } },
};

/** Both of Slack Connect's scopes. */
export const CONNECT = curious.oauth_config?.scopes?.bot_optional ?? [];

export type Heard = Record<string, unknown> & { type: string };

export type Listening = {
  slack: Sandbox;
  app: App;
  heard: Heard[];
  /** "type" or "message.subtype" of what came since this was last asked. */
  news: () => string[];
  /** The error that a call ends with; "ok" where it does not. */
  tried: (call: Promise<unknown>) => Promise<string>;
};

/** A sandbox with that app in it. */
export async function listening(options: Partial<SandboxOptions> = {}): Promise<Listening> {
  const heard: Heard[] = [];
  const listen = (app: App): void => {
    app.event(/.*/, async ({ event }) => void heard.push(event as unknown as Heard));
  };
  const { slack, app } = await withApp(listen, { manifest: curious, ...options });
  let told = 0;
  return {
    slack,
    app,
    heard,
    news: () => heard.slice(told, (told = heard.length)).map(nameOf),
    tried: (call) => call.then(() => 'ok', errorOf),
  };
}

const nameOf = ({ type, subtype }: Heard): string => (typeof subtype === 'string' ? `${type}.${subtype}` : type);

function errorOf(thrown: unknown): string {
  const { data } = thrown as { data?: { error?: string } };
  return data?.error ?? String(thrown);
}
