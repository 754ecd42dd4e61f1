import { BOUNDS } from '../kit/bounds.ts';
import type { Day } from '../kit/calendar.ts';
import { samePerson } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { type Member, SIDE_OF } from '../project/model-people.ts';
import type { Acting, Actor } from '../project/rules.ts';
import { isAway } from '../project/rules-away.ts';
import { asLive, mayWhileLive } from '../project/rules-life.ts';
import { mayDo, whoCan, type Who } from '../project/rules-may.ts';
import type { PlanRefusals } from './model-forms.ts';
import type { Milestone } from './model.ts';

const refuse = refuser<PlanRefusals>();

export const milestonesOf = ({ plan }: Pick<Project, 'plan'>): readonly Milestone[] => plan?.milestones ?? [];

export const milestoneOf = (project: Pick<Project, 'plan'>, id: string): Milestone | undefined =>
  milestonesOf(project).find((one) => one.id === id);

/** Those that are not reached yet, the soonest first: what is overdue comes before everything else. */
export const openMilestones = (project: Pick<Project, 'plan'>): Milestone[] =>
  milestonesOf(project)
    .filter(({ state }) => state === 'open')
    .toSorted(bySoonest);

const bySoonest = (a: Milestone, b: Milestone): number => (a.dueOn < b.dueOn ? -1 : Number(a.dueOn > b.dueOn));

/** Somebody of the agency on the roster who has an account; of those alone a milestone can be. */
export const onTheTeam = ({ people }: Pick<Project, 'people'>, { person }: Pick<Actor, 'person'>): Member | undefined =>
  people.find((one) => samePerson(one.person, person) && SIDE_OF[one.role] === 'agency' && !one.gone);

/** Does somebody see to this one: as its owner, or for them while they are away? */
function isTheirs(project: Project, { owner }: Milestone, { person, at }: Who): boolean {
  const member = onTheTeam(project, owner);
  if (!member) return false;
  if (samePerson(member.person, person)) return true;
  return Boolean(at && isAway(member, at) && member.standIn && samePerson(member.standIn.person, person));
}

/** May somebody say that this one is done, blocked, or on another day? Its owner may, and whoever plans. */
export function maySeeTo(project: Project, milestone: Milestone, who: Who): true | Refusal {
  if (mayDo(project, 'managePlan', who) === true || isTheirs(project, milestone, who)) return asLive(project);
  const owner = onTheTeam(project, milestone.owner);
  const can = whoCan(project, 'managePlan', who.at);
  return owner ? refuse('plan.ownersAct', { owner: [owner], who: can }) : mayDo(project, 'managePlan', who);
}

/** One that whoever acts may change, drop, take back, or show to the client. */
export function planned(project: Project, by: Acting, id: string): Milestone | Refusal {
  const allowed = mayWhileLive(project, 'managePlan', by);
  return allowed === true ? (milestoneOf(project, id) ?? refuse('plan.gone', {})) : allowed;
}

/** What is entered of a milestone; who owns it by Liaison's id and as Slack knows them. */
export type Entered = Pick<Milestone, 'kind' | 'name' | 'reviewDays' | 'needs'> & { owner: Actor };

/** A milestone as it was entered; the owner as the roster names them. */
function checked(project: Project, entered: Entered): Entered | Refusal {
  const { kind, name } = entered;
  if (kind === 'other' && name === null) return refuse('plan.nameMissing', {}, { at: 'name' });
  const owner = onTheTeam(project, entered.owner);
  const { person, id, name: called } = owner ?? entered.owner;
  if (!owner) return refuse('plan.ownerNotOnTeam', { who: [{ person, name: called }] }, { at: 'owner' });
  return { ...entered, owner: { person, id, name: called } };
}

/**
 * Sets a milestone. Set again under the same id it is the same one, and nothing is different.
 * @param today the day that it is for whoever sets it
 */
export function setMilestone(
  project: Project,
  by: Acting,
  { id, dueOn, ...entered }: Entered & { id: string; dueOn: Day },
  today: Day,
  now: Date,
): Project | Refusal {
  const allowed = mayWhileLive(project, 'managePlan', by);
  if (allowed !== true) return allowed;
  const known = milestonesOf(project);
  if (known.some((one) => one.id === id)) return project;
  if (known.length >= BOUNDS.milestones) return refuse('plan.tooMany', { most: BOUNDS.milestones });
  const found = checked(project, entered);
  if (isRefusal(found)) return found;
  if (dueOn < today) return refuse('plan.dayPast', {}, { at: 'day' });
  const at = now.toISOString();
  const milestone: Milestone = {
    id,
    ...found,
    dueOn,
    state: 'open',
    stateSince: at,
    released: null,
    moves: [],
    setAt: at,
  };
  return { ...project, plan: { ...project.plan, milestones: [...known, milestone] } };
}

/** One milestone as it will stand. */
export const withMilestone = (project: Project, next: Milestone): Project => ({
  ...project,
  plan: { ...project.plan, milestones: milestonesOf(project).map((one) => (one.id === next.id ? next : one)) },
});

/** Changes what was entered of a milestone, but not its day. */
export function changeMilestone(project: Project, by: Acting, id: string, entered: Entered): Project | Refusal {
  const milestone = planned(project, by, id);
  if (isRefusal(milestone)) return milestone;
  if (milestone.state !== 'open') return refuse('plan.notOpen', {});
  const found = checked(project, entered);
  if (isRefusal(found)) return found;
  const next = { ...milestone, ...found };
  return JSON.stringify(next) === JSON.stringify(milestone) ? project : withMilestone(project, next);
}

/** Takes back a milestone that was just set: nobody has done anything with it since. */
export function undoSet(project: Project, by: Acting, id: string): Project | Refusal {
  const milestone = planned(project, by, id);
  if (isRefusal(milestone)) return milestone;
  const { state, moves, released, blocked, setAt, stateSince } = milestone;
  const isTouched = state !== 'open' || stateSince !== setAt || moves.length > 0 || released !== null || blocked;
  if (isTouched) return refuse('plan.undoLate', {});
  const milestones = milestonesOf(project).filter((one) => one.id !== id);
  return { ...project, plan: { ...project.plan, milestones } };
}
