import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Modal } from '../kit/blocks.ts';
import { type Day, hourOf } from '../kit/calendar.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import type { ProjectDeps } from '../project/service.ts';
import type { Approval } from './model.ts';
import type { Managed } from './model-manage.ts';
import { DUE_HOUR } from './rules-asking.ts';
import { moveDue } from './rules-due.ts';
import { manage, openFor } from './service-manage.ts';
import type { ApprovalOwners } from './service-owner.ts';
import { moveDueModal } from './views-due.ts';

type Parts = { deps: ProjectDeps; owners: ApprovalOwners };

/** By whose clock a day to decide by is: the first approver's of whom it is known, else that of whoever asks. */
async function zoneOf({ deps }: Parts, { workspace, zone }: Asked, { approvers }: Approval): Promise<string> {
  const users = approvers.flatMap(({ person }) => (person ? [person.user] : []));
  if (users.length === 0) return zone;
  const people = await deps.people.resolve(workspace, users);
  return users.map((user) => people.get(user)?.zone ?? null).find((one) => one !== null) ?? zone;
}

/** The form for another day to decide by. */
export async function openMoveDue(parts: Parts, asked: Asked, managed: Managed): Promise<Modal | Refusal> {
  const open = await openFor(parts.deps, parts.owners, asked, managed);
  if (isRefusal(open)) return open;
  const { project, owner, approval } = open;
  const shown = owner.shown(project, approval, asked.locale);
  const isInSlack = owner.threads(project, approval).client !== null;
  const zone = await zoneOf(parts, asked, approval);
  return moveDueModal(managed, { approval, shown, zone, isInSlack }, asked.locale);
}

/** Moves it; the client is told in the thread, with the reason. */
export async function moveDueNow(
  parts: Parts,
  asked: Asked,
  managed: Managed,
  { day, reason }: { day: Day; reason: string },
): Promise<Saved<Project> | Refusal> {
  const open = await openFor(parts.deps, parts.owners, asked, managed);
  if (isRefusal(open)) return open;
  const dueAt = hourOf(day, DUE_HOUR, await zoneOf(parts, asked, open.approval));
  return manage(parts.deps, parts.owners, asked, managed, ({ approval }) => {
    const moved = moveDue(approval, { dueAt, reason }, asked.now);
    return isRefusal(moved) ? moved : { moved };
  });
}
