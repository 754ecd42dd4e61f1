import type { Clocked } from '../io/bot-jobs.ts';
import type { Handling } from '../io/handling.ts';
import { hashOf } from '../kit/chain.ts';
import { earliestOf } from '../kit/earliest.ts';
import type { Nudge, NudgeContext } from '../kit/nudge.ts';
import type { Queued } from '../kit/nudged.ts';
import type { Person } from '../kit/person.ts';
import type { Project } from '../project/model.ts';
import { SIDE_OF } from '../project/model-people.ts';
import { LIAISON_ITSELF } from '../project/model-record.ts';
import { asRunning } from '../project/rules-life.ts';
import type { ProjectDeps } from '../project/service.ts';
import { dueOf, keysOf, nextOf, queuedOf, stepOf, type Triage, triage } from './rules-queue.ts';
import { type NudgeMaker, workedOut } from './service-context.ts';

/** What came of mentions: those whose time has passed unsaid, and when to look again for the others; null for not before a change. */
export type Mentioned = { missed: readonly Nudge[]; next: Date | null };

/** Says in a thread what is due there, as far as those who are called may be called now. */
export type Mention = (
  deps: ProjectDeps,
  handling: Handling,
  project: Project,
  mentions: { due: readonly Nudge[]; context: NudgeContext },
) => Promise<Mentioned>;

/** Where what is to be brought up comes from: each feature's, and who says in threads what is due there. */
export type Raising = { nudges: readonly NudgeMaker[]; mention: Mention };

/**
 * Brings up what is due of a project: what goes to one person waits in their queue, what goes into a thread is said there, and what was
 * not said in time is noted on the record, once. It works everything out anew from the project as it is: nothing is planned ahead, so
 * that a restart or a date that moved loses and doubles nothing.
 */
export const bringUp =
  ({ nudges: makers, mention }: Raising): Clocked<Project> =>
  async (deps, handling, project) => {
    const { workspace, now } = handling;
    // Of one that is on hold or over only what outlives it is brought up, as each feature says; nobody gets a digest for that.
    if (asRunning(project) === true) await deps.digests.enter(workspace, readersOf(project), now);
    const { nudges, context } = await workedOut(deps, project, now, makers);
    const { missed, mentions } = await putDown(deps, workspace, project, { nudges, context });
    const said = mentions.length > 0 ? await mention(deps, handling, project, { due: mentions, context }) : NOTHING;
    await noteMissed(deps, handling, project._id, [
      ...missed,
      ...said.missed.map((nudge) => queuedOf(nudge, project._id)),
    ]);
    return earliestOf([nextOf(nudges, now), said.next]);
  };

/** Puts down what is due for people, so that it waits to be said; what is there already stays as it is. */
export async function putDown(
  deps: ProjectDeps,
  workspace: string,
  project: Project,
  { nudges, context }: { nudges: readonly Nudge[]; context: NudgeContext },
): Promise<Triage> {
  const { now } = context;
  const due = dueOf(nudges, now);
  const snoozedUntil = ({ to, about }: Nudge) => context.snoozedUntil(to, about);
  const keys = due.flatMap((nudge) => keysOf(project._id, nudge, snoozedUntil(nudge)));
  const known = await deps.nudges.known(workspace, keys);
  const triaged = triage(due, { project: project._id, known, snoozedUntil });
  await deps.nudges.queue(workspace, triaged.fresh, now);
  return triaged;
}

const NOTHING: Mentioned = { missed: [], next: null };

/** Whoever works on it for the agency, and whoever stands in for one of them: they get a digest each morning. */
function readersOf({ people }: Project): Person[] {
  const team = people.filter(({ role, gone }) => SIDE_OF[role] !== 'client' && !gone);
  return team.flatMap(({ person, standIn }) => (standIn ? [person, standIn.person] : [person]));
}

/**
 * Notes what was not said in time. What was said to whoever it was for then is missed by nobody: their stand-in, or whoever has taken
 * over since, hears the later step.
 */
async function noteMissed(deps: ProjectDeps, handling: Handling, project: string, missed: readonly Queued[]) {
  if (missed.length === 0) return;
  const { workspace } = handling;
  const steps = missed.flatMap((one) => stepOf(one) ?? []);
  const said = await deps.nudges.begun(workspace, steps);
  const isHeard = (one: Queued): boolean => said.has(stepOf(one) ?? '');
  const heard = missed.filter(isHeard).map(({ key }) => key);
  const waiting = [...(await deps.nudges.known(workspace, heard)).values()].filter(({ state }) => state === 'due');
  const settled = [{ keys: waiting.map(({ key }) => key), as: 'over' as const }];
  if (waiting.length > 0) await deps.nudges.say(handling, { rows: [], nudged: { settled } });
  const unheard = missed.filter((one) => !isHeard(one));
  if (unheard.length > 0) await recordMissed(deps, handling, project, unheard);
}

/** On the record stands how much, and from when to when it was due. */
async function recordMissed(deps: ProjectDeps, handling: Handling, project: string, missed: readonly Queued[]) {
  const keys = missed.map(({ key }) => key).toSorted();
  const times = missed.map(({ at }) => at.toISOString()).toSorted();
  const content = { nudges: { count: missed.length, from: times[0] ?? '', until: times.at(-1) ?? '' } };
  const ours: Handling = { ...handling, delivery: `nudges-missed:${project}:${hashOf({ keys })}`, actor: null };
  await deps.store.decide(ours, project, (current) => ({
    project: current,
    happened: [{ kind: 'nudge.missed', actor: LIAISON_ITSELF, content }],
    rows: () => [],
    nudged: { missed },
  }));
}
