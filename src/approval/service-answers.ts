import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Change } from '../kit/change.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { actorOf, type ProjectDeps, projectFor } from '../project/service.ts';
import { awayIn } from '../project/rules-people.ts';
import { type Approval, type Approver, OUTCOME_OF, type Verb, VERBS_OF } from './model.ts';
import type { Moved } from './model-events.ts';
import type { ApprovalRefusals } from './model-refusals.ts';
import type { About } from './model-answers.ts';
import type { AskedLine } from './model-shown.ts';
import { answer, confirmLines, type Context, mayAnswer, mayTakeBack, takeBack } from './rules.ts';
import { canTakeBack } from './rules-back.ts';
import { pointsIn } from './rules-points.ts';
import { tick } from './rules-round.ts';
import { giverOf, turnOf } from './rules-turn.ts';
import { movedChange } from './service-change.ts';
import type { ApprovalOwner, ApprovalOwners } from './service-owner.ts';
import { saveTicks } from './service-tick.ts';
import { type FormFor, linesModal, noteModal, passOnModal, takeBackModal } from './views-answer-forms.ts';
import { reasonModal } from './views-reason-form.ts';

const refuse = refuser<ApprovalRefusals>();

/** What answering works with: the store and the rest, and the owners of what is answered. */
export type Answering = { deps: ProjectDeps; owners: ApprovalOwners };

/** Where a form was opened for a certain approver, it stays theirs. */
export type AboutForm = About & { as?: string };

type Saving = Promise<Saved<Project> | Refusal>;
/** Decides on an approval; `lines` are those that are asked about. */
type Move = (approval: Approval, context: Context, lines: readonly AskedLine[], project: Project) => Moved | Refusal;

/** Saves what somebody answered, with all that follows. A refusal links to the version that holds now. */
const decideOn = (answering: Answering, asked: Asked, about: About, move: Move): Saving =>
  decideInTime(answering, asked, about, (project, was) => {
    const owner = answering.owners[about.subject.kind];
    const context = { now: asked.now, away: awayIn(project, asked.now) };
    const moved = move(was, context, owner.shown(project, was, asked.locale).lines, project);
    if (isRefusal(moved)) return seeing(moved, owner, project, was, about);
    return movedChange({ owner, project, was, moved, by: actorOf(asked), now: asked.now });
  });

/** Decides on an approval as it is now: what a date has brought meanwhile is saved first. */
export async function decideInTime(
  { deps, owners }: Answering,
  asked: Asked,
  about: Pick<About, 'project' | 'subject'>,
  decide: (project: Project, was: Approval) => Change<Project> | Refusal,
): Saving {
  for (;;) {
    let isLate = false;
    const saved = await deps.store.decide(asked.handling, about.project, (project) => {
      const was = owners[about.subject.kind].find(project, about.subject.id);
      if (isRefusal(was)) return was;
      isLate = tick(was, asked.now) !== null;
      return isLate ? refuse('approval.noSuchApprover', {}) : decide(project, was);
    });
    if (!isLate) return saved;
    await saveTicks(deps, owners, asked.handling, about.project);
  }
}

/** A refusal because of another version links to that one. */
export function seeing(
  refusal: Refusal,
  owner: ApprovalOwner,
  project: Project,
  approval: Approval,
  { on }: Pick<About, 'on'>,
): Refusal {
  return approval.version === on.version ? refusal : { ...refusal, see: owner.threads(project, approval).version };
}

const pressing = (asked: Asked, { on, as }: AboutForm) => ({ on, person: asked.person, as });

/** Answers by a button alone, or with a comment and with who else inside agreed. */
export const giveAnswer = (
  answering: Answering,
  asked: Asked,
  about: AboutForm,
  { verb, comment = null, alsoAgreed = null }: { verb: Verb; comment?: string | null; alsoAgreed?: string | null },
): Saving =>
  decideOn(answering, asked, about, (approval, context) =>
    answer(approval, { ...pressing(asked, about), verb, reason: comment, alsoAgreed }, context),
  );

export type WithReason = {
  verb: Verb;
  reason: string;
  /** The numbers of the lines that were chosen. */
  lines: readonly string[];
  restConfirmed: boolean;
  /** Of an approval with changes: is it to be shown again? */
  showAgain?: boolean | null;
};

