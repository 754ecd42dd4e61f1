import { refusalOf } from '../api/refuse.ts';
import type { Engine } from '../core/engine.ts';
import { declaredCommand } from '../core/manifest.ts';
import { canSeeChannel, isClosed, reachesApp } from '../core/sight.ts';
import { commandText } from '../core/text.ts';
import type { Channel, User } from '../core/types.ts';
import { createTrigger } from '../core/views.ts';
import { notify } from '../core/world.ts';
import type { ActResult } from '../server/protocol.ts';
import { channelPart } from './payload.ts';
import { createResponseUrl, spokenAck, writeForApp } from './responseUrl.ts';

/** A person types a slash command into a channel. What the app acknowledges with is shown at once. */
export async function runCommand(engine: Engine, user: User, channel: Channel, typed: string): Promise<ActResult> {
  const [command = '', ...rest] = typed.trim().split(/(?<=^\S+)\s+/);
  const declared = declaredCommand(engine.manifest, command);
  const refusal = refusalFor(engine, user, channel, command, declared !== undefined);
  if (refusal) {
    notify(engine.world, user.id, refusal);
    return { ok: false, error: refusal };
  }
  const text = commandText(engine.world, rest.join(' '), declared?.should_escape ?? false);
  const body = commandBody(engine, user, channel, command, text);
  const ack = await engine.dispatch.send({ kind: 'slash_commands', name: command, body });
  if (!ack.ok) {
    notify(engine.world, user.id, `${command} failed with the error "operation_timeout"`);
    return { ok: false, error: 'operation_timeout' };
  }
  return speak(engine, user, channel, command, ack.payload);
}

function refusalFor(engine: Engine, user: User, channel: Channel, command: string, declared: boolean) {
  if (!canSeeChannel(engine.world, user, channel)) return 'channel_not_found';
  if (isClosed(channel)) return 'is_archived';
  // Another team's people do not have the command at all (docs.slack.dev, Slack Connect).
  return declared && reachesApp(engine.world, user) ? undefined : `${command} is not a valid command`;
}

function commandBody(engine: Engine, user: User, channel: Channel, command: string, text: string) {
  const { world } = engine;
  const { app } = world;
  return {
    token: 'sandbox-verification-token',
    team_id: app.teamId,
    team_domain: world.teams.get(app.teamId)?.domain ?? '',
    channel_id: channel.id,
    channel_name: channelPart(channel).name,
    user_id: user.id,
    user_name: user.handle,
    command,
    text,
    api_app_id: app.appId,
    is_enterprise_install: 'false',
    response_url: createResponseUrl(engine, {
      user: user.id,
      channel: channel.id,
      original: undefined,
      threadTs: undefined,
    }),
    trigger_id: createTrigger(world, user.id).id,
  };
}

function speak(engine: Engine, user: User, channel: Channel, command: string, payload: unknown): ActResult {
  try {
    const said = spokenAck(payload);
    if (said) writeForApp(engine, channel, said.content, { onlyFor: said.inChannel ? undefined : user.id });
    return { ok: true };
  } catch (thrown) {
    const refusal = refusalOf(thrown);
    if (!refusal) throw thrown;
    engine.journal.complain(`the ack of ${command}: ${refusal.error}`);
    notify(engine.world, user.id, `${command} failed with the error "dispatch_failed"`);
    return { ok: false, error: 'dispatch_failed' };
  }
}
