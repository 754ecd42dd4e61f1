import { awaitedAsk } from '../brief/rules-ask.ts';
import { type Person, samePerson } from '../kit/person.ts';
import type { OwnedKind } from '../approval/model-shown.ts';
import { deliverablesOf } from '../deliverable/rules.ts';
import type { Project } from '../project/model.ts';
import type { Member } from '../project/model-people.ts';
import { askedOf } from '../project/rules-approvals.ts';

/** Somebody's account is switched off: their place is vacant. Null where that is known, or they are not on the roster. */
export const withGone = (project: Project, person: Person, now: Date): Project | null =>
  changed(project, person, (member) => (member.gone ? null : { ...member, gone: { since: now.toISOString() } }));

/** They have an account again: the same one, for a new one is nobody's until people say so. Null where they were never gone. */
export const withoutGone = (project: Project, person: Person): Project | null =>
  changed(project, person, (member) => (member.gone ? { ...member, gone: null } : null));

function changed(project: Project, person: Person, change: (member: Member) => Member | null): Project | null {
  const member = project.people.find((one) => samePerson(one.person, person));
  const next = member && change(member);
  return next ? { ...project, people: project.people.map((one) => (one === member ? next : one)) } : null;
}

/** A version that somebody is to decide on. `named`: what it is of, where a project has several of the kind. */
export type Decides = { kind: OwnedKind; id: string; named: string | null; version: number };

/** What waits for somebody, so that whoever fills their place knows. */
export type Duties = {
  /** The versions that they were to decide on. */
  decides: readonly Decides[];
  /** The names of the deliverables that they were to look at before those leave the house. */
  reviews: readonly string[];
  /** Were they asked to answer questions of the brief? */
  answers: boolean;
  /** How many questions of the brief they were to find out. */
  findsOut: number;
  /** The names of the suppliers whom they mind. */
  minds: readonly string[];
};

export function dutiesOf(project: Project, { id, person }: Member): Duties {
  const lines = project.brief?.lines ?? [];
  return {
    decides: askedOf(project, id).map(({ kind, named, approval: { subject, version } }) => {
      return { kind, id: subject.id, named, version };
    }),
    reviews: deliverablesOf(project)
      .filter(({ dropped, draft }) => !dropped && draft?.reviews.some((one) => one.id === id && one.is === 'asked'))
      .map(({ name }) => name),
    answers: awaitedAsk(project)?.contact.id === id,
    findsOut: lines.filter((line) => line.state === 'notKnown' && samePerson(line.finder, person)).length,
    minds: (project.suppliers ?? []).filter(({ minder }) => minder === id).map(({ name }) => name),
  };
}
