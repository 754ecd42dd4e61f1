import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Modal } from '../kit/blocks.ts';
import { dayIn } from '../kit/calendar.ts';
import type { Happened } from '../kit/change.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { withMember } from '../project/rules.ts';
import { newcomers } from '../project/rules-joiners.ts';
import { awayIn, awayUntil, inRole, inTurn, peopleChanged, withAway, withOffSlack } from '../project/rules-people.ts';
import { type ProjectDeps, projectCardRow } from '../project/service.ts';
import type { Approval, Party } from './model.ts';
import type { Moved } from './model-events.ts';
import type { AskingRefusals } from './model-asking.ts';
import type { Managed } from './model-manage.ts';
import { arrangeOne, namesIn, replaceAsked } from './rules-asking.ts';
import { nameStandIn, replaceApprover } from './rules-people.ts';
import { type Found, partyFor, withRoles } from './rules-roles.ts';
import { sameParty } from './rules-turn.ts';
import { type AskingOwner, known } from './service-asking.ts';
import { manage, openFor, type Open, openRequest } from './service-manage.ts';
import type { ApprovalOwners } from './service-owner.ts';
import { type Listed, replaceModal, rolesModal } from './views-asking.ts';

const refuse = refuser<AskingRefusals>();

type Parts = { deps: ProjectDeps; owners: ApprovalOwners; asking: AskingOwner; asked: Asked };

/** Who decides on a request that is open. */
export async function openDeciders(parts: Parts, managed: Managed): Promise<Modal | Refusal> {
  const open = await openFor(parts.deps, parts.owners, parts.asked, managed);
  if (isRefusal(open)) return open;
  const { project } = open;
  const roles = { contact: inRole(project, 'clientContact'), deputy: inRole(project, 'deputy') };
  return rolesModal(managed, listedIn(open), roles, parts.asked.locale);
}

/** Everybody who is or will be asked, each once, in the order of the steps. */
function listedIn({ project, approval }: Pick<Open, 'project' | 'approval'>): Listed[] {
  const still = approval.approvers.filter(({ step }) => step >= approval.step);
  const first = still.filter((one, index) => still.findIndex(({ id }) => id === one.id) === index);
  return first.map(({ person, id, name, standIn, limit, answer }) => {
    const hasAnswered = answer !== null;
    return { person, id, name, standIn, limit, hasAnswered, awayUntil: awayUntil(project, id) };
  });
}

/** Saves who stands where on either side, while a request is open. */
export async function saveRoles(
  { deps, owners, asked }: Parts,
  managed: Managed,
  { contact, deputy }: { contact: string[] | null; deputy: string[] | null },
): Promise<Saved<Project> | Refusal> {
  const people = await known(deps, asked, [contact, deputy]);
  return deps.store.decide(asked.handling, managed.project, (project) => {
    const open = openRequest(owners, project, managed, asked);
    if (isRefusal(open)) return open;
    const next = withRoles(project, { contact: people(contact), deputy: people(deputy) }, asked.now);
    if (isRefusal(next)) return next;
    return { project: next, happened: changes(project, next, asked.id), rows: () => [projectCardRow(project._id)] };
  });
}

const changes = (before: Project, after: Project, actor: string): Happened[] => [
  ...newcomers(before, after, actor),
  ...peopleChanged(before, after, actor),
];

/** What can be changed about one approver of a request that is open. */
export async function openDecider(
  { deps, owners, asked }: Parts,
  { approver, ...managed }: Managed & { approver: string },
): Promise<Modal | Refusal> {
  const open = await openFor(deps, owners, asked, managed);
  if (isRefusal(open)) return open;
  const one = listedIn(open).find(({ id }) => id === approver);
  return one ? replaceModal(managed, one, asked.locale) : refuse('asking.noSuchPerson', {});
}

export type ReplaceAnswers = {
  replaceWith: string[] | null;
  replaceOffSlack: string | null;
  standIn: string[] | null;
  awayUntil: string | null;
};

type Change = { project: Project; approval: Approval; events: Moved['events'] };

/** Replaces an approver, names who stands in, and notes an absence: whatever of it is different from what stands. */
export async function saveDecider(
  { deps, owners, asking, asked }: Parts,
  { approver, ...managed }: Managed & { approver: string },
  answers: ReplaceAnswers,
): Promise<Saved<Project> | Refusal> {
  const people = await known(deps, asked, [answers.replaceWith, answers.standIn]);
  const [newcomer, standIn] = [people(answers.replaceWith), people(answers.standIn)];
  const there = await presence(deps, asked, managed.project);
  const offSlack = namesIn(answers.replaceOffSlack)[0] ?? null;
  const offSlackParty = offSlack === null ? null : { person: null, id: deps.newId(), name: offSlack };
  return manage(deps, owners, asked, managed, ({ project, approval }) => {
    if (newcomer && offSlackParty) return refuse('asking.replacedTwice', {}, { at: 'replaceOffSlack' });
    const start: Change = { project, approval, events: [] };
    const isShown = owners[managed.kind].threads(project, approval).client !== null;
    const seen = (found: Found, at: string) => (isShown ? seenFor(project, found, there, at) : unseen(found, at));
    const incoming = newcomer ? seen(newcomer, 'replaceWith') : offSlackParty;
    if (isRefusal(incoming)) return incoming;
    const entered = standIn && seen(standIn, 'standIn');
    if (isRefusal(entered)) return entered;
    const given = { standIn: entered, until: answers.awayUntil };
    const { standIn: standing, until } = incoming ? ownOf(given, { project, approval }, approver) : given;
    const id = incoming?.id ?? approver;
    const changed = inTurn(start, [
      (so) => (incoming ? replaced(so, approver, incoming, asking, asked.now) : so),
      (so) => ({ ...so, project: withAbsence(so.project, id, until, asked) }),
      (so) => stoodIn(so, id, standing, asking, { project, now: asked.now }),
    ]);
    if (isRefusal(changed)) return changed;
    const { events, project: next } = changed;
    return { moved: { approval: changed.approval, events }, project: next, happened: changes(project, next, asked.id) };
  });
}

