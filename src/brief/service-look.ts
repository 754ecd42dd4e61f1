import type { Asked } from '../io/answers.ts';
import type { ProjectDeps } from '../project/service.ts';
import type { ChannelLook } from './rules-send.ts';

/** What is known of a channel that was chosen as client channel. `fresh` looks now, else what was seen when it was chosen. */
export async function lookAt(
  deps: ProjectDeps,
  { workspace }: Asked,
  channel: string,
  fresh: boolean,
): Promise<ChannelLook | null> {
  const look = fresh ? await deps.looks.look(workspace, channel) : await deps.looks.last(workspace, channel);
  if (!look) {
    deps.looks.refresh(workspace, channel);
    return null;
  }
  const users = await deps.store.inChannel(workspace, channel, 2);
  const usedBy = users.map(({ _id, channels, client }) => ({
    project: _id,
    as: asOf(channels.team.id, channel),
    client,
  }));
  if (!look.seen) return { channel, name: '', isArchived: false, isMember: false, members: [], usedBy };
  const { name, isArchived, isMember, members } = look;
  return { channel, name, isArchived, isMember, members, usedBy };
}

const asOf = (team: string | null, channel: string) => (team === channel ? ('team' as const) : ('client' as const));
