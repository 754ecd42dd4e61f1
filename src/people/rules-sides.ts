import { samePerson } from '../kit/person.ts';
import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Project, ProjectRefusals } from '../project/model.ts';
import { type Member, type Role, SIDE_OF } from '../project/model-people.ts';
import type { Actor } from '../project/rules.ts';
import { mayDo, type Who } from '../project/rules-may.ts';
import type { PeopleRefusals } from './model.ts';

const refuse = refuser<PeopleRefusals & Pick<ProjectRefusals, 'project.roleOtherSide'>>();

/** Somebody who was chosen, as Slack tells of them. */
export type Found = Actor & { kind: string };

export const memberById = (project: Project, id: string): Member | undefined =>
  project.people.find((member) => member.id === id);

export const memberFor = (project: Project, { person }: Pick<Actor, 'person'>): Member | undefined =>
  project.people.find((member) => samePerson(member.person, person));

/**
 * Can somebody have a role? Nobody is on two sides. The agency's roles are for full members of its workspace, and for guests for
 * whom the account manager vouches: freelancers are guests too. The others are for guests and other companies' people.
 * @param at the question in which they were chosen
 */
export function fits(project: Project, found: Found, role: Role, by: Who, at: string): true | Refusal {
  const known = memberFor(project, found);
  const side = SIDE_OF[role];
  const who = [{ person: found.person, name: found.name }];
  if (known?.gone) return refuse('people.isGone', { who }, { at });
  if (known) return SIDE_OF[known.role] === side || refuse('project.roleOtherSide', { who }, { at });
  if (found.kind === 'bot') return refuse('people.isBot', {}, { at });
  if (found.kind === 'unknown') return refuse('people.notKnown', { who }, { at });
  if (side !== 'agency') return found.kind !== 'member' || refuse('people.inside', { who }, { at });
  if (found.kind === 'external') return refuse('people.outsider', { who }, { at });
  return found.kind === 'member' || vouched(project, by, at);
}

/** A guest reads all that is internal from then on. */
function vouched(project: Project, by: Who, at: string): true | Refusal {
  const may = mayDo(project, 'answerJoiner', by);
  return may === true ? may : { ...may, at };
}

/** Can somebody stand in for a member? Whoever is on the agency's side, or a colleague who is on no side here. */
export function mayStandIn(project: Project, of: Member, found: Found): boolean {
  if (samePerson(of.person, found.person)) return false;
  const known = memberFor(project, found);
  return known ? SIDE_OF[known.role] === 'agency' && !known.gone : found.kind === 'member';
}
