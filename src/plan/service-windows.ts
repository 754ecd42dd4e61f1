import type { Clocked } from '../io/bot-jobs.ts';
import type { Change } from '../kit/change.ts';
import { earliestOf } from '../kit/earliest.ts';
import { sayToClient } from '../kit/rows.ts';
import { nextWorkTime, type WorkCalendar } from '../kit/work-days.ts';
import type { Project } from '../project/model.ts';
import { LIAISON_ITSELF } from '../project/model-record.ts';
import { clientLanguage, titleOf } from '../project/rules.ts';
import { asRunning } from '../project/rules-life.ts';
import { calendarsOf } from '../project/service-calendars.ts';
import type { Milestone } from './model.ts';
import { milestoneOf, openMilestones } from './rules.ts';
import { windowToCome } from './rules-review.ts';
import { withHeadsUp } from './rules-steps.ts';
import { recordedOf, stepChange } from './service.ts';
import { headsUp } from './views-client.ts';

/**
 * Posts in the client channel that the client's review of a milestone begins, as it was previewed when it was shown to them; once.
 * Where nobody was there to post it, it is said late as long as they still have time to look, else noted as missed. While a project is
 * on hold nothing is posted; what resumes it has it looked at again.
 */
export const announceWindows: Clocked<Project> = async (deps, handling, project) => {
  if (asRunning(project) !== true || !project.channels.client) return null;
  const waiting = openMilestones(project).filter(({ released }) => released?.reviewFrom && !released.headsUp);
  // Most projects have none: no calendar is read for them.
  if (waiting.length === 0) return null;
  const { client } = await calendarsOf(deps, project);
  const nexts: Date[] = [];
  for (const milestone of waiting) {
    const window = windowToCome(milestone, client);
    if (!window) continue;
    const at = saidAt(window, client, handling.now);
    if (at > handling.now) {
      nexts.push(at);
      continue;
    }
    const { dueOn, at: since } = window.released;
    const delivery = `milestone-window:${project._id}:${milestone.id}:${dueOn}:${since}`;
    await deps.store.decide({ ...deps.later(handling), delivery }, project._id, (current) =>
      opened(current, milestone.id, client, handling.now),
    );
  }
  return earliestOf(nexts);
};

type Window = NonNullable<ReturnType<typeof windowToCome>>;

/** When it is said, or noted that it was not: as it opens; late, in their own working time too. */
function saidAt({ opensAt, closesAt }: Window, client: WorkCalendar, now: Date): Date {
  if (opensAt > now) return opensAt;
  return now < closesAt ? nextWorkTime(client, now) : now;
}

/** Null where it has been said, moved, reached or dropped meanwhile. */
function opened(project: Project, id: string, client: WorkCalendar, now: Date): Change<Project> | null {
  const milestone = milestoneOf(project, id);
  const window = milestone && windowToCome(milestone, client);
  if (!milestone || !window || saidAt(window, client, now) > now || asRunning(project) !== true) return null;
  const { released } = window;
  const is = now < window.closesAt ? 'said' : 'missed';
  const next = withHeadsUp(project, { id, dueOn: released.dueOn }, is, now);
  const message = headsUp(titleOf(project), released, clientLanguage(project));
  if (!next || !message) return null;
  if (is === 'missed') return missed(next, milestone);
  const key = `milestone:${project._id}:${id}:window:${released.dueOn}:${released.at}`;
  return {
    project: next,
    happened: [{ kind: 'plan.reviewOpened', actor: LIAISON_ITSELF, content: recordedOf(milestone), said: key }],
    // Once it is over it helps nobody, and nobody waits for it.
    rows: () => [{ ...sayToClient(project._id, key, message), urgent: false, notAfter: window.closesAt }],
  };
}

const missed = (next: Project, milestone: Milestone): Change<Project> =>
  stepChange(next, milestone, { is: 'missed' }, { actor: LIAISON_ITSELF, by: { person: null, name: null } });
