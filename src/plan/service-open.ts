import type { Answer, Asked } from '../io/answers.ts';
import type { Modal } from '../kit/blocks.ts';
import { dayInWords } from '../kit/days.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { mayWhileLive } from '../project/rules-life.ts';
import { mayDo } from '../project/rules-may.ts';
import { type ProjectDeps, projectInside, whoOf } from '../project/service.ts';
import { calendarsOf } from '../project/service-calendars.ts';
import { dayRemarks } from '../project/views-days.ts';
import type { PlanRefusals } from './model-forms.ts';
import type { Milestone } from './model.ts';
import { maySeeTo, milestoneOf, onTheTeam, openMilestones } from './rules.ts';
import { milestoneTyped, type TypedMilestone } from './rules-typed.ts';
import { addMilestone, ownerIn, todayOf, type Which } from './service.ts';
import { overBy } from './rules-steps.ts';
import { type PlanSaid, planModal } from './views.ts';
import { blockModal, changeModal, dropModal, moveModal, setModal, type TypedProblem } from './views-forms.ts';
import { milestoneName } from './views-name.ts';
import { planWords } from './words.ts';
import { plainName } from '../approval/views-people.ts';

const refuse = refuser<PlanRefusals>();

/** The list of milestones, for whoever may see what is internal. */
export async function openPlan(deps: ProjectDeps, asked: Asked, id: string): Promise<Modal | Refusal> {
  const project = await projectInside(deps, asked, id);
  return isRefusal(project) ? project : planModal(project, todayOf(asked), asked.locale);
}

export type PlanForm = 'change' | 'move' | 'drop' | 'block';

/** The form behind a button of one milestone, for whoever may do what it does. */
export async function openForm(deps: ProjectDeps, asked: Asked, which: Which, form: PlanForm) {
  const project = await projectInside(deps, asked, which.project);
  if (isRefusal(project)) return project;
  const milestone = milestoneOf(project, which.id);
  if (!milestone) return refuse('plan.gone', {});
  const isTheirs = form === 'move' || form === 'block';
  const allowed = isTheirs
    ? maySeeTo(project, milestone, whoOf(asked))
    : mayWhileLive(project, 'managePlan', whoOf(asked));
  if (allowed !== true) return allowed;
  return isPast(milestone, form) ?? formFor(project, milestone, form, asked);
}

/** Somebody dealt with it meanwhile. */
function isPast(milestone: Milestone, form: PlanForm): Refusal | null {
  const { id, blocked } = milestone;
  const isBlocked = form === 'block' && blocked ? refuse('plan.blockedAlready', { at: { at: blocked.at } }) : null;
  return overBy(milestone, { id }) ?? isBlocked;
}

function formFor(project: Project, milestone: Milestone, form: PlanForm, asked: Asked): Modal {
  const { locale } = asked;
  switch (form) {
    case 'change':
      return changeModal(project, milestone, locale);
    case 'move':
      return moveModal(project, milestone, mayDo(project, 'managePlan', whoOf(asked)) === true, locale);
    case 'drop':
      return dropModal(project, milestone, locale);
    case 'block':
      return blockModal(project, milestone, locale);
  }
}

/** The empty form of a new milestone. */
export async function openSet(deps: ProjectDeps, asked: Asked, id: string): Promise<Modal | Refusal> {
  const project = await projectInside(deps, asked, id);
  return isRefusal(project) ? project : setFormFor(deps, asked, project);
}

function setFormFor(
  deps: ProjectDeps,
  asked: Asked,
  project: Project,
  typed?: Parameters<typeof setModal>[3],
): Modal | Refusal {
  const allowed = mayWhileLive(project, 'managePlan', whoOf(asked));
  return allowed === true ? setModal(project, deps.newId(), asked.locale, typed) : allowed;
}

/**
 * `/plan milestone Media launch 14 Mar @ben review 3d`: sets it, and reads it back. What cannot be taken as it was typed opens the form
 * with everything that could be read. Whoever types it sees to it where nobody is named.
 */
