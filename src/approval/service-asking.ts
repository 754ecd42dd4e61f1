import type { Asked } from '../io/answers.ts';
import type { KnownPerson } from '../io/people.ts';
import type { Saved } from '../io/store.ts';
import type { Modal } from '../kit/blocks.ts';
import { dayIn } from '../kit/calendar.ts';
import type { Change } from '../kit/change.ts';
import type { State } from '../kit/form.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { newcomers } from '../project/rules-joiners.ts';
import type { Who } from '../project/rules-may.ts';
import { inRole, peopleChanged } from '../project/rules-people.ts';
import { type ProjectDeps, projectFor, whoOf } from '../project/service.ts';
import {
  type Asking,
  type AskingRefusals,
  type Chain,
  chainSchema,
  type LIMITS,
  type NEEDS,
  type ORDERS,
} from './model-asking.ts';
import type { Managed } from './model-manage.ts';
import type { OwnedKind } from './model-shown.ts';
import { arrange, arrangeOne, type Chosen, choose, limitOf, ruleOf } from './rules-asking.ts';
import { partyFor, withRoles } from './rules-roles.ts';
import { partyOf } from './rules-turn.ts';
import { personModal, type Roles, whoModal } from './views-asking.ts';

const refuse = refuser<AskingRefusals>();

/** What the feature of a subject gives so that who is asked about it can be arranged before it is sent. */
export type AskingOwner = {
  asking: (project: Project) => Asking;
  put: (project: Project, asking: Asking) => Project;
  /** May this person send it, and so say who is asked? */
  may: (project: Project, who: Who, now: Date) => true | Refusal;
  /** What stands in the form that sends. */
  entered: (deps: ProjectDeps, asked: Asked, state: State) => Promise<Chosen>;
  /** That form, drawn again with what was saved. Null where it may not be shown. */
  form: (deps: ProjectDeps, asked: Asked, project: string) => Promise<Modal | null>;
};
/** By the kind of subject, and which one where a project has several. */
export type AskingOwners = Readonly<Record<OwnedKind, (id: string | undefined) => AskingOwner>>;

/** How a client decides, from the profile; null where nothing was ever sent to them. */
export async function readChain(deps: ProjectDeps, workspace: string, client: string): Promise<Chain | null> {
  const profile = await deps.archive.profile(workspace, client);
  return chainSchema.safeParse(profile?.['chain']).data ?? null;
}

/** Whoever has a role now, or had it in the client's last project. */
const rolesOf = (project: Project, asking: Asking): Roles => ({
  contact: inRole(project, 'clientContact') ?? asking.contact,
  deputy: inRole(project, 'deputy'),
});

/** Keeps what stands in the form that sends, and opens who and how over it. */
export async function openWho(
  deps: ProjectDeps,
  owner: AskingOwner,
  asked: Asked,
  managed: Managed,
): Promise<Modal | Refusal> {
  const typed = asked.view && (await owner.entered(deps, asked, asked.view.state));
  const saved = await saveAsking(deps, owner, asked, managed, (asking) =>
    typed ? choose(asking, typed, deps.newId) : asking,
  );
  if (isRefusal(saved)) return saved;
  const asking = owner.asking(saved.project);
  return whoModal(managed, asking, rolesOf(saved.project, asking), asked.locale);
}

/** The draft as it is kept now, over the form that sends: for drawing it again. */
export async function drawWho(
  deps: ProjectDeps,
  owner: AskingOwner,
  asked: Asked,
  managed: Managed,
): Promise<Modal | null> {
  const project = await deps.store.project(asked.workspace, managed.project);
  if (!project || owner.may(project, whoOf(asked), asked.now) !== true) return null;
  const asking = owner.asking(project);
  return whoModal(managed, asking, rolesOf(project, asking), asked.locale);
}

/** May this person change the draft? What is open already is no draft. */
function mayDraft(owner: AskingOwner, project: Project, asked: Asked, { version }: Managed): true | Refusal {
  return version === null ? owner.may(project, whoOf(asked), asked.now) : refuse('asking.nothingOpen', {});
}

