/** A manifest that Slack accepts, and the pieces to change in it. */
import { chars } from '../blockkit/build.ts';
import type { Json } from '../blockkit/build.ts';

type Parts = { display?: Json; features?: Json; oauth?: Json; settings?: Json; more?: Json };

/** A manifest that Slack accepts over Socket Mode, with changes laid over its parts. */
export function app({ display, features, oauth, settings, more }: Parts = {}): Json {
  return {
    _metadata: { major_version: 1 },
    display_information: { name: 'Liaison', ...display },
    features: {
      app_home: { home_tab_enabled: true, messages_tab_enabled: true },
      bot_user: { display_name: 'Liaison', always_online: true },
      slash_commands: [command()],
      shortcuts: [shortcut()],
      ...features,
    },
    oauth_config: { scopes: { bot: ['commands', 'channels:read', 'channels:history'] }, ...oauth },
    settings: {
      event_subscriptions: { bot_events: ['message.channels', 'app_home_opened', 'member_joined_channel'] },
      interactivity: { is_enabled: true },
      socket_mode_enabled: true,
      ...settings,
    },
    ...more,
  };
}
export const command = (more: Json = {}): Json => ({ command: '/brief', description: 'Start a brief', ...more });
export const shortcut = (more: Json = {}): Json => ({
  name: 'Log',
  type: 'message',
  callback_id: 'log',
  description: 'Log it',
  ...more,
});
export const commands = (...list: Json[]) => app({ features: { slash_commands: list } });
export const shortcuts = (...list: Json[]) => app({ features: { shortcuts: list } });
export const events = (...list: string[]) => app({ settings: { event_subscriptions: { bot_events: list } } });
export const long = (prefix: string, count: number) => prefix + chars(count - prefix.length);

export const SCOPES: Json = { bot: ['commands', 'channels:read', 'channels:history'] };
export const S = '/features/slash_commands';
export const H = '/features/shortcuts';
export const EVENTS = '/settings/event_subscriptions/bot_events';
export const URL = 'https://example.com/slack/events';
