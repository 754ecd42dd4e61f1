import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import { BOUNDS } from '../kit/bounds.ts';
import { type Day, dayIn } from '../kit/calendar.ts';
import type { Content } from '../kit/chain.ts';
import type { Change } from '../kit/change.ts';
import { readDay } from '../kit/days.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Named } from '../kit/text.ts';
import type { Project } from '../project/model.ts';
import type { Actor } from '../project/rules.ts';
import { withActor } from '../project/rules-people.ts';
import { actingOf, actorOf, type ProjectDeps } from '../project/service.ts';
import { toldChange } from '../stages/service.ts';
import type { PlanRefusals } from './model-forms.ts';
import type { Milestone } from './model.ts';
import { changeMilestone, type Entered, milestoneOf, setMilestone, undoSet } from './rules.ts';
import {
  type About,
  blockMilestone,
  dropMilestone,
  moveMilestone,
  reachMilestone,
  reopenMilestone,
  unblockMilestone,
} from './rules-steps.ts';
import { reviewTyped } from './rules-typed.ts';
import { type Step, stepLine } from './views-lines.ts';

export type Outcome = Promise<Saved<Project> | Refusal>;

const refuse = refuser<PlanRefusals>();

/** A milestone of a project, as it is pressed or submitted. */
export type Which = About & { project: string };

/** The day that it is for whoever asks. */
export const todayOf = ({ zone, now }: Asked): Day => dayIn(zone, now);

/** Somebody by Slack's user id, as the roster knows them; by that alone where they are not on it. */
export function ownerIn(project: Project, user: string, workspace: string): Actor {
  const member = project.people.find(({ person }) => person.user === user);
  return member ?? { person: { team: workspace, user }, id: '', name: null };
}

const RECORDED = {
  set: 'plan.milestoneSet',
  changed: 'plan.milestoneChanged',
  moved: 'plan.milestoneMoved',
  reached: 'plan.milestoneReached',
  dropped: 'plan.milestoneDropped',
  undone: 'plan.milestoneDropped',
  reopened: 'plan.milestoneReopened',
  blocked: 'plan.milestoneBlocked',
  unblocked: 'plan.milestoneUnblocked',
  released: 'plan.milestoneReleased',
  missed: 'plan.reviewMissed',
} as const satisfies Record<Step['is'], string>;

/** What the record keeps of a milestone. */
export const recordedOf = ({ id, kind, name, dueOn }: Milestone, before?: Day): Content => ({
  milestone: { id, kind, name, dueOn, ...(before === undefined ? {} : { before }) },
});

/** A step of a milestone: on the record, said in one line under the project's card, and drawn anew on the card. @param actor by id */
export function stepChange(
  next: Project,
  milestone: Milestone,
  step: Step,
  { actor, by }: { actor: string; by: Named },
): Change<Project> {
  const line = stepLine(milestone, step, by, next.channels.team.language);
  const content: Content = {
    ...recordedOf(milestone, 'from' in step ? step.from : undefined),
    people: [milestone.owner.id],
    ...('why' in step ? { why: step.why } : {}),
    ...(step.is === 'undone' ? { state: 'undone' } : {}),
  };
  return toldChange(next, {
    kind: RECORDED[step.is],
    actor,
    content,
    about: `milestone:${milestone.id}:${step.is}`,
    line,
  });
}

/** Decides a step of one milestone by whoever asks; nothing is saved where nothing is different. */
function decideStep(
  deps: ProjectDeps,
  asked: Asked,
  which: Which,
  { decide, step }: { decide: (project: Project) => Project | Refusal; step: (before: Milestone) => Step },
): Outcome {
  return deps.store.decide(asked.handling, which.project, (project) => {
    const next = decide(project);
    if (isRefusal(next)) return next;
    const before = milestoneOf(project, which.id);
    // One that was taken back is named as it was.
    const after = milestoneOf(next, which.id) ?? before;
    if (next === project || !after) return null;
    return stepChange(withActor(next, actorOf(asked)), after, step(before ?? after), {
      actor: asked.id,
      by: actorOf(asked),
    });
  });
}

