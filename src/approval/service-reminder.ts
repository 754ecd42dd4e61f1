import type { Asked } from '../io/answers.ts';
import type { Modal } from '../kit/blocks.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { clientLanguage } from '../project/rules.ts';
import type { ProjectDeps } from '../project/service.ts';
import { lookOver, numberedLines } from '../project/service-outgoing.ts';
import type { Managed } from './model-manage.ts';
import type { NudgeRefusals } from './model-nudges.ts';
import { openFor } from './service-manage.ts';
import type { ApprovalOwners } from './service-owner.ts';
import type { FoundRequest } from './views-nudges.ts';
import { reminderDraft, reminderModal, type ReminderStage } from './views-reminder.ts';

const refuse = refuser<NudgeRefusals>();

type Parts = { deps: ProjectDeps; owners: ApprovalOwners };
type Opened = { project: Project; managed: Managed; found: FoundRequest };

/** The open request, for whoever may remind about it; it must have been asked in Slack. */
async function opened({ deps, owners }: Parts, asked: Asked, managed: Managed): Promise<Opened | Refusal> {
  const open = await openFor(deps, owners, asked, managed);
  if (isRefusal(open)) return open;
  const { project, owner, approval } = open;
  if (owner.threads(project, approval).client === null) return refuse('approval.reminderOutside', {});
  const found = { approval, shown: owner.shown(project, approval, clientLanguage(project)), isInSlack: true };
  return { project, managed, found };
}

/** The form with the reminder as it is drafted. */
export async function openReminder(parts: Parts, asked: Asked, managed: Managed): Promise<Modal | Refusal> {
  const about = await opened(parts, asked, managed);
  if (isRefusal(about)) return about;
  const shown = { text: reminderDraft(about.found), stage: { is: 'typed' } as const, now: asked.now };
  return reminderModal(about, shown, asked.locale);
}

/** The form while the text is looked over. */
export async function beginCheck(parts: Parts, asked: Asked, managed: Managed, text: string): Promise<Modal | Refusal> {
  const about = await opened(parts, asked, managed);
  if (isRefusal(about)) return about;
  return reminderModal(about, { text, stage: { is: 'checking' }, now: asked.now }, asked.locale);
}

/** The form with what should perhaps not leave; null where nobody may be reminded any more. */
export async function checkReminder(parts: Parts, asked: Asked, managed: Managed, text: string): Promise<Modal | null> {
  const about = await opened(parts, asked, managed);
  if (isRefusal(about)) return null;
  const stage = await lookOver(parts.deps, about.project, numberedLines(text)).then(
    (found): ReminderStage => ({ is: 'checked', found }),
    (): ReminderStage => ({ is: 'notChecked' }),
  );
  return reminderModal(about, { text, stage, now: asked.now }, asked.locale);
}
