import type { Handling } from '../io/handling.ts';
import { SIDES } from '../kit/aggregate.ts';
import { cardKey, sayToTeam } from '../kit/rows.ts';
import { LIAISON_ITSELF } from '../project/model-record.ts';
import { type ProjectDeps, projectSubject } from '../project/service.ts';
import { idChanged, renamed } from './rules-named.ts';
import { projectsInRoom, roomChanged } from './service-rooms.ts';
import { renamedLine } from './views-held.ts';

/**
 * A channel of a project has another name. Channels are known by their ids, so nothing else follows but a line and an entry.
 * @param name as Slack told it, where the channel is not shown
 */
export async function roomRenamed(
  deps: ProjectDeps,
  handling: Handling,
  { channel, name }: { channel: string; name: string },
): Promise<void> {
  const found = await projectsInRoom(deps, handling.workspace, channel);
  if (found.length === 0) return deps.looks.drop(handling.workspace, channel);
  const look = await deps.looks.look(handling.workspace, channel);
  const called = look.seen ? look.name : name;
  for (const { _id: id, parent } of found) {
    await deps.store.decide({ ...handling, delivery: null }, id, (current) => {
      const side = SIDES.find((one) => current.channels[one]?.id === channel);
      const next = side && renamed(current, side, called);
      if (!side || !next) return null;
      const said = `line:${id}:${side}:renamed:${handling.delivery}`;
      const line = renamedLine(side, channel, next.channels.team.language);
      return {
        project: next,
        happened: [
          { kind: 'project.channelRenamed', actor: LIAISON_ITSELF, content: { side, channel, name: called }, said },
        ],
        // A job is told of where its project is told of it.
        rows: () => (parent ? [] : [sayToTeam(id, said, line, cardKey(projectSubject(id)))]),
      };
    });
  }
}

/**
 * Slack gave a channel another id, as it does where a private one comes to be shared (docs.slack.dev, channel_id_changed). Under
 * the former one it may have been taken for gone meanwhile, so it is looked at.
 */
export async function roomIdChanged(
  deps: ProjectDeps,
  handling: Handling,
  { from, to }: { from: string; to: string },
): Promise<void> {
  for (const { _id: id } of await projectsInRoom(deps, handling.workspace, from)) {
    await deps.store.decide({ ...handling, delivery: null }, id, (current) => {
      const next = idChanged(current, from, to);
      return next && { project: next, happened: [], rows: () => [] };
    });
  }
  await deps.looks.drop(handling.workspace, from);
  await roomChanged(deps, handling, { channel: to });
}
