import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Message } from '../kit/blocks.ts';
import type { Change, Happened } from '../kit/change.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import { cardKey, sayToTeam } from '../kit/rows.ts';
import { called } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import type { Stage } from '../project/model-life.ts';
import { gateLacks } from '../project/rules-gate.ts';
import { nextStage, startNextStage } from '../project/rules.ts';
import { withActor } from '../project/rules-people.ts';
import {
  actingOf,
  actorOf,
  type ProjectDeps,
  projectCardRow,
  projectSubject,
  topicRows,
  whoOf,
} from '../project/service.ts';
import { stageLine } from '../project/views.ts';
import { attachEarlier, type Attaching, overrideGate, reopenStage } from './rules.ts';
import { earlierLine, stageLineWhy } from './views-lines.ts';

export type Outcome = Promise<Saved<Project> | Refusal>;

/** What is recorded and said of a change. `about` tells its line from the others of the same project. */
type Told = Omit<Happened, 'said'> & { about: string; line: Message<'team'> };

/** A change of the project itself: on the record, said in one line under its card, and drawn anew on the card. */
export function toldChange(next: Project, { about, line, ...happened }: Told): Change<Project> {
  const { _id: id, revision } = next;
  // A stage may be started twice, and a project be held twice: each time has a line of its own.
  const said = `line:${id}:${about}:${revision}`;
  return {
    project: next,
    happened: [{ ...happened, said }],
    rows: () => [projectCardRow(id), sayToTeam(id, said, line, cardKey(projectSubject(id)))],
  };
}

/** The same where stage or life is another one: the topic names it. */
export function movedChange(next: Project, told: Told): Change<Project> {
  const change = toldChange(next, told);
  return { ...change, rows: (entries) => [...topicRows(next), ...change.rows(entries)] };
}

export type Step = { project: string; from: Stage };

/** Moves a project to its next stage through its gate. */
export async function startStage(deps: ProjectDeps, asked: Asked, { project: id, from }: Step): Outcome {
  return deps.store.decide(asked.handling, id, (project) => {
    const next = startNextStage(project, whoOf(asked), from, gateLacks(project));
    return isRefusal(next) ? next : stageStarted(next, from, nextStage(project) ?? from, asked);
  });
}

function stageStarted(next: Project, from: Stage, to: Stage, asked: Asked): Change<Project> {
  const line = stageLine(from, to, called(asked), next.channels.team.language);
  const content = { from, stage: to };
  return movedChange(next, { kind: 'project.stageStarted', actor: asked.id, content, about: `stage:${to}`, line });
}

/** Moves a project to its next stage although its gate lacks something. */
export async function passGate(deps: ProjectDeps, asked: Asked, { project: id, from }: Step, reason: string): Outcome {
  return deps.store.decide(asked.handling, id, (project) => {
    const lacks = gateLacks(project);
    const passed = overrideGate(project, actingOf(asked), { from, reason }, lacks, asked.now);
    if (isRefusal(passed)) return passed;
    const next = withActor(passed, actorOf(asked));
    const to = nextStage(project) ?? from;
    if (lacks.length === 0) return stageStarted(next, from, to, asked);
    const content = { from, stage: to, lacks: [...lacks], why: reason };
    const moved = { is: 'overridden', from, to, who: called(asked), reason } as const;
    const line = stageLineWhy(moved, next.channels.team.language);
    return movedChange(next, { kind: 'project.gateOverridden', actor: asked.id, content, about: `stage:${to}`, line });
  });
}

/** Takes a project back to an earlier stage. */
export async function goBack(
  deps: ProjectDeps,
  asked: Asked,
  { project: id, from }: Step,
  { to, reason }: { to: Stage; reason: string },
): Outcome {
  return deps.store.decide(asked.handling, id, (project) => {
    const reopened = reopenStage(project, whoOf(asked), { from, to });
    if (isRefusal(reopened)) return reopened;
    const next = withActor(reopened, actorOf(asked));
    const content = { from, stage: to, why: reason };
    const moved = { is: 'reopened', from, to, who: called(asked), reason } as const;
    const line = stageLineWhy(moved, next.channels.team.language);
    return movedChange(next, { kind: 'project.stageReopened', actor: asked.id, content, about: `stage:${to}`, line });
  });
}

/** Attaches what the client agreed to before Liaison. */
export async function attach(deps: ProjectDeps, asked: Asked, id: string, attaching: Omit<Attaching, 'zone'>): Outcome {
  return deps.store.decide(asked.handling, id, (project) => {
    const next = attachEarlier(project, actingOf(asked), { ...attaching, zone: asked.zone }, asked.now);
    if (isRefusal(next)) return next;
    const one = next.earlier?.find((known) => known.id === attaching.id);
    if (next === project || !one) return null;
    const { kind, what, by, agreedOn, file } = one;
    const content = { earlier: kind, what, by, day: agreedOn, file: file && { id: file.id, name: file.name } };
    const line = earlierLine(one, called(asked), next.channels.team.language);
    return toldChange(next, {
      kind: 'project.earlierAttached',
      actor: asked.id,
      content,
      about: `earlier:${attaching.id}`,
      line,
    });
  });
}
