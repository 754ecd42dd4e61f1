import type { Happened } from '../kit/change.ts';
import type { Project } from '../project/model.ts';
import type { Member } from '../project/model-people.ts';
import { handoverDropped, peopleChanged } from '../project/rules-people.ts';

/** Whoever is on the roster now and was not before. */
export const newOn = (before: Project, after: Project): Member[] =>
  after.people.filter(({ id }) => !before.people.some((one) => one.id === id));

/** All that is different on a roster, for the record; who replaced whom is told besides. */
export function rosterChanged(before: Project, after: Project, actor: string): Happened[] {
  const added = newOn(before, after).map(({ id }) => id);
  return [
    ...(added.length > 0 ? [{ kind: 'project.personAdded', actor, content: { people: added } }] : []),
    ...left(before, after, actor),
    ...peopleChanged(before, after, actor),
    ...crafts(before, after, actor),
    ...standIns(before, after, actor),
    ...suppliers(before, after, actor),
    ...handoverDropped(before, after, actor),
  ];
}

function left(before: Project, after: Project, actor: string): Happened[] {
  const gone = before.people.filter(({ id }) => !after.people.some((one) => one.id === id));
  return gone.map(({ id }) => ({ kind: 'project.personRemoved', actor, content: { people: [id] } }));
}

const was = (before: Project, id: string): Member | undefined => before.people.find((one) => one.id === id);

const crafts = (before: Project, after: Project, actor: string): Happened[] =>
  after.people.flatMap(({ id, craft }): Happened[] => {
    const now = craft ?? null;
    if (now === (was(before, id)?.craft ?? null)) return [];
    return [{ kind: 'project.craftGiven', actor, content: { people: [id], craft: now } }];
  });

const standIns = (before: Project, after: Project, actor: string): Happened[] =>
  after.people.flatMap(({ id, standIn }): Happened[] => {
    if ((standIn?.id ?? null) === (was(before, id)?.standIn?.id ?? null)) return [];
    const content = standIn ? { people: [id, standIn.id], by: 'named' } : { people: [id], by: 'none' };
    return [{ kind: 'project.standInNamed', actor, content }];
  });

function suppliers(before: Project, after: Project, actor: string): Happened[] {
  const [old, now] = [before.suppliers ?? [], after.suppliers ?? []];
  const named = now.filter((one) => JSON.stringify(one) !== JSON.stringify(old.find(({ id }) => id === one.id)));
  const gone = old.filter(({ id }) => !now.some((one) => one.id === id));
  return [
    ...named.map(({ name, minder }) => ({
      kind: 'project.supplierAdded',
      actor,
      content: { supplier: name, people: [minder] },
    })),
    ...gone.map(({ name }) => ({ kind: 'project.supplierRemoved', actor, content: { supplier: name } })),
  ];
}
