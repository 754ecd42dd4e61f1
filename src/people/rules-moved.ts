import type { Asking } from '../approval/model-asking.ts';
import { replaceAsked } from '../approval/rules-asking.ts';
import { awaitedAsk } from '../brief/rules-ask.ts';
import type { Line } from '../brief/model.ts';
import type { Deliverable } from '../deliverable/model.ts';
import { samePerson } from '../kit/person.ts';
import type { Project } from '../project/model.ts';
import type { Member } from '../project/model-people.ts';
import { openRequests } from '../project/rules-approvals.ts';
import { type Actor, managing } from '../project/rules.ts';
import { remembered } from '../project/rules-people.ts';

const party = ({ person, id, name }: Actor): Actor => ({ person, id, name });

/**
 * All that somebody has to do in the project, in another's hands: what they find out, what they look at before it leaves the house, the
 * suppliers they mind, where they stand in.
 */
export function withDuties(project: Project, from: Member, to: Actor): Project {
  const { brief, suppliers, deliverables } = project;
  const lines = brief?.lines.map((line): Line =>
    line.state === 'notKnown' && samePerson(line.finder, from.person) ? { ...line, finder: to.person } : line,
  );
  const people = project.people.map((one) => {
    if (!one.standIn || !samePerson(one.standIn.person, from.person)) return one;
    return { ...one, standIn: one.id === to.id ? null : party(to) };
  });
  const minded = suppliers?.map((one) => (one.minder === from.id ? { ...one, minder: to.id } : one));
  return {
    ...project,
    people,
    ...(brief && lines ? { brief: { ...brief, lines } } : {}),
    ...(minded ? { suppliers: minded } : {}),
    ...(deliverables ? { deliverables: deliverables.map((one) => reviewedBy(one, from, to)) } : {}),
  };
}

/** A deliverable that another looks at from now on; what was said of it stays as it was said. */
function reviewedBy(deliverable: Deliverable, from: Member, to: Actor): Deliverable {
  const { reviewers, draft } = deliverable;
  const others = reviewers.filter(({ id }) => id !== from.id && id !== to.id);
  const isOne = reviewers.some(({ id }) => id === from.id);
  const asked = draft?.reviews.find((one) => one.id === from.id && one.is === 'asked');
  if (!isOne && !asked) return deliverable;
  const isAskedToo = draft?.reviews.some(({ id }) => id === to.id) === true;
  const reviews = draft?.reviews.flatMap((one) => {
    if (one !== asked) return [one];
    return isAskedToo ? [] : [{ ...one, ...party(to) }];
  });
  return {
    ...deliverable,
    ...(isOne ? { reviewers: [...others, party(to)] } : {}),
    ...(draft && reviews ? { draft: { ...draft, reviews } } : {}),
  };
}

/** The drafts of who is asked next name somebody of the client's no more, or their successor instead. */
export function withDraft(project: Project, out: Member, to: Actor | null): Project {
  const { brief, deliverables } = project;
  const others = deliverables?.map((one) => (one.asking ? { ...one, asking: without(one.asking, out, to) } : one));
  return {
    ...project,
    ...(brief?.asking ? { brief: { ...brief, asking: without(brief.asking, out, to) } } : {}),
    ...(others ? { deliverables: others } : {}),
  };
}

function without(before: Asking, out: Member, to: Actor | null): Asking {
  const asking = to ? replaceAsked(before, out.id, party(to)) : before;
  const approvers = asking.approvers
    .filter(({ id }) => id !== out.id)
    .map((one) => (one.standIn?.id === out.id ? { ...one, standIn: null } : one));
  const contact = asking.contact?.id === out.id ? to && party(to) : asking.contact;
  return { ...asking, approvers, contact };
}

/** Nobody who leaves takes over, and nobody hands over what they no longer have. */
export function withoutHandover(project: Project, out: Member): Project {
  const { handover } = project;
  if (!handover || (handover.from !== out.id && !samePerson(handover.to.person, out.person))) return project;
  return { ...remembered(project, handover.to), handover: null };
}

/** Is this person asked for an answer now, by a request or by questions of the brief? That is another's matter, not the roster's. */
export function isAsked(project: Project, { id }: Member): boolean {
  const open = openRequests(project).flatMap(({ approval }) =>
    approval.approvers.filter(({ step }) => step >= approval.step),
  );
  const asked = open.some((one) => one.answer === null && (one.id === id || one.standIn?.id === id));
  return asked || awaitedAsk(project)?.contact.id === id;
}

/** Whoever takes over what nobody is named for. */
export const heir = (project: Project, out: Member): Member | undefined =>
  managing(project).find((one) => one.id !== out.id && !one.gone) ?? managing(project).find((one) => one.id !== out.id);
