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
import type { ProjectDeps } from '../project/service.ts';
import { OUTCOME_OF, type Verb, VERBS_OF } from './model.ts';
import {
  type About,
  aboutValue,
  formMeta,
  linesForm,
  linesMeta,
  noteForm,
  passOnForm,
  reasonForm,
  reasonMeta,
  takeBackForm,
} from './model-answers.ts';
import { OWNED_KINDS } from './model-shown.ts';
import { type AnswerForm, confirmSome, giveAnswer, giveReason, openForm, takeAnswerBack } from './service-answers.ts';
import type { ApprovalOwners } from './service-owner.ts';
import { passItOn } from './service-pass-on.ts';
import { actionOf, ANSWER_IDS } from './views-buttons.ts';

type Deps = ProjectDeps;

/** Every verb that some subject has on a button. */
const verbs: readonly Verb[] = [...new Set(OWNED_KINDS.flatMap((kind) => VERBS_OF[kind]))];

/** The approvers' buttons: those that agree answer at once, all others open a form. */
export function answerPresses(owners: ApprovalOwners): readonly PressEntry<Deps>[] {
  const opening = (action: string, which: AnswerForm) =>
    pressed(
      action,
      aboutValue,
      async (asked: Asked, deps: Deps, about: About): Replied =>
        opened(await openForm({ deps, owners }, asked, about, which)),
      true,
    );
  const answering = (verb: Verb) =>
    pressed(actionOf(verb), aboutValue, async (asked: Asked, deps: Deps, about: About) =>
      answered(await giveAnswer({ deps, owners }, asked, about, { verb }), () => DONE),
    );
  return [
    ...verbs.map((verb) =>
      OUTCOME_OF[verb] === 'agreed' ? answering(verb) : opening(actionOf(verb), { form: 'reason', verb }),
    ),
    opening(ANSWER_IDS.someLines, { form: 'lines' }),
    opening(ANSWER_IDS.withNote, { form: 'note' }),
    opening(ANSWER_IDS.passOn, { form: 'passOn' }),
    opening(ANSWER_IDS.takeBack, { form: 'takeBack' }),
  ];
}

/** The approvers' forms. */
export function answerSubmits(owners: ApprovalOwners): readonly SubmitEntry<Deps>[] {
  const ask = ({ lines, verb }: { lines: number; verb: Verb }) => reasonForm(lines, verb);
  return [
    submitted(ANSWER_IDS.reasonForm, reasonMeta, ask, async (asked, deps: Deps, about, given) => {
      const { reason, lines, rest, showAgain } = given;
      const said = {
        verb: about.verb,
        reason,
        lines: lines ?? [],
        restConfirmed: rest?.includes('confirmed') ?? false,
        showAgain: showAgain ? showAgain === 'again' : null,
      };
      return answered(await giveReason({ deps, owners }, asked, about, said), () => DONE);
    }),
    submitted(
      ANSWER_IDS.linesForm,
      linesMeta,
      ({ lines }) => linesForm(lines),
      async (asked, deps: Deps, about, chosen) => {
        const numbers = Object.values(chosen).flatMap((group) => group ?? []);
        return answered(await confirmSome({ deps, owners }, asked, about, numbers), () => DONE);
      },
    ),
    submitted(ANSWER_IDS.noteForm, formMeta, noteForm, async (asked, deps: Deps, about, { comment, alsoAgreed }) => {
      const [verb] = VERBS_OF[about.subject.kind];
      return answered(await giveAnswer({ deps, owners }, asked, about, { verb, comment, alsoAgreed }), () => DONE);
    }),
    submitted(ANSWER_IDS.passOnForm, formMeta, passOnForm, async (asked, deps: Deps, about, { decider }) =>
      answered(await passItOn({ deps, owners }, asked, about, decider), () => DONE),
    ),
    submitted(ANSWER_IDS.takeBackForm, formMeta, takeBackForm, async (asked, deps: Deps, about, { withdrawReason }) =>
      answered(await takeAnswerBack({ deps, owners }, asked, about, withdrawReason), () => DONE),
    ),
  ];
}
