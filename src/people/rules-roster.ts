import type { Day } from '../kit/calendar.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { type Craft, type Joiner, type Member, type Role, ROLES, SIDE_OF } from '../project/model-people.ts';
import { type Actor, managing, withHold, withMember } from '../project/rules.ts';
import { mayDo, type Who } from '../project/rules-may.ts';
import { FORMER, type GivenRole, remembered, withAway } from '../project/rules-people.ts';
import type { PeopleRefusals } from './model.ts';
import { heir, isAsked, withDraft, withDuties, withoutHandover } from './rules-moved.ts';
import { fits, type Found, mayStandIn, memberById, memberFor } from './rules-sides.ts';

const refuse = refuser<PeopleRefusals>();

/** One of them after the other, unless somebody may not do it at all. */
const managed = (project: Project, by: Who, change: () => Project | Refusal): Project | Refusal => {
  const allowed = mayDo(project, 'managePeople', by);
  return allowed === true ? change() : allowed;
};

export type Adding = { found: Found; role: Role; craft: Craft | null };

/** Puts somebody on the roster who is not there yet. */
export function addPerson(project: Project, { found, role, craft }: Adding, by: Who, now: Date): Project | Refusal {
  return managed(project, by, () => {
    const known = memberFor(project, found);
    const fit = fits(project, found, role, by, 'person');
    if (fit !== true) return fit;
    if (known) return refuse('people.onRoster', { who: [known] }, { at: 'person' });
    const joined = withMember(project, found, role, now);
    if (isRefusal(joined)) return joined;
    return withCraft(asOnlyOne(joined, found.id, role), found.id, craft);
  });
}

/** A deputy and a client contact there is one of: whoever was it is something else from now on. */
function asOnlyOne(project: Project, id: string, role: Role): Project {
  const former = role in FORMER ? FORMER[role as GivenRole] : null;
  if (former === null) return project;
  const people = project.people.map((one) => (one.role === role && one.id !== id ? { ...one, role: former } : one));
  return { ...project, people };
}

const withCraft = (project: Project, id: string, craft: Craft | null): Project => ({
  ...project,
  people: project.people.map((one) => (one.id === id && (one.craft ?? null) !== craft ? { ...one, craft } : one)),
});

/** Gives a role to somebody who is on the roster. */
function withRoleOf(project: Project, id: string, role: Role): Project | Refusal {
  const people = project.people.map((one) => (one.id === id ? { ...one, role } : one));
  const next = asOnlyOne({ ...project, people }, id, role);
  return isManaged(next, project) ? next : refuse('people.lastManager', {}, { at: 'role' });
}

/** A project is never without an account manager, nor without one who is there where it had one. */
const isManaged = (next: Project, before: Project): boolean => {
  const there = (project: Project) => managing(project).some(({ gone }) => !gone);
  return managing(next).length > 0 && (there(next) || !there(before));
};

export type Changing = {
  id: string;
  role: Role;
  craft: Craft | null;
  /** Null where nobody stands in for them. */
  standIn: Found | null;
  away: { until: Day; zone?: string | undefined } | null;
};

/** Changes what somebody is in the project. `standIn` and `craft` are of the agency's people alone. */
export function changePerson(project: Project, change: Changing, by: Who): Project | Refusal {
  return managed(project, by, () => {
    const member = memberById(project, change.id);
    if (!member) return refuse('people.notOnRoster', {});
    if (SIDE_OF[change.role] !== SIDE_OF[member.role]) return refuse('people.notOnRoster', {}, { at: 'role' });
    const given = withRoleOf(project, member.id, change.role);
    if (isRefusal(given)) return given;
    const noted = withAway(given, member.id, change.away);
    if (SIDE_OF[member.role] !== 'agency') return noted;
    const crafted = withCraft(noted, member.id, change.craft);
    return withStandIn(crafted, member, change.standIn, 'standIn');
  });
}

