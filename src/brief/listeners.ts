import {
  answered,
  type Answer,
  type Asked,
  type CommandEntry,
  DONE,
  type PressEntry,
  pressed,
  type Replied,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import { read, type State } from '../kit/form.ts';
import { localeSchema } from '../kit/locale.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { Project } from '../project/model.ts';
import { chooseValue, writeValue } from '../project/model-metadata.ts';
import { type ProjectDeps, projectFor, projectsOf } from '../project/service.ts';
import { PROJECT_IDS } from '../project/views.ts';
import { chooseModal } from '../project/views-record.ts';
import {
  briefForm,
  type BriefQuestion,
  CHOOSE_FINDER,
  findersForm,
  reasonForm,
  sendForm,
  withdrawForm,
} from './model.ts';
import { decideMeta, decideValue, editMeta, findersMeta, openValue, sendMeta } from './model-metadata.ts';
import { notKnownOf, openBrief, saveDraft, saveFinders } from './service.ts';
import { confirmBrief, mayGiveReason, requestChanges, withdrawConfirmation } from './service-answers.ts';
import { openSend, previewSend, sendBrief } from './service-send.ts';
import { BRIEF_IDS } from './views-card.ts';
import { editModal, type Typed } from './views-edit.ts';
import { findersModal, reasonModal, type SendEntered } from './views-forms.ts';

type Deps = ProjectDeps;

export const briefCommands: readonly CommandEntry<Deps>[] = [{ command: '/brief', verbs: [], run: commandBrief }];

/** `/brief`: the form of this channel's project; which one is asked where there are several. */
async function commandBrief(asked: Asked, deps: Deps): Replied {
  const projects = await projectsOf(deps, asked);
  if (isRefusal(projects)) return projects;
  const [only, ...more] = projects;
  if (more.length > 0) return { answer: 'open', view: chooseModal(projects, BRIEF_CHOOSE, asked.locale) };
  return only ? formOf(openBrief(only, asked), asked, 'open') : DONE;
}

const BRIEF_CHOOSE = 'brief.choose';

const formOf = (project: Project | Refusal, asked: Asked, how: 'open' | 'replace'): Answer | Refusal =>
  answered(project, (found) => ({ answer: how, view: editModal(found, asked.locale) }));

async function edit(asked: Asked, deps: Deps, id: string, how: 'open' | 'replace'): Replied {
  const project = await projectFor(deps, asked, id);
  return isRefusal(project) ? project : formOf(openBrief(project, asked), asked, how);
}

/** The form again, with what was typed and what somebody else wrote meanwhile; saved from there, it replaces that. */
async function clashed(asked: Asked, deps: Deps, id: string, typed: Typed): Replied {
  return answered(await projectFor(deps, asked, id), (project) => ({
    answer: 'replace',
    view: editModal(project, asked.locale, typed),
  }));
}

/** Opens with what was sent before; the channel that is there already is looked at afterwards. */
async function openSending(asked: Asked, deps: Deps, id: string): Replied {
  const opened = await openSend(deps, asked, id);
  if (isRefusal(opened)) return opened;
  const { view, entered } = opened;
  if (entered.channel === null) return { answer: 'open', view };
  return { answer: 'open', view, afterwards: () => previewSend(deps, asked, id, entered) };
}

const chosen = async (asked: Asked, deps: Deps): Replied => {
  const meta = sendMeta.decode(asked.view?.metadata);
  const entered = enteredIn(asked.view?.state ?? {}, asked);
  return meta ? { answer: 'lookUp', afterwards: () => previewSend(deps, asked, meta.project, entered) } : DONE;
};

/** Learns who was chosen, so that the submit knows whether they are of the agency. */
const meetFinder: PressEntry<Deps>['run'] = async ({ workspace }, deps, { chosen: user }) => {
  const afterwards = async () => {
    if (user !== null) await deps.people.learn(workspace, { team: workspace, user });
    return null;
  };
  return { answer: 'lookUp', afterwards };
};

function enteredIn(state: State, asked: Asked): SendEntered {
  const [channel, approver, language] = sendForm.map((question) => read(question, state));
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    channel: text(channel),
    approver: text(approver),
    language: localeSchema.catch(asked.locale).parse(language),
  };
}

export const briefPresses: readonly PressEntry<Deps>[] = [
  pressed(
    PROJECT_IDS.writeBrief,
    writeValue,
    (asked, deps: Deps, { project }) => edit(asked, deps, project, 'open'),
    true,
  ),
  pressed(BRIEF_IDS.edit, openValue, (asked, deps: Deps, { project }) => edit(asked, deps, project, 'open'), true),
  pressed(BRIEF_CHOOSE, chooseValue, (asked, deps: Deps, { project }) => edit(asked, deps, project, 'replace')),
  pressed(BRIEF_IDS.send, openValue, (asked, deps: Deps, { project }) => openSending(asked, deps, project), true),
  ...sendForm.flatMap((question) =>
    'tells' in question ? [{ action: question.tells, opens: false, run: chosen }] : [],
  ),
  { action: CHOOSE_FINDER, opens: false, run: meetFinder },
  pressed(BRIEF_IDS.confirm, decideValue, async (asked, deps: Deps, { project, on }) =>
    answered(await confirmBrief(deps, asked, project, on), () => DONE),
  ),
  ...(['reason', 'withdraw'] as const).map((kind) =>
    pressed(
      kind === 'reason' ? BRIEF_IDS.requestChanges : BRIEF_IDS.withdraw,
      decideValue,
      async (asked: Asked, deps: Deps, { project: id, on }) =>
        answered(await mayGiveReason(deps, asked, id, on, kind), ({ name }) => ({
          answer: 'open',
          view: reasonModal(kind, { id, name }, on, asked.locale),
        })),
      true,
    ),
  ),
];

export const briefSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(BRIEF_IDS.editForm, editMeta, briefForm, async (asked, deps: Deps, { project: id, opened }, answers) => {
    const saved = await saveDraft(deps, asked, id, { answers, opened });
    if (isRefusal(saved) && opened && saved.code === 'brief.clash')
      return clashed(asked, deps, id, { answers, opened });
    return answered(saved, ({ project }) => {
      // As it was saved: somebody else may have answered one of them meanwhile.
      const questions = notKnownOf(project);
      if (questions.length === 0) return DONE;
      return { answer: 'replace', view: findersModal(project, questions, asked.locale) };
    });
  }),
  submitted(
    BRIEF_IDS.findersForm,
    findersMeta,
    ({ questions }) => findersForm(questions),
    async (asked, deps: Deps, { project }, found) =>
      answered(await saveFinders(deps, asked, project, found as Partial<Record<BriefQuestion, string>>), () => DONE),
  ),
  submitted(BRIEF_IDS.sendForm, sendMeta, sendForm, async (asked, deps: Deps, { project, seen, draft }, chosen) => {
    const sending = { ...chosen, previewed: { channel: seen, draft } };
    return answered(await sendBrief(deps, asked, project, sending), () => DONE);
  }),
  submitted(BRIEF_IDS.reasonForm, decideMeta, reasonForm, async (asked, deps: Deps, { project, on }, { reason }) =>
    answered(await requestChanges(deps, asked, project, on, reason), () => DONE),
  ),
  submitted(
    BRIEF_IDS.withdrawForm,
    decideMeta,
    withdrawForm,
    async (asked, deps: Deps, { project, on }, { withdrawReason }) =>
      answered(await withdrawConfirmation(deps, asked, project, on, withdrawReason), () => DONE),
  ),
];
