import { briefRow } from '../brief/rules-subjects.ts';
import { deliverableCards } from '../deliverable/rules-cards.ts';
import type { Asked } from '../io/answers.ts';
import type { KnownPerson } from '../io/people.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Change } from '../kit/change.ts';
import { type Person, personKey } from '../kit/person.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { doing, type RowDraft, teamOf } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { SIDE_OF } from '../project/model-people.ts';
import { type Act, mayDo } from '../project/rules-may.ts';
import { holds } from '../project/rules-joiners.ts';
import { withActor } from '../project/rules-people.ts';
import { actorOf, type ProjectDeps, projectCardRow, projectFor, whoOf } from '../project/service.ts';
import type { PeopleRefusals } from './model.ts';
import { newOn, rosterChanged } from './rules-recorded.ts';
import { type Found, memberById } from './rules-sides.ts';
import { addModal, changeModal, supplierModal } from './views-forms.ts';
import { rosterModal } from './views-roster.ts';

const refuse = refuser<PeopleRefusals>();

/** A project, for whoever may do this with it. */
export async function projectTo(
  deps: Pick<ProjectDeps, 'store'>,
  asked: Asked,
  id: string,
  act: Act,
): Promise<Project | Refusal> {
  const project = await projectFor(deps, asked, id);
  if (isRefusal(project)) return project;
  const allowed = mayDo(project, act, whoOf(asked));
  return allowed === true ? project : allowed;
}

/** The people of a project, drawn for whoever looks. @param notice what was just done */
export function rosterFor(project: Project, asked: Asked, notice: readonly string[] = []): Modal {
  const can = (act: Act) => mayDo(project, act, whoOf(asked)) === true;
  const may = { mayManage: can('managePeople'), mayHandOver: can('handOver') };
  return rosterModal(project, { now: asked.now, ...may, notice }, asked.locale);
}

/** The people of a project, for whoever may see it. */
export async function openRoster(deps: ProjectDeps, asked: Asked, id: string): Promise<Modal | Refusal> {
  const project = await projectTo(deps, asked, id, 'see');
  return isRefusal(project) ? project : rosterFor(project, asked);
}

export async function openAdd(deps: ProjectDeps, asked: Asked, id: string): Promise<Modal | Refusal> {
  const project = await projectTo(deps, asked, id, 'managePeople');
  return isRefusal(project) ? project : addModal(project, asked.locale);
}

/** The form about somebody, and the channel that is to be looked at meanwhile: whoever is removed may still read along there. */
export async function openChange(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  of: string,
): Promise<{ view: Modal; channel: string | null } | Refusal> {
  const project = await projectTo(deps, asked, id, 'managePeople');
  if (isRefusal(project)) return project;
  const member = memberById(project, of);
  if (!member) return refuse('people.notOnRoster', {});
  const channel = SIDE_OF[member.role] === 'client' ? null : project.channels.team.id;
  return { view: changeModal(project, member, asked.now, asked.locale), channel };
}

/** The form about a supplier; `of` is null for a new one. */
export async function openSupplier(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  of: string | null,
): Promise<Modal | Refusal> {
  const project = await projectTo(deps, asked, id, 'managePeople');
  if (isRefusal(project)) return project;
  const supplier = (project.suppliers ?? []).find((one) => one.id === of) ?? null;
  if (of !== null && !supplier) return refuse('people.noSupplier', {});
  return supplierModal(project, supplier, deps.newId(), asked.locale);
}

const foundOf = ({ team, user, id, name, kind }: KnownPerson): Found => ({ person: { team, user }, id, name, kind });

/** Somebody who was chosen in a form, in one query; whoever was never seen is asked about while nobody waits. */
export async function chosen(deps: ProjectDeps, { workspace }: Asked, user: string): Promise<Found> {
  const found = await deps.people.resolve(workspace, [user]);
  const one = found.get(user) ?? (await deps.people.known(workspace, { team: workspace, user }));
  if (one.kind === 'unknown') {
    // Where Slack does not tell now, the next press asks again.
    void deps.people.learn(workspace, { team: one.team, user }).catch(() => undefined);
  }
  return foundOf(one);
}

/** A form that is saved again as it stands changes nothing, and no card is drawn anew for it. */
export const isSame = (before: Project, after: Project): boolean => JSON.stringify(before) === JSON.stringify(after);

/** What follows from a changed roster: the record, the card, and invitations into the team channel. */
export function rosterChange(before: Project, after: Project, actor: string, found: Found | null): Change<Project> {
  return {
    project: after,
    happened: [...rosterChanged(before, after, actor), ...holds(before, after)],
    rows: () => [
      ...(found ? inviting(before, after, found) : []),
      projectCardRow(after._id),
      // They name who finds out what, who looks at it, and who is away.
      ...(after.brief ? [briefRow(after._id)] : []),
      ...deliverableCards(after),
    ],
  };
}

/** The same by whoever asks: on a roster or not, they are known by name from then on. */
export const rosterChangeBy = (asked: Asked, before: Project, after: Project, found: Found | null): Change<Project> =>
  rosterChange(before, withActor(after, actorOf(asked)), asked.id, found);

/** Whoever came to the agency's or its partner's side is let into the team channel. Another company's people are not: it is no shared one. */
function inviting(before: Project, after: Project, found: Found): RowDraft[] {
  const joined = newOn(before, after).find(({ id }) => id === found.id);
  if (!joined || SIDE_OF[joined.role] === 'client' || found.kind === 'external') return [];
  return [invitation(before, joined.person)];
}

const invitation = ({ _id, revision }: Project, person: Person): RowDraft =>
  doing(teamOf(_id), `invite:${_id}:${personKey(person)}:${revision}`, { do: 'invite', people: [person] });
