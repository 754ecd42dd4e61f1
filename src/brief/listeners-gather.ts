import {
  answered,
  type Answer,
  type Asked,
  DONE,
  type PressEntry,
  pressed,
  type ShortcutEntry,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import { message, section } from '../kit/blocks.ts';
import { isRefusal } from '../kit/refusal.ts';
import type { ProjectDeps } from '../project/service.ts';
import {
  addForm,
  addMeta,
  checkForm,
  checkMeta,
  checkValue,
  documentForm,
  documentMeta,
  fileValue,
  GATHERED_QUESTIONS,
  gatherValue,
  LEAVE_OUT,
  partsValue,
} from './model-gather.ts';
import { overviewAgain } from './service.ts';
import { addingIn, openAdd, saveAdd } from './service-gather.ts';
import {
  type CheckedPage,
  openCheck,
  openDocument,
  opened,
  saveCheck,
  takeDocument,
  takeMessage,
} from './service-gather-parts.ts';
import { GATHER_IDS, overtakenSentence } from './views-gather.ts';
import { overviewModal } from './views-overview.ts';

type Deps = ProjectDeps;

export const gatherShortcuts: readonly ShortcutEntry<Deps>[] = [
  { shortcut: 'brief.add', run: (asked, deps, message) => openAdd(deps, asked, message) },
];

export const gatherPresses: readonly PressEntry<Deps>[] = [
  pressed(
    GATHER_IDS.document,
    gatherValue,
    async (asked, deps: Deps, { project }) => answered(await openDocument(deps, asked, project), opened),
    true,
  ),
  pressed(GATHER_IDS.readFile, fileValue, async (asked, deps: Deps, { source, file }) => {
    const about = addingIn(asked);
    if (isRefusal(about)) return about;
    // Its own id: what is held under the form's is the message, and it may have brought several files.
    return takeDocument(deps, asked, { project: about.project, source: `${source}.${file}`, file, pasted: null });
  }),
  pressed(GATHER_IDS.parts, partsValue, async (asked, deps: Deps) => {
    const about = addingIn(asked);
    return isRefusal(about) ? about : takeMessage(deps, asked, about.project, about.from);
  }),
  pressed(
    GATHER_IDS.check,
    checkValue,
    async (asked, deps: Deps, about) => answered(await openCheck(deps, asked, about), opened),
    true,
  ),
];

/** The next page; after the last the overview shows what came of it. */
function afterPage(asked: Asked, deps: Deps, { project, view, overtaken }: CheckedPage): Answer {
  if (view) return { answer: 'replace', view };
  if (overtaken.length > 0) {
    const text = overtakenSentence(overtaken, asked.locale);
    return { answer: 'tell', message: message('person', text, [section(text)]) };
  }
  if (asked.view?.beneath) return { answer: 'back', afterwards: overviewAgain(deps, asked, project._id) };
  return project.work.kind === 'job' ? DONE : { answer: 'replace', view: overviewModal(project, asked.locale) };
}

export const gatherSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(
    GATHER_IDS.addForm,
    addMeta,
    ({ projects }) => addForm(projects).slice(projects.length > 1 ? 0 : 1),
    async (asked, deps: Deps, { projects, ...from }, answers) => {
      const { project, question, text } = answers;
      const id = project ?? projects[0] ?? '';
      return answered(await saveAdd(deps, asked, id, from, { question, text }), () => DONE);
    },
  ),
  submitted(
    GATHER_IDS.documentForm,
    documentMeta,
    documentForm,
    async (asked, deps: Deps, { project, source }, { file, pasted }) =>
      takeDocument(deps, asked, { project, source, file, pasted }),
  ),
  submitted(
    GATHER_IDS.checkForm,
    checkMeta,
    ({ places }) => checkForm(places),
    async (asked, deps: Deps, page, answers) => {
      const chosen = new Map(
        page.places.flatMap((place) => {
          const answer = answers[`part${place}`];
          if (answer === null || answer === undefined) return [];
          const question = GATHERED_QUESTIONS.find((one) => one === answer) ?? null;
          return question !== null || answer === LEAVE_OUT ? [[place, question] as const] : [];
        }),
      );
      return answered(await saveCheck(deps, asked, page, chosen), (checked) => afterPage(asked, deps, checked));
    },
  ),
];