/** Saves a change of the draft; nothing of it is said to anybody. */
async function saveAsking(
  deps: ProjectDeps,
  owner: AskingOwner,
  asked: Asked,
  managed: Managed,
  change: (asking: Asking, project: Project) => Asking | Refusal,
): Promise<Saved<Project> | Refusal> {
  return deps.store.decide(asked.handling, managed.project, (project) => {
    const allowed = mayDraft(owner, project, asked, managed);
    if (allowed !== true) return allowed;
    const asking = change(owner.asking(project), project);
    return isRefusal(asking) ? asking : unsaid(owner.put(project, asking));
  });
}

const unsaid = (project: Project): Change<Project> => ({ project, happened: [], rows: () => [] });

export type WhoAnswers = {
  order: (typeof ORDERS)[number];
  needs: (typeof NEEDS)[number];
  expiresOn: string | null;
  contact: string[] | null;
  deputy: string[] | null;
};

/** Saves how they are asked, and who stands where on either side. */
export async function saveWho(
  deps: ProjectDeps,
  owner: AskingOwner,
  asked: Asked,
  managed: Managed,
  { order, needs, expiresOn, contact, deputy }: WhoAnswers,
): Promise<Saved<Project> | Refusal> {
  const people = await known(deps, asked, [contact, deputy]);
  return deps.store.decide(asked.handling, managed.project, (project) => {
    const allowed = mayDraft(owner, project, asked, managed);
    if (allowed !== true) return allowed;
    const next = withRoles(project, { contact: people(contact), deputy: people(deputy) }, asked.now);
    if (isRefusal(next)) return next;
    const asking = arrange(owner.asking(next), { order, needs: ruleOf(needs), expiresOn });
    if (isRefusal(asking)) return asking;
    const contacted = inRole(next, 'clientContact');
    const saved = owner.put(next, { ...asking, contact: contacted && partyOf(contacted) });
    const happened = [...newcomers(project, next, asked.id), ...peopleChanged(project, next, asked.id)];
    return { project: saved, happened, rows: () => [] };
  });
}

/** People whom a form names, looked up in one query. */
export async function known(deps: ProjectDeps, { workspace }: Asked, named: readonly (readonly string[] | null)[]) {
  const users = named.flatMap((one) => one ?? []);
  const found = users.length > 0 ? await deps.people.resolve(workspace, users) : new Map<string, KnownPerson>();
  for (const person of found.values()) {
    // Asked while nobody waits, so that the next press knows who it is.
    const { team, user, kind } = person;
    if (kind === 'unknown') void deps.people.learn(workspace, { team, user });
  }
  return (chosen: readonly string[] | null): KnownPerson | null => found.get(chosen?.[0] ?? '') ?? null;
}

/** What is arranged about one of them, for the form. */
export async function openPerson(
  deps: ProjectDeps,
  owner: AskingOwner,
  asked: Asked,
  { approver, ...managed }: Managed & { approver: string },
): Promise<Modal | Refusal> {
  const project = await projectFor(deps, asked, managed.project);
  if (isRefusal(project)) return project;
  const allowed = owner.may(project, whoOf(asked), asked.now);
  if (allowed !== true) return allowed;
  const one = owner.asking(project).approvers.find(({ id }) => id === approver);
  return one ? personModal(managed, one, asked.locale) : refuse('asking.noSuchPerson', {});
}

export type PersonAnswers = {
  standIn: string[] | null;
  limit: (typeof LIMITS)[number];
  upTo: string | null;
  awayUntil: string | null;
};

/** Saves what is arranged about one of them. A day that has passed is none. */
export async function savePerson(
  deps: ProjectDeps,
  owner: AskingOwner,
  asked: Asked,
  { approver, ...managed }: Managed & { approver: string },
  { standIn, limit, upTo, awayUntil }: PersonAnswers,
): Promise<Saved<Project> | Refusal> {
  const people = await known(deps, asked, [standIn]);
  return saveAsking(deps, owner, asked, managed, (asking, project) => {
    const limited = limitOf(limit, upTo);
    if (isRefusal(limited)) return limited;
    const standing = people(standIn);
    const party = standing && partyFor(project, standing, 'client', 'standIn');
    if (isRefusal(party)) return party;
    const until = awayUntil !== null && awayUntil >= dayIn(asked.zone, asked.now) ? awayUntil : null;
    return arrangeOne(asking, approver, { standIn: party, limit: limited, awayUntil: until });
  });
}
