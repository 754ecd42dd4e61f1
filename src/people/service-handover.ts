import type { Asked } from '../io/answers.ts';
import type { Change, Happened } from '../kit/change.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { cardKey, type RowDraft, sayToClient, sayToTeam } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import type { Handover } from '../project/model-people.ts';
import { release } from '../project/rules-released.ts';
import { withActor } from '../project/rules-people.ts';
import { actingOf, actorOf, type ProjectDeps, projectCardRow, projectSubject, whoOf } from '../project/service.ts';
import type { PeopleRefusals } from './model.ts';
import { handOver, isNow, mayHandOver, planned, takeBack } from './rules-handover.ts';
import { rosterChanged } from './rules-recorded.ts';
import type { Intended } from './service-handover-preview.ts';
import { rosterChange } from './service-roster.ts';
import { clientLine, handoverLine, handoverNote } from './views-handover.ts';

const refuse = refuser<PeopleRefusals>();

export type Decided = { project: Project; handover: Handover; isNow: boolean };

/**
 * Hands over at once, or plans it. The client's other projects follow after the acknowledgement: until they have, this project
 * says so, and the clock takes up what was cut off.
 * @param seen the hash of what was shown; where something is different now, nothing is done
 */
export async function decideHandover(
  deps: ProjectDeps,
  asked: Asked,
  { id, seen, texts }: { id: string; seen: string; texts: Pick<Handover, 'note' | 'clientLine'> },
  { project, from, to, on, others, hash }: Intended,
): Promise<Decided | Refusal> {
  const { person, id: toId, name } = to;
  const by = { by: asked.id, byName: asked.name, at: asked.now.toISOString(), zone: asked.zone };
  const handover: Handover = { id, from: from.id, to: { person, id: toId, name }, on, ...texts, ...by };
  const saved = await deps.store.decide(asked.handling, project._id, (current) => {
    if (hash !== seen) return refuse('people.previewMoved', {});
    const allowed = mayHandOver(current, from, to, whoOf(asked));
    if (allowed !== true) return allowed;
    const change = handed(current, handover, asked.now);
    if (change === null || isRefusal(change)) return change;
    const next = withActor(change.project, actorOf(asked));
    const carrying = { ...handover, projects: others.map(({ _id }) => _id) };
    return { ...change, project: others.length > 0 ? { ...next, carrying } : next };
  });
  if (isRefusal(saved)) return saved;
  return { project: saved.project, handover, isNow: isNow(handover, asked.now) };
}

/** A handover in one project, at once or planned; null where it is so already. */
export function handed(project: Project, handover: Handover, now: Date): Change<Project> | Refusal | null {
  if (isNow(handover, now)) return happening(project, handover, now);
  if (project.handover?.id === handover.id) return null;
  const next = planned(project, handover);
  const line = handoverLine('handoverPlannedLine', next, handover);
  return {
    project: next,
    happened: [...rosterChanged(project, next, handover.by), told('project.handoverPlanned', handover)],
    rows: () => [threaded(next, `planned:${handover.id}`, line), projectCardRow(next._id)],
  };
}

/** The roles move, the team reads who and the note, and the client the line, once in a channel whatever number of projects it has. */
export function happening(project: Project, handover: Handover, now: Date): Change<Project> | Refusal | null {
  const next = handOver(project, handover, now);
  if (next === null || isRefusal(next)) return next;
  // What was planned and happens is not cancelled.
  const before = project.handover?.id === handover.id ? { ...project, handover: null } : project;
  const change = rosterChange(before, next, handover.by, { ...handover.to, kind: 'member' });
  return {
    project: next,
    happened: [told('project.handedOver', handover), ...change.happened],
    rows: (entries) => [...spoken(next, handover), ...change.rows(entries)],
  };
}

function spoken(project: Project, handover: Handover): RowDraft[] {
  const { id, note, clientLine: line } = handover;
  const by = { person: null, name: handover.byName ?? null };
  const channel = project.channels.client?.id;
  return [
    threaded(project, `done:${id}`, handoverLine('handedOverLine', project, handover)),
    ...(note === null ? [] : [threaded(project, `note:${id}`, handoverNote(project, note, by))]),
    ...(line === null || !channel
      ? []
      : [sayToClient(project._id, `handover:${id}:client:${channel}`, clientLine(release(project), line, by))]),
  ];
}

/** Under the project's card. */
const threaded = ({ _id }: Project, key: string, message: Parameters<typeof sayToTeam>[2]): RowDraft =>
  sayToTeam(_id, `handover:${_id}:${key}`, message, cardKey(projectSubject(_id)));

const told = (kind: string, { from, to, on, by }: Handover): Happened => ({
  kind,
  actor: by,
  content: { people: [from, to.id], day: on },
});

/**
 * Takes back what was planned in a project. The client's other projects where it was planned with it follow after the
 * acknowledgement, as they do where a handover is carried to them.
 */
export async function cancelHandover(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, id: handover }: { project: string; id: string },
): Promise<Project | Refusal> {
  const saved = await deps.store.decide(asked.handling, id, (project) => {
    const next = takeBack(project, handover, actingOf(asked), asked.now);
    return isRefusal(next) ? next : cancelling(project, withActor(next, actorOf(asked)), asked.id);
  });
  return isRefusal(saved) ? saved : saved.project;
}

/** What follows where a plan is no more: the record, the card, and a line under it. */
export function cancelling(before: Project, next: Project, actor: string): Change<Project> {
  const change = rosterChange(before, next, actor, null);
  const { handover } = before;
  if (!handover || next.handover) return change;
  const line = handoverLine('handoverCancelledLine', before, handover);
  return {
    ...change,
    rows: (entries) => [threaded(before, `cancelled:${handover.id}`, line), ...change.rows(entries)],
  };
}
