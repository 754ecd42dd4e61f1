import { clientCardKey, clientCardRow } from '../client/rules-card.ts';
import { awaitedAsk } from '../brief/rules-ask.ts';
import { briefRow, clientBriefSubject, clientThread, versionSubject } from '../brief/rules-subjects.ts';
import { askRow } from '../brief/service-ask.ts';
import { askedCards, deliverableCards } from '../deliverable/rules-cards.ts';
import { countParts } from '../brief/views-client.ts';
import type { Asked } from '../io/answers.ts';
import type { Handling } from '../io/handling.ts';
import type { Saved } from '../io/store.ts';
import type { Change, Happened } from '../kit/change.ts';
import type { Refusal } from '../kit/refusal.ts';
import type { Side } from '../kit/aggregate.ts';
import { card, cardKey, clientOf, doing, type RowDraft, teamOf } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { release } from '../project/rules-released.ts';
import { joinerRows, newcomers } from '../project/rules-joiners.ts';
import { type ProjectDeps, projectCardRow, projectSubject, topicRows } from '../project/service.ts';
import { alongWith } from './rules-channels.ts';
import { holdsNoted } from './rules-hold.ts';

export type Moved = Promise<Saved<Project> | Refusal>;

/** Saves a project that lives elsewhere from now on. Its jobs are taken along once that is acknowledged. */
export const saveMove = (
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  decide: (project: Project) => Change<Project> | Refusal | null,
): Moved => deps.store.decide(asked.handling, id, decide);

/** Has the jobs inside a project live where it does; where they do already, nothing follows. */
export async function takeJobsAlong(deps: ProjectDeps, asked: Asked, id: string): Promise<void> {
  const project = await deps.store.project(asked.workspace, id);
  const handling = { ...deps.later(asked.handling), delivery: null };
  for (const { project: job } of project?.jobs ?? []) await takeAlong(deps, handling, { project: id, job });
}

/** The same for jobs that are elsewhere, because a process died before it took them along. */
export async function takeStragglersAlong(deps: ProjectDeps, asked: Asked, { _id: id, channels, jobs }: Project) {
  for (const { project: job } of jobs ?? []) {
    const found = await deps.store.project(asked.workspace, job);
    if (found && isElsewhere(found.channels, channels)) return takeJobsAlong(deps, asked, id);
  }
}

const isElsewhere = (job: Project['channels'], { team, client }: Project['channels']): boolean =>
  job.team.id !== team.id || (client !== null && job.client?.id !== client.id);

/**
 * A channel that is being made may come at any moment, and is given only to jobs that wait for it: whoever was moved by what was
 * so before is moved again.
 */
async function takeAlong(
  deps: ProjectDeps,
  handling: Handling,
  { project: id, job }: { project: string; job: string },
) {
  let now = await deps.store.project(handling.workspace, id);
  let from: string | null = null;
  while (now && roomsOf(now) !== from) {
    const { channels } = now;
    from = roomsOf(now);
    await deps.store.decide(handling, job, (current) => movedAlong(current, channels));
    now = await deps.store.project(handling.workspace, id);
  }
}

const roomsOf = ({ channels: { team, client } }: Project): string => JSON.stringify([team.id, client && client.id]);

function movedAlong(job: Project, channels: Project['channels']): Change<Project> | null {
  const next = alongWith(job, channels);
  if (JSON.stringify(next.channels) === JSON.stringify(job.channels)) return null;
  return { project: next, happened: [], rows: () => [projectCardRow(job._id), ...written(next), ...reposts(next)] };
}

/** The team's cards besides the project's own. */
const written = (project: Project): RowDraft[] => [
  ...(project.brief ? [briefRow(project._id)] : []),
  ...deliverableCards(project),
];

/** What follows from a project's being in another team channel: its cards are posted there, for they stand where it lives. */
export function teamMoved(before: Project, next: Project, asked: Asked): Change<Project> {
  const { _id: id } = next;
  const { id: channel } = next.channels.team;
  const said = cardKey(projectSubject(id));
  return {
    project: next,
    happened: [replaced('team', channel, asked.id), ...newcomers(before, next, asked.id), ...holdsNoted(before, next)],
    rows: () => [
      ...topicRows(next),
      projectCardRow(id),
      doing(teamOf(id), `pin:${id}:${next.revision}`, { do: 'pin', message: said }),
      ...written(next),
      ...next.joiners.flatMap(({ person }) => joinerRows(next, person)),
    ],
  };
}

/** What follows from another client channel. What is asked of the client is posted there again, where it was lost. */
export function clientMoved(before: Project, next: Project, asked: Asked): Change<Project> {
  const { _id: id } = next;
  const { client } = next.channels;
  const isFirst = before.channels.client === null && client !== null && client.id !== null;
  const first: Happened = { kind: 'project.clientChannel', actor: asked.id, content: { channel: client?.id ?? '' } };
  return {
    project: next,
    happened: [
      isFirst ? first : replaced('client', client && client.id, asked.id, client === null),
      ...holdsNoted(before, next),
    ],
    rows: () => [
      ...(client ? [clientCardRow(id)] : []),
      ...(client && before.channels.client
        ? [doing(clientOf(id), `pin:client:${id}:${next.revision}`, { do: 'pin', message: clientCardKey(id) })]
        : []),
      ...(client ? reposts(next) : []),
      projectCardRow(id),
    ],
  };
}

const replaced = (side: Side, channel: string | null, actor: string, isNone = false): Happened => ({
  kind: 'project.channelReplaced',
  actor,
  content: { side, ...(channel === null ? { by: isNone ? 'none' : 'new' } : { channel }) },
});

/** What the client is asked, as cards: a card that stands in a channel that was left is posted anew. */
function reposts(project: Project): RowDraft[] {
  const { _id: id, brief } = project;
  const sent = brief?.sent;
  const ask = awaitedAsk(project);
  const isOpen = sent?.approval.state === 'open' && sent.current.reach !== 'outside';
  const parts = isOpen ? countParts({ version: sent.current, previous: sent.previous }, release(project)) : 0;
  return [
    ...(isOpen ? [card(clientOf(id), clientBriefSubject(id))] : []),
    ...Array.from({ length: parts }, (_, part) =>
      card(clientOf(id), versionSubject(id, sent?.current.number ?? 0, part + 1), clientThread(id)),
    ),
    ...(ask ? [askRow(id, ask.number)] : []),
    ...askedCards(project),
  ];
}
