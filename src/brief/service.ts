import type { Asked } from '../io/answers.ts';
import type { Saved } from '../io/store.ts';
import type { Modal } from '../kit/blocks.ts';
import type { Change } from '../kit/change.ts';
import { isRefusal, type Refusal } from '../kit/refusal.ts';
import type { RowDraft } from '../kit/rows.ts';
import type { Project } from '../project/model.ts';
import { mayDo } from '../project/rules-may.ts';
import { holds, joinerRows, newcomers } from '../project/rules-joiners.ts';
import { actingOf, type ProjectDeps, projectCardRow, projectFor, whoOf } from '../project/service.ts';
import { BRIEF_QUESTIONS, type BriefQuestion } from './model.ts';
import { type Finders, nameFinders, toBeNamed } from './rules-finders.ts';
import { notKnown } from './rules-draft.ts';
import { type Marks, saveStep, type StepAnswers } from './rules-merge.ts';
import { briefRow } from './rules-subjects.ts';
import { overviewModal } from './views-overview.ts';

/** The project whose brief this person may open; else the refusal that names who can add them. */
export function openBrief(project: Project, asked: Asked): Project | Refusal {
  const allowed = mayDo(project, 'writeBrief', whoOf(asked));
  return allowed === true ? project : allowed;
}

/** The overview of a brief for somebody of its team; else why not. */
async function openOverview(deps: ProjectDeps, asked: Asked, id: string): Promise<Modal | Refusal> {
  const project = await projectFor(deps, asked, id);
  const allowed = isRefusal(project) ? project : openBrief(project, asked);
  return isRefusal(allowed) ? allowed : overviewModal(allowed, asked.locale);
}

/** The overview as it stands after something was done over it, to be drawn in its place. */
export const overviewAgain = (deps: ProjectDeps, asked: Asked, id: string) => async (): Promise<Modal | null> => {
  const view = await openOverview(deps, asked, id);
  return isRefusal(view) ? null : view;
};

/** Saves what was entered in one step as the draft, together with what others saved meanwhile; the cards follow. */
export async function saveDraft(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  entered: { answers: StepAnswers; opened: Marks | undefined },
): Promise<Saved<Project> | Refusal> {
  const { zone, now, handling } = asked;
  return deps.store.decide(handling, id, (project) => {
    const next = saveStep(project, { ...entered, by: actingOf(asked), zone, newId: deps.newId }, now);
    return isRefusal(next) ? next : unrecorded(next);
  });
}

/** The questions of a saved step for which somebody is to be named who finds them out. A job has no overview to name them in later. */
export const toName = (
  project: Project,
  { answers, opened }: { answers: StepAnswers; opened: Marks | undefined },
  { person }: Asked,
): BriefQuestion[] =>
  project.work.kind === 'job'
    ? notKnown(project).filter((question) => answers[question] !== undefined)
    : toBeNamed(project, answers, opened, person);

/** The questions that are not known yet, for naming anew who finds each out. */
export async function openFinders(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
): Promise<{ project: Project; questions: BriefQuestion[] } | Refusal> {
  const project = await projectFor(deps, asked, id);
  const allowed = isRefusal(project) ? project : openBrief(project, asked);
  return isRefusal(allowed) ? allowed : { project: allowed, questions: notKnown(allowed) };
}

/** Saves who finds out what is not known yet. `chosen` are Slack's user ids by question. */
export async function saveFinders(
  deps: ProjectDeps,
  asked: Asked,
  id: string,
  chosen: Partial<Record<BriefQuestion, string>>,
): Promise<Saved<Project> | Refusal> {
  const people = await deps.people.resolve(asked.workspace, Object.values(chosen));
  const finders: Finders = {};
  for (const question of BRIEF_QUESTIONS) {
    const found = people.get(chosen[question] ?? '');
    if (!found) continue;
    const { team, user, id: finderId, name, kind } = found;
    // Asked again while nobody waits, so that the next press knows who it is.
    if (kind === 'unknown') void deps.people.learn(asked.workspace, { team, user });
    finders[question] = {
      person: { team, user },
      id: finderId,
      name,
      kind: kind === 'guest' || kind === 'external' || kind === 'bot' ? 'outsider' : kind,
    };
  }
  return deps.store.decide(asked.handling, id, (project) => {
    const next = nameFinders(project, finders, actingOf(asked), asked.now);
    if (isRefusal(next)) return next;
    const { rows, ...change } = unrecorded(next);
    const asking = answeredJoiners(project, next);
    return {
      ...change,
      happened: [...newcomers(project, next, asked.id), ...holds(project, next)],
      rows: (entries) => [...rows(entries), ...asking],
    };
  });
}

/** The questions about people who are on the team now show that they are answered. */
const answeredJoiners = (before: Project, after: Project): RowDraft[] =>
  after.joiners
    .filter(({ answer }, index) => answer !== before.joiners[index]?.answer)
    .flatMap(({ person }) => joinerRows(after, person));

/** A draft is nobody's promise: it is not on the record. */
const unrecorded = (project: Project): Change<Project> => ({
  project,
  happened: [],
  rows: () => [briefRow(project._id), projectCardRow(project._id)],
});
