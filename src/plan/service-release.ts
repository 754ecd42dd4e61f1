import type { Asked } from '../io/answers.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Change } from '../kit/change.ts';
import type { Locale } from '../kit/locale.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { cardKey, sayToClient, sayToTeam } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { clientLanguage, titleOf } from '../project/rules.ts';
import { withActor } from '../project/rules-people.ts';
import {
  actingOf,
  actorOf,
  type ProjectDeps,
  projectCardRow,
  projectInside,
  projectSubject,
} from '../project/service.ts';
import { calendarOfPerson, calendarsOf } from '../project/service-calendars.ts';
import { lookOver } from '../project/service-outgoing.ts';
import type { PlanRefusals, ShownToClient } from './model-forms.ts';
import type { Milestone } from './model.ts';
import { milestoneOf } from './rules.ts';
import { shownNow, windowToCome } from './rules-review.ts';
import { mayRelease, releaseMilestone } from './rules-steps.ts';
import { type Outcome, recordedOf, type Which } from './service.ts';
import { toldClient } from './views-client.ts';
import { stepLine } from './views-lines.ts';
import { milestoneName } from './views-name.ts';
import { releaseModal } from './views-release.ts';

const refuse = refuser<PlanRefusals>();

/** What the client will read, before any of it goes. */
export async function openRelease(deps: ProjectDeps, asked: Asked, which: Which): Promise<Modal | Refusal> {
  const project = await projectInside(deps, asked, which.project);
  return isRefusal(project) ? project : previewRelease(deps, asked, project, which.id);
}

/** The same of a project that was read already. @param said what was done just before it */
export async function previewRelease(
  deps: ProjectDeps,
  asked: Asked,
  project: Project,
  id: string,
  said: readonly string[] = [],
): Promise<Modal | Refusal> {
  const milestone = mayRelease(project, actingOf(asked), id);
  if (isRefusal(milestone)) return milestone;
  const { shown, headsUp } = await shownOf(deps, project, milestone, asked.now);
  // The rest of what goes is ours, or a day.
  const name = milestoneName(milestone, clientLanguage(project));
  const looked = await lookOver(deps, project, [{ number: 1, text: name }]);
  return releaseModal(project, milestone, { shown, headsUp, found: looked }, asked.locale, said);
}

/** What the client would be shown now, by both sides' calendars; `headsUp`: whether their review is still to begin. */
async function shownOf(
  deps: ProjectDeps,
  project: Project,
  milestone: Milestone,
  now: Date,
): Promise<{ shown: ShownToClient; headsUp: boolean }> {
  const sides = await calendarsOf(deps, project);
  const owner = await calendarOfPerson(deps, project, sides, milestone.owner.person);
  const shown = shownNow(milestone, { client: sides.client, owner });
  const at = now.toISOString();
  const released = { ...shown, at, by: milestone.owner, headsUp: null };
  const window = windowToCome({ ...milestone, released }, sides.client);
  return { shown, headsUp: window !== null && window.opensAt > now };
}

export type Releasing = Which & { shown: ShownToClient; headsUp: boolean; language: Locale };

/** Shows a milestone to the client as it was previewed: a note in their channel, and a line of their card. */
export async function releaseIt(deps: ProjectDeps, asked: Asked, { shown, ...which }: Releasing): Outcome {
  const read = await projectInside(deps, asked, which.project);
  if (isRefusal(read)) return read;
  const known = milestoneOf(read, which.id);
  if (!known) return refuse('plan.gone', {});
  const now = await shownOf(deps, read, known, asked.now);
  return deps.store.decide(asked.handling, which.project, (project) => {
    const milestone = milestoneOf(project, which.id);
    const isSame = JSON.stringify(milestone) === JSON.stringify(known) && clientLanguage(project) === which.language;
    if (milestone && !isSame) return refuse('plan.previewOld', {});
    const releasing = { id: which.id, shown, is: now.shown, headsUp: which.headsUp };
    const next = releaseMilestone(project, actingOf(asked), releasing, asked.now);
    return isRefusal(next) ? next : releasedChange(withActor(next, actorOf(asked)), known, releasing, asked);
  });
}

function releasedChange(
  next: Project,
  before: Milestone,
  { shown, headsUp }: Pick<Releasing, 'shown' | 'headsUp'>,
  asked: Asked,
): Change<Project> {
  const { _id: id, channels, revision } = next;
  const said = `milestone:${id}:${before.id}:told:${revision}`;
  const line = stepLine(before, { is: 'released' }, actorOf(asked), channels.team.language);
  const told = toldClient(
    { project: titleOf(next), shown, before: before.released?.dueOn ?? null, hasBegun: !headsUp },
    clientLanguage(next),
  );
  const content = { ...recordedOf(before), ...(shown.isDropped ? { state: 'dropped' } : {}) };
  return {
    project: next,
    happened: [{ kind: 'plan.milestoneReleased', actor: asked.id, content, said }],
    rows: () => [
      // Without a channel the card shows it once there is one.
      ...(channels.client ? [sayToClient(id, said, told)] : []),
      projectCardRow(id),
      sayToTeam(id, `line:${said}`, line, cardKey(projectSubject(id))),
    ],
  };
}