export async function setTyped(
  deps: ProjectDeps,
  asked: Asked,
  project: Project,
  text: string,
): Promise<Answer | Refusal> {
  const read = milestoneTyped(text, todayOf(asked));
  const problems = text === '' ? [] : problemsOf(project, asked, read);
  if (text === '' || problems.length > 0) {
    const mine = onTheTeam(project, asked) ? { owner: read.owner ?? asked.person.user } : {};
    const typed = { text, read: { ...read, ...mine }, problems };
    const view = setFormFor(deps, asked, project, typed);
    return isRefusal(view) ? view : { answer: 'open', view };
  }
  const { kind, name, dueOn, owner, reviewDays } = read;
  // Typed once more, it is the same one.
  const known = openMilestones(project).find((one) => one.kind === kind && one.name === name && one.dueOn === dueOn);
  const id = known?.id ?? deps.newId();
  const form = { kind, name, needs: null, owner: owner ?? asked.person.user, review: reviewDays?.toString() ?? null };
  const saved = await addMilestone(deps, asked, { project: project._id, id }, { ...form, day: dueOn ?? '' });
  if (isRefusal(saved)) return saved;
  const said = saidSet(saved.project, id, asked);
  return {
    answer: 'open',
    view: planModal(saved.project, todayOf(asked), asked.locale, said),
    afterwards: () => withRemarks(deps, asked, saved.project, id, said),
  };
}

function problemsOf(project: Project, asked: Asked, typed: TypedMilestone): TypedProblem[] {
  const { kind, name, dueOn, owner, reviewUnread, isForSeveral } = typed;
  const owned = ownerIn(project, owner ?? asked.person.user, asked.workspace);
  return [
    ...(dueOn === null ? (['day'] as const) : []),
    ...(dueOn !== null && dueOn < todayOf(asked) ? (['past'] as const) : []),
    ...(kind === 'other' && name === null ? (['name'] as const) : []),
    ...(onTheTeam(project, owned) ? [] : (['owner'] as const)),
    ...(isForSeveral ? (['several'] as const) : []),
    ...(reviewUnread === undefined ? [] : (['review'] as const)),
  ];
}

/** What was set, read back with its day in words. */
export function saidSet(project: Project, id: string, { locale }: Asked): PlanSaid {
  const milestone = milestoneOf(project, id);
  if (!milestone) return { lines: [planWords.in(locale).saidUndone()], undo: null };
  const words = planWords.in(locale);
  const name = milestoneName(milestone, locale);
  const day = dayInWords(milestone.dueOn, locale);
  const { reviewDays: count } = milestone;
  return {
    lines: [
      words.saidSet({ name, day, owner: plainName(milestone.owner) }),
      ...(count === null ? [] : [words.review({ count })]),
    ],
    undo: id,
  };
}

export function saidMoved(project: Project, id: string, { locale }: Asked): PlanSaid | null {
  const milestone = milestoneOf(project, id);
  if (!milestone) return null;
  const name = milestoneName(milestone, locale);
  const lines = [planWords.in(locale).saidMoved({ name, day: dayInWords(milestone.dueOn, locale) })];
  return { lines, undo: null };
}

export function saidShown(project: Project, id: string, { locale }: Asked): PlanSaid | null {
  const milestone = milestoneOf(project, id);
  if (!milestone) return null;
  return { lines: [planWords.in(locale).saidShown({ name: milestoneName(milestone, locale) })], undo: null };
}

/** The list with what is to be said of the day: both sides' holidays are looked up once nobody waits. Null where there is nothing more to say. */
export async function withRemarks(
  deps: ProjectDeps,
  asked: Asked,
  project: Project,
  id: string,
  said: PlanSaid | null,
): Promise<Modal | null> {
  const remarks = said ? await remarksOf(deps, asked, project, id) : [];
  if (!said || remarks.length === 0) return null;
  return planModal(project, todayOf(asked), asked.locale, { ...said, lines: [...said.lines, ...remarks] });
}

/** What is out of the ordinary about a milestone's day, on both sides. */
export async function remarksOf(deps: ProjectDeps, asked: Asked, project: Project, id: string): Promise<string[]> {
  const milestone = milestoneOf(project, id);
  if (!milestone) return [];
  return dayRemarks(await calendarsOf(deps, project), milestone.dueOn, asked.locale);
}
