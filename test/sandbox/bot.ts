/** A tiny Bolt app for the sandbox's own tests: it does what a test asks of it, and no more. */
import { App, LogLevel, type Receiver } from '@slack/bolt';
import type { Manifest } from '../../sandbox/core/manifest.ts';
import { sandbox, type Sandbox, type SandboxOptions, type StartContext } from '../../sandbox/driver/sandbox.ts';

export const manifest: Manifest = {
  display_information: { name: 'Testbot' },
  features: {
    app_home: { home_tab_enabled: true, messages_tab_enabled: true },
    bot_user: { display_name: 'Testbot' },
    slash_commands: [
      { command: '/try', description: 'Tries something', usage_hint: '[what]', should_escape: true },
      { command: '/raw', description: 'Tries something, unescaped' },
    ],
    shortcuts: [
      { name: 'Keep this', type: 'message', callback_id: 'try.keep', description: 'Keeps a message' },
      { name: 'Begin anywhere', type: 'global', callback_id: 'try.begin', description: 'Begins something' },
    ],
  },
  oauth_config: {
    scopes: {
      bot: [
        'commands',
        'chat:write',
        'channels:manage',
        'channels:read',
        'channels:history',
        'groups:write',
        'groups:read',
        'groups:history',
        'im:read',
        'im:write',
        'im:history',
        'users:read',
        'team:read',
        'pins:write',
        'files:read',
        'files:write',
        'reactions:read',
      ],
    },
  },
  settings: {
    event_subscriptions: {
      bot_events: [
        'message.channels',
        'message.groups',
        'message.im',
        'member_joined_channel',
        'member_left_channel',
        'app_home_opened',
        'channel_rename',
        'channel_shared',
        'reaction_added',
        'reaction_removed',
      ],
    },
    interactivity: { is_enabled: true },
  },
};

/** A logger that says nothing: the tests provoke what it would say. */
export const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  setLevel: () => undefined,
  getLevel: () => LogLevel.ERROR,
  setName: () => undefined,
};

/** A Bolt app in this process, with the listeners that `listen` adds. */
async function startApp(context: StartContext, listen: (app: App) => void): Promise<App> {
  const app = new App({
    token: context.botToken,
    receiver: context.receiver,
    logger: quiet,
    clientOptions: {
      fetch: context.fetch,
      slackApiUrl: context.apiUrl,
      retryConfig: { retries: 0 },
      rejectRateLimitedCalls: true,
    },
  });
  app.error(async () => undefined);
  listen(app);
  await app.start();
  return app;
}

export type AppOptions = Partial<SandboxOptions> & {
  /** Stands between Slack and the app. */
  wrap?: (receiver: Receiver) => Receiver;
  /** Told with what the app is started. */
  onStart?: (context: StartContext) => void;
};

/** A sandbox with such an app in it, and the app's own client to call Slack with. */
export async function withApp(
  listen: (app: App) => void = () => undefined,
  { wrap = (receiver) => receiver, onStart, ...options }: AppOptions = {},
): Promise<{ slack: Sandbox; app: App }> {
  let app: App | undefined;
  const slack = await sandbox({
    manifest,
    ...options,
    start: async (context) => {
      onStart?.(context);
      const started = await startApp({ ...context, receiver: wrap(context.receiver) }, listen);
      app = started;
      return {
        settle: async () => undefined,
        stop: async () => {
          await started.stop();
        },
      };
    },
  });
  if (!app) throw new Error('The app was not started');
  return { slack, app };
}
