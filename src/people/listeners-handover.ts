import {
  type Answer,
  answered,
  type Asked,
  type CommandEntry,
  DONE,
  type PressEntry,
  pressed,
  type Replied,
  type SubmitEntry,
  submitted,
} from '../io/answers.ts';
import { type Typed, typedIn } from '../kit/typed.ts';
import { isRefusal, type Refusal, refuser } from '../kit/refusal.ts';
import { chooseValue } from '../project/model-metadata.ts';
import type { ProjectDeps } from '../project/service.ts';
import { chosenHere } from '../project/service-here.ts';
import { handoverForm, type PeopleRefusals, predecessorQuestion } from './model.ts';
import { chooseTypedMeta, handoverMeta, handoverValue, rosterValue } from './model-metadata.ts';
import { cancelHandover, decideHandover, type Decided } from './service-handover.ts';
import { carryHandover } from './service-handover-later.ts';
import {
  type HandoverAnswers,
  type Intended,
  intended,
  openHandover,
  previewHandover,
} from './service-handover-preview.ts';
import { rosterFor } from './service-roster.ts';
import { handoverModal, handoverSaid } from './views-handover.ts';
import { PEOPLE_IDS } from './views-roster.ts';

type Deps = ProjectDeps;

const refuse = refuser<PeopleRefusals>();

const NOTHING_TYPED: Typed = { person: null, day: null };

async function open(asked: Asked, deps: Deps, id: string, typed: Typed, answer: 'open' | 'replace'): Replied {
  return answered(await openHandover(deps, asked, id, typed), (view): Answer => ({ answer, view }));
}

/** `/project handover @somebody from 14 Mar`: who and when may be typed, in any order. */
async function handOver(asked: Asked, deps: Deps, text: string): Replied {
  const typed = typedIn(text);
  const choosing = { action: PEOPLE_IDS.chooseHandover, carried: chooseTypedMeta.encode({ typed }) };
  return chosenHere(deps, asked, choosing, (project) => open(asked, deps, project._id, typed, 'open'));
}

export const handoverCommands: readonly CommandEntry<Deps>[] = [
  { command: '/project', verbs: ['handover', '移交'], run: handOver },
];

/** Takes back what was planned, here and where it was planned with it. */
async function cancel(asked: Asked, deps: Deps, value: { project: string; id: string }): Replied {
  const project = await cancelHandover(deps, asked, value);
  if (isRefusal(project)) return project;
  const afterwards = async () => {
    await carryHandover(deps, asked.handling, project);
    return null;
  };
  return { answer: 'replace', view: rosterFor(project, asked), afterwards };
}

export const handoverPresses: readonly PressEntry<Deps>[] = [
  pressed(PEOPLE_IDS.handover, rosterValue, (asked, deps: Deps, { project }) =>
    open(asked, deps, project, NOTHING_TYPED, 'replace'),
  ),
  pressed(PEOPLE_IDS.chooseHandover, chooseValue, (asked, deps: Deps, { project }) => {
    const typed = chooseTypedMeta.decode(asked.view?.metadata)?.typed ?? NOTHING_TYPED;
    return open(asked, deps, project, typed, 'replace');
  }),
  pressed(PEOPLE_IDS.cancelHandover, handoverValue, cancel),
];

type Form = { project: string; id: string; seen: string | null; asksFrom: boolean };

/**
 * Shows what will happen, over what was entered; who will read the line to the client is looked up meanwhile. Without one
 * everything is known, and is shown at once: drawn again straight after the answer, it could come before it.
 */
async function show(
  asked: Asked,
  deps: Deps,
  { id, asksFrom, seen }: Form,
  answers: HandoverAnswers,
  read: Intended,
): Promise<Answer> {
  const isMoved = seen !== null;
  const preview = () => previewHandover(deps, asked, { id, asksFrom, answers, isMoved }, read);
  // Something else was seen: nothing is done, and the form says so.
  const refusal = isMoved ? { refusal: refuse('people.previewMoved', {}) } : {};
  if (answers.clientLine === null) return { answer: 'replace', view: await preview(), ...refusal };
  const view = handoverModal(read.project, { id, entered: answers, asksFrom, preview: null, isMoved }, asked.locale);
  return { answer: 'replace', view, afterwards: preview, ...refusal };
}

/** Delivered a second time, it finds what it did itself, and is no refusal. */
async function unlessDone(asked: Asked, deps: Deps, project: string, refusal: Refusal): Replied {
  return answered(await deps.store.decide(asked.handling, project, () => refusal), () => DONE);
}

async function submit(asked: Asked, deps: Deps, form: Form, answers: HandoverAnswers): Replied {
  const read = await intended(deps, asked, form.project, answers);
  if (isRefusal(read)) return form.seen === null ? read : unlessDone(asked, deps, form.project, read);
  if (form.seen === null || form.seen !== read.hash) return show(asked, deps, form, answers, read);
  const { note, clientLine } = answers;
  const deciding = { id: form.id, seen: form.seen, texts: { note, clientLine } };
  return answered(await decideHandover(deps, asked, deciding, read), (decided) => after(asked, deps, decided));
}

/** Where it goes through several projects, what came of the others is told once it is known. */
function after(asked: Asked, deps: Deps, { project, handover, isNow }: Decided): Answer {
  const others = project.carrying?.id === handover.id ? project.carrying.projects.length : 0;
  if (others === 0) return DONE;
  const said = { ...handover, isNow, others };
  const carried = async () => {
    const came = await carryHandover(deps, asked.handling, project);
    return handoverSaid(said, came, asked.locale);
  };
  return { answer: 'replace', view: handoverSaid(said, null, asked.locale), afterwards: carried };
}

export const handoverSubmits: readonly SubmitEntry<Deps>[] = [
  submitted(
    PEOPLE_IDS.handoverForm,
    handoverMeta,
    [...handoverForm, { ...predecessorQuestion, required: false }] as const,
    (asked, deps: Deps, meta, answers) => submit(asked, deps, meta, answers),
  ),
];
