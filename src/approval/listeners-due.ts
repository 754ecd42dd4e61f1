import { answered, DONE, opened, type PressEntry, pressed, type SubmitEntry, submitted } from '../io/answers.ts';
import type { ProjectDeps } from '../project/service.ts';
import { DUE_IDS, moveDueForm } from './model-due.ts';
import { approvalMeta, approvalValue } from './model-manage.ts';
import { moveDueNow, openMoveDue } from './service-due.ts';
import type { ApprovalOwners } from './service-owner.ts';

type Deps = ProjectDeps;

export const duePresses = (owners: ApprovalOwners): readonly PressEntry<Deps>[] => [
  pressed(
    DUE_IDS.open,
    approvalValue,
    async (asked, deps: Deps, managed) => opened(await openMoveDue({ deps, owners }, asked, managed)),
    true,
  ),
];

export const dueSubmits = (owners: ApprovalOwners): readonly SubmitEntry<Deps>[] => [
  submitted(DUE_IDS.form, approvalMeta, moveDueForm, async (asked, deps: Deps, managed, { movedTo, movedWhy }) =>
    answered(await moveDueNow({ deps, owners }, asked, managed, { day: movedTo, reason: movedWhy }), () => DONE),
  ),
];
