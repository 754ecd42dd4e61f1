import type { Person } from '../kit/person.ts';
import { samePerson } from '../kit/person.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Named } from '../kit/text.ts';
import type { Project, ProjectRefusals } from './model.ts';
import { type Member, SIDE_OF } from './model-people.ts';
import { type Act, MAY, type Standing, STANDINGS, TEAM } from './model-may.ts';
import { isAway } from './rules-away.ts';

export { type Act, MAY, type Standing } from './model-may.ts';

const refuse = refuser<ProjectRefusals>();

/** Somebody who acts, as far as rights go. */
export type Who = {
  person: Person;
  /** As Liaison's settings name them. */
  isAdministrator?: boolean;
  /** What they are to the agency's workspace. */
  kind?: 'member' | 'guest' | 'external' | 'bot' | 'unknown';
  /** When they act: then stand-ins count for whoever is away. */
  at?: Date;
};

/**
 * All that somebody is to a project: their role, what they are while they stand in for somebody who is away, and administrator
 * besides where they are one. Whoever is gone is nothing to it any more, not even a stranger.
 */
export function standingsOf(project: Project, who: Who): Standing[] {
  const member = project.people.find((one) => samePerson(one.person, who.person));
  if (member?.gone) return [];
  const own = member?.role ?? (who.kind === 'member' ? 'colleague' : 'stranger');
  // Whoever is the client's, or another agency's, is nothing else besides: what is internal stays so.
  const isInside = member ? SIDE_OF[member.role] === 'agency' : who.kind === 'member';
  if (!isInside) return [own];
  const all: Standing[] = [own, ...standingInFor(project, who)];
  return [...new Set(who.isAdministrator === true ? [...all, 'administrator' as const] : all)];
}

/** The roles of the agency's people who are away and have named this person to act for them. */
const standingInFor = (project: Project, { person, at }: Who): Standing[] =>
  project.people.flatMap((one) =>
    at && isStoodInFor(one, at) && one.standIn && samePerson(one.standIn.person, person) ? [one.role] : [],
  );

/** An approver's stand-in is the request's; nobody acts for somebody who will not come back. */
const isStoodInFor = (member: Member, at: Date): boolean =>
  SIDE_OF[member.role] === 'agency' && !member.gone && isAway(member, at);

/**
 * May somebody do this here? Else the refusal that says who can, and how somebody comes to be on the team where that is what
 * they lack.
 */
export function mayDo(project: Project, act: Act, who: Who): true | Refusal {
  const allowed: readonly Standing[] = MAY[act];
  if (standingsOf(project, who).some((standing) => allowed.includes(standing))) return true;
  const tried = { named: [`act.${act}`] };
  const isOff = !project.people.some((one) => samePerson(one.person, who.person));
  if (isTeams(act) && !allowed.includes('colleague') && isOff) {
    return refuse('project.onlyTeam', { act: tried, who: whoCan(project, 'answerJoiner', who.at) });
  }
  return refuse('project.mayNot', { act: tried, roles: { named: rolesOf(act) }, who: namedFor(project, act, who.at) });
}

/** Is it for everybody of the team? */
const isTeams = (act: Act): boolean => TEAM.every((one) => (MAY[act] as readonly Standing[]).includes(one));

/** The team is named as one, and so is the agency. */
function rolesOf(act: Act): string[] {
  const allowed: readonly Standing[] = MAY[act];
  if (allowed.includes('colleague')) return ['may.colleague'];
  return isTeams(act) ? ['may.teamMember'] : allowed.map((one) => `may.${one}`);
}

/** Of what the whole team may, those who run the project are enough to ask. */
const namedFor = (project: Project, act: Act, at?: Date): Named[] =>
  whoCan(project, isTeams(act) ? 'sendToClient' : act, at);

/**
 * The people of the roster who can do it, those who run the project first.
 * @param at where it is given, stand-ins take the place of whoever is away then
 */
export function whoCan(project: Project, act: Act, at?: Date): Pick<Member, 'person' | 'id' | 'name'>[] {
  const allowed: readonly Standing[] = MAY[act];
  const can = project.people
    .filter((member) => allowed.includes(member.role) && !member.gone)
    .toSorted((a, b) => STANDINGS.indexOf(a.role) - STANDINGS.indexOf(b.role))
    .map((member) => (at && member.standIn && isStoodInFor(member, at) ? member.standIn : member));
  return can.filter((one, index) => can.findIndex((other) => samePerson(other.person, one.person)) === index);
}
