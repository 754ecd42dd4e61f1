/** What an administrator does to a channel outside the app's reach: the app only hears of it. */
import type { Engine } from '../core/engine.ts';
import type { Channel } from '../core/types.ts';
import { emit } from '../deliver/events.ts';

/** Renames a channel. */
export function renameChannel(engine: Engine, channel: Channel, name: string): void {
  channel.name = name;
  engine.world.changed();
  const created = Math.floor(channel.createdMs / 1000);
  emit(engine, 'channel_rename', { type: 'channel_rename', channel: { id: channel.id, name, created } }, channel);
}

/** Shares a channel with another team, or stops sharing it. */
export function shareChannel(engine: Engine, channel: Channel, connectedTeamId: string, shared: boolean): void {
  channel.isExtShared = shared;
  engine.world.changed();
  const type = shared ? 'channel_shared' : 'channel_unshared';
  const event = { type, connected_team_id: connectedTeamId, channel: channel.id, event_ts: eventTs(engine) } as const;
  emit(engine, type, event, channel);
}

/** Archives a channel by a person's hand. */
export function archiveChannel(engine: Engine, channel: Channel, userId: string): void {
  channel.isArchived = true;
  engine.world.changed();
  const event = { type: 'channel_archive', channel: channel.id, user: userId, event_ts: eventTs(engine) } as const;
  emit(engine, 'channel_archive', event, channel);
}

function eventTs(engine: Engine): string {
  return (engine.world.clock.now() / 1000).toFixed(6);
}
