/** Slack Connect: a channel comes to be shared with another company, and ceases to be. */
import type { ChannelSharedEvent, ChannelUnsharedEvent } from '@slack/types';
import type { Engine } from '../core/engine.ts';
import { companiesOf } from '../core/sight.ts';
import type { Channel } from '../core/types.ts';
import { userOf } from '../core/world.ts';
import { emit, eventTs } from '../deliver/events.ts';
import { leaveChannel } from './membership.ts';

/** Shares a channel with another company's team. Nobody of theirs is in it yet. */
export function shareChannel(engine: Engine, channel: Channel, teamId: string): void {
  channel.connectedTeams = [...new Set([...companiesOf(engine.world, channel), teamId])];
  channel.isExtShared = true;
  engine.world.changed();
  const event = { connected_team_id: teamId, channel: channel.id, event_ts: eventTs(engine) };
  emit(engine, 'channel_shared', { type: 'channel_shared', ...event } satisfies ChannelSharedEvent, channel);
}

/** Stops sharing a channel with a team: its people leave. (assumed: each of them as if they had left by themselves) */
export function unshareChannel(engine: Engine, channel: Channel, teamId: string): void {
  // Asked before they leave, as who is in tells whose it is.
  const companies = companiesOf(engine.world, channel);
  const theirs = channel.members.map((id) => userOf(engine.world, id)).filter((user) => user.teamId === teamId);
  for (const user of theirs) leaveChannel(engine, channel, user);
  channel.connectedTeams = companies.filter((id) => id !== teamId);
  channel.isExtShared = channel.connectedTeams.length > 0;
  engine.world.changed();
  const event = {
    type: 'channel_unshared',
    previously_connected_team_id: teamId,
    channel: channel.id,
    is_ext_shared: channel.isExtShared,
    event_ts: eventTs(engine),
  } satisfies ChannelUnsharedEvent;
  emit(engine, 'channel_unshared', event, channel);
}

/**
 * Cuts a channel off from the company that hosted it: what stays is a copy that can be read, and nothing more
 * (docs.slack.dev, channel object: `is_frozen`, `frozen_reason`). (assumed: the copy keeps its id)
 */
export function severChannel(engine: Engine, channel: Channel, teamId: string): void {
  channel.frozenReason = 'connection_severed';
  unshareChannel(engine, channel, teamId);
}

/** A partner's team, by its domain, name or id; the first one where nothing is said. */
export function partnerTeam({ world }: Engine, named: string | undefined): string {
  const partners = [...world.teams.values()].filter(({ id }) => id !== world.app.teamId);
  const found =
    named === undefined ? partners[0] : partners.find(({ id, name, domain }) => [id, name, domain].includes(named));
  if (!found && named !== undefined) throw new Error(`There is no partner ${named}`);
  return found?.id ?? world.app.teamId;
}
