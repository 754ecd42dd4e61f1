import type { Engine } from '../core/engine.ts';
import { messageShortcuts } from '../core/manifest.ts';
import { messageSeenBy, reachesApp } from '../core/sight.ts';
import type { Channel, Message, User } from '../core/types.ts';
import { channelOf, notify } from '../core/world.ts';
import { messageFields } from '../deliver/events.ts';
import type { Act, ActResult } from '../server/protocol.ts';
import { actionTs, channelPart, commonPart, interactivityFault, withoutAbsent } from './payload.ts';
import { createResponseUrl } from './responseUrl.ts';

type ShortcutAct = Extract<Act, { act: 'shortcut' }>;

/** The shortcuts that a person finds in the menu of a message. */
export function shortcutsOf({ manifest, world }: Engine, user: User) {
  // Another team's people do not have them at all (docs.slack.dev, Slack Connect).
  return reachesApp(world, user) ? messageShortcuts(manifest) : [];
}

/** A person chooses a shortcut in the menu of a message; the app need not be in that channel. */
export async function runShortcut(engine: Engine, user: User, act: ShortcutAct): Promise<ActResult> {
  const { channel: channelId, ts } = act.message;
  const shortcut = shortcutsOf(engine, user).find((one) => one.callback_id === act.callbackId);
  if (!shortcut) return { ok: false, error: `${act.callbackId} is not a valid command` };
  const message = messageSeenBy(engine.world, user, channelId, ts);
  // What only one person sees has no shortcuts. (assumed)
  if (!message || message.onlyFor !== undefined) return { ok: false, error: 'message_not_found' };
  const fault = interactivityFault(engine, shortcut.callback_id);
  if (fault) return fault;
  const body = shortcutBody(engine, user, channelOf(engine.world, channelId), message, shortcut.callback_id);
  const name = `message_action ${shortcut.callback_id}`;
  const ack = await engine.dispatch.send({ kind: 'interactive', name, body });
  if (ack.ok) return { ok: true };
  notify(engine.world, user.id, 'This app did not respond in time. Try again?');
  return { ok: false, error: 'operation_timeout' };
}

/** docs.slack.dev, shortcuts interaction payloads. */
function shortcutBody(engine: Engine, user: User, channel: Channel, message: Message, callbackId: string) {
  return {
    type: 'message_action',
    ...commonPart(engine, user, engine.world.app.teamId),
    action_ts: actionTs(engine),
    callback_id: callbackId,
    channel: channelPart(channel),
    message_ts: message.ts,
    message: withoutAbsent({ type: 'message', ...messageFields(engine, message, channel) }),
    // There is no message of the app's that could be replaced; in a thread the answer goes there. (assumed)
    response_url: createResponseUrl(engine, {
      user: user.id,
      channel: channel.id,
      original: undefined,
      threadTs: message.threadTs,
    }),
  };
}
