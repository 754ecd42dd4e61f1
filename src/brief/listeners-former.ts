import type { About } from '../approval/model-answers.ts';
import { takeBackForm } from '../approval/model-answers.ts';
import { type AnswerForm, giveAnswer, giveReason, openForm, takeAnswerBack } from '../approval/service-answers.ts';
import type { ApprovalOwners } from '../approval/service-owner.ts';
import {
  answered,
  type Asked,
  DONE,
  type PressEntry,
  pressed,
  type Replied,
  type SubmitEntry,
  submitted,
  opened,
} from '../io/answers.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { ProjectDeps } from '../project/service.ts';
import { type FormerDecision, formerDecisionMeta, formerDecisionValue, formerReasonForm } from './model-former.ts';
import { aboutFormer } from './service-former.ts';

type Deps = ProjectDeps;

/** The brief's former action and callback ids. Nothing is drawn with them any more. */
export const FORMER_IDS = {
  confirm: 'brief.confirm',
  requestChanges: 'brief.requestChanges',
  withdraw: 'brief.withdraw',
  reasonForm: 'brief.reasonForm',
  withdrawForm: 'brief.withdrawForm',
} as const;

/** Does with what a former button or form named what the present ones do. */
async function onFormer(asked: Asked, deps: Deps, former: FormerDecision, run: (about: About) => Replied): Replied {
  const about = await aboutFormer(deps, asked, former);
  return isRefusal(about) ? about : run(about);
}

/** The approver's buttons of 0.1.0, which stand in channels until the card is drawn again; a note's stands for ever. */
export function formerPresses(owners: ApprovalOwners): readonly PressEntry<Deps>[] {
  const opening = (action: string, which: AnswerForm) =>
    pressed(
      action,
      formerDecisionValue,
      (asked: Asked, deps: Deps, former) =>
        onFormer(asked, deps, former, async (about) => opened(await openForm({ deps, owners }, asked, about, which))),
      true,
    );
  return [
    pressed(FORMER_IDS.confirm, formerDecisionValue, (asked: Asked, deps: Deps, former) =>
      onFormer(asked, deps, former, async (about) =>
        answered(await giveAnswer({ deps, owners }, asked, about, { verb: 'confirmed' }), () => DONE),
      ),
    ),
    opening(FORMER_IDS.requestChanges, { form: 'reason', verb: 'changesRequested' }),
    opening(FORMER_IDS.withdraw, { form: 'takeBack' }),
  ];
}

/** The approver's forms of 0.1.0, where one stood open while the program was exchanged: what was typed is taken. */
export function formerSubmits(owners: ApprovalOwners): readonly SubmitEntry<Deps>[] {
  return [
    submitted(
      FORMER_IDS.reasonForm,
      formerDecisionMeta,
      formerReasonForm,
      (asked: Asked, deps: Deps, former, { reason }) =>
        onFormer(asked, deps, former, async (about) => {
          const said = { verb: 'changesRequested', reason, lines: [], restConfirmed: false } as const;
          return answered(await giveReason({ deps, owners }, asked, about, said), () => DONE);
        }),
    ),
    submitted(
      FORMER_IDS.withdrawForm,
      formerDecisionMeta,
      takeBackForm,
      (asked: Asked, deps: Deps, former, { withdrawReason }) =>
        onFormer(asked, deps, former, async (about) =>
          answered(await takeAnswerBack({ deps, owners }, asked, about, withdrawReason), () => DONE),
        ),
    ),
  ];
}