/** What was entered in a form about a milestone; `owner` is Slack's user id. */
export type EnteredForm = Pick<Milestone, 'kind' | 'name' | 'needs'> & { owner: string; review: string | null };

function enteredOf(project: Project, asked: Asked, form: EnteredForm): Entered | Refusal {
  const { kind, name, needs, owner, review } = form;
  const reviewDays = review === null ? null : reviewTyped(review);
  if (review !== null && reviewDays === null) {
    return refuse('plan.reviewUnread', { most: BOUNDS.reviewDays }, { at: 'review' });
  }
  return { kind, name, needs, reviewDays, owner: ownerIn(project, owner, asked.workspace) };
}

/** Sets a milestone. @param day as it was typed; it is read by the day that it is for whoever asks */
export const addMilestone = (deps: ProjectDeps, asked: Asked, which: Which, form: EnteredForm & { day: string }) =>
  decideStep(deps, asked, which, {
    decide: (project) => {
      const entered = enteredOf(project, asked, form);
      if (isRefusal(entered)) return entered;
      const dueOn = readDay(form.day, todayOf(asked));
      if (dueOn === null) return refuse('plan.dayUnread', {}, { at: 'day' });
      return setMilestone(project, actingOf(asked), { ...entered, id: which.id, dueOn }, todayOf(asked), asked.now);
    },
    step: () => ({ is: 'set' }),
  });

export const editMilestone = (deps: ProjectDeps, asked: Asked, which: Which, form: EnteredForm) =>
  decideStep(deps, asked, which, {
    decide: (project) => {
      const entered = enteredOf(project, asked, form);
      return isRefusal(entered) ? entered : changeMilestone(project, actingOf(asked), which.id, entered);
    },
    step: () => ({ is: 'changed' }),
  });

/** Moves one. @param moving `day` as it was typed; `from`: the day that it was on as the form was opened */
export const moveTo = (
  deps: ProjectDeps,
  asked: Asked,
  which: Which,
  { day, from, why }: { day: string; from: Day; why: string },
) =>
  decideStep(deps, asked, which, {
    decide: (project) => {
      const to = readDay(day, todayOf(asked));
      return moveMilestone(project, actingOf(asked), { ...which, from, to, why }, todayOf(asked), asked.now);
    },
    step: () => ({ is: 'moved', from, why }),
  });

export const reach = (deps: ProjectDeps, asked: Asked, which: Which) =>
  decideStep(deps, asked, which, {
    decide: (project) => reachMilestone(project, actingOf(asked), which, asked.now),
    step: () => ({ is: 'reached' }),
  });

export const reopen = (deps: ProjectDeps, asked: Asked, which: Which) =>
  decideStep(deps, asked, which, {
    decide: (project) => reopenMilestone(project, actingOf(asked), which, asked.now),
    step: ({ state }) => ({ is: 'reopened', state }),
  });

export const drop = (deps: ProjectDeps, asked: Asked, which: Which, why: string) =>
  decideStep(deps, asked, which, {
    decide: (project) => dropMilestone(project, actingOf(asked), which, why, asked.now),
    step: () => ({ is: 'dropped', why }),
  });

export const block = (deps: ProjectDeps, asked: Asked, which: Which, why: string) =>
  decideStep(deps, asked, which, {
    decide: (project) => blockMilestone(project, actingOf(asked), which, why, asked.now),
    step: () => ({ is: 'blocked', why }),
  });

export const unblock = (deps: ProjectDeps, asked: Asked, which: Which) =>
  decideStep(deps, asked, which, {
    decide: (project) => unblockMilestone(project, actingOf(asked), which),
    step: () => ({ is: 'unblocked' }),
  });

export const undo = (deps: ProjectDeps, asked: Asked, which: Which) =>
  decideStep(deps, asked, which, {
    decide: (project) => undoSet(project, actingOf(asked), which.id),
    step: () => ({ is: 'undone' }),
  });
