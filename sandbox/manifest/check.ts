/**
 * Judges an app manifest as Slack does when it is saved: its shape (schema.ts), then what its parts demand of each other.
 *
 * Slack does not publish the second kind of rule; those here are what its settings pages ask for, and their wordings are
 * assumed.
 */
import { schemaFaults } from '../blockkit/faults.ts';
import type { Fault } from '../blockkit/faults.ts';
import { manifestSchema } from './schema.ts';
import type { Manifest } from './schema.ts';
import { EVENT_SCOPES } from './scopes.ts';

/**
 * What Slack would refuse in a manifest; an empty list when nothing.
 *
 * Rules between parts are judged only once the shape is right, since they read the parts.
 */
export function checkManifest(manifest: unknown): Fault[] {
  const shape = schemaFaults(manifestSchema, manifest, '');
  if (shape.length > 0) return shape;
  const app = manifestSchema.parse(manifest);
  return [
    ...commandFaults(app),
    ...scopeFaults(app),
    ...eventFaults(app),
    ...urlFaults(app),
    ...interactivityFaults(app),
  ];
}

function commandFaults(app: Manifest): Fault[] {
  const names = (app.features?.slash_commands ?? []).map(({ command }) => command);
  return names.flatMap((name, index) => {
    const pointer = `/features/slash_commands/${index}/command`;
    const faults: Fault[] = [];
    if (!/^\/[^\s/A-Z]+$/.test(name)) {
      faults.push({ message: 'must be lower case, without spaces or a second slash', pointer });
    }
    if (names.indexOf(name) < index) faults.push({ message: `\`command\` "${name}" already exists`, pointer });
    return faults;
  });
}

/** Commands and shortcuts both stand on the scope `commands` (docs.slack.dev/reference/scopes/commands). */
function scopeFaults(app: Manifest): Fault[] {
  if (botScopes(app).has('commands')) return [];
  const needing = (['slash_commands', 'shortcuts'] as const).filter((key) => app.features?.[key] !== undefined);
  return needing.map((key) => ({ message: 'missing scope: commands', pointer: `/features/${key}` }));
}

function eventFaults(app: Manifest): Fault[] {
  const events = app.settings?.event_subscriptions?.bot_events ?? [];
  const pointer = '/settings/event_subscriptions/bot_events';
  const faults = events.flatMap((event, index) => eventFault(event, `${pointer}/${index}`, botScopes(app)));
  if (events.length > 0 && app.features?.bot_user === undefined) {
    faults.push({ message: 'must define `bot_user` to subscribe to bot events', pointer });
  }
  return faults;
}

function eventFault(event: string, pointer: string, granted: ReadonlySet<string>): Fault[] {
  const scopes = Object.hasOwn(EVENT_SCOPES, event) ? EVENT_SCOPES[event] : undefined;
  if (scopes === undefined) return [{ message: `unsupported event: ${event}`, pointer }];
  if (scopes.length === 0 || scopes.some((scope) => granted.has(scope))) return [];
  return [{ message: `missing scope: ${scopes.join(' or ')}`, pointer }];
}

/** Over HTTP Slack must know where to send each kind of delivery; over Socket Mode it needs no address. */
function urlFaults(app: Manifest): Fault[] {
  const { settings, features } = app;
  if (settings?.socket_mode_enabled === true) return [];
  const lacking: { field: string; pointer: string }[] = [];
  (features?.slash_commands ?? []).forEach((command, index) => {
    if (command.url === undefined) lacking.push({ field: 'url', pointer: `/features/slash_commands/${index}` });
  });
  const subscriptions = settings?.event_subscriptions;
  const listens = [...(subscriptions?.bot_events ?? []), ...(subscriptions?.user_events ?? [])].length > 0;
  if (listens && subscriptions?.request_url === undefined) {
    lacking.push({ field: 'request_url', pointer: '/settings/event_subscriptions' });
  }
  if (settings?.interactivity?.is_enabled === true && settings.interactivity.request_url === undefined) {
    lacking.push({ field: 'request_url', pointer: '/settings/interactivity' });
  }
  return lacking.map(({ field, pointer }) => ({ message: `missing required field: ${field}`, pointer }));
}

/** Shortcuts arrive as interactions. */
function interactivityFaults(app: Manifest): Fault[] {
  if (app.features?.shortcuts === undefined || app.settings?.interactivity?.is_enabled === true) return [];
  return [{ message: 'must enable `interactivity` to use shortcuts', pointer: '/features/shortcuts' }];
}

/** Scopes that may be declined at installation count too: the app declares them. */
function botScopes(app: Manifest): ReadonlySet<string> {
  const scopes = app.oauth_config?.scopes;
  return new Set([...(scopes?.bot ?? []), ...(scopes?.bot_optional ?? [])]);
}
