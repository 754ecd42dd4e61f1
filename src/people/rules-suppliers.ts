import { type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { SIDE_OF, type Supplier } from '../project/model-people.ts';
import { mayDo, type Who } from '../project/rules-may.ts';
import { MOST_SUPPLIERS, type PeopleRefusals } from './model.ts';
import { type Found, memberFor } from './rules-sides.ts';

const refuse = refuser<PeopleRefusals>();

export type Supplying = { id: string; name: string; supplies: string | null; minder: Found };

/** Names an outside supplier, or changes what stands of one. The minder is somebody of the agency's side of this project. */
export function withSupplier(project: Project, { id, name, supplies, minder }: Supplying, by: Who): Project | Refusal {
  const allowed = mayDo(project, 'managePeople', by);
  if (allowed !== true) return allowed;
  const member = memberFor(project, minder);
  if (!member || SIDE_OF[member.role] !== 'agency' || member.gone) {
    return refuse('people.cannotMind', { who: [{ person: minder.person, name: minder.name }] }, { at: 'minder' });
  }
  const suppliers = project.suppliers ?? [];
  const supplier: Supplier = { id, name, supplies, minder: member.id };
  const isKnown = suppliers.some((one) => one.id === id);
  if (!isKnown && suppliers.length >= MOST_SUPPLIERS)
    return refuse('people.tooManySuppliers', { most: MOST_SUPPLIERS });
  const others = suppliers.map((one) => (one.id === id ? { ...one, ...supplier } : one));
  return { ...project, suppliers: isKnown ? others : [...suppliers, supplier] };
}

/** Takes a supplier off the list. */
export function withoutSupplier(project: Project, id: string, by: Who): Project | Refusal {
  const allowed = mayDo(project, 'managePeople', by);
  if (allowed !== true) return allowed;
  const suppliers = (project.suppliers ?? []).filter((one) => one.id !== id);
  if (suppliers.length === (project.suppliers ?? []).length) return refuse('people.noSupplier', {});
  return { ...project, suppliers };
}
