/** The app's manifest, as far as the sandbox goes by it. Whether it is a valid manifest is a test's business. */
/** Loose on purpose: a JSON file's inferred type has plain strings where Slack's type has unions. */
export type Manifest = {
  display_information: { name: string };
  features?: {
    app_home?: { home_tab_enabled?: boolean; messages_tab_enabled?: boolean; messages_tab_read_only_enabled?: boolean };
    bot_user?: { display_name: string };
    slash_commands?: { command: string; description: string; usage_hint?: string; should_escape?: boolean }[];
    shortcuts?: { name: string; type: string; callback_id: string; description: string }[];
  };
  oauth_config?: { scopes?: { bot?: string[]; bot_optional?: string[] } };
  settings?: {
    event_subscriptions?: { bot_events?: string[] };
    interactivity?: { is_enabled: boolean };
    socket_mode_enabled?: boolean;
  };
};

/** The bot scopes that the app is always installed with; optional ones are granted apart. */
export function botScopes(manifest: Manifest): string[] {
  return manifest.oauth_config?.scopes?.bot ?? [];
}

/** A command as the manifest declares it. */
export function declaredCommand(manifest: Manifest, command: string) {
  return manifest.features?.slash_commands?.find((one) => one.command === command);
}

/** The shortcuts that the manifest declares for messages. Global ones are not served. */
export function messageShortcuts(manifest: Manifest) {
  return (manifest.features?.shortcuts ?? []).filter((one) => one.type === 'message');
}

/** Whether the app asked for this event. */
export function subscribesTo(manifest: Manifest, event: string): boolean {
  return manifest.settings?.event_subscriptions?.bot_events?.includes(event) ?? false;
}