/** Answers in one's own words: what should change, or under which conditions. */
export const giveReason = (answering: Answering, asked: Asked, about: AboutForm, given: WithReason): Saving =>
  decideOn(answering, asked, about, (approval, context, lines) => {
    const { verb, reason, restConfirmed, showAgain = null } = given;
    const points = pointsIn(reason, lines, idsOf(given.lines, lines));
    return answer(approval, { ...pressing(asked, about), verb, reason, points, restConfirmed, showAgain }, context);
  });

/** Confirms some lines, by their numbers, while the others stay open. */
export const confirmSome = (answering: Answering, asked: Asked, about: AboutForm, numbers: readonly string[]): Saving =>
  decideOn(answering, asked, about, (approval, context, lines) => {
    const moved = confirmLines(approval, { ...pressing(asked, about), lines: idsOf(numbers, lines) }, context);
    return isRefusal(moved) ? { ...moved, at: 'lines' } : moved;
  });

const idsOf = (numbers: readonly string[], lines: readonly AskedLine[]): string[] =>
  lines.flatMap(({ id, number }) => (numbers.includes(String(number)) ? [id] : []));

/** An approver takes their own agreement back, with a reason. */
export const takeAnswerBack = (answering: Answering, asked: Asked, about: AboutForm, reason: string): Saving =>
  decideOn(answering, asked, about, (approval, context, _lines, project) => {
    const can = canTakeBack(project, approval);
    return can === true ? takeBack(approval, { ...pressing(asked, about), reason }, context) : can;
  });

/** The forms by which a request is answered. */
export type AnswerForm = { form: 'reason'; verb: Verb } | { form: 'lines' | 'note' | 'passOn' | 'takeBack' };

/** Opens a form for whoever may answer with it; else the refusal that names who can. */
export async function openForm(
  { deps, owners }: Answering,
  asked: Asked,
  about: About,
  which: AnswerForm,
): Promise<Modal | Refusal> {
  const project = await projectFor(deps, asked, about.project);
  if (isRefusal(project)) return project;
  const owner = owners[about.subject.kind];
  const approval = owner.find(project, about.subject.id);
  if (isRefusal(approval)) return approval;
  const can = which.form === 'takeBack' ? canTakeBack(project, approval) : true;
  if (can !== true) return seeing(can, owner, project, approval, about);
  const mine = theirs(approval, asked, about, which, awayIn(project, asked.now));
  if (isRefusal(mine)) return seeing(mine, owner, project, approval, about);
  const shown = owner.shown(project, approval, asked.locale);
  return formOf(which, { approval, mine, by: giverOf(mine, asked.person), shown, locale: asked.locale });
}

function formOf(which: AnswerForm, given: FormFor): Modal {
  switch (which.form) {
    case 'reason':
      return reasonModal(which.verb, given);
    case 'lines':
      return linesModal(given);
    case 'note':
      return noteModal(VERBS_OF[given.approval.subject.kind][0], given);
    case 'passOn':
      return passOnModal(given);
    case 'takeBack':
      return takeBackModal(given);
  }
}

/** Whose decision the form is for. */
function theirs(
  approval: Approval,
  { person }: Asked,
  { on }: About,
  which: AnswerForm,
  away: Context['away'],
): Approver | Refusal {
  const agreeing = VERBS_OF[approval.subject.kind][0];
  switch (which.form) {
    case 'takeBack':
      return mayTakeBack(approval, { on, person });
    // Passing on takes no authority, and is nobody's but the approver's own.
    case 'passOn':
      return turnOf(approval, { on, person, verb: null }, () => false);
    case 'reason':
      return mayAnswer(approval, { on, person, verb: which.verb }, { away });
    case 'note':
      return mayAnswer(approval, { on, person, verb: agreeing }, { away });
    case 'lines':
      return withOpenLines(mayAnswer(approval, { on, person, verb: agreeing }, { away }));
  }
}

/** Who has agreed to the whole has no line left to confirm. */
function withOpenLines(mine: Approver | Refusal): Approver | Refusal {
  if (isRefusal(mine) || !mine.answer || OUTCOME_OF[mine.answer.verb] === 'refused') return mine;
  return refuse('approval.already', { verb: mine.answer.verb, at: { at: mine.answer.at } });
}
