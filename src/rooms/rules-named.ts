import { type ProjectChannel, type Side, SIDES } from '../kit/aggregate.ts';
import type { Project } from '../project/model.ts';

/** A channel is called something else. Null where that is known already. */
export function renamed(project: Project, side: Side, name: string): Project | null {
  const channel = project.channels[side];
  if (channel === null || channel.name === name) return null;
  return withChannel(project, side, { ...channel, name });
}

/** A channel has another id; its messages are the same ones. Null where the project does not have it. */
export function idChanged(project: Project, from: string, to: string): Project | null {
  const side = SIDES.find((one) => project.channels[one]?.id === from);
  const channel = side && project.channels[side];
  if (!side || !channel) return null;
  return withChannel(project, side, { ...channel, id: to, former: [...(channel.former ?? []), from] });
}

const withChannel = (project: Project, side: Side, channel: ProjectChannel): Project => ({
  ...project,
  channels: { ...project.channels, [side]: channel },
});
