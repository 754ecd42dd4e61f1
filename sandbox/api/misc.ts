import type { AppsConnectionsOpenResponse, AuthTestResponse, PinsAddResponse, TeamInfoResponse } from '@slack/web-api';
import { storedMessage } from '../core/messages.ts';
import { userOf } from '../core/world.ts';
import { isTimestamp, ownChannelArg, textArg, type Call } from './args.ts';
import type { Answer } from './methods.ts';
import { refuse } from './refuse.ts';

/** Pins in one channel. (assumed: Slack names the error too_many_pins, not the number) */
const MOST_PINS = 100;

export function authTest({ engine }: Call): Answer<AuthTestResponse> {
  const { app, teams } = engine.world;
  return {
    url: `${engine.baseUrl}/`,
    team: teams.get(app.teamId)?.name ?? '',
    user: userOf(engine.world, app.botUserId).handle,
    team_id: app.teamId,
    user_id: app.botUserId,
    bot_id: app.botId,
    is_enterprise_install: false,
  };
}

export function openConnection({ engine }: Call): Answer<AppsConnectionsOpenResponse> {
  return { url: engine.openSocket?.() ?? refuse('internal_error') };
}

export function teamInfo(call: Call): Answer<TeamInfoResponse> {
  const { app, teams } = call.engine.world;
  const team = teams.get(textArg(call, 'team') ?? app.teamId);
  if (!team || team.id !== app.teamId) return refuse('team_not_found');
  return { team: { id: team.id, name: team.name, domain: team.domain, email_domain: '' } };
}

export function addPin(call: Call): Answer<PinsAddResponse> {
  const channel = ownChannelArg(call);
  const ts = textArg(call, 'timestamp') ?? refuse('no_item_specified');
  if (!isTimestamp(ts)) refuse('bad_timestamp');
  if (!storedMessage(channel, ts)) refuse('message_not_found');
  if (channel.pins.includes(ts)) refuse('already_pinned');
  if (channel.pins.length >= MOST_PINS) refuse('too_many_pins');
  channel.pins.push(ts);
  call.engine.world.changed();
  return {};
}
