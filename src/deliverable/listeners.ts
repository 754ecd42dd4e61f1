import {
  answered,
  type Answer,
  type Asked,
  type CommandEntry,
  DONE,
  opened,
  type PressEntry,
  pressed,
  replaced,
  type Replied,
  type ShortcutEntry,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import { type Answers, read } from '../kit/form.ts';
import { isRefusal } from '../kit/refusal.ts';
import { chooseValue } from '../project/model-metadata.ts';
import { type ProjectDeps, projectInside } from '../project/service.ts';
import { chosenHere, isGoingOn } from '../project/service-here.ts';
import { help } from '../project/views-help.ts';
import {
  addMeta,
  addQuestions,
  carriedMeta,
  checkForm,
  checkMeta,
  copyQuestion,
  fileChosen,
  reviewForm,
  reviewMeta,
  versionForm,
} from './model-forms.ts';
import { versionMeta, versionValue, type WhichVersion } from './model-metadata.ts';
import { bring, bringVersion } from './service.ts';
import { check, review } from './service-check.ts';
import {
  type Carried,
  messageIn,
  openAdd,
  openCheck,
  openLook,
  openReview,
  openVersion,
  shortened,
} from './service-open.ts';
import { DELIVERABLE_IDS } from './views-forms.ts';

type Deps = ProjectDeps;

/** As much as an address and a name take. */
const TYPED_LENGTH = 2500;

/** The form, once it is known which project it is for: nothing that was typed or chosen is lost on the way. */
function beginHere(asked: Asked, deps: Deps, { typed, message }: Carried): Replied {
  const said = shortened(message?.text ?? typed);
  const carried = carriedMeta.encode({
    typed: message ? '' : said.text,
    message: message && { ...message, text: said.text, isCut: message.isCut || said.isCut },
  });
  const choosing = { action: DELIVERABLE_IDS.choose, carried, fits: isGoingOn };
  return chosenHere(deps, asked, choosing, async (project) =>
    opened(await openAdd(deps, asked, project, { typed, message })),
  );
}

export const deliverableCommands: readonly CommandEntry<Deps>[] = [
  {
    command: '/approval',
    verbs: ['new', '新建', '送审', '提交'],
    run: (asked, deps, text) => {
      const typed = text.trim().toWellFormed().slice(0, TYPED_LENGTH).toWellFormed();
      return beginHere(asked, deps, { typed, message: null });
    },
  },
  {
    command: '/approval',
    verbs: ['help', '帮助'],
    run: async ({ kind, locale }) => ({
      answer: 'tell',
      message: help(kind === 'guest' || kind === 'external', locale),
    }),
  },
];

export const deliverableShortcuts: readonly ShortcutEntry<Deps>[] = [
  {
    shortcut: DELIVERABLE_IDS.shortcut,
    run: (asked, deps, message) => beginHere(asked, deps, { typed: '', message: messageIn(message) }),
  },
];

/** A button of the card that opens a form about one version. */
const formPress = (
  id: string,
  open: (deps: Deps, asked: Asked, which: WhichVersion) => ReturnType<typeof openLook>,
): PressEntry<Deps> =>
  pressed(id, versionValue, async (asked, deps: Deps, which) => opened(await open(deps, asked, which)), true);

export const deliverablePresses: readonly PressEntry<Deps>[] = [
  pressed(DELIVERABLE_IDS.choose, chooseValue, async (asked, deps: Deps, { project: id }) => {
    const carried = carriedMeta.decode(asked.view?.metadata) ?? { typed: '', message: null };
    const project = await projectInside(deps, asked, id);
    return isRefusal(project) ? project : replaced(await openAdd(deps, asked, project, carried));
  }),
  formPress(DELIVERABLE_IDS.newVersion, openVersion),
  formPress(DELIVERABLE_IDS.check, openCheck),
  formPress(DELIVERABLE_IDS.review, openReview),
  formPress(DELIVERABLE_IDS.look, openLook),
  // What is ticked and typed stays: the questions are the same.
  pressed(DELIVERABLE_IDS.terms, versionValue, async (asked, deps: Deps, which) => {
    const copy = read(copyQuestion, asked.view?.state ?? {});
    const entered = { copy: typeof copy === 'string' ? copy : null, isSure: false };
    return replaced(await openCheck(deps, asked, which, entered));
  }),
];

/** What is not asked of it is not answered. */
type AddAnswers = Partial<Answers<ReturnType<typeof addQuestions>>>;
type CheckAnswers = Partial<Answers<ReturnType<typeof checkForm>>>;

const isTicked = (boxes: readonly string[] | null | undefined): boolean => boxes?.includes('yes') ?? false;
const done = (): Answer => DONE;

export const deliverableSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(DELIVERABLE_IDS.addForm, addMeta, addQuestions, async (asked, deps: Deps, meta, answers: AddAnswers) => {
    const { of = null, name = null, content = null, line = null, dueOn = null } = answers;
    const file = fileChosen(asked.view?.state ?? {});
    const entered = { of, name, content, file, line, dueOn, own: isTicked(answers.own), note: null };
    return answered(await bring(deps, asked, meta, entered), done);
  }),
  submitted(DELIVERABLE_IDS.versionForm, versionMeta, versionForm, async (asked, deps: Deps, which, answers) => {
    const { content, note } = answers;
    const file = fileChosen(asked.view?.state ?? {});
    const entered = {
      of: which.id,
      name: null,
      line: null,
      dueOn: null,
      content,
      file,
      note,
      own: isTicked(answers.own),
    };
    return answered(await bringVersion(deps, asked, which, entered), done);
  }),
  submitted(
    DELIVERABLE_IDS.checkForm,
    checkMeta,
    ({ count, hasCopy }) => checkForm(count, hasCopy),
    async (asked, deps: Deps, meta, { copy = null, reason = null, ...groups }: CheckAnswers) => {
      const ticked = Object.values(groups).flatMap((places) => places ?? []);
      const checked = await check(deps, asked, meta, { ticked, sendBack: reason, copy });
      if (isRefusal(checked)) return checked;
      return 'view' in checked ? { answer: 'replace', view: checked.view } : DONE;
    },
  ),
  submitted(DELIVERABLE_IDS.reviewForm, reviewMeta, reviewForm, async (asked, deps: Deps, which, { verdict, why }) =>
    answered(await review(deps, asked, which, { verdict, why }), done),
  ),
];
