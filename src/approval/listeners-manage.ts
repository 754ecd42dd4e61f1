import {
  answered,
  type Asked,
  DONE,
  opened,
  type PressEntry,
  pressed,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import type { ProjectDeps } from '../project/service.ts';
import { duePresses, dueSubmits } from './listeners-due.ts';
import { personForm, replaceForm, rolesForm, whoForm, withdrawRequestForm } from './model-asking.ts';
import { approvalMeta, approvalValue, approverMeta, approverValue, type Managed } from './model-manage.ts';
import { type AskingOwners, drawWho, openPerson, openWho, savePerson, saveWho } from './service-asking.ts';
import { openDecider, openDeciders, saveDecider, saveRoles } from './service-deciders.ts';
import { closeNow, openWithdraw, remindAwaited, withdrawNow } from './service-manage.ts';
import type { ApprovalOwners } from './service-owner.ts';
import { MANAGE_IDS } from './views-asking.ts';

type Deps = ProjectDeps;

/** What the owners of subjects give: the request itself, and who is asked before it is sent. */
export type Managing = { owners: ApprovalOwners; askings: AskingOwners };

/** What the account manager presses on the team's card, and in the form that sends. */
export function managePresses({ owners, askings }: Managing): PressEntry<Deps>[] {
  const ofSubject = ({ kind, id }: Managed) => askings[kind](id);
  const parts = (deps: Deps, asked: Asked, managed: Managed) => ({ deps, owners, asking: ofSubject(managed), asked });
  return [
    pressed(
      MANAGE_IDS.change,
      approvalValue,
      async (asked, deps: Deps, managed) =>
        opened(
          managed.version === null
            ? await openWho(deps, ofSubject(managed), asked, managed)
            : await openDeciders(parts(deps, asked, managed), managed),
        ),
      true,
    ),
    pressed(
      MANAGE_IDS.person,
      approverValue,
      async (asked, deps: Deps, managed) =>
        opened(
          managed.version === null
            ? await openPerson(deps, ofSubject(managed), asked, managed)
            : await openDecider(parts(deps, asked, managed), managed),
        ),
      true,
    ),
    pressed(MANAGE_IDS.remind, approvalValue, async (asked, deps: Deps, managed) =>
      answered(await remindAwaited(deps, owners, asked, managed), () => DONE),
    ),
    pressed(MANAGE_IDS.closeRound, approvalValue, async (asked, deps: Deps, managed) =>
      answered(await closeNow(deps, owners, asked, managed), () => DONE),
    ),
    pressed(
      MANAGE_IDS.withdrawRequest,
      approvalValue,
      async (asked, deps: Deps, managed) => opened(await openWithdraw(deps, owners, asked, managed)),
      true,
    ),
    ...duePresses(owners),
  ];
}

/** The forms that open from there. One that was opened over another goes back to it. */
export function manageSubmits({ owners, askings }: Managing): SubmitEntry<Deps>[] {
  const ofSubject = ({ kind, id }: Managed) => askings[kind](id);
  const parts = (deps: Deps, asked: Asked, managed: Managed) => ({ deps, owners, asking: ofSubject(managed), asked });
  return [
    submitted(MANAGE_IDS.whoForm, approvalMeta, wholeForm, async (asked, deps: Deps, managed, answers) => {
      const owner = ofSubject(managed);
      return answered(await saveWho(deps, owner, asked, managed, answers), () => ({
        answer: 'back',
        afterwards: () => owner.form(deps, asked, managed.project),
      }));
    }),
    submitted(MANAGE_IDS.personForm, approverMeta, personForm, async (asked, deps: Deps, managed, answers) => {
      const owner = ofSubject(managed);
      const { approver: _approver, ...about } = managed;
      return answered(await savePerson(deps, owner, asked, managed, answers), () => ({
        answer: 'back',
        afterwards: () => drawWho(deps, owner, asked, about),
      }));
    }),
    submitted(MANAGE_IDS.rolesForm, approvalMeta, rolesForm, async (asked, deps: Deps, managed, answers) =>
      answered(await saveRoles(parts(deps, asked, managed), managed, answers), () => DONE),
    ),
    submitted(MANAGE_IDS.replaceForm, approverMeta, replaceForm, async (asked, deps: Deps, managed, answers) => {
      const { approver: _approver, ...about } = managed;
      return answered(await saveDecider(parts(deps, asked, managed), managed, answers), () => ({
        answer: 'back',
        afterwards: async () => {
          const view = await openDeciders(parts(deps, asked, managed), about);
          return 'refused' in view ? null : view;
        },
      }));
    }),
    submitted(
      MANAGE_IDS.withdrawRequestForm,
      approvalMeta,
      withdrawRequestForm,
      async (asked, deps: Deps, managed, { requestReason }) =>
        answered(await withdrawNow(deps, owners, asked, managed, requestReason), () => DONE),
    ),
    ...dueSubmits(owners),
  ];
}

/** How they are asked, and who stands where. */
const wholeForm = [...whoForm, ...rolesForm] as const;