type Entered = { standIn: Party | null; until: string | null };

/** What stood in the form already was about whoever is replaced: neither their stand-in nor their absence is the successor's. */
function ownOf(
  { standIn, until }: Entered,
  { project, approval }: Pick<Open, 'project' | 'approval'>,
  out: string,
): Entered {
  const had = standInOf(approval, out);
  const isTheirs = had !== null && standIn !== null && sameParty(had, standIn);
  return { standIn: isTheirs ? null : standIn, until: until === awayUntil(project, out) ? null : until };
}

/** Who stands in for somebody where they are asked, now or later. */
const standInOf = ({ approvers, step }: Approval, id: string): Party | null =>
  approvers.find((one) => one.id === id && one.step >= step)?.standIn ?? null;

/** Who is in the client channel, by what was seen of it lately; null where it was not looked at, which it then is. */
async function presence(deps: ProjectDeps, asked: Asked, id: string): Promise<ReadonlySet<string> | null> {
  const project = await deps.store.project(asked.workspace, id);
  const channel = project?.channels.client?.id;
  if (!channel) return null;
  const look = await deps.looks.last(asked.workspace, channel);
  if (!look?.seen) {
    deps.looks.refresh(asked.workspace, channel);
    return null;
  }
  return new Set(look.members.map(({ person }) => person.user));
}

const named = ({ team, user, name }: Found) => ({ who: [{ person: { team, user }, name }] });

/** Of a version that went outside Slack nobody there sees anything. */
const unseen = (found: Found, at: string): Refusal => refuse('asking.outsideWithSlack', named(found), { at });

/** Somebody of the client's who sees the client channel. */
function seenFor(project: Project, found: Found, there: ReadonlySet<string> | null, at: string): Party | Refusal {
  const party = partyFor(project, found, 'client', at);
  if (isRefusal(party)) return party;
  if (there === null) return refuse('asking.unknown', named(found), { at });
  return there.has(found.user) ? party : refuse('asking.notThere', named(found), { at });
}

function replaced(so: Change, out: string, party: Party, owner: AskingOwner, now: Date): Change | Refusal {
  const moved = replaceApprover(so.approval, { out, in: party }, now);
  const joined = moved && joinedBy(so.project, party, now);
  if (isRefusal(moved)) return moved;
  if (isRefusal(joined)) return joined;
  const project = owner.put(joined, replaceAsked(owner.asking(joined), out, party));
  return { project, approval: moved.approval, events: [...so.events, ...moved.events] };
}

/** Whoever decides for the client is named in the project. */
const joinedBy = (project: Project, { person, id, name }: Party, now: Date): Project | Refusal =>
  person ? withMember(project, { person, id, name }, 'approver', now) : withOffSlack(project, [{ id, name }]);

/** Names who stands in. Somebody who is away from now on has their stand-in named again, who is called on by that. */
function stoodIn(
  so: Change,
  of: string,
  standIn: Party | null,
  owner: AskingOwner,
  { project: before, now }: { project: Project; now: Date },
): Change | Refusal {
  const isAway = ({ project }: { project: Project }) => awayIn(project, now)({ id: of });
  const isCalled = standIn !== null && isAway(so) && !isAway({ project: before });
  if (standInOf(so.approval, of)?.id === standIn?.id && !isCalled) return so;
  const moved = nameStandIn(so.approval, { of, standIn });
  if (isRefusal(moved)) return moved.code === 'approval.alreadyAsked' ? { ...moved, at: 'standIn' } : moved;
  const joined = standIn ? joinedBy(so.project, standIn, now) : so.project;
  if (isRefusal(joined)) return joined;
  const asking = owner.asking(joined);
  const known = asking.approvers.find(({ id }) => id === of);
  const arranged = known && arrangeOne(asking, of, { ...known, standIn });
  const project = arranged && !isRefusal(arranged) ? owner.put(joined, arranged) : joined;
  return { project, approval: moved.approval, events: [...so.events, ...moved.events] };
}

/** The picker of a day cannot be emptied: a day that has passed means that they are back. */
function withAbsence(project: Project, id: string, until: string | null, asked: Asked): Project {
  if (until === null || until === awayUntil(project, id)) return project;
  const isOver = until < dayIn(asked.zone, asked.now);
  return withAway(project, id, isOver ? null : { until, zone: asked.zone });
}