/** Names who acts for somebody while they are away. */
export function withStandIn(project: Project, of: Member, found: Found | null, at: string): Project | Refusal {
  if ((of.standIn?.id ?? null) === (found?.id ?? null)) return project;
  if (found && !mayStandIn(project, of, found)) {
    return refuse('people.cannotStandIn', { who: [{ person: found.person, name: found.name }] }, { at });
  }
  const standIn = found && { person: found.person, id: found.id, name: found.name };
  const named = { ...project, people: project.people.map((one) => (one.id === of.id ? { ...one, standIn } : one)) };
  // A colleague who stands in need not be on the roster.
  return found && !memberFor(project, found) ? remembered(named, found) : named;
}

/** Somebody leaves the project for good; what was in their hands has been moved before. */
function without(project: Project, out: Member): Project {
  const people = project.people.filter((one) => one.id !== out.id);
  return remembered({ ...withoutHandover(project, out), people }, out);
}

/** Whoever reads along and is no full member of the workspace: posts wait until they have left (see the joiners). */
export type Staying = { outsider: boolean };

function readsAlong(project: Project, { person, id, name, role }: Member, staying: Staying, now: Date): Project {
  if (!staying.outsider || SIDE_OF[role] === 'client' || project.parent) return project;
  const others = project.joiners.filter((one) => one.id !== id);
  const joiner: Joiner = { person, id, name, outsider: true, askedAt: now.toISOString(), answer: 'notOnTheTeam' };
  return withHold({ ...project, joiners: [...others, joiner] });
}

/**
 * Takes somebody off the roster. What they were to find out, and the suppliers that they minded, are the account manager's then.
 * @param staying whether they are in the team channel still, and are no full member of the workspace
 */
export function removePerson(
  project: Project,
  id: string,
  by: Who,
  { staying, now }: { staying: Staying; now: Date },
): Project | Refusal {
  return managed(project, by, () => {
    const out = memberById(project, id);
    if (!out) return refuse('people.notOnRoster', {});
    if (isAsked(project, out)) return refuse('people.isAsked', { who: [out] });
    const to = heir(project, out);
    const next = without(withDraft(to ? withDuties(project, out, to) : project, out, null), out);
    return isManaged(next, project) ? readsAlong(next, out, staying, now) : refuse('people.lastManager', {});
  });
}

/** The higher of two roles of one side: nobody loses by taking over. */
const higher = (one: Role, other: Role): Role => (ROLES.indexOf(one) < ROLES.indexOf(other) ? one : other);

/** Puts somebody in the place of another on the same side: role and craft, and all that they had to do. */
export function replacePerson(
  project: Project,
  id: string,
  found: Found,
  by: Who,
  { staying, now }: { staying: Staying; now: Date },
): Project | Refusal {
  return managed(project, by, () => {
    const out = memberById(project, id);
    if (!out) return refuse('people.notOnRoster', {});
    if (out.id === found.id || memberFor(project, found) === out)
      return refuse('people.themselves', {}, { at: 'replaceWith' });
    const fit = fits(project, found, out.role, by, 'replaceWith');
    if (fit !== true) return fit;
    if (isAsked(project, out)) return refuse('people.isAsked', { who: [out] }, { at: 'replaceWith' });
    const next = inPlaceOf(project, out, found, now);
    if (isRefusal(next)) return next;
    const moved = withDraft(withDuties(next, out, found), out, SIDE_OF[out.role] === 'client' ? found : null);
    const left = without(moved, out);
    return isManaged(left, project) ? readsAlong(left, out, staying, now) : refuse('people.lastManager', {});
  });
}

/** Somebody with the role of another, on the roster beside them. */
export function inPlaceOf(project: Project, out: Member, actor: Actor, now: Date): Project | Refusal {
  const known = memberFor(project, actor);
  // A full roster has room for whoever comes in another's place.
  const room = { ...project, people: project.people.filter((one) => one.id !== out.id) };
  const joined = known ? project : withMember(room, actor, out.role, now);
  if (isRefusal(joined)) return joined;
  const people = known ? joined.people : [...project.people, ...joined.people.slice(-1)];
  const role = known ? higher(known.role, out.role) : out.role;
  const craft = known?.craft ?? out.craft ?? null;
  const placed = people.map((one) => (one.id === actor.id ? { ...one, role, ...(craft ? { craft } : {}) } : one));
  return asOnlyOne({ ...joined, people: placed }, actor.id, role);
}
