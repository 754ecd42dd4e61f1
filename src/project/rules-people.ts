import type { Day } from '../kit/calendar.ts';
import { BOUNDS } from '../kit/bounds.ts';
import type { Happened } from '../kit/change.ts';
import { samePerson } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project, ProjectRefusals } from './model.ts';
import { type Member, type OffSlack, type Role, SIDE_OF } from './model-people.ts';
import { type Actor, withMember } from './rules.ts';
import { isAway } from './rules-away.ts';

const refuse = refuser<ProjectRefusals>();

/** The roles that one person at a time has beside everybody else's. */
export type GivenRole = Extract<Role, 'deputy' | 'clientContact'>;

/** What whoever had one of them is afterwards. */
export const FORMER: Record<GivenRole, Role> = { deputy: 'teamMember', clientContact: 'approver' };

export const inRole = (project: Project, role: GivenRole): Member | null =>
  project.people.find((member) => member.role === role) ?? null;

/**
 * Gives a role, or with null takes it from whoever has it. A person has one role in a project: whoever was something else on
 * the same side is this now, but an account manager stays one. Nobody changes sides.
 */
export function withRole(project: Project, role: GivenRole, actor: Actor | null, now: Date): Project | Refusal {
  const isChosen = (member: Member) => actor !== null && samePerson(member.person, actor.person);
  const member = project.people.find(isChosen);
  if (member && SIDE_OF[member.role] !== SIDE_OF[role]) return refuse('project.roleOtherSide', { who: [member] });
  const people = project.people.map((one): Member => {
    if (isChosen(one)) return one.role === 'accountManager' || one.role === role ? one : { ...one, role };
    return one.role === role ? { ...one, role: FORMER[role] } : one;
  });
  const given = { ...project, people };
  return actor === null || member ? given : withMember(given, actor, role, now);
}

/** Those who decide for the client without being on Slack, named in the project from now on. */
export function withOffSlack(
  project: Project,
  parties: readonly { id: string; name: string | null }[],
): Project | Refusal {
  const known = project.offSlack ?? [];
  const fresh = parties.filter(({ id }) => !known.some((one) => one.id === id));
  if (fresh.length === 0) return project;
  const most = BOUNDS.people;
  if (known.length + fresh.length > most) return refuse('project.tooManyPeople', { most });
  return { ...project, offSlack: [...known, ...fresh.map(({ id, name }): OffSlack => ({ id, name: name ?? '' }))] };
}

/** Notes until which day somebody of the project is away, or with null that they are back. */
export function withAway(
  project: Project,
  id: string,
  away: { until: Day; zone?: string | undefined } | null,
): Project {
  const noted = <P extends { id: string; away?: unknown }>(one: P): P =>
    one.id === id && JSON.stringify(one.away ?? null) !== JSON.stringify(away) ? { ...one, away } : one;
  const { offSlack } = project;
  return { ...project, people: project.people.map(noted), ...(offSlack ? { offSlack: offSlack.map(noted) } : {}) };
}

/** Is somebody away? By the id that the record names them by. */
export type AwayIn = (person: { id: string }) => boolean;

/** Who is away at an instant, each by the calendar of their own zone; the last day counts. */
export function awayIn(project: Project, now: Date): AwayIn {
  const gone = everybody(project).flatMap((one) => (isAway(one, now) ? [one.id] : []));
  return ({ id }) => gone.includes(id);
}

const everybody = (project: Project) => [...project.people, ...(project.offSlack ?? [])];

/** Until which day somebody is away, as it was noted last; null where nothing was. */
export const awayUntil = (project: Project, id: string): Day | null =>
  everybody(project).find((one) => one.id === id)?.away?.until ?? null;

/** Roles that are others than before, and absences, for the record. */
export function peopleChanged(before: Project, after: Project, actor: string): Happened[] {
  const roles = after.people.flatMap(({ id, role }): Happened[] => {
    const was = before.people.find((one) => one.id === id)?.role;
    const isGiven = was === undefined ? role in FORMER : was !== role;
    return isGiven ? [{ kind: 'project.roleGiven', actor, content: { people: [id], role } }] : [];
  });
  const aways = everybody(after).flatMap(({ id }): Happened[] => {
    const day = awayUntil(after, id);
    return day === awayUntil(before, id) ? [] : [{ kind: 'project.personAway', actor, content: { people: [id], day } }];
  });
  return [...roles, ...aways];
}

/** A handover that can no longer happen is cancelled; one that happened is told where it does. */
export function handoverDropped({ handover: old }: Project, { handover: now }: Project, actor: string): Happened[] {
  if (!old || now?.id === old.id) return [];
  return [{ kind: 'project.handoverCancelled', actor, content: { people: [old.from, old.to.id], day: old.on } }];
}

/** Enough for any record to name them; whoever left longest ago goes first. */
const MOST_FORMER = 300;

/** Whoever the record names goes on being known by name. */
export function remembered(project: Project, { person, id, name }: Actor): Project {
  const others = (project.former ?? []).filter((one) => one.id !== id);
  return { ...project, former: [...others, { person, id, name }].slice(-MOST_FORMER) };
}

/** Whoever does something without being on the roster is known by name from then on. */
export const withActor = (project: Project, actor: Actor): Project =>
  [...project.people, ...(project.former ?? [])].some(({ id }) => id === actor.id)
    ? project
    : remembered(project, actor);

/** Does one change after the other, up to the first that is refused. */
export function inTurn<P>(start: P, changes: readonly ((now: P) => P | Refusal)[]): P | Refusal {
  let next = start;
  for (const change of changes) {
    const after = change(next);
    if (isRefusal(after)) return after;
    next = after;
  }
  return next;
}
