/**
 * `npm run manifest -- --url https://liaison.example.com`: the manifest for deliveries over HTTP, on stdout. manifest.json is
 * the one for Socket Mode; this one differs in nothing but where Slack posts to (docs.slack.dev, app manifests).
 */
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { SLACK_PATH } from '../src/io/transports.ts';

export type Manifest = {
  features: { slash_commands: { command: string; url?: string }[]; [key: string]: unknown };
  settings: {
    event_subscriptions: { request_url?: string; [key: string]: unknown };
    interactivity: { is_enabled: boolean; request_url?: string };
    socket_mode_enabled: boolean;
    [key: string]: unknown;
  };
  [key: string]: unknown;
};

/**
 * The same app over HTTP.
 * @param url where the bot is reached from outside; Slack posts to `/slack/events` there
 * @throws where it is no https address
 */
export function overHttp(manifest: Manifest, url: string): Manifest {
  if (!URL.canParse(url) || new URL(url).protocol !== 'https:')
    throw new Error(`${url} is no https address, and Slack posts to no other`);
  const request = new URL(SLACK_PATH, url).href;
  const { features, settings } = manifest;
  return {
    ...manifest,
    features: { ...features, slash_commands: features.slash_commands.map((one) => ({ ...one, url: request })) },
    settings: {
      ...settings,
      event_subscriptions: { ...settings.event_subscriptions, request_url: request },
      interactivity: { ...settings.interactivity, request_url: request },
      socket_mode_enabled: false,
    },
  };
}

function main(): void {
  const { values } = parseArgs({ options: { url: { type: 'string' } } });
  if (values.url === undefined) throw new Error('Usage: npm run manifest -- --url https://liaison.example.com');
  const manifest: Manifest = JSON.parse(readFileSync(new URL('../manifest.json', import.meta.url), 'utf8'));
  process.stdout.write(`${JSON.stringify(overHttp(manifest, values.url), null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    main();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
