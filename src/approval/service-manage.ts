import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Change, Happened } from '../kit/change.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { RowDraft } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { awayIn } from '../project/rules-people.ts';
import { actorOf, type ProjectDeps, whoOf } from '../project/service.ts';
import type { Approval } from './model.ts';
import type { Moved } from './model-events.ts';
import type { AskingRefusals } from './model-asking.ts';
import type { Managed } from './model-manage.ts';
import { mayRemindAgain } from './rules-asking.ts';
import { remind, withdrawRequest } from './rules-manage.ts';
import { closeRound, tick } from './rules-round.ts';
import { movedChange } from './service-change.ts';
import type { ApprovalOwner, ApprovalOwners } from './service-owner.ts';
import { approvalsIn } from './service-requests.ts';
import { saveTicks } from './service-tick.ts';
import { withdrawRequestModal } from './views-manage.ts';

const refuse = refuser<AskingRefusals>();

/** A request that is open, in the project as it is now. */
export type Open = { project: Project; owner: ApprovalOwner; approval: Approval };

/** What somebody does with it: what was moved, and what else changes with it. */
export type Act = (
  open: Open,
) => Refusal | { moved: Moved; project?: Project; happened?: Happened[]; rows?: RowDraft[] };

/** The open request that a button of the team's is about; a refusal to whoever may not manage it, or where it is over. */
export function openRequest(
  owners: ApprovalOwners,
  project: Project,
  { kind, id, version }: Managed,
  asked: Asked,
): Open | Refusal {
  const owner = owners[kind];
  const allowed = owner.mayManage(project, whoOf(asked));
  if (allowed !== true) return allowed;
  const found = approvalsIn(owners, project).find(
    ({ approval: { subject } }) => subject.kind === kind && (id === undefined || subject.id === id),
  );
  const isIt = found && found.approval.state === 'open' && found.approval.version === version;
  return isIt ? { project, owner, approval: found.approval } : refuse('asking.nothingOpen', {});
}

/** Does something with an open request, and saves what follows. What time has brought meanwhile is saved first. */
export async function manage(
  deps: ProjectDeps,
  owners: ApprovalOwners,
  asked: Asked,
  managed: Managed,
  act: Act,
): Promise<Saved<Project> | Refusal> {
  for (;;) {
    let isLate = false;
    const saved = await deps.store.decide(asked.handling, managed.project, (project): Change<Project> | Refusal => {
      const open = openRequest(owners, project, managed, asked);
      if (isRefusal(open)) return open;
      const { owner, approval } = open;
      isLate = tick(approval, asked.now) !== null;
      if (isLate) return refuse('asking.nothingOpen', {});
      const done = act(open);
      if (isRefusal(done)) return done;
      const { moved, happened = [], rows = [] } = done;
      const by = actorOf(asked);
      return movedChange({
        owner,
        project: done.project ?? project,
        was: approval,
        moved,
        by,
        now: asked.now,
        happened,
        rows,
      });
    });
    if (!isLate) return saved;
    await saveTicks(deps, owners, asked.handling, managed.project);
  }
}

/**
 * Reminds whoever is awaited, in the client's thread; each once in a working day of their own.
 * @param text in the account manager's own words, under the names
 */
export async function remindAwaited(
  deps: ProjectDeps,
  owners: ApprovalOwners,
  asked: Asked,
  managed: Managed,
  text?: string,
): Promise<Saved<Project> | Refusal> {
  const zones = await zonesIn(deps, owners, asked, managed);
  return manage(deps, owners, asked, managed, ({ project, approval }) => {
    const moved = remind(approval, {
      now: asked.now,
      away: awayIn(project, asked.now),
      text,
      mayAgain: ({ person }, remindedAt) =>
        mayRemindAgain(remindedAt, zones.get(person?.user ?? '') ?? asked.zone, asked.now),
    });
    return isRefusal(moved) ? moved : { moved };
  });
}

/** The zones of whoever may be reminded, by Slack's user ids. */
async function zonesIn(deps: ProjectDeps, owners: ApprovalOwners, asked: Asked, managed: Managed) {
  const project = await deps.store.project(asked.workspace, managed.project);
  const open = project && openRequest(owners, project, managed, asked);
  if (!open || isRefusal(open)) return new Map<string, string>();
  const parties = open.approval.approvers.flatMap((one) => [one, ...(one.standIn ? [one.standIn] : [])]);
  const users = parties.flatMap(({ person }) => (person ? [person.user] : []));
  const people = await deps.people.resolve(asked.workspace, users);
  return new Map([...people].flatMap(([user, { zone }]) => (zone === null ? [] : [[user, zone] as const])));
}

/** Ends the gathering: what was said so far is one list. */
export const closeNow = (deps: ProjectDeps, owners: ApprovalOwners, asked: Asked, managed: Managed) =>
  manage(deps, owners, asked, managed, ({ approval }) => {
    const moved = closeRound(approval, asked.now);
    return isRefusal(moved) ? moved : { moved };
  });

/** The form that asks why a request is taken back. */
export async function openWithdraw(
  deps: ProjectDeps,
  owners: ApprovalOwners,
  asked: Asked,
  managed: Managed,
): Promise<Modal | Refusal> {
  const open = await openFor(deps, owners, asked, managed);
  if (isRefusal(open)) return open;
  const { title } = open.owner.shown(open.project, open.approval, asked.locale);
  const about = { project: open.project.name, title };
  return withdrawRequestModal(managed, about, asked.locale);
}

/** Takes the request back; the client is told why. */
export const withdrawNow = (
  deps: ProjectDeps,
  owners: ApprovalOwners,
  asked: Asked,
  managed: Managed,
  reason: string,
) =>
  manage(deps, owners, asked, managed, ({ approval }) => {
    const moved = withdrawRequest(approval, reason, asked.now);
    return isRefusal(moved) ? moved : { moved };
  });

/** Reads the open request, for showing a form about it. */
export async function openFor(
  deps: ProjectDeps,
  owners: ApprovalOwners,
  asked: Asked,
  managed: Managed,
): Promise<Open | Refusal> {
  const project = await deps.store.project(asked.workspace, managed.project);
  if (!project) return refuse('asking.nothingOpen', {});
  const open = openRequest(owners, project, managed, asked);
  if (isRefusal(open) || tick(open.approval, asked.now) === null) return open;
  await saveTicks(deps, owners, asked.handling, managed.project);
  const now = await deps.store.project(asked.workspace, managed.project);
  return now ? openRequest(owners, now, managed, asked) : refuse('asking.nothingOpen', {});
}
