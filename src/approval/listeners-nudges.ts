import {
  type Answer,
  answered,
  DONE,
  opened,
  type PressEntry,
  pressed,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import type { ProjectDeps } from '../project/service.ts';
import { approvalValue } from './model-manage.ts';
import { reminderForm, reminderMeta } from './model-nudges.ts';
import { remindAwaited } from './service-manage.ts';
import type { ApprovalOwners } from './service-owner.ts';
import { beginCheck, checkReminder, openReminder } from './service-reminder.ts';
import { REMINDER_IDS } from './views-nudges.ts';
import { reminderMark } from './views-reminder.ts';

/** Edit reminder, under a nudge about a client who has not answered. */
export const nudgePresses = (owners: ApprovalOwners): readonly PressEntry<ProjectDeps>[] => [
  pressed(
    REMINDER_IDS.edit,
    approvalValue,
    async (asked, deps: ProjectDeps, managed) => opened(await openReminder({ deps, owners }, asked, managed)),
    true,
  ),
];

/** Checked first; sent once it is exactly what was checked. What is typed stays in the form. */
export const nudgeSubmits = (owners: ApprovalOwners): readonly SubmitEntry<ProjectDeps>[] => [
  submitted(
    REMINDER_IDS.form,
    reminderMeta,
    reminderForm,
    async (asked, deps: ProjectDeps, { checked, ...managed }, { reminder: text }) => {
      const parts = { deps, owners };
      if (checked === reminderMark(text)) {
        return answered(await remindAwaited(deps, owners, asked, managed, text), () => DONE);
      }
      const view = await beginCheck(parts, asked, managed, text);
      const afterwards = () => checkReminder(parts, asked, managed, text);
      return answered(view, (one): Answer => ({ answer: 'replace', view: one, afterwards }));
    },
  ),
];
