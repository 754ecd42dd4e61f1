import type { Asked } from '../io/answers.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Change } from '../kit/change.ts';
import type { Locale } from '../kit/locale.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import { sayToTeam } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { actingOf, type ProjectDeps, projectCardRow, projectFor, whoOf } from '../project/service.ts';
import { answerSteps } from './model-ask.ts';
import type { SourcePart } from './model-gather.ts';
import { askOf } from './rules-ask.ts';
import { type AnswersGiven, handIn, type Marks, mayAnswer, saveTyped } from './rules-ask-answers.ts';
import { briefRow, teamThread } from './rules-subjects.ts';
import { askRow } from './service-ask.ts';
import { answeredForTeam } from './views-ask.ts';
import { answerModal, type Typed } from './views-ask-answers.ts';

/** Which ask of which project, at which step; `language` is spoken to those of whom no other is known. */
export type AnswerPage = { project: string; number: number; step: number; language: Locale };

/** One step of the client's form as it stands, for whoever of theirs may answer; null after the last one. */
export async function openAnswer(
  deps: ProjectDeps,
  asked: Asked,
  page: AnswerPage,
  typed?: Typed,
): Promise<Modal | null | Refusal> {
  const project = await projectFor(deps, asked, page.project);
  if (isRefusal(project)) return project;
  const ask = mayAnswer(project, page.number, whoOf(asked));
  if (isRefusal(ask)) return ask;
  return answerModal({ id: project._id, name: project.name }, ask, page, asked.locale, typed);
}

/** Saves a step; with the last one all that is new is handed in. @returns the next step, null after the last */
export async function saveAnswers(
  deps: ProjectDeps,
  asked: Asked,
  page: AnswerPage,
  entered: { answers: AnswersGiven; opened: Marks },
): Promise<Modal | null | Refusal> {
  const { number, step } = page;
  const by = actingOf(asked);
  const source = deps.newId();
  const saved = await deps.store.decide(asked.handling, page.project, (project) => {
    const next = saveTyped(project, { ...entered, number, by });
    if (isRefusal(next)) return next;
    if (step + 1 < answerSteps(askOf(next)?.questions ?? []).length) return silently(next);
    const given = handIn(next, { number, by, source }, asked.now);
    if (isRefusal(given)) return given;
    return given.parts.length > 0 ? answeredChange(given, { number, source }, asked) : silently(next);
  });
  if (isRefusal(saved)) return saved;
  const { project } = saved;
  const ask = askOf(project);
  const next = { ...page, step: step + 1 };
  return ask && answerModal({ id: project._id, name: project.name }, ask, next, asked.locale);
}

/** What is not handed in yet nobody else is told. */
const silently = (project: Project): Change<Project> => ({ project, happened: [], rows: () => [] });

function answeredChange(
  { project, parts }: { project: Project; parts: SourcePart[] },
  { number, source }: { number: number; source: string },
  asked: Asked,
): Change<Project> {
  const { _id: id, channels } = project;
  const line = answeredForTeam(project, { by: asked, count: parts.length, source }, channels.team.language);
  return {
    project,
    happened: [],
    source: { id: source, parts },
    rows: () => [
      askRow(id, number),
      briefRow(id),
      projectCardRow(id),
      sayToTeam(id, `line:${id}:answers:${source}`, line, teamThread(id)),
    ],
  };
}
