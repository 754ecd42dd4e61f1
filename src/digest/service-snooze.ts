import type { Asked } from '../io/answers.ts';
import type { Nudge } from '../kit/nudge.ts';
import { samePerson } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { withActor } from '../project/rules-people.ts';
import { actorOf, type ProjectDeps, projectFor } from '../project/service.ts';
import type { DigestRefusals, Snooze } from './model.ts';
import { snoozedUntil, snoozeEnd, withSnooze } from './rules-snooze.ts';
import { type NudgeMaker, workedOut } from './service-context.ts';

const refuse = refuser<DigestRefusals>();

/** Pressed twice, it is put off once: what is longer by less than this is the same. */
const SAME_MS = 10 * 60_000;

export type PuttingOff = { project: string; about: Nudge['about']; snooze: Snooze };

/**
 * Leaves somebody alone for a while about something that is brought up with them: it beats the schedule, moves no day, and stands on
 * the record.
 */
export async function putOff(
  deps: ProjectDeps,
  makers: readonly NudgeMaker[],
  asked: Asked,
  { project: id, about, snooze }: PuttingOff,
): Promise<Date | Refusal> {
  const project = await projectFor(deps, asked, id);
  if (isRefusal(project)) return project;
  const { nudges, context } = await workedOut(deps, project, asked.now, makers);
  const isTheirs = (nudge: Nudge): boolean =>
    samePerson(nudge.to, asked.person) && nudge.about.kind === about.kind && nudge.about.id === about.id;
  if (!nudges.some(isTheirs)) return refuse('digest.nothingOpen', {});
  const wanted = snoozeEnd(snooze, context.of(asked.person), asked.now);
  let until = wanted;
  const saved = await deps.store.decide(asked.handling, id, (current) => {
    const before = snoozedUntil(current, asked.person, about);
    // A press that came late shortens nothing.
    const isLonger = before === null || wanted.getTime() - before.getTime() >= SAME_MS;
    until = isLonger ? wanted : before;
    if (!isLonger) return null;
    const content = { of: about.kind, id: about.id, nudges: { until: until.toISOString() } };
    const next = withActor(current, actorOf(asked));
    return {
      project: withSnooze(next, { person: asked.person, about, until }, asked.now),
      happened: [{ kind: 'nudge.snoozed', actor: asked.id, content }],
      rows: () => [],
    };
  });
  return isRefusal(saved) ? saved : until;
}
