import { replaceAsked } from '../approval/rules-asking.ts';
import { awaitedAsk } from '../brief/rules-ask.ts';
import type { Line } from '../brief/model.ts';
import { samePerson } from '../kit/person.ts';
import type { Project } from '../project/model.ts';
import type { Member } from '../project/model-people.ts';
import { type Actor, managing } from '../project/rules.ts';
import { remembered } from '../project/rules-people.ts';

const party = ({ person, id, name }: Actor): Actor => ({ person, id, name });

/** All that somebody has to do in the project, in another's hands: what they find out, the suppliers they mind, where they stand in. */
export function withDuties(project: Project, from: Member, to: Actor): Project {
  const { brief, suppliers } = project;
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
  };
}

/** The draft of who is asked next names somebody of the client's no more, or their successor instead. */
export function withDraft(project: Project, out: Member, to: Actor | null): Project {
  const { brief } = project;
  if (!brief?.asking) return project;
  const asking = to ? replaceAsked(brief.asking, out.id, party(to)) : brief.asking;
  const approvers = asking.approvers
    .filter(({ id }) => id !== out.id)
    .map((one) => (one.standIn?.id === out.id ? { ...one, standIn: null } : one));
  const contact = asking.contact?.id === out.id ? to && party(to) : asking.contact;
  return { ...project, brief: { ...brief, asking: { ...asking, approvers, contact } } };
}

/** Nobody who leaves takes over, and nobody hands over what they no longer have. */
export function withoutHandover(project: Project, out: Member): Project {
  const { handover } = project;
  if (!handover || (handover.from !== out.id && !samePerson(handover.to.person, out.person))) return project;
  return { ...remembered(project, handover.to), handover: null };
}

/** Is this person asked for an answer now, by a request or by questions of the brief? That is another's matter, not the roster's. */
export function isAsked(project: Project, { id }: Member): boolean {
  const approval = project.brief?.sent?.approval;
  const open = approval?.state === 'open' ? approval.approvers.filter(({ step }) => step >= approval.step) : [];
  const asked = open.some((one) => one.answer === null && (one.id === id || one.standIn?.id === id));
  return asked || awaitedAsk(project)?.contact.id === id;
}

/** Whoever takes over what nobody is named for. */
export const heir = (project: Project, out: Member): Member | undefined =>
  managing(project).find((one) => one.id !== out.id && !one.gone) ?? managing(project).find((one) => one.id !== out.id);
